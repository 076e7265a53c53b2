"""From a matched wording to the day it means; one function for each form of saying it."""

import re
from dataclasses import dataclass
from datetime import date, timedelta

from dateutil.relativedelta import relativedelta, weekday

from language.calendar_words import (
    MONTHS,
    UNITS,
    WEEKDAYS,
    after,
    coming,
    day_of_month,
    day_of_year,
    full_year,
    in_next_week,
    latest,
    valid,
    weekday_number,
)
from language.line import Line

# A day, or a day that only the speaker knows; None where the words turn out to name no day.
Day = tuple[date | None] | None


@dataclass(frozen=True, slots=True)
class Saying:
    """A matched wording with all that is needed to understand it."""

    match: re.Match[str]
    line: Line
    source: str
    today: date | None
    day_first: bool = False

    def part(self, name: str) -> str:
        """A named group, empty where it is missing."""
        return self.match.groupdict().get(name) or ""

    @property
    def now(self) -> date:
        """The day of the call; forms that need it are not tried without."""
        return self.today or date.min

    def amount(self, name: str) -> int | None:
        """The whole number in a named group: a figure, "a" or "a couple"."""
        word = self.part(name)
        if word[:1] in {"N", "O"}:
            value = self.line.figure(word).value
            return int(value) if value == value.to_integral_value() else None
        return 2 if "couple" in word else 1


def unknown(_: Saying) -> Day:
    """`when I get paid`, `next week`: a time was named, but no day of the calendar."""
    return (None,)


def written(saying: Saying) -> Day:
    """3/15, 3-15-88, 2026-04-15."""
    start, end = saying.line.source(saying.match.end() - 1, saying.match.end())
    numbers = [int(part) for part in re.split(r"[/-]", saying.source[start:end])]
    if numbers[0] > 31:
        found = valid(*numbers) if len(numbers) == 3 else None
        return (found,) if found else None
    first, second = numbers[:2]
    day, month = (first, second) if saying.day_first or first > 12 else (second, first)
    if month > 12:
        day, month = month, day
    return _on(saying, month, day, numbers[2] if len(numbers) == 3 else None)


def day_and_month(saying: Saying) -> Day:
    """`March fourth, eighty-eight`, `15 March`, `the 5th of April 2026`."""
    said = saying.line.figure(saying.part("day"))
    month = MONTHS[saying.part("month")]
    if saying.part("month") == "may" and not said.ordinal and (said.spelled or _verb_may(saying)):
        return None
    day, *rest = said.parts if len(said.parts) > 1 else (int(said.value),)
    year = _year_of(rest) if rest else _said_year(saying)
    if said.value != said.value.to_integral_value() and not rest:
        return None
    return _on(saying, month, day, year)


def _verb_may(saying: Saying) -> bool:
    """`you may 5 times`: the number counts something else."""
    after = saying.line.text[saying.match.end() :].split()
    return bool(after) and after[0] in {"times", "payments", "calls", "people", "dollars", "%"}


def _year_of(parts: list[int]) -> int:
    """19, 88 is 1988; 88 alone stays as it was said."""
    return parts[0] * 100 + parts[1] if len(parts) == 2 else parts[0]


def _said_year(saying: Saying) -> int | None:
    if not saying.part("year"):
        return None
    figure = saying.line.figure(saying.part("year"))
    return int(figure.value) if figure.value < 100 or 1900 <= figure.value < 2100 else None


def _on(saying: Saying, month: int, day: int, year: int | None) -> Day:
    if year is not None:
        found = valid(full_year(year, saying.today), month, day)
    elif saying.today is None:
        return (None,) if valid(2024, month, day) else None
    else:
        found = day_of_year(saying.today, month, day)
    return (found,) if found else None


def counted_from(saying: Saying) -> Day:
    """`a week from Monday`, `two weeks from today`; "three weeks Friday" only the speaker knows."""
    count, start = saying.amount("count"), saying.part("from")
    if count is None:
        return None
    unit = UNITS[saying.part("unit")]
    if start in {"today", "now", "tomorrow"}:
        first = saying.now + timedelta(days=start == "tomorrow")
    elif saying.part("next") == "next":
        first = in_next_week(saying.now, weekday_number(start))
    else:
        first = coming(saying.now, weekday_number(start))
    alone = "on" in saying.match.groupdict() and not saying.part("on")
    return (None,) if alone and count > 1 else (after(first, count, unit),)


