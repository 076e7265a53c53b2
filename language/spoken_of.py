"""Amounts and days only spoken of: paid before, the end of a scale, a day to be answered."""

import re

from language.reading import DateMention, MoneyMention, Reading, Signal
from language.wording import straight

_CLAUSE = re.compile(r"[.;!?]|\bbut\b")
_WHO = r"(?:you|he|she|they|we|somebody|someone|anybody|your \w+)"
_HINDERED = r"(?:(?!want|wish|mean|hope|plan|say|think|like|rather)\w+ ){0,2}?"
_ASKED_OF_BEFORE = re.compile(
    rf"\b(?:did|didn't|have|haven't|had) {_WHO} {_HINDERED}(?:pay|paid|send|sent|make|made|get"
    r"|receive|received|see|seen|miss|missed|promise|promised|borrow|borrowed|owe|owed|spend|spent"
    r"|earn|earned|lose|lost|put in)\b"
    r"|\b(?:what|why|when|where|who|how) (?:happened|became|came|was|were|did)\b"
)
_DONE_BEFORE = re.compile(
    rf"\b{_WHO}(?:'ve| have| had|'d| always| usually| once)* (?:paid|sent|missed|owed|spent"
    r"|borrowed|earned)\b|\bwas(?:n't)? paid\b|\b(?:payments?|check|cheque) (?:of|for) \w* ?(?:was"
    r"|came|bounced)\b"
)
_AS_IF = re.compile(
    r"\b(?:if|how about|what about|suppose|supposing|say|would|could|can|will|let's|wish|once|when"
    r"|as soon as|after)\b"
)
_ENDING = re.compile(r"(?i)\b(?:end|ending|hang)\b")
_OR_ELSE = re.compile(r"(?i)\b(?:or|if|unless|otherwise|else)\b")
_SENTENCE = re.compile(r"[.?!]")
_SCALE = re.compile(r"\bscale\b|\bfrom\b.{0,40}\bto\b|\bbetween\b.{0,40}\band\b|\brange\b")
_PART = re.compile(r"[.,;:!?]|\band\b")
_ANSWERED = re.compile(
    r"\b(?:answer|reply|hear from|hear back|get back to|write to you|call you|ring you|look into)\b"
)
_AND = re.compile(r"[.?!;,\n](?=\s|$)|\b(?:and|but|then|so)\b")
_COMES_IN_WRITING = re.compile(
    r"\b(?:letter|notice|form|forms|statement|confirmation|paperwork|papers|copy|e-?mail|summary"
    r"|documents|breakdown|itemization|agreement|link)\b"
)
_OF_MONEY = re.compile(r"[$£€]|\b(?:pay|pays|paid|payment|payments|instalment|installment|debit)\b")
_WHERE = re.compile(r"\b(?:where|which|what|how (?:much|far|high|big))\b(?! about| if)")


def is_only_warned_of(reading: Reading, goodbye: Signal) -> bool:
    """Whether an end is what they say will come: "calm down or I end this call"."""
    before = _SENTENCE.split(reading.turn.text[: goodbye.start])[-1]
    return _ENDING.search(goodbye.text) is not None and _OR_ELSE.search(before) is not None


def is_day_to_hear(reading: Reading, day: DateMention) -> bool:
    """Whether on this day of a turn nothing is paid: an answer or something written comes then."""
    text = straight(reading.turn.text).lower()
    begin = max((stop.end() for stop in _PART.finditer(text, 0, day.start)), default=0)
    if _ANSWERED.search(text, begin, day.start):
        return True
    begin = max((stop.end() for stop in _AND.finditer(text, 0, day.start)), default=0)
    stop = _AND.search(text, day.end)
    clause = text[begin : stop.start() if stop else len(text)]
    return bool(_COMES_IN_WRITING.search(clause)) and not _OF_MONEY.search(clause)


def is_only_spoken_of(reading: Reading, amount: MoneyMention) -> bool:
    """Whether this amount of a turn proposes nothing: it was before, or is the end of a scale."""
    text = straight(reading.turn.text).lower()
    begin = max((stop.end() for stop in _CLAUSE.finditer(text, 0, amount.start)), default=0)
    stop = _CLAUSE.search(text, amount.end)
    before, clause = text[begin : amount.start], text[begin : stop.start() if stop else len(text)]
    if _ASKED_OF_BEFORE.search(before):
        return True
    if _DONE_BEFORE.search(before) and not _AS_IF.search(before):
        return True
    return bool(_SCALE.search(clause) and _WHERE.search(clause))
