"""Scenarios, personas and houses, loaded from their folder and checked against each other."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from datafiles import DataFileError, line_of, load_file
from simulator.checks import faults
from simulator.house import House
from simulator.persona import Persona
from simulator.scenario import Scenario, Situation

FOLDER = Path(__file__).parent.parent / "scenarios"
_MAIN = "house"
_HOUSES = (f"{_MAIN}.yaml", f"{_MAIN}_*.yaml")

Part = TypeVar("Part")


def load_house(folder: Path = FOLDER, name: str = _MAIN) -> House:
    """A house by its file's name; who names none means the main one."""
    return _load_house(folder / f"{name}.yaml")


def load_personas(folder: Path = FOLDER) -> dict[str, Persona]:
    """Every persona by its id, which is its file's name."""
    return {path.stem: _load_persona(path) for path in _persona_files(folder)}


def load_scenario(path: Path) -> Scenario:
    """One scenario, with the personas and the houses of its folder."""
    houses = {one.stem: _load_house(one) for one in house_files(path.parent)}
    return _complete(path, load_personas(path.parent), houses)


def load_scenarios(folder: Path = FOLDER) -> dict[str, Scenario]:
    """Every scenario of the folder by id, easiest first; raises the fault of a broken file."""
    shelf = open_scenarios(folder)
    if shelf.broken:
        raise shelf.broken[0]
    return shelf.scenarios


@dataclass(frozen=True)
class Shelf:
    """The scenarios that can be used, easiest first, and what is wrong with files that cannot."""

    scenarios: dict[str, Scenario]
    broken: tuple[DataFileError, ...] = ()


def open_scenarios(folder: Path = FOLDER) -> Shelf:
    """Every scenario that can be used; a broken file stands in nobody's way but its own."""
    broken: list[DataFileError] = []
    others = (path for path in house_files(folder) if path.stem != _MAIN)
    houses = {_MAIN: load_house(folder), **_usable(others, _load_house, broken)}
    personas = _usable(_persona_files(folder), _load_persona, broken)
    found = _usable(
        scenario_files(folder), lambda path: _complete(path, personas, houses), broken
    ).values()
    easiest_first = sorted(found, key=lambda one: (one.level, one.id))
    return Shelf({one.id: one for one in easiest_first}, tuple(broken))


def scenario_files(folder: Path = FOLDER) -> tuple[Path, ...]:
    """The files that hold scenarios."""
    return tuple(sorted({*folder.glob("*.yaml")} - {*house_files(folder)}))


def house_files(folder: Path = FOLDER) -> tuple[Path, ...]:
    """The files that hold houses: `house.yaml`, and those whose names begin with `house_`."""
    return tuple(sorted(path for name in _HOUSES for path in folder.glob(name)))


def _persona_files(folder: Path) -> tuple[Path, ...]:
    return tuple(sorted((folder / "personas").glob("*.yaml")))


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


def _load_house(path: Path) -> House:
    return load_file(path, House, extends="extends")


def _load_persona(path: Path) -> Persona:
    persona = load_file(path, Persona)
    if persona.id != path.stem:
        fault = f"{line_of(path, ('id',))}: id: a file is named after its id, got {persona.id!r}"
        raise DataFileError(str(path), (fault,))
    return persona


def _complete(path: Path, personas: Mapping[str, Persona], houses: Mapping[str, House]) -> Scenario:
    situation = load_file(path, Situation, extends="extends")
    found = [
        f"{line_of(path, fault.at)}: {fault.where}: {fault.wrong} - {fault.allowed}"
        for fault in faults(situation, path.stem, personas, houses)
    ]
    if found:
        raise DataFileError(str(path), tuple(found))
    named = {situation.consumer, *(one.persona for one in situation.answered_by)}
    for listed in situation.queue:
        named |= {listed.consumer, *(one.persona for one in listed.answered_by)}
    return Scenario(
        **dict(situation),
        personas={name: personas[name] for name in sorted(named)},
        house=houses[situation.called_by],
    )