def counted(saying: Saying) -> Day:
    """`in twelve days`, `within a week`, `in a fortnight's time`."""
    count = saying.amount("count")
    if count is None:
        return None
    if saying.part("vague"):
        return (None,)
    return (after(saying.now, count, UNITS[saying.part("unit")]),)


def before_now(saying: Saying) -> Day:
    """`two weeks ago`."""
    count = saying.amount("count")
    return None if count is None else (after(saying.now, -count, UNITS[saying.part("unit")]),)


def nth_weekday(saying: Saying) -> Day:
    """`the last Friday of the month`."""
    number = WEEKDAYS[saying.part("weekday")]
    nth = -1 if saying.part("nth") == "last" else saying.amount("nth") or 1
    for months in (1,) if saying.part("which") == "next" else (0, 1):
        month = saying.now + relativedelta(months=months, day=31 if nth < 0 else 1)
        found = month + relativedelta(weekday=weekday(number, nth))
        if found >= saying.now:
            return (found,)
    return (None,)


def edge(saying: Saying) -> Day:
    """`end of the month`, `mid-April`, `the beginning of next year`."""
    if saying.part("eod") or saying.part("period") == "day":
        return (saying.now,)
    part, period = saying.part("edge") or "end", saying.part("period") or "month"
    following = saying.part("which") == "next"
    if period == "week":
        return (_edge_of_week(saying.now, part, following),)
    if period == "year":
        month, day = {"end": (12, 31), "close": (12, 31), "last day": (12, 31)}.get(part, (1, 1))
        year = saying.now.year + (following or (month, day) == (1, 1))
        return (date(year, month, day),)
    if period in MONTHS:
        first = day_of_year(saying.now - relativedelta(day=1), MONTHS[period], 1)
        here = saying.now if saying.now.month == MONTHS[period] else (first or saying.now)
        return (_edge_of_month(here, part, here),)
    here = saying.now + relativedelta(months=following)
    return (_edge_of_month(here, part, saying.now),)


def _edge_of_month(here: date, part: str, today: date) -> date:
    day = {"start": 1, "beginning": 1, "top": 1, "middle": 15, "mid": 15}.get(part, 31)
    found = here + relativedelta(day=day)
    return (
        found
        if found >= min(today, here) and found >= today
        else here + relativedelta(months=1, day=day)
    )


def _edge_of_week(now: date, part: str, following: bool) -> date:
    number = {"start": 0, "beginning": 0, "top": 0, "middle": 2, "mid": 2}.get(part, 4)
    if following:
        return in_next_week(now, number)
    return now if now.weekday() == number else coming(now, number)


def nth_of_month(saying: Saying) -> Day:
    """`the first of next month`, `the 5th of the month`."""
    day = saying.amount("day") or 0
    if saying.part("period") == "year":
        return (date(saying.now.year + 1, 1, 1),) if day == 1 else None
    if saying.part("which") == "next":
        return (saying.now + relativedelta(months=1, day=day),) if 1 <= day <= 31 else None
    found = day_of_month(saying.now, day)
    return (found,) if found else None


def relative_word(saying: Saying) -> Day:
    """`today`, `tomorrow`, `the day after tomorrow`, `yesterday`."""
    word = saying.match[0]
    if "after" in word:
        return (saying.now + timedelta(days=2),)
    if word.startswith(("today", "tonight", "this")):
        return (saying.now,)
    return (saying.now + timedelta(days=-1 if word == "yesterday" else 1),)


def weekday_said(saying: Saying) -> Day:
    """`Friday`, `next Friday`, `this coming Tuesday`, `Friday week`, `last Monday`."""
    number = weekday_number(saying.part("weekday") or saying.part("near") or saying.part("bare"))
    which = saying.part("which")
    if which.startswith("next"):
        return (in_next_week(saying.now, number),)
    if which in {"last", "past", "this past"}:
        return (latest(saying.now, number),)
    later = saying.part("later").strip()
    if later.endswith("next week"):
        return (in_next_week(saying.now, number),)
    return (coming(saying.now, number) + timedelta(days=7 if later else 0),)


def ordinal(saying: Saying) -> Day:
    """`the fifteenth`, `by the 5th`; "the first" alone is no day."""
    tag = saying.part("day") or saying.part("alone") or saying.match[1]
    figure = saying.line.figure(tag)
    if saying.part("alone") and figure.spelled and figure.value < 4:
        return None
    if saying.today is None:
        return (None,)
    found = day_of_month(saying.today, int(figure.value))
    return (found,) if found else None
