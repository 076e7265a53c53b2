"""The trainer's bench: the house's own files, each change of them kept as a version.

The files stand in the data folder and are read as those that ship; a version is what one of them
said, with who wrote it, when and why.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import Any

from sqlite_utils import Database

from calls.errors import RecordError
from datafiles import DataFileError, load_text, text_of
from simulator.house import House
from simulator.library import FOLDER, Surroundings, open_text, scenario_files, surroundings
from simulator.scenario import Scenario, content_hash
from simulator.skeleton import check_name
from training.errors import TrainingError
from training.judging import LONGEST_SENTENCE
from training.models import Person, Role
from training.rights import WRITES
from training.store import Store

HOUSE = "house"
OWN_FOLDER = "scenarios"
"""Where in the data folder the house's own files are."""
LONGEST_FILE = 200_000
_FIRST = 0


@dataclass(frozen=True)
class Bench:
    """Where the house's own files are, and the store that keeps their versions."""

    store: Store
    folder: Path

    def path(self, name: str) -> Path:
        """The file of that name."""
        return self.folder / f"{name}.yaml"

    def around(self) -> Surroundings:
        """What a scenario may name: what ships, and the house's own."""
        return surroundings(FOLDER, self.folder)


@dataclass(frozen=True)
class Version:
    """What a file said at a time; `fingerprint` is that of the scenario, where it could be used."""

    name: str
    number: int
    text: str
    reason: str
    by: str
    by_id: str
    at: datetime
    fingerprint: str | None


class NotYoursToWrite(TrainingError):
    """A change of the house's files by somebody whose part it is not."""

    def __init__(self, role: Role) -> None:
        super().__init__(
            "scenarios",
            f"a {role.value.replace('_', ' ')} writes no scenarios",
            f"one of {', '.join(sorted(WRITES))} does",
        )


class SavedMeanwhile(TrainingError):
    """Somebody else saved the file since; `number` is their version."""

    def __init__(self, name: str, by: str, number: int) -> None:
        super().__init__(
            f"{name}.yaml",
            f"{by} saved version {number} while you wrote",
            "compare it under Versions, then save again; your words are still in the field",
        )
        self.number = number


def check_writes(person: Person) -> None:
    """Raise `NotYoursToWrite` where this person writes no scenarios."""
    if person.role not in WRITES:
        raise NotYoursToWrite(person.role)


def begin_file(
    bench: Bench, person: Person, name: str, text: str, reason: str, now: datetime
) -> Version:
    """A new file of the house's own, under a name that nothing has yet."""
    check_writes(person)
    _check_name(name, FOLDER, bench.folder)
    return save(bench, person, name, text, reason, now, _latest(bench, name))


def _check_name(name: str, *folders: Path) -> None:
    """A name is a part of a path: anything but letters and digits could lead elsewhere."""
    try:
        check_name(name, *folders)
    except RecordError as error:
        raise TrainingError(error.where, error.wrong, error.allowed) from error


def save(
    bench: Bench, person: Person, name: str, text: str, reason: str, now: datetime, based_on: int
) -> Version:
    """Keep a text as the next version of a file, and write the file.

    `based_on` is the number of the version that it was made from: where somebody else saved since,
    nothing is overwritten. A scenario may be kept with faults, and is then a draft that nobody can
    practise; the words of the house are in use at once, and so have to be whole.
    """
    check_writes(person)
    if name != HOUSE:
        _check_name(name)
    why = " ".join(reason.split())
    _check(bench, name, text, why)
    fingerprint = None if name == HOUSE else fingerprint_of(bench, name, text)
    row = {
        "name": name,
        "text": text,
        "fingerprint": fingerprint,
        "reason": why,
        "person_id": person.id,
        "at": now.isoformat(),
    }
    with bench.store.writing() as db:
        last = _rows(db, name)[-1:]
        number = last[0]["number"] if last else _FIRST
        if number != based_on:
            raise SavedMeanwhile(name, last[0]["by"], number)
        db.table("file_versions").insert({**row, "number": number + 1})
        _write(bench.path(name), text)
    return versions(bench, person, name)[-1]


