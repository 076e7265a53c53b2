"""Scenarios, personas and the house, loaded from their folder and checked against each other."""

from dataclasses import dataclass
from pathlib import Path

from datafiles import DataFileError, line_of, load_file
from simulator.checks import faults
from simulator.house import House
from simulator.persona import Persona
from simulator.scenario import Scenario, Situation

FOLDER = Path(__file__).parent.parent / "scenarios"


def load_house(folder: Path = FOLDER) -> House:
    """The house that calls."""
    return load_file(folder / "house.yaml", House)


def load_personas(folder: Path = FOLDER) -> dict[str, Persona]:
    """Every persona by its id, which is its file's name."""
    files = sorted((folder / "personas").glob("*.yaml"))
    return {path.stem: _load_persona(path) for path in files}


def load_scenario(path: Path) -> Scenario:
    """One scenario, with the personas and the house of its folder."""
    return _complete(path, load_personas(path.parent), load_house(path.parent))


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
    house = load_house(folder)
    personas: dict[str, Persona] = {}
    found: list[Scenario] = []
    broken: list[DataFileError] = []
    for path in sorted((folder / "personas").glob("*.yaml")):
        try:
            personas[path.stem] = _load_persona(path)
        except DataFileError as fault:
            broken.append(fault)
    for path in scenario_files(folder):
        try:
            found.append(_complete(path, personas, house))
        except DataFileError as fault:
            broken.append(fault)
    easiest_first = sorted(found, key=lambda one: (one.level, one.id))
    return Shelf({one.id: one for one in easiest_first}, tuple(broken))


def scenario_files(folder: Path = FOLDER) -> tuple[Path, ...]:
    """The files that hold scenarios."""
    return tuple(path for path in sorted(folder.glob("*.yaml")) if path.name != "house.yaml")


def _load_persona(path: Path) -> Persona:
    persona = load_file(path, Persona)
    if persona.id != path.stem:
        fault = f"{line_of(path, ('id',))}: id: a file is named after its id, got {persona.id!r}"
        raise DataFileError(str(path), (fault,))
    return persona


def _complete(path: Path, personas: dict[str, Persona], house: House) -> Scenario:
    situation = load_file(path, Situation, extends="extends")
    found = [
        f"{line_of(path, fault.at)}: {fault.where}: {fault.wrong} - {fault.allowed}"
        for fault in faults(situation, path.stem, personas, house)
    ]
    if found:
        raise DataFileError(str(path), tuple(found))
    named = {situation.consumer, *(one.persona for one in situation.answered_by)}
    return Scenario(
        **dict(situation),
        personas={name: personas[name] for name in sorted(named)},
        house=house,
    )
