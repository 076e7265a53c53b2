"""What a collector's statement tells somebody who has asked: of the account, or how things work.

"The ninth of February." is a detail of the account to somebody who has asked when they last paid.
"""

import re
from collections.abc import Iterator

from language.questions import without_questions
from language.reading import Reading
from language.unmarked import with_marks
from language.wording import lowered


def _any(text: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{text})\b", re.VERBOSE)


_ASKS = re.compile(
    r"""(?x)\?|^\W*(?:(?:so|and|but|well|ok|okay|hi|wait|sorry)\W+)*(?:what|wat|how|when|where
    |why|who
    |which|did|does|do|is|are|was|were|has|have|tell|read|explain|walk|remind|show)\b|\bi\ thought\b
    |\byou\ said\b|\bdon'?t\ (?:understand|know\ (?:what|how))"""
)
_OF_THE_ACCOUNT = _any(
    r"""owe|owed|owing|balance|bal|total|amount|limit|rate|apr|fees?|interest|late|behind
    |last\ pa(?:y|id|yment)
    |(?:i|we)\ (?:last\ )?(?:pay|paid|buy|bought|charge|open|opened|sign|signed|missed)
    |original(?:ly)?
    |check|payment|received|account|loan|card|bill|statement|charged|charges|start(?:ed)?\ (?:at
    |out)|'d\ i\ buy
    |who\ (?:is|was|'s)\ it\ (?:with|from)|creditor|on\ it|\$\d+|opened|due|days|months
    |the\ (?:file|record|screen)
    |(?:have|got|show)\ (?:me|for\ me|on\ (?:me|file|record))|you\ got|much\ is|figure|number
    |principal|arrears|left|old
    |remaining|how\ many"""
)
_OF_TERMS = _any(
    r"""plan|program|settle(?:d|ment|ing)?|letter|notice|fee|fees|interest|charge|mandate|draft
    |autopay|emi
    |installments?|payments?|pay|terms?|agreement|deposit|down|pending|mean|means|works?
    |happens?|hardship
    |co-?signer|process|report(?:ed|ing)?|credit|file|dispute|lump|arrangement|months?|money\ go
    |take\ it
    |skip|miss|late|early|cancel|breathing|forbearance|contract|\$\d+|review|extension|refund
    |portal|link"""
)
_A_VALUE = re.compile(
    r"""(?x)\d|\b(?:percent|hundred|thousand|grand|\w+teen|(?:twen|thir|for|fif|six|seven|eigh
    |nine)ty
    |point|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|co-?signer|january
    |february|march
    |april|june|july|august|september|october|november|december)\b"""
)
_NOT_TOLD = (
    "ask_identifier",
    "hold",
    "offer",
    "counter_offer",
    "third_party_safe_message",
    "refuse",
    "recap",
    "demand_payment",
    "ask_amount",
    "accept",
)
_PROMISES = _any(
    r"""(?:can'?t|cannot|won'?t|unable|not\ able)\ (?:say|tell|go|discuss|share)|don'?t\ have
    |let\ me
    |i'?ll\ (?:send|check|look|find)|we\ could|(?:you|i|we)\ (?:can|could)\ do|would\ you"""
)
_PROCEEDS = _any(
    r"""means?|meaning|works?|once|after|before|until|every|each|then|when|if|unless|because
    |since|so\ that
    |runs?|goes|comes|takes|gets?|stays?|stops?|draws?|pulls?|lists?|shows?|says|adds?|freezes?
    |cuts?|closes?
    |you'?d|you'?ll|you\ (?:will|would|pay|get|have|can)|divided|split|deducted|written|applied
    |charged
    |reported|returned|covers?|sets?|counts?|holds?|lasts?|way\ of|less\ than|in\ writing
    |same\ as|knocks?
    |tells?|(?:that|it)'?s\ (?:the|when|how|what|an?|like|where)"""
)
_LONG = 8  # words; nobody explains in fewer


def told(before: Reading, turn: Reading) -> Iterator[tuple[str, str]]:
    """Name and kind of what a statement tells somebody who has asked."""
    asked, text = lowered(before.turn.text), lowered(with_marks(turn.turn.text))
    if not _ASKS.search(asked) or _PROMISES.search(text):
        return
    statement = without_questions(text)
    of_account = before.has("asks_balance") or _OF_THE_ACCOUNT.search(asked) is not None
    if of_account and not turn.has("account_detail", *_NOT_TOLD) and _A_VALUE.search(statement):
        yield "account_detail", "figures"
    if turn.words < _LONG or turn.has("explains_terms", "hold", "ask_identifier", "apology"):
        return
    if text.rstrip().endswith("?") or not _OF_TERMS.search(asked):
        return
    if _PROCEEDS.search(text):
        yield "explains_terms", ""
