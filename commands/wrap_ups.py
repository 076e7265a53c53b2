"""The wrap-up of a recorded call from a file: a note alone, or all that is left behind."""

from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Annotated

from pydantic import Field

from calls.disposition import Disposition
from calls.errors import RecordError
from calls.money import Arrangement, Instalment, Money
from calls.state import WrapUp
from calls.turn import Frozen
from datafiles import DataFileError, line_of, load_file
from simulator.house import House
from training.wrap_up import LONGEST_NOTE

YAML = (".yaml", ".yml", ".json")
"""How a file ends that holds more than the words of a note."""


class Row(Frozen):
    """One payment that was recorded: how much, in the money of the place, on which day."""

    amount: Annotated[Decimal, Field(gt=0, decimal_places=2)]
    due: date


class LeftBehind(Frozen):
    """What a wrap-up holds, by the names that it has everywhere."""

    notes: Annotated[str, Field(max_length=LONGEST_NOTE)] = ""
    disposition: Disposition | None = None
    arrangement: tuple[Row, ...] = ()
    method: str | None = None
    follow_up: date | None = None
    flags: tuple[str, ...] = ()

    @property
    def names_days(self) -> bool:
        """Whether it can only be compared with a call of which the day is known."""
        return bool(self.arrangement) or self.follow_up is not None


def load_wrap_up(path: Path, house: House, day: date | None) -> WrapUp:
    """The wrap-up in a file, of a call on that day; raises with file, line and what is allowed.

    YAML may say what the house offers and nothing else; any other file is the note as it stands.
    """
    if path.suffix.casefold() not in YAML:
        return WrapUp(notes=_note(path))
    left = _loaded(path)
    faults = (*_not_offered(path, left, house), *_without_a_day(path, left, day))
    if faults:
        raise DataFileError(str(path), faults)
    return WrapUp(
        notes=left.notes.strip(),
        disposition=left.disposition,
        arrangement=_arrangement(left, house.currency),
        follow_up=left.follow_up,
        flags=frozenset(left.flags),
    )


def _loaded(path: Path) -> LeftBehind:
    """The file; an entry that does not exist is told which do."""
    try:
        return load_file(path, LeftBehind)
    except DataFileError as error:
        raise DataFileError(error.file, tuple(map(_taught, error.faults))) from None


def _taught(fault: str) -> str:
    unknown = "Extra inputs are not permitted" in fault
    return f"{fault} - one of {', '.join(LeftBehind.model_fields)}" if unknown else fault


def _note(path: Path) -> str:
    try:
        text = path.read_text("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise RecordError(str(path), f"cannot be read ({error})", "a UTF-8 text file") from None
    if not text.strip():
        raise RecordError(f"{path}:1", "there is no note in it", "the words of the note, or YAML")
    if len(text) > LONGEST_NOTE:
        wrong = f"this note has {len(text)} characters"
        raise RecordError(f"{path}:1", wrong, f"at most {LONGEST_NOTE} are possible")
    return text.strip()


def _not_offered(path: Path, left: LeftBehind, house: House) -> tuple[str, ...]:
    """What the desk of this house does not offer, each with its line."""
    flags = tuple(one.id for one in house.flags)
    faults = [
        _fault(path, ("flags", n), flag, flags)
        for n, flag in enumerate(left.flags)
        if flag not in flags
    ]
    if left.disposition is not None and left.disposition not in house.dispositions:
        faults.append(_fault(path, ("disposition",), left.disposition, house.dispositions))
    if left.method is not None and left.method not in house.method_labels:
        faults.append(_fault(path, ("method",), left.method, house.method_labels))
    if left.method is not None and not left.arrangement:
        at = line_of(path, ("method",))
        faults.append(f"{at}: method: nothing is paid by it - rows under arrangement, or no method")
    return tuple(faults)


def _fault(path: Path, field: tuple[str | int, ...], got: str, allowed: tuple[str, ...]) -> str:
    name = ".".join(map(str, field))
    return (
        f"{line_of(path, field)}: {name}: {str(got)!r} is not offered - one of {', '.join(allowed)}"
    )


def _without_a_day(path: Path, left: LeftBehind, day: date | None) -> tuple[str, ...]:
    if day is not None or not left.names_days:
        return ()
    field = "arrangement" if left.arrangement else "follow_up"
    told = "the call does not say its own day, so no day can be compared with it"
    allowed = "began_at: 2026-03-10T18:32:00-05:00 above the first turn of the call"
    return (f"{line_of(path, (field,))}: {field}: {told} - {allowed}",)


def _arrangement(left: LeftBehind, currency: str) -> Arrangement | None:
    if not left.arrangement:
        return None
    rows = tuple(
        Instalment(amount=Money.of(row.amount, currency), due=row.due) for row in left.arrangement
    )
    return Arrangement(instalments=rows, method=left.method)
