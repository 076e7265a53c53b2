"""Rhythms of payment: "every other Friday", "twice a month", "50/mo", "each payday"."""

import re
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from calls.money import Every
from language.calendar_words import (
    NEAR_WEEKDAY,
    WEEKDAY,
    WEEKDAYS,
    coming,
    day_of_month,
    weekday_number,
)
from language.line import Line, Span
from language.names import words_of

_WEEK, _MONTH, _YEAR = "(?:weeks?|wks?)", "(?:months?|mnth|mths?|mos?)", "(?:years?|yrs?)"
_PERIOD = f"(?:{_WEEK}|{_MONTH}|{_YEAR}|quarter|fortnight)"
_EACH = "(?:every|each|evry|per)"
# What stands before "a month" when it is a rate: "fifty a month", not "give me a month".
_SOMETHING = (
    r"(?:N\d+|X|dollars?|bucks?|quid|pounds?|euros?|cents?|ish|so|max|tops|once|it|that|much|each"
    r"|something|anything|payments?|pay|paying|afford|manage|spare|more|extra|half|minimum|least)"
)
_PAYDAY = (
    r"pay(?: -)? ?day|pay ?(?:check|cheque)|check|cheque|pay ?period"
    r"|time (?:i|we) (?:get|am|'m|are) (?:a |my )?(?:paid|pay ?check|check|cheque)"
)

_BY_LETTER = {
    "w": Every.WEEK,
    "m": Every.MONTH,
    "y": Every.YEAR,
    "a": Every.YEAR,
    "q": Every.QUARTER,
    "f": Every.TWO_WEEKS,
}
# The rhythm of "every N units", by N and the unit's first letter.
_COUNTED = {
    (7, "d"): Every.WEEK,
    (14, "d"): Every.TWO_WEEKS,
    (30, "d"): Every.MONTH,
    (1, "w"): Every.WEEK,
    (2, "w"): Every.TWO_WEEKS,
    (1, "m"): Every.MONTH,
    (3, "m"): Every.QUARTER,
    (12, "m"): Every.YEAR,
    (1, "y"): Every.YEAR,
}


@dataclass(frozen=True, slots=True)
class Rhythm:
    """A rhythm that was found in a line, where, and the first day it implies."""

    every: Every | None
    start: int
    end: int
    first: date | None = None


@dataclass(frozen=True, slots=True)
class _Beat:
    """A matched wording of a rhythm."""

    match: re.Match[str]
    line: Line
    today: date | None

    def part(self, name: str) -> str:
        return self.match.groupdict().get(name) or ""

    def number(self, name: str) -> int:
        tag = self.part(name)
        return int(self.line.figure(tag).value) if tag else 0

    def weekday(self) -> date | None:
        name = self.part("weekday")
        return coming(self.today, weekday_number(name)) if name and self.today else None


# What a wording means: its rhythm and its first day; None where it is no rhythm after all.
_Meaning = tuple[Every | None, date | None] | None


def _period(beat: _Beat) -> _Meaning:
    return _BY_LETTER[beat.part("period")[0]], None


def _weekly(beat: _Beat) -> _Meaning:
    return Every.WEEK, beat.weekday()


def _alternate(beat: _Beat) -> _Meaning:
    if beat.part("nth") and beat.number("nth") != 2:
        return None
    known = beat.part("period")[:1] in {"", "w"}
    return (Every.TWO_WEEKS, beat.weekday()) if known else (None, None)


def _two_weekly(_: _Beat) -> _Meaning:
    return Every.TWO_WEEKS, None


def _counted(beat: _Beat) -> _Meaning:
    number = beat.number("count") or 2  # "every couple of weeks"
    return _COUNTED.get((number, beat.part("period")[0])), None


def _times(beat: _Beat) -> _Meaning:
    times = beat.number("count") or {"once": 1, "twice": 2}.get(beat.part("word"), 0)
    if times == 1:
        return _period(beat)
    return (Every.HALF_MONTH if times == 2 and beat.part("period")[0] == "m" else None), None


def _half_monthly(_: _Beat) -> _Meaning:
    return Every.HALF_MONTH, None


def _pair_of_days(beat: _Beat) -> _Meaning:
    """`on the 1st and 15th`: about half a month apart, or no rhythm at all."""
    days = sorted((beat.number("one"), beat.number("other")))
    if not 13 <= days[1] - days[0] <= 17:
        return None
    firsts = [day_of_month(beat.today, day) for day in days] if beat.today else []
    return Every.HALF_MONTH, min((day for day in firsts if day), default=None)


def _monthly_on(beat: _Beat) -> _Meaning:
    return Every.MONTH, day_of_month(beat.today, beat.number("day")) if beat.today else None


def _unknown(_: _Beat) -> _Meaning:
    return None, None


def _once(beat: _Beat) -> _Meaning:
    return (Every.ONCE, None) if beat.number("one") in {0, 1} else None


# A wording is tried on lines that hold one of its anchors.
_Wording = tuple[frozenset[str], re.Pattern[str], Callable[[_Beat], _Meaning]]


def _wording(
    anchors: Collection[str], pattern: str, meaning: Callable[[_Beat], _Meaning]
) -> _Wording:
    return frozenset(anchors), re.compile(rf"(?:(?<=^)|(?<= ))(?:{pattern})(?= |$)"), meaning


