"""What a collector's question is after, by its form: a talk, yes or no, a sum, a day, a way to pay.

Patterns know ways of saying things; here it is the build of a sentence. One with a question mark,
or with its words in the order of a question, asks something whatever its words are.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from language.names import words_of
from language.reading import MoneyMention, Signal
from language.unmarked import asks_by_order, has_no_marks, in_lines
from language.wording import lowered

_SENTENCE = re.compile(r"(?:[^.?!;\n]|(?<=\d)\.(?=\d))+[?!.;]*")
_MAYBE = re.compile(
    r"\b(?:can|cn|cud|could|would|wud|will|shall|do|are|is|when|wen|what|wat|which|how"
    r"|whats|wats|hows|whens|wheres|why|where|who|did|whether|u)\b"
)
_OWN = words_of(
    "open_question closed_question small_talk ask_identifier ask_right_party greeting offer"
)
_SHORTEST = 2  # words; "Hello?" and "Okay?" ask for nothing
_OPENERS = (
    r"(?: (?:so|and|okay|alright|well|then|now|but|oh|ah|hey|sir|ma'am|sorry|great|or|yes|no))*"
)
_AUX = (
    r"(?:can|could|will|would|shall|should|do|does|did|are|is|am|was|were|have|has|had|may|might)"
)
_WHO = r"(?:you|i|we|he|she|they|it|that|this|there|your|y'all)"
_INVERTED = re.compile(
    rf"{_OPENERS} (?:{_AUX} not? ?{_WHO}|{_AUX} {_WHO}|when|what|which|how|who) "
)
_INDIRECT = re.compile(
    r" (?:wondering|wonder|curious|let me know|tell me|tell us|tell|say me|i meant|like to know"
    r"|need to know"
    r"|love to know|love to hear|like to hear|mind telling me|mind saying|question is|missing is)"
    r" (?:to know |about |was |is )?(?:what|how|why|when|which|whether|if|where) "
)
_YES_OR_NO = re.compile(rf"{_OPENERS} {_AUX} ")
_PARTICULAR = re.compile(
    r" (?:what|how) (?:is |are )?(?:the |your |his |her )?"
    r"(?:time|day|date|month|year|much|many|long|often|soon|old|far|number|name|address|amount) "
)
_INVITING = re.compile(r" (?:what|how|why|whereabouts) ")

_PAYING = re.compile(
    r" (?:pay|pays|paying|payment|payments|send|sending|money|put|start|starting|deposit"
    r"|installment"
    r"|settle|make|clear|half|rest|remainder|funds|draft|charge|due|collect|expect|manage"
    r"|(?:get|have|do|bring|sort|handle|run|schedule|set|drop|see) (?:it|that|this|one|them)"
    r"|payday|paid|paycheck|in mind|out of (?:my|our|your)|look(?:ing)? (?:for|out)|arrive|hit|post"
    r"|(?:first|next|second) one|our (?:hands|way|end)|(?:to|with) us|be able|look for|line up) "
)
_WHEN = re.compile(
    r" (?:when|what is the (?:earliest|soonest)|how (?:soon|quickly|fast|early|long (?:until"
    r"|till|before|will))|by what time"
    r"|(?:what|which) (?:\w+ )?(?:day|date|week|weekday|morning|part of the month|of those days)) "
)
_A_DAY = re.compile(
    r" (?:(?:pick|name|give me|got|have|is there) a (?:\w+ )?(?:day|date|weekday)"
    r"|(?:what|which) (?:\w+ )?(?:day|date|weekday)(?: [\w']+){0,4}"
    r" (?:works?|suits?|best|good|realistic|feels?|like|prefer|month|mind|easiest|you|going)) "
)
_ONCE = re.compile(
    r" (?:did|was|were|had|born|birth|moved|opened|happened|stopped|lost|last|letter|statement|call"
    r"|reach|speak|talk|he|him|she|her|court|hearing|appointment) "
)
_COMES_IN = re.compile(
    r" (?:when|how soon|what day|which day) (?:do|does|will|would|is|are|did)(?: [\w']+){0,3}? "
    r"(?:benefits?|unemployment|pension|disability|wages|shifts?|job|interview|school|treatment"
    r"|they) (?:be )?(?:start|starts|starting|begin|begins|arrive|come|comes|due) "
)
"""Money of their own, or something else of their life, that starts or comes in."""
_WAY = re.compile(
    r" (?:cards?|debit|visa|mastercard|amex|bank|checking|savings|cash|transfer|wire|link|portal"
    r"|website|app|online|autopay|kiosk|zelle|venmo|paypal|ach|money order|standing order|upi"
    r"|(?:over|by) the (?:phone|line|counter)|on the (?:phone|counter)"
    r"|(?:by|through the|in the) (?:mail|post|phone)"
    r"|(?:a|by|by a|paper|personal|mailing|mail|posting|send|sending|write|or) checks?"
    r"|mailing|posting|in person|in store|prepaid|gift card|routing|checkbook|direct deposit|giro) "
)
_USING = re.compile(
    r" (?:pay|paying|payment|use|using|put|run|take|taking|charge|send|sending|handle|make"
    r"|making|rather"
    r"|prefer|want|easier|easiest|go with|come|coming|come out|from|by|do (?:it|that|this)|on file"
    r"|like (?:it|to)|or|handy|ready|work|works|get (?:it|that|this)|able to|set up|set (?:it"
    r"|this|that)"
    r"|good for|best|comfortable|out of|handle (?:it|that|this)|with|going on|go on) "
)
_NO_PAYMENT = re.compile(
    r" (?:did|was|were|had|opened|lost|stolen|receive|received|letter|copy|confirmation|notice"
    r"|receipt"
    r"|statement|form|email|summary|number|name|call|work|dispute|behind|owe|help"
    r"|reach|reached|come by|came by|get hold|got hold|know"
    r"|(?:shall|should|may|do|can|will) (?:i|we) (?:send|convey|write|reply|forward|deliver|mail)"
    r") "
)
_MEANS = re.compile(
    r" (?:(?:what|which) (?:\w+ ){0,2}(?:method|mode|means|way|form|type|kind) (?:\w+ ){0,3}"
    r"(?:pay|paying|payment|use|using)"
    r"|(?:what|which|how|who) (?:\w+ ){0,4}(?:pay|paying) (?:\w+ ){0,2}(?:with|by|through)"
    r"|what (?:\w+ ){0,5}(?:putting|put|running|charging) (?:\w+ ){0,2}on"
    r"|what (?:\w+ ){0,5}(?:use|using)|with what|(?:any|some|another|what) other way"
    r"|(?:form|type|method|mode|means) of payment"
    r"|(?:pay|paying|paid|send|sending|make|making)"
    r"(?: (?:it|that|this|them|for it)| the payment)? how"
    r"|(?:payment|payments|paying|pay) (?:[\w']+ ){0,5}(?:what|which|how) (?:[\w']+ ){0,3}"
    r"(?:easiest|simplest|works|best|suits|quickest)"
    r"|(?:best|easiest|simplest|quickest) way (?:for you )?(?:to (?:pay|send|get (?:it|that"
    r"|this)|do this))"
    r"|(?:which|what) (?:\w+ )?(?:card|bank|account) (?:is|are|do|would|should|will|shall|did) "
    r"(?:you|we|i|it|that|this)"
    r"|how (?:(?:is|are|will|would|do|did|should|might|shall|he|she|you|they|we|it|that|this|be"
    r"|like"
    r"|to|want|the|going|planning|guys|y'all|all) )+"
    r"(?:pay|paying|paid|send|sending|remit|make|making|submit|getting (?:it|that|this)"
    r"|get (?:it|that|this|the money)"
    r"|come|coming|handle (?:it|that|this|payment)|do (?:that|this) payment|take care of (?:it"
    r"|that|this)"
    r"|cover (?:it|that|this))) "
)
_HOW_MUCH = re.compile(
    r" (?:how (?:big|small|large|low) (?:a|an|of|would|could|can|are|is)|what is a (?:bit|little"
    r"|few)"
    r"|(?:any|an?) (?:sum|amount|figure|number)(?: [\w']+){0,3} (?:fit|work|manage|could|can|feel)"
    r"|(?:which|what) (?:part|bit|piece) of|what would an? (?:\w+ ){0,2}(?:figure|amount|payment"
    r"|number)"
    r"|(?:how (?:much|little|big|high|far up)|how many (?:dollars|bucks|pounds|quid|rupees)"
    r"|what (?:is|are) the (?:most|least|best|biggest|smallest)|whereabouts|what|whatever|anything"
    r"|something)"
    r"(?: (?!owe|owed|balance|use|using)[\w']+){0,8}? (?:swing|spare|manage|put|come up with"
    r"|afford|pay"
    r"|let (?:me|us) have|offer|handle|scrape|stretch|live with|working with|work with|toward"
    r"|towards|comfortable"
    r"|starting on|start (?:on|with|at)|part with|chip in|throw|set aside|go on|go up to"
    r"|picture|picturing|low enough|comfortably|within reach|left for|left over for|cover"
    r"|stomach|bear|tolerate|stand to|working with)"
    r"|what (?:\w+ ){0,2}(?:amount|figure|number|sum|size|slice|share|portion|chunk|piece|price)"
    r"(?: [\w']+){0,5} (?:you|your|work|do|doable|suit|be|feel|feels|sound|fit|fits|best|okay)) "
)
_BARE_SUM = re.compile(
    r" (?:how much|how little|ballpark|roughly what|your (?:price|number|figure)|closer to"
    r"|what is the (?:something|number|figure|amount|most)"
    r"|what (?:number|figure|amount|sum)|how many (?:dollars|bucks)|in the (?:range|region)) "
)
_OWED = re.compile(
    r" (?:in dispute|(?<!not )disputed|under which|number (?:for|where|to|we|i)|best number"
    r"|(?:customer|order|account|invoice) number|him|her|them|owe|owed|balance|rent|earn"
    r"|make a|bring (?:in|home)|cost|costs|is it|did|was|were"
    r"|is the (?:total|payment|fee|bill|debt|card|interest|rate)) "
)


class Question(NamedTuple):
    """A sentence that asks: its place, and its words as patterns see them with a space about each.

    `marked` where it has its mark, or says itself that it asks ("I was wondering how").
    """

    start: int
    end: int
    said: str
    marked: bool

    def named(self, name: str) -> Signal:
        """The signal that this question is, still without the text of the turn."""
        return Signal(name, "", 0, self.start, self.end, "", question=True)

    @property
    def words(self) -> int:
        """How many words it has."""
        return self.said.count(" ") - 1


def questions_in(text: str, said_in: Callable[[str], str]) -> tuple[Question, ...]:
    """The sentences of a turn that ask, by their mark or by the order of their words."""
    if "?" not in text and _MAYBE.search(lowered(text)) is None:
        return ()
    return tuple(_questions(in_lines(text), said_in, unmarked=has_no_marks(text)))


def _questions(text: str, said_in: Callable[[str], str], unmarked: bool) -> Iterator[Question]:
    for match in _SENTENCE.finditer(text):
        sentence = match[0]
        said = said_in(sentence)
        start = match.start() + len(sentence) - len(sentence.lstrip())
        marked = "?" in sentence or (unmarked and asks_by_order(said))
        indirect = _INDIRECT.search(said) is not None
        if said.strip() and (marked or indirect or _INVERTED.match(said)):
            yield Question(start, match.end(), said, marked or indirect)


def by_form(
    questions: Sequence[Question],
    signals: Sequence[Signal],
    money: Sequence[MoneyMention],
) -> Iterator[Signal]:
    """What the questions of a turn are by their form, as far as no pattern has said so."""
    known = {signal.name for signal in signals}
    for question in questions:
        inside = {s.name for s in signals if question.start <= s.start < question.end}
        if question.marked and question.words >= _SHORTEST and inside.isdisjoint(_OWN - {"offer"}):
            yield question.named(_open_or_closed(question.said))
        if "ask_identifier" in inside:
            continue
        if "ask_commitment_date" not in known and asks_day(question):
            yield question.named("ask_commitment_date")
        if "ask_method" not in known and asks_way(question):
            yield question.named("ask_method")
        sums = any(question.start <= m.start < question.end for m in money)
        if "ask_amount" not in known and not sums and asks_sum(question):
            yield question.named("ask_amount")


def _open_or_closed(said: str) -> str:
    if _YES_OR_NO.match(said) or _PARTICULAR.search(said) or not _INVITING.search(said):
        return "closed_question"
    return "open_question"


def asks_day(question: Question) -> bool:
    """Whether it asks when money will come."""
    said = question.said
    if _ONCE.search(said) or _COMES_IN.search(said):
        return False
    return bool(_A_DAY.search(said) or (_WHEN.search(said) and _PAYING.search(said)))


def asks_way(question: Question) -> bool:
    """Whether it asks by which way money will come."""
    said = question.said
    if _NO_PAYMENT.search(said):
        return False
    return bool(_MEANS.search(said) or (_WAY.search(said) and _USING.search(said)))


def asks_sum(question: Question) -> bool:
    """Whether it asks how much they could pay."""
    said = question.said
    return bool(_HOW_MUCH.search(said)) and not _OWED.search(said)


def asks_bare_sum(question: Question) -> bool:
    """Whether it asks for a sum to somebody who has spoken of paying."""
    return bool(_BARE_SUM.search(question.said)) and not _OWED.search(question.said)
