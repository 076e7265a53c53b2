"""Schedules that a turn names: a rhythm, how many payments, and from which day."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from calls.money import Every
from language.dates import DaySpan
from language.line import Line, Span
from language.rhythms import Rhythm

_MONTHS_OF = {
    Every.WEEK: 12 / 52,
    Every.TWO_WEEKS: 12 / 26,
    Every.HALF_MONTH: 0.5,
    Every.MONTH: 1.0,
    Every.QUARTER: 3.0,
    Every.YEAR: 12.0,
}
_KIND = (
    r"(?:more|equal|easy|even|fixed|regular|small|smaller|separate|weekly|biweekly|monthly"
    r"|quarterly|yearly|fortnightly|bi|semi|-|interest|free|consecutive|split)"
)
_MONEY = r"(?:(?:[a-z]*\$|£|€) N\d+|N\d+(?: -)? (?:dollar|buck|pound|quid|euro))"
_PAYMENTS = re.compile(
    rf"(?:^|(?<=[^$£€] ))(?P<count>N\d+) (?:{_MONEY} )?(?:{_KIND} )*(?:payments|instal?lments|pmts)"
    rf"(?= |$)"
)
_PARTS = re.compile(
    r"(?:in|into) (?P<count>N\d+)(?: equal)? (?:parts|chunks|pieces|goes|bits|halves|lots)"
    r"|(?:split|break|divide)(?: \w+){0,3} (?:in|into|over|across|between)"
    r" (?P<split>N\d+)(?= [^a-z]|$)"
    r"|(?P<half>half (?:of it )?(?:now|today|right now|this \w+|on|first|up front)\b.{0,24}?\b"
    r"(?:and|then|the)(?: the)? (?:other )?(?:half|rest)|(?:in|into) (?:half|halves))"
)
_OVER = re.compile(
    r"(?:(?:it|that|this|them|out|spread|payments?|paid|pay|off|split|balance|amount|debt|rest|plan"
    r"|dollars?|bucks?|quid|pounds|N\d+) (?:over|across)|spread over)"
    r" (?:about |around |maybe |the next |the course of |a period of |say )*"
    r"(?P<count>N\d+) (?P<unit>weeks?|wks?|months?|mos?|years?)"
    r"|(?P<plan>N\d+)(?: -)? (?P<plan_unit>week|month|year)(?: payment)?"
    r" (?:plan|arrangement|repayment)"
)
_FOR = re.compile(
    r"for (?:about |around |maybe |the next |another |up to )*"
    r"(?P<count>N\d+) (?P<unit>weeks?|wks?|months?|mos?|years?)(?= |$)"
)
# Without one of these there is nothing to count; N is any number.
_COUNT_WORDS = frozenset({"N", "half", "halves"})
_BEGINS = re.compile(
    r"(?:^| )(?:start|starts|starting|begin|begins|beginning|commencing|from|effective"
    r"|first(?: payment| one| instal?lment)?"
    r"(?: is| would be| will be| due| be due| comes out| goes out)?)"
    r"(?: off)?(?: on| from| with| in| as of| this| by)?(?: the)?$"
)
_ON = re.compile(r"^(?: ,)? (?:on|due) (?:the )?$")


@dataclass(frozen=True, slots=True)
class ScheduleSpan:
    """A schedule that was found in a line, and where."""

    every: Every | None
    count: int | None
    begins: date | None
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class _Count:
    """A number of payments, or a stretch of `months` that a rhythm divides into payments."""

    start: int
    end: int
    number: int | None = None
    months: float | None = None
    weekly: bool = False
    needs_rhythm: bool = False
    begins: date | None = None

    def at(self, every: Every | None) -> int | None:
        if self.months is None or every not in _MONTHS_OF:
            return self.number
        return round(self.months / _MONTHS_OF[every]) or None


def find_schedules(
    line: Line, rhythms: Sequence[Rhythm], days: Sequence[DaySpan], today: date | None
) -> tuple[ScheduleSpan, ...]:
    """The schedules of a line, put together from its rhythms, counts and first days."""
    counts = () if _COUNT_WORDS.isdisjoint(line.words) else tuple(_counts(line, today))
    if not rhythms:
        return tuple(_bare(line, counts, days))
    return tuple(_with_rhythm(line, rhythms, counts, days))


def count_spans(line: Line) -> tuple[Span, ...]:
    """Where numbers count payments or months, so that they are no amounts."""
    if "N" not in line.words:
        return ()
    return tuple(
        match.span(group)
        for pattern in (_PAYMENTS, _PARTS, _OVER, _FOR)
        for match in pattern.finditer(line.text)
        for group in ("count", "split", "plan")
        if group in pattern.groupindex and match[group]
    )


def _counts(line: Line, today: date | None) -> Iterator[_Count]:
    for match in _PAYMENTS.finditer(line.text):
        yield _Count(*match.span(), number=_number(line, match["count"]))
    for match in _PARTS.finditer(line.text):
        tag = match["count"] or match["split"]
        now = bool(match["half"]) and re.search(r"\b(?:now|today|up front)\b", match["half"])
        number = _number(line, tag) if tag else 2
        yield _Count(*match.span(), number=number, begins=today if now else None)
    for match in _OVER.finditer(line.text):
        tag, unit = match["count"] or match["plan"], match["unit"] or match["plan_unit"]
        months = _months(line, tag, unit)
        yield _Count(*match.span(), months=months, weekly=unit.startswith("w"))
    for match in _FOR.finditer(line.text):
        alone = not re.search(r"N\d+ (?:[a-z]+ )?$", line.text[: match.start()])
        months = _months(line, match["count"], match["unit"])
        yield _Count(*match.span(), months=months, needs_rhythm=alone)


def _number(line: Line, tag: str) -> int:
    return int(line.figure(tag).value)


def _months(line: Line, tag: str, unit: str) -> float:
    return float(line.figure(tag).value) * {"w": 12 / 52, "m": 1.0, "y": 12.0}[unit[0]]


def _bare(line: Line, counts: Sequence[_Count], days: Sequence[DaySpan]) -> Iterator[ScheduleSpan]:
    """Without a rhythm: "three equal payments", "over six months"; both together give one."""
    firm = [count for count in counts if not count.needs_rhythm]
    if not firm:
        return
    number = next((count.number for count in firm if count.number), None)
    months = next((count.months for count in firm if count.months), None)
    every = _nearest_rhythm(months / number if number else 1.0) if months else None
    if not number and any(count.weekly for count in firm):
        every = Every.WEEK
    first = min(firm, key=lambda count: count.start)
    begins = _begins(line, days) or next((count.begins for count in firm if count.begins), None)
    total = number or (round(months / _MONTHS_OF[every]) if months and every else None)
    yield ScheduleSpan(every, total, begins, first.start, first.end)


def _nearest_rhythm(months: float) -> Every | None:
    """The rhythm whose payments are so far apart, within a tenth."""
    return next((e for e, apart in _MONTHS_OF.items() if abs(apart - months) <= 0.1 * apart), None)


def _with_rhythm(
    line: Line, rhythms: Sequence[Rhythm], counts: Sequence[_Count], days: Sequence[DaySpan]
) -> Iterator[ScheduleSpan]:
    """One schedule for each different rhythm; a count belongs to the rhythm nearest to it."""
    different = [r for n, r in enumerate(rhythms) if r.every not in {q.every for q in rhythms[:n]}]
    begins = _begins(line, days)
    for rhythm in different:
        near = [c for c in counts if min(different, key=lambda r: _gap(c, r)) is rhythm]
        numbers = [c.number or c.at(rhythm.every) for c in near]
        count = next((number for number in numbers if number), None)
        if rhythm.every is Every.ONCE:
            count = 1
        first = _on(line, rhythm, days) or begins or rhythm.first
        yield ScheduleSpan(rhythm.every, count, first, rhythm.start, rhythm.end)


def _gap(count: _Count, rhythm: Rhythm) -> int:
    return max(count.start - rhythm.end, rhythm.start - count.end, 0)


def _begins(line: Line, days: Sequence[DaySpan]) -> date | None:
    """The day that is said to be the first: "starting on the 22nd"."""
    for day in days:
        if _BEGINS.search(line.text[max(0, day.start - 40) : day.start].rstrip()):
            return day.day
    return None


def _on(line: Line, rhythm: Rhythm, days: Sequence[DaySpan]) -> date | None:
    """`monthly, on the 5th`: the day that follows the rhythm directly."""
    between = ((day, line.text[rhythm.end : day.start]) for day in days if day.start > rhythm.end)
    return next((day.day for day, words in between if _ON.match(words)), None)