_EACH_WORDS = words_of("every each evry per")
_DAYS = frozenset(f"{day}s" for day in WEEKDAYS)
_ADVERBS = words_of("weekly monthly mthly quarterly yearly annually")
_WORDINGS: tuple[_Wording, ...] = (
    _wording(
        _EACH_WORDS,
        rf"(?:once )?{_EACH} (?:other|alternate|(?P<nth>O\d+))"
        rf" (?:(?P<weekday>{WEEKDAY})s?|(?P<period>{_PERIOD}))",
        _alternate,
    ),
    _wording(
        _EACH_WORDS,
        rf"(?:once )?{_EACH} (?:(?P<count>N\d+)|couple(?: of)?)"
        rf" (?P<period>days?|{_WEEK}|{_MONTH}|{_YEAR})",
        _counted,
    ),
    _wording(
        _EACH_WORDS | {"a", "/"},
        rf"{_EACH} (?:{_PAYDAY})|(?:a|/) pay ?(?:check|cheque|day)",
        _unknown,
    ),
    _wording(
        ("once", "twice", "times", "time"),
        rf"(?:(?P<word>once|twice)|(?P<count>N\d+) times?) (?:(?:in )?a|per|each|every|/)"
        rf" (?P<period>{_PERIOD})",
        _times,
    ),
    _wording(("twice",), r"(?P<word>twice)(?: -)? (?P<period>monthly|weekly)", _times),
    _wording(
        ("semi", "half", "semimonthly"), r"(?:semi|half)(?: -)? monthly|semimonthly", _half_monthly
    ),
    _wording(
        ("bi", "biweekly", "fortnightly"), r"bi(?: -)? weekly|biweekly|fortnightly", _two_weekly
    ),
    _wording(("bi", "bimonthly"), r"bi(?: -)? monthly|bimonthly", _unknown),
    _wording(_EACH_WORDS, rf"{_EACH} (?:single )?(?P<weekday>{NEAR_WEEKDAY})s?", _weekly),
    _wording(("weekly",), rf"weekly on (?P<weekday>{NEAR_WEEKDAY})s?", _weekly),
    _wording(_DAYS, rf"(?:on )?(?P<weekday>{WEEKDAY})s", _weekly),
    _wording(
        ("and", "&"),
        r"(?<!between )(?:on |by )?(?:the )?(?P<one>O\d+) (?:and|&) (?:on )?(?:the )?"
        rf"(?P<other>O\d+)(?: (?:of )?(?:every|each|the) {_MONTH})?",
        _pair_of_days,
    ),
    _wording(
        _EACH_WORDS,
        rf"(?:on |by )?(?:the )?(?P<day>O\d+) (?:day )?(?:of )?{_EACH} {_MONTH}",
        _monthly_on,
    ),
    _wording(_EACH_WORDS, rf"{_EACH} {_MONTH} (?:on|by) the (?P<day>O\d+)", _monthly_on),
    _wording(_EACH_WORDS | {"/"}, rf"(?:{_EACH}|/) (?:single )?(?P<period>{_PERIOD})", _period),
    _wording(("a", "an"), rf"(?<=[a-zX\d] )(?P<rate>(?:an? )(?P<period>{_PERIOD}))", _period),
    _wording(
        _ADVERBS,
        r"(?P<period>weekly|monthly|mthly|quarterly|yearly|annually)"
        r"(?! (?:statements?|bills?|newsletters?|reports?))",
        _period,
    ),
    _wording(
        ("payment", "sum", "time", "off", "once"),
        r"(?P<one>N\d+)(?: -)? (?:time |off |single |lump |full )*(?:payment|sum)"
        # "One payment can be moved" is a term of a plan, and no plan of one payment.
        r"(?! (?:can|could|may|might) (?:be )?(?:move|moved|wait|slip|shift|shifted|skip|skipped)\b"
        r"| (?:late|missed|behind|moves)\b)"
        r"|a (?:single|full|lump|N\d+(?: -)? (?:time|off)) (?:payment|sum)"
        r"|a N\d+ - (?:time|off)|lump sum|all at once",
        _once,
    ),
    _wording(
        ("in", "time", "off"), r"in (?P<one>N\d+) (?:go|lump)|(?P<off>N\d+) - (?:time|off)", _once
    ),
)
_LED_BY = re.compile(rf"(?:^| ){_SOMETHING} $")
_NO_RATE = re.compile(r" (?:ago|later|or two|or so|off|behind)\b")
_FROM = re.compile(r" (?:from|on|after|before|to)\b")
_AMOUNT = re.compile(r"(?:N\d+|dollars?|bucks?|quid|pounds?|euros?|cents?|pence)(?: each)? $")


def find_rhythms(line: Line, today: date | None) -> tuple[Rhythm, ...]:
    """Every rhythm named in the line, in order."""
    return tuple(sorted(_rhythms(line, today), key=lambda rhythm: rhythm.start))


def _rhythms(line: Line, today: date | None) -> Iterator[Rhythm]:
    taken: list[Span] = []
    for anchors, pattern, meaning in _WORDINGS:
        if anchors.isdisjoint(line.words):
            continue
        for match in pattern.finditer(line.text):
            if _overlaps(match, taken) or _no_rate(match):
                continue
            found = meaning(_Beat(match, line, today))
            if found is not None:
                taken.append(match.span())
                yield Rhythm(found[0], match.start(), match.end(), found[1])


def _overlaps(match: re.Match[str], taken: Sequence[Span]) -> bool:
    return any(match.start() < end and start < match.end() for start, end in taken)


def _no_rate(match: re.Match[str]) -> bool:
    """`give me a week`, `a month from now`: a stretch of time, not a rate."""
    if "rate" not in match.re.groupindex:
        return False
    text, start, end = match.string, match.start(), match.end()
    if _NO_RATE.match(text, end) or not _LED_BY.search(text, max(0, start - 14), start):
        return True
    amount = _AMOUNT.search(text, max(0, start - 14), start)
    return _FROM.match(text, end) is not None and amount is None
