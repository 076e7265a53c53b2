"""Days that a turn names, relative to the call's: "the fifteenth", "a week from Monday"."""

import re
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from language.calendar_words import (
    MONTH,
    MONTHS,
    NEAR_WEEKDAY,
    UNIT,
    WEEKDAY,
)
from language.day_forms import (
    Day,
    Saying,
    before_now,
    counted,
    counted_from,
    day_and_month,
    edge,
    nth_of_month,
    nth_weekday,
    ordinal,
    relative_word,
    unknown,
    weekday_said,
    written,
)
from language.line import Line, Span, any_of
from language.names import words_of
from language.reading import DateMention, Reading

_NUM = r"(?:N\d+|an?|a couple of|a couple|couple of|couple)"
_NOT_AN_AMOUNT = (
    r"(?! (?:a|per|each|every|/) | (?:dollars?|bucks?|pounds?|quid|euros?|cents?)\b"
    r"| (?:months?|weeks?|days?|years?|payments?|hours?)\b)"
)
_AFTER_A_DAY = any_of(
    """and or of if is was works? will would because cos so then when that at for but to i you we
    they it please maybe ok okay though the in by on with right sounds should could can does do
    every each as instead yeah yes no not from until through after before thanks via online over
    unless while which my a this next tho pls got good fine latest"""
)
_THEN = rf"(?= {_AFTER_A_DAY}\b| [^\w]| D| N|$)"
_BY = r"(?:on|by|before|after|until|til|till|from|since|around|about|for|starting|beginning|due)"
_PAYDAY = (
    r"(?:when|once|after|as soon as|until|till|til|before|whenever|soon as)"
    r" (?:i|you|we|she|he|they)"
    r" ?(?:'m|'re|am|are|m)? ?(?:get|gets|got|getting|being|finally get)? ?paid(?: again)?"
    r"|(?:when|once|after|as soon as|until|till|til|whenever|soon as) (?:my|your|our|the|his|her)"
    r" (?:\w+ ){0,2}(?:checks?|cheques?|pay|wages?|salary|refund|deposit|benefits?|unemployment"
    r"|disability|pension|money|settlement|giro|funds?|ssi|stimulus|bonus|commission)"
    r" (?:\w+ )?(?:comes?|hits?|clears?|starts?|arrives?|lands?|drops?|gets?|goes|is|posts?|kicks?)"
    r"(?: (?:in|through|here|in the bank))?"
    r"|(?:my |your |our |the |next )*(?:pay(?: -)? ?day|next (?:pay ?)?(?:check|cheque)|tax refund)"
)


@dataclass(frozen=True, slots=True)
class DaySpan:
    """A day that was found in a line, and where."""

    day: date | None
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class _Form:
    """A wording; it is tried on lines that hold one of its `anchors`."""

    anchors: frozenset[str]
    pattern: re.Pattern[str]
    resolve: Callable[[Saying], Day]
    absolute: bool = False


def _form(
    anchors: Collection[str], pattern: str, resolve: Callable[[Saying], Day], absolute: bool = False
) -> _Form:
    whole = re.compile(rf"(?:(?<=^)|(?<= ))(?:{pattern})(?= |$)")
    return _Form(frozenset(anchors), whole, resolve, absolute)


