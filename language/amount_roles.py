"""What an amount is the amount of, and whether it is refused: by the words near it."""

import re
from collections.abc import Iterator

from language.bare_amounts import RATE
from language.line import any_of
from language.reading import AmountRole

_ROLE_WORDS = {
    # First: what somebody is owed is no balance of theirs.
    AmountRole.INCOME: any_of(
        """income salary wages? pay_?checks? earn earns earning i_make i_only_make i_just_make makes
        making bring_home brings_home bringing_home take_home benefits? unemployment pension
        disability social_security ssi tips commission refund get_paid gets_paid coming_in
        owes?_me owes?_us owed_to_me owing_to_me"""
    ),
    AmountRole.BALANCE: any_of(
        """balance owe owed owes owing past_due due outstanding debt arrears remaining total overdue
        delinquent behind payoff"""
    ),
    AmountRole.FEE: any_of(
        "fees? interest penalty penalties late_charge charges surcharge charged_me"
    ),
    AmountRole.COST: any_of(
        """rent mortgage groceries grocery food gas petrol electric electricity utilities bills?
        insurance childcare daycare car_payment car_note child_support costs? spend spending
        medication meds prescriptions? phone water council_tax expenses repairs? tuition diapers
        fuel"""
    ),
    AmountRole.PAYMENT: any_of(
        """pay pays paid paying payments? instal\\w+ afford manage do offer\\w* put send sent swing
        spare down deposit plan settle\\w* handle commit towards? scrape give start arrangement make
        take"""
    ),
}
_WORD = re.compile(
    r"\b(?:"
    + "|".join(f"(?P<{role.value}>{words})" for role, words in _ROLE_WORDS.items())
    + r")\b"
)
_CLAUSE = re.compile(r"[.;!?]| but ")
_WINDOW = 80
"""What is further off does not count: nobody looks at more than sixty characters of a clause."""
_RATE = re.compile(rf"(?: each)? {RATE}(?= |$)")

_NEGATION = re.compile(
    r"\b(?:not|never|cannot|can ?not|cant|unable|no way|no|(?:ca|could|wo|wout|would|do|did|does|is"
    r"|was|ai)n'?t|won't)\b"
)
_NO_NEGATION = re.compile(
    r"\bwhy (?:not|don'?t)|\b(?:ca|could|wo|would|do|did)n'?t (?:you|we|they)\b"
    r"|\bcan ?not (?:you|we)\b"
    r"|\bno (?:more|less) than\b|\bnot (?:more|less) than\b|\b(?:no problem|not a problem)\b"
)
_REOPENED = re.compile(
    r"\b(?:but|maybe|only|just|unless|except|how about|what about|instead|more than|less than|over"
    r"|until|perhaps|know|sure"
    r"|(?<!think )(?<!believe )(?<!way )i (?:can|could|might|will)\b(?! ?n.?t)"
    r"|i'll|i'd|what if)\b|,"
)


def role_of(text: str, start: int, end: int, bare: bool) -> AmountRole:
    """The role given by the nearest telling word of the clause."""
    near = list(_near(text, start, end))
    if near:
        return min(near)[1]
    return AmountRole.PAYMENT if bare or _RATE.match(text, end) else AmountRole.OTHER


def _near(text: str, start: int, end: int) -> Iterator[tuple[int, AmountRole]]:
    """Telling words by their distance; one behind a comma or after the amount is further off."""
    first, last = _clause(text, start, end)
    for match in _WORD.finditer(text, max(first, start - 60), start):
        gap = start - match.end() + 12 * text.count(",", match.end(), start)
        yield gap, _role(match)
    for match in _WORD.finditer(text, end, min(last, end + 30)):
        gap = match.start() - end + 6 + 20 * text.count(",", end, match.start())
        yield gap, _role(match)


def _clause(text: str, start: int, end: int) -> tuple[int, int]:
    begin, finish = max(0, start - _WINDOW), min(len(text), end + _WINDOW)
    first = max((stop.end() for stop in _CLAUSE.finditer(text, begin, start)), default=0)
    stop = _CLAUSE.search(text, end, finish)
    return first, stop.start() if stop else len(text)


def _role(match: re.Match[str]) -> AmountRole:
    return AmountRole(match.lastgroup or AmountRole.OTHER)


def is_refused(text: str, start: int) -> bool:
    """`I can't do 200`: a negation before it in the clause that nothing has reopened."""
    first, _ = _clause(text, start, start)
    before = text[max(first, start - 60) : start]
    spared = [match.span() for match in _NO_NEGATION.finditer(before)]
    last = -1
    for match in _NEGATION.finditer(before):
        if not any(begin <= match.start() < end for begin, end in spared):
            last = match.end()
    return last >= 0 and not _REOPENED.search(before, last)