def versions(bench: Bench, person: Person, name: str) -> tuple[Version, ...]:
    """The versions of a file, the oldest first."""
    check_writes(person)
    with bench.store.reading() as db:
        return tuple(map(_version, _rows(db, name)))


def restore(
    bench: Bench, person: Person, name: str, number: int, now: datetime, based_on: int
) -> Version:
    """Make an earlier version the present one: as a new version, so that nothing is lost."""
    wanted = next((one for one in versions(bench, person, name) if one.number == number), None)
    if wanted is None:
        raise TrainingError(f"{name}.yaml", f"there is no version {number}", "one from the list")
    reason = f"Version {number} once more"
    return save(bench, person, name, wanted.text, reason, now, based_on)


def opened(bench: Bench, name: str, text: str, around: Surroundings | None = None) -> Scenario:
    """The scenario that a text is under this name; raises `DataFileError` with its faults."""
    return open_text(text, bench.path(name), around or bench.around())


def opened_house(bench: Bench, text: str) -> House:
    """The house that a text is; raises `DataFileError` with its faults."""
    return load_text(text, House, str(bench.path(HOUSE)), "extends", (bench.folder, FOLDER))


def unfit(bench: Bench, text: str) -> tuple[DataFileError, ...]:
    """The scenarios that would no longer fit the house if it were as this text says."""
    around = bench.around()
    with_it = replace(around, houses={**around.houses, HOUSE: opened_house(bench, text)})
    files = (*scenario_files(FOLDER), *scenario_files(bench.folder))
    faults = ((path, _fault(path, with_it)) for path in files)
    return tuple(fault for path, fault in faults if fault and not _fault(path, around))


def _fault(path: Path, around: Surroundings) -> DataFileError | None:
    try:
        open_text(text_of(path), path, around)
    except DataFileError as error:
        return error
    return None


def fingerprint_of(bench: Bench, name: str, text: str) -> str | None:
    """What a text comes to as a scenario, people and house included; None where it has faults."""
    try:
        return content_hash(opened(bench, name, text))
    except DataFileError:
        return None


def _check(bench: Bench, name: str, text: str, reason: str) -> None:
    if not reason:
        raise TrainingError("reason", "it is missing", "say in a few words what you changed")
    if len(reason) > LONGEST_SENTENCE:
        longest = f"at most {LONGEST_SENTENCE} are possible"
        raise TrainingError("reason", f"it has {len(reason)} characters", longest)
    if len(text) > LONGEST_FILE:
        longest = f"at most {LONGEST_FILE} are possible"
        raise TrainingError("file", f"it has {len(text)} characters", longest)
    if name == HOUSE:
        try:
            opened_house(bench, text)
        except DataFileError as error:
            first = error.faults[0].strip()
            raise TrainingError(
                "house.yaml", f"it has faults, the first in line {first}", "mend them first"
            ) from error


def _latest(bench: Bench, name: str) -> int:
    with bench.store.reading() as db:
        return max((row["number"] for row in _rows(db, name)), default=_FIRST)


def _rows(db: Database, name: str) -> list[dict[str, Any]]:
    sql = """select file_versions.*, people.name as by from file_versions
        join people on people.id = person_id where file_versions.name = ? order by number"""
    return list(db.query(sql, (name,)))


def _version(row: Mapping[str, Any]) -> Version:
    return Version(
        name=row["name"],
        number=row["number"],
        text=row["text"],
        reason=row["reason"],
        by=row["by"],
        by_id=row["person_id"],
        at=datetime.fromisoformat(row["at"]),
        fingerprint=row["fingerprint"],
    )


def _write(path: Path, text: str) -> None:
    """All of it or nothing, whoever reads at the same time."""
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_suffix(".part")
    draft.write_text(text, encoding="utf-8")
    draft.replace(path)
