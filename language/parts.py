"""A payment in parts, each with its own day: "half now and the rest on the 15th"."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from language.reading import MoneyMention, Reading

_REST = re.compile(
    r"(?i)\b(?:the )?(?:rest|remainder|remaining (?:amount|balance)|other half|second half)\b"
)
_NOW = re.compile(r"(?i)\b(?:right now|now|up ?front|straight away|right away|down)\b")
_AND = re.compile(r"(?i)\b(?:and|then|plus|followed by)\b")
_COMMA = re.compile(r"[,;]")
_NO_PARTS = re.compile(
    r"(?i)\b(?:or|no|not|sorry|i mean|i meant|instead|rather|make that|otherwise|if)\b|\?"
)


@dataclass(frozen=True, slots=True)
class Part:
    """One payment of several: `money` is None for the rest, `day` where it is to be now."""

    money: MoneyMention | None
    day: date | None


@dataclass(frozen=True, slots=True)
class _Place:
    start: int
    end: int
    money: MoneyMention | None = None


def parts_in(reading: Reading, amounts: Sequence[MoneyMention]) -> tuple[Part, ...]:
    """The payments that these amounts of a turn are one after the other; none where they are not.

    Each has a day of its own, later than the one before; only the first can be now.
    """
    places = _places(reading, amounts)
    if len(places) < 2 or any(schedule.every for schedule in reading.schedules):
        return ()
    cuts = [_cut(reading.turn.text, one.end, other.start) for one, other in pairwise(places)]
    known = [cut for cut in cuts if cut is not None]
    if len(known) < len(cuts):
        return ()
    bounds = [0, *known, len(reading.turn.text)]
    days = [_day(reading, begin, end) for begin, end in pairwise(bounds)]
    if not _follow_each_other(days, now=bool(_NOW.search(reading.turn.text, 0, known[0]))):
        return ()
    return tuple(Part(place.money, day) for place, day in zip(places, days, strict=True))


def _places(reading: Reading, amounts: Sequence[MoneyMention]) -> list[_Place]:
    """Where the parts are named; the half of "the other half" is the rest."""
    named = [_Place(one.start, one.end, one) for one in amounts]
    rest = _REST.search(reading.turn.text, amounts[0].end) if amounts else None
    if rest is None:
        return named
    before = [place for place in named if place.end <= rest.start()]
    inside = [place for place in named if rest.start() <= place.start < rest.end()]
    whole = len(before) + len(inside) == len(named)
    return [*before, _Place(*rest.span())] if whole else []


def _cut(text: str, begin: int, end: int) -> int | None:
    """Where one part ends and the next begins; None where nothing joins them."""
    if _NO_PARTS.search(text, begin, end):
        return None
    link = next(_links(text, begin, end), None)
    return link.start() if link else None


def _links(text: str, begin: int, end: int) -> Iterator[re.Match[str]]:
    yield from _AND.finditer(text, begin, end)
    yield from _COMMA.finditer(text, begin, end)


def _day(reading: Reading, begin: int, end: int) -> date | None:
    """The one day that is named in this part."""
    days = {one.day for one in reading.dates if begin <= one.start < end}
    return days.pop() if len(days) == 1 else None


def _follow_each_other(days: Sequence[date | None], now: bool) -> bool:
    """Whether each part has a day, later than the one before; the first may be now."""
    first, rest = days[0], [day for day in days[1:] if day is not None]
    if len(rest) < len(days) - 1 or (first is None and not now):
        return False
    in_order = [*([first] if first else []), *rest]
    return all(one < other for one, other in pairwise(in_order))
