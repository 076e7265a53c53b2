"""The trainer's bench: the house's own files, each change of them kept as a version.

The files stand in the data folder and are read as those that ship; a version is what one of them
said, with who wrote it, when and why.
"""

from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from calls.errors import RecordError
from datafiles import DataFileError, load_text, text_of
from simulator.house import House
from simulator.library import (
    FOLDER,
    PEOPLE,
    Surroundings,
    open_persona,
    open_text,
    scenario_files,
    surroundings,
)
from simulator.persona import Persona
from simulator.scenario import Scenario, content_hash
from simulator.skeleton import check_name
from training import own_files
from training.errors import TrainingError
from training.models import Person, Role
from training.rights import WRITES

HOUSE = "house"
OWN_FOLDER = "scenarios"
"""Where in the data folder the house's own files are."""
PERSON = f"{PEOPLE}/"
"""What the name of a file begins with that holds a person."""


@dataclass(frozen=True)
class Bench(own_files.OwnFiles):
    """Where the house's own scenarios and words are, and the store that keeps their versions."""

    def around(self) -> Surroundings:
        """What a scenario may name: what ships, and the house's own."""
        return surroundings(FOLDER, self.folder)


class NotYoursToWrite(TrainingError):
    """A change of the house's files by somebody whose part it is not."""

    def __init__(self, role: Role, what: str) -> None:
        super().__init__(
            what,
            f"{'an' if role.label[0] in 'aeiou' else 'a'} {role.label} writes no {what}",
            f"one of {', '.join(sorted(WRITES))} does",
        )


def check_writes(person: Person, what: str = "scenarios") -> None:
    """Raise `NotYoursToWrite` where this person writes no scenarios and what goes with them."""
    if person.role not in WRITES:
        raise NotYoursToWrite(person.role, what)


def begin_file(
    bench: Bench, person: Person, name: str, text: str, reason: str, now: datetime
) -> own_files.Version:
    """A new file of the house's own, under a name that nothing has yet."""
    check_writes(person)
    inside = Path(name).parent
    _check_name(name, FOLDER / inside, bench.folder / inside)
    return save(bench, person, name, text, reason, now, own_files.latest(bench, name))


def _check_name(name: str, *folders: Path) -> None:
    """A name is a part of a path: anything but letters and digits could lead elsewhere."""
    try:
        check_name(name.removeprefix(PERSON), *folders)
    except RecordError as error:
        raise TrainingError(error.where, error.wrong, error.allowed) from error


def save(
    bench: Bench, person: Person, name: str, text: str, reason: str, now: datetime, based_on: int
) -> own_files.Version:
    """Keep a text as the next version of a file, and write the file.

    `based_on` is the number of the version that it was made from: where somebody else saved since,
    nothing is overwritten. A scenario may be kept with faults, and is then a draft that nobody can
    practise; the house and the people are in use at once, and so have to be whole.
    """
    check_writes(person)
    if name != HOUSE:
        _check_name(name)
    own_files.check_draft(text, reason)
    if not is_scenario(name):
        _check_whole(bench, name, text)
    fingerprint = fingerprint_of(bench, name, text) if is_scenario(name) else None
    draft = own_files.Draft(name, text, reason, based_on, fingerprint)
    return own_files.keep(bench, person, draft, now)


def versions(bench: Bench, person: Person, name: str) -> tuple[own_files.Version, ...]:
    """The versions of a file, the oldest first."""
    check_writes(person)
    return own_files.kept_versions(bench, name)


def restore(
    bench: Bench, person: Person, name: str, number: int, now: datetime, based_on: int
) -> own_files.Version:
    """Make an earlier version the present one: as a new version, so that nothing is lost."""
    check_writes(person)
    text = own_files.wanted(bench, name, number).text
    return save(bench, person, name, text, own_files.once_more(number), now, based_on)


def opened(bench: Bench, name: str, text: str, around: Surroundings | None = None) -> Scenario:
    """The scenario that a text is under this name; raises `DataFileError` with its faults."""
    return open_text(text, bench.path(name), around or bench.around())


def opened_person(bench: Bench, name: str, text: str) -> Persona:
    """The person that a text is; raises `DataFileError` with its faults."""
    return open_persona(text, bench.path(name))


def is_scenario(name: str) -> bool:
    """Whether a file of that name holds a scenario, and neither the house nor a person."""
    return name != HOUSE and not name.startswith(PERSON)


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


def _check_whole(bench: Bench, name: str, text: str) -> None:
    """A house or a person with faults would stand in the way of every scenario that names them."""
    try:
        opened_house(bench, text) if name == HOUSE else opened_person(bench, name, text)
    except DataFileError as error:
        first = error.faults[0].strip()
        raise TrainingError(
            f"{name}.yaml", f"it has faults, the first in line {first}", "mend them first"
        ) from error
