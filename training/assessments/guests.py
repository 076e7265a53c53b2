"""Guests from a table or a list of names: who is to be invited, looked over before anybody is."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from pydantic import ValidationError

from training.assessments.inviting import Guest
from training.assessments.models import Adjustments
from training.errors import TrainingError
from training.people import checked_name
from training.tables import Line, NoTable, lines_of

COLUMNS = ("name", "extra_time", "no_clock", "pauses")
"""The first has to be there; the others say what is made easier, and may be left out."""
MOST = 500
_YES, _NO = frozenset({"yes", "y", "true", "1", "x"}), frozenset({"", "no", "n", "false", "0"})


@dataclass(frozen=True)
class GuestList:
    """What a table holds; with a fault in it nobody is invited."""

    guests: tuple[Guest, ...]
    faults: tuple[str, ...] = field(default=())


def guests_in(content: bytes) -> GuestList:
    """The guests of a CSV file, or of a list with one name in a line."""
    try:
        return _read(lines_of(content))
    except NoTable as error:
        return GuestList((), (str(error),))


def _read(lines: Sequence[Line]) -> GuestList:
    heads = [cell.casefold().replace(" ", "_") for cell in lines[0][1]] if lines else []
    has_heads = "name" in heads
    strange = [head for head in heads if head and head not in COLUMNS]
    if has_heads and strange:
        allowed = ", ".join(COLUMNS)
        return GuestList((), (f"There is no column {strange[0]!r}. Columns are {allowed}.",))
    if not has_heads and len(heads) > 1:
        return GuestList((), ("The first line has no column 'name'. One is needed.",))
    guests, faults, seen = list[Guest](), list[str](), dict[str, int]()
    for number, cells in lines[1:] if has_heads else lines:
        values = dict(zip(heads if has_heads else ["name"], cells, strict=False))
        try:
            guest = _guest(values)
        except TrainingError as error:
            faults.append(f"Line {number}: {error.where}: {error.wrong}. {error.allowed}.")
            continue
        first = seen.setdefault(guest.name.casefold(), number)
        if first != number:
            faults.append(
                f"Line {number}: {guest.name} stands in line {first} already. "
                "Add what tells them apart."
            )
        guests.append(guest)
    return GuestList(tuple(guests), (*faults, *_of_the_whole(len(guests) + len(faults))))


def _of_the_whole(count: int) -> Iterator[str]:
    if not count:
        yield "Nobody is named in it."
    if count > MOST:
        yield f"It names {count} people. At most {MOST} are invited at a time."


def _guest(values: dict[str, str]) -> Guest:
    try:
        easier = Adjustments(
            extra_time=_number(values, "extra_time"),
            no_clock=_told(values, "no_clock"),
            breaks=_number(values, "pauses"),
        )
    except ValidationError as error:
        first = error.errors()[0]
        raise TrainingError(str(first["loc"][0]), f"{first['input']!r}", first["msg"]) from error
    return Guest(checked_name(values.get("name", "")), easier)


def _number(values: dict[str, str], column: str) -> int:
    told = values.get(column, "").removesuffix("%").strip()
    if not told.isdecimal() and told:
        raise TrainingError(column, f"{told!r} is no number", "a whole number, or nothing")
    return int(told or 0)


def _told(values: dict[str, str], column: str) -> bool:
    told = values.get(column, "").casefold()
    if told not in _YES | _NO:
        raise TrainingError(column, f"{told!r} is neither yes nor no", "yes, no, or nothing")
    return told in _YES
