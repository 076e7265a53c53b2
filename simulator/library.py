"""Scenarios, personas and the house, loaded from their folder and checked against each other."""

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
    """Every scenario of the folder by id, easiest first."""
    personas, house = load_personas(folder), load_house(folder)
    found = [_complete(path, personas, house) for path in scenario_files(folder)]
    return {one.id: one for one in sorted(found, key=lambda one: (one.level, one.id))}


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