_WEEKDAY_FIRST = rf"(?:(?:{NEAR_WEEKDAY}) (?:, )?(?:the )?)?"
_EDGES = words_of("end close last start beginning top middle mid")
_DAY_WORDS = words_of(
    """tomorrow today tonight morning afternoon evening tomorow tommorow tommorrow tmrw tmr tomo
    yesterday"""
)
_WEEKDAY_NAMES = frozenset(NEAR_WEEKDAY.split("|"))
_PAY_WORDS = words_of(
    "paid when once after until till til whenever soon payday pay paycheck paycheque check refund"
)
_VAGUE = words_of("next this weekend in by until til till since before early late last")
_FORMS = (
    _form("D", rf"{_WEEKDAY_FIRST}D", written, absolute=True),
    _form(
        MONTHS,
        rf"{_WEEKDAY_FIRST}(?:the )?(?P<day>[NO]\d+) (?P<of>of )?(?P<month>{MONTH})"
        rf"(?:(?P<comma> ,)? (?P<year>N\d+){_NOT_AN_AMOUNT})?",
        day_and_month,
        absolute=True,
    ),
    _form(
        MONTHS,
        rf"{_WEEKDAY_FIRST}(?P<month>{MONTH}) (?:the )?(?P<day>[NO]\d+){_NOT_AN_AMOUNT}"
        rf"(?:(?P<comma> ,)? (?P<year>N\d+){_NOT_AN_AMOUNT})?",
        day_and_month,
        absolute=True,
    ),
    _form(
        ("from", "after"),
        # "For six months from Friday" is how long a plan runs, and Friday its first day.
        rf"(?!(?<=for )N\d+ months )(?P<count>{_NUM}) (?P<unit>{UNIT})s? (?:from|after) "
        rf"(?:(?P<next>next|this|this coming|coming) )?(?P<from>{NEAR_WEEKDAY}|today|now|tomorrow)",
        counted_from,
    ),
    _form(
        ("week", "weeks", "fortnight", "fortnights"),
        rf"(?P<count>{_NUM}) (?P<unit>week|fortnight)s?(?P<on> on)? (?P<from>{WEEKDAY})",
        counted_from,
    ),
    _form(("ago", "back"), rf"(?P<count>{_NUM}) (?P<unit>{UNIT})s? (?:ago|back)", before_now),
    _form(
        ("in", "within"),
        rf"(?:in|within)(?: (?:the next|another|about|like|maybe|around|just))? (?P<count>{_NUM})"
        rf" (?P<unit>{UNIT})(?:'?s)?(?P<vague> or (?:N\d+|so))?(?: ')?(?: time)?",
        counted,
    ),
    _form(("few",), r"(?:in|within) (?:a|the next) few (?:days|weeks|months)", unknown),
    _form(
        ("month",),
        rf"(?:the )?(?P<nth>last|O\d+) (?P<weekday>{WEEKDAY}) (?:of|in) (?P<which>the|this|next)"
        r" month",
        nth_weekday,
    ),
    _form(
        _EDGES,
        r"(?:the )?(?P<edge>(?:end|close|last day|start|beginning|top|middle)(?= of )|mid)"
        r"(?: of| -)?"
        rf"(?: (?P<which>the|this|next))? (?P<period>month|year|week|day|{MONTH})",
        edge,
    ),
    _form(
        ("end", "eod", "cob", "business", "eom"),
        r"(?P<period>month) (?:' s |'s )?(?P<edge>end)|(?P<eod>eod|cob|end of business)"
        r"|(?P<eom>eom)",
        edge,
    ),
    _form(
        "O",
        r"(?:the )?(?P<day>O\d+) (?:day )?of (?:(?P<which>the|this|next) )?"
        r"(?P<period>month|year)",
        nth_of_month,
    ),
    _form(
        _DAY_WORDS,
        r"(?:the )?day after tomorrow|today|tonight|this (?:morning|afternoon|evening)"
        r"|(?:tomorrow|tomorow|tommorow|tommorrow|tmrw|tmr|tomo)|yesterday",
        relative_word,
    ),
    _form(
        "O",
        rf"(?:{NEAR_WEEKDAY}) the (?P<day>O\d+){_THEN}",
        ordinal,
    ),
    _form(
        _WEEKDAY_NAMES,
        r"(?:(?P<which>next week|next|this coming|this next|this past|this|coming|last|past)"
        rf"(?: on)? (?P<weekday>{NEAR_WEEKDAY})"
        rf"|(?:(?:on|by|until|til|till|before|from|since) (?P<said>(?P<near>{NEAR_WEEKDAY}))|"
        rf"(?P<bare>{WEEKDAY})))(?P<later> week| next week| of next week| after next)?",
        weekday_said,
    ),
    _form(
        "O",
        rf"(?:{_BY} (?P<said>(?:the )?(?P<day>O\d+))|the (?P<alone>O\d+)){_THEN}",
        ordinal,
    ),
    _form(_PAY_WORDS, _PAYDAY, unknown),
    _form(
        _VAGUE,
        r"(?:later )?(?:next|this) (?:week|month|year|weekend)|the weekend"
        rf"|(?:in|by|until|til|till|since|before|early|late|next|last) (?:{MONTH})",
        unknown,
    ),
)
_UP_TO = re.compile(r"(?i)(?:until|till?|before)\b")
_PAY = re.compile(
    r"(?i)\b(?:paid|pay|pay ?-?day|pay ?(?:check|cheque)|checks?|cheques?|wages?|salary|refund"
    r"|deposit|benefits?|unemployment|disability|pension|money|settlement|giro|funds?|ssi|bonus"
    r"|commission)\b"
)
_AND_ANOTHER = re.compile(r" (?:and|or|&|,|to|through|-) (?:the )?(O\d+)" + _THEN)


