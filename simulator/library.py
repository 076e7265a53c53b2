"""Scenarios, personas and houses, loaded from their folder and checked against each other."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from datafiles import DataFileError, line_in, load_file, load_text, text_of
from simulator.checks import faults
from simulator.house import House
from simulator.persona import Persona
from simulator.scenario import Scenario, Situation

FOLDER = Path(__file__).parent.parent / "scenarios"
PEOPLE = "personas"
"""The folder of the people, inside that of the scenarios."""
_MAIN = "house"
_HOUSES = (f"{_MAIN}.yaml", f"{_MAIN}_*.yaml")

Part = TypeVar("Part")


def load_house(folder: Path = FOLDER, name: str = _MAIN) -> House:
    """A house by its file's name; who names none means the main one."""
    return _load_house(folder / f"{name}.yaml")


def main_house(*folders: Path) -> House:
    """The house that calls where a scenario names none: what ships, unless a folder has its own."""
    own = [folder / f"{_MAIN}.yaml" for folder in reversed(folders)]
    houses = _usable(filter(Path.is_file, own), lambda path: _load_house(path, (FOLDER,)), [])
    return houses.get(_MAIN) or load_house()


def load_personas(folder: Path = FOLDER) -> dict[str, Persona]:
    """Every persona by its id, which is its file's name."""
    return {path.stem: _load_persona(path) for path in persona_files(folder)}


def load_scenario(path: Path) -> Scenario:
    """One scenario, with the personas and the houses of its folder."""
    houses = {one.stem: _load_house(one) for one in house_files(path.parent)}
    return _complete(path, Surroundings((path.parent,), load_personas(path.parent), houses))


def load_scenarios(folder: Path = FOLDER) -> dict[str, Scenario]:
    """Every scenario of the folder by id, easiest first; raises the fault of a broken file."""
    shelf = open_scenarios(folder)
    if shelf.broken:
        raise shelf.broken[0]
    return shelf.scenarios


@dataclass(frozen=True)
class Surroundings:
    """What a scenario may name: other scenarios to extend, people and houses; and broken files."""

    folders: tuple[Path, ...]
    personas: Mapping[str, Persona]
    houses: Mapping[str, House]
    broken: tuple[DataFileError, ...] = ()


@dataclass(frozen=True)
class Shelf:
    """The scenarios that can be used, easiest first, and what is wrong with files that cannot."""

    scenarios: dict[str, Scenario]
    broken: tuple[DataFileError, ...] = ()


def surroundings(*folders: Path) -> Surroundings:
    """The people and houses of some folders; of two houses of one name the later one counts.

    The first folder has the main house, or nothing can be used.
    """
    broken: list[DataFileError] = []
    houses = {_MAIN: load_house(folders[0])}
    personas: dict[str, Persona] = {}
    for number, folder in enumerate(folders):
        others = [path for path in house_files(folder) if number or path.stem != _MAIN]

        def load(path: Path) -> House:
            return _load_house(path, folders)

        houses |= _usable(others, load, broken)
        people = _usable(persona_files(folder), _load_persona, broken)
        personas |= _without_doubles(people, personas, folder / PEOPLE, broken)
    return Surroundings(folders, personas, houses, tuple(broken))


def open_scenarios(folder: Path = FOLDER, *more: Path) -> Shelf:
    """Every scenario that can be used; a broken file stands in nobody's way but its own.

    A further folder may hold a house in place of one of the same name; a scenario or a person has a
    name of its own there.
    """
    around = surroundings(folder, *more)
    broken, found = list(around.broken), dict[str, Scenario]()
    for one in around.folders:
        here = _usable(scenario_files(one), lambda path: _complete(path, around), broken)
        found |= _without_doubles(here, found, one, broken)
    easiest_first = sorted(found.values(), key=lambda one: (one.level, one.id))
    return Shelf({one.id: one for one in easiest_first}, tuple(broken))


def open_text(text: str, path: Path, around: Surroundings) -> Scenario:
    """The scenario that this text would be as that file; raises `DataFileError` with its faults."""
    situation = load_text(text, Situation, str(path), "extends", (path.parent, *around.folders))
    found = [
        f"{line_in(text, fault.at)}: {fault.where}: {fault.wrong} - {fault.allowed}"
        for fault in faults(situation, path.stem, around.personas, around.houses)
    ]
    if found:
        raise DataFileError(str(path), tuple(found))
    named = {situation.consumer, *(one.persona for one in situation.answered_by)}
    for listed in situation.queue:
        named |= {listed.consumer, *(one.persona for one in listed.answered_by)}
    return Scenario(
        **dict(situation),
        personas={name: around.personas[name] for name in sorted(named)},
        house=around.houses[situation.called_by],
    )


def scenario_files(folder: Path = FOLDER) -> tuple[Path, ...]:
    """The files that hold scenarios."""
    return tuple(sorted({*folder.glob("*.yaml")} - {*house_files(folder)}))


def house_files(folder: Path = FOLDER) -> tuple[Path, ...]:
    """The files that hold houses: `house.yaml`, and those whose names begin with `house_`."""
    return tuple(sorted(path for name in _HOUSES for path in folder.glob(name)))


def persona_files(folder: Path = FOLDER) -> tuple[Path, ...]:
    """The files that hold people."""
    return tuple(sorted((folder / PEOPLE).glob("*.yaml")))


def _usable(
    paths: Iterable[Path], load: Callable[[Path], Part], broken: list[DataFileError]
) -> dict[str, Part]:
    """What the files hold, by their names; the faults of those that cannot be used are added."""
    found: dict[str, Part] = {}
    for path in paths:
        try:
            found[path.stem] = load(path)
        except DataFileError as fault:
            broken.append(fault)
    return found


def _without_doubles(
    found: Mapping[str, Part],
    before: Mapping[str, Part],
    folder: Path,
    broken: list[DataFileError],
) -> dict[str, Part]:
    """What has a name that nothing has yet; the faults of the others are added."""
    for name in sorted(found.keys() & before.keys()):
        fault = f"1: id: {name!r} is the name of a file that is there already - another name"
        broken.append(DataFileError(str(folder / f"{name}.yaml"), (fault,)))
    return {name: part for name, part in found.items() if name not in before}


def _load_house(path: Path, folders: Sequence[Path] = ()) -> House:
    return load_file(path, House, "extends", folders)


def open_persona(text: str, path: Path) -> Persona:
    """The person that this text would be as that file; raises `DataFileError` with its faults."""
    persona = load_text(text, Persona, str(path))
    if persona.id != path.stem:
        fault = f"{line_in(text, ('id',))}: id: a file is named after its id, got {persona.id!r}"
        raise DataFileError(str(path), (fault,))
    return persona


def _load_persona(path: Path) -> Persona:
    return open_persona(text_of(path), path)


def _complete(path: Path, around: Surroundings) -> Scenario:
    return open_text(text_of(path), path, around)