def find_days(
    line: Line, source: str, today: date | None, taken: Sequence[Span], day_first: bool = False
) -> tuple[DaySpan, ...]:
    """Every day named in the line, outside what is already `taken`, in order."""
    found: list[DaySpan] = []
    for form in _FORMS:
        if form.anchors.isdisjoint(line.words):
            continue
        for match in form.pattern.finditer(line.text):
            spans = [*taken, *((day.start, day.end) for day in found)]
            if any(match.start() < end and start < match.end() for start, end in spans):
                continue
            saying = Saying(match, line, source, today, day_first)
            day: Day = form.resolve(saying) if today or form.absolute else (None,)
            if day is not None:
                found.append(DaySpan(day[0], _begin(match), match.end()))
                found.extend(_others(saying, match.end()) if form.resolve is ordinal else ())
    return tuple(sorted(found, key=lambda day: day.start))


def is_pay_day(mention: DateMention) -> bool:
    """Whether it is the day on which money comes, which only they know: "when you get paid"."""
    up_to = _UP_TO.match(mention.text) is not None
    return mention.day is None and not up_to and _PAY.search(mention.text) is not None


def is_day_of_papers(reading: Reading, mention: DateMention) -> bool:
    """Whether something in writing comes by that day: "the letter reaches you by Friday"."""
    text = reading.turn.text
    begins = max((end.end() for end in _CLAUSE_ENDS.finditer(text, 0, mention.start)), default=0)
    ends = _CLAUSE_ENDS.search(text, mention.end)
    clause = text[begins : ends.start() if ends else len(text)].lower()
    return bool(_COMES_IN_WRITING.search(clause)) and not _OF_MONEY.search(clause)


_CLAUSE_ENDS = re.compile(r"[.?!;,\n](?=\s|$)|\b(?:and|but|then|so)\b", re.IGNORECASE)
_COMES_IN_WRITING = re.compile(
    r"\b(?:letter|notice|form|forms|statement|confirmation|paperwork|papers|copy|e-?mail|summary"
    r"|documents|breakdown|itemization|agreement|link)\b"
)
_OF_MONEY = re.compile(r"[$£€]|\b(?:pay|pays|paid|payment|payments|instalment|installment|debit)\b")


def _begin(match: re.Match[str]) -> int:
    """Where the day itself begins, without the "by" that led to it."""
    led_to = "said" in match.re.groupindex and match["said"]
    return match.start("said") if led_to else match.start()


def _others(saying: Saying, at: int) -> Iterator[DaySpan]:
    """`… the 1st and 15th`: the second day leans on the first one's words."""
    match = _AND_ANOTHER.match(saying.line.text, at)
    if match:
        day = ordinal(Saying(match, saying.line, saying.source, saying.today, saying.day_first))
        if day is not None:
            yield DaySpan(day[0], match.start(1), match.end())
