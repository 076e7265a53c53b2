"""A new scenario file to start from: every part with what belongs into it."""

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter, ValidationError

from calls.errors import RecordError
from datafiles import read_text
from simulator.fault import Fault
from simulator.library import FOLDER
from simulator.scenario import Scenario
from simulator.values import Id

_TEMPLATE = Path(__file__).with_name("skeleton.yaml")
_A_SENTENCE = 4
_WRITTEN: Any = {
    "teaches": True,
    "brief": {"who", "situation", "task"},
    "account": {"creditor"},
    "end_states": {"__all__": {"means"}},
    "poor_call": {"why"},
}
"""What is another in every scenario; much else of the sheet may be meant as it stands."""
_PERSON = Path(__file__).with_name("persona_sheet.yaml")


def new_scenario(scenario_id: str, folder: Path = FOLDER) -> Path:
    """Write the file of a new scenario; raises `RecordError` where it cannot be made."""
    check_name(scenario_id, folder)
    path = folder / f"{scenario_id}.yaml"
    path.write_text(skeleton(scenario_id), encoding="utf-8")
    return path


def skeleton(scenario_id: str) -> str:
    """The text of a new scenario, every part with what belongs into it."""
    return _TEMPLATE.read_text(encoding="utf-8").replace("new_scenario", scenario_id)


def still_the_sheet(scenario: Scenario) -> Iterator[Fault]:
    """Where a scenario still has the sheet's own words, once for each part of it."""
    named: set[tuple[str | int, ...]] = set()
    for at, text in _texts(scenario.model_dump(mode="json", include=_WRITTEN)):
        field = tuple(part for part in at if isinstance(part, str))
        if " ".join(text.split()) in _sheets_words() and field not in named:
            named.add(field)
            start = " ".join(text.split()[:6])
            yield Fault(at, f"still the sheet's words ({start} …)", "what it is here")


@cache
def _sheets_words() -> frozenset[str]:
    """What the sheet says, a few words at least; a single one may well be meant."""
    words = (" ".join(text.split()) for _, text in _texts(read_text(skeleton("mine"), "")))
    return frozenset(text for text in words if len(text.split()) >= _A_SENTENCE)


def _texts(value: Any, *at: str | int) -> Iterator[tuple[tuple[str | int, ...], str]]:
    if isinstance(value, str):
        yield at, value
    elif isinstance(value, dict | list | tuple):
        parts = value.items() if isinstance(value, dict) else enumerate(value)
        for name, part in parts:
            yield from _texts(part, *at, name)


def person_sheet(persona_id: str) -> str:
    """The text of somebody new, every part with what belongs into it."""
    return _PERSON.read_text(encoding="utf-8").replace("new_person", persona_id)


def check_name(scenario_id: str, *folders: Path) -> None:
    """Raise `RecordError` where a new scenario cannot have this name, or has it already."""
    try:
        TypeAdapter(Id).validate_python(scenario_id)
    except ValidationError as error:
        allowed = "small letters, digits and '_', such as friday_for_sure"
        raise RecordError(
            "scenarios", f"{scenario_id!r} is no name of a scenario", allowed
        ) from error
    if scenario_id.startswith("house"):
        allowed = "a name that does not begin with house"
        raise RecordError("scenarios", f"{scenario_id!r} is the name of a house", allowed)
    if any((folder / f"{scenario_id}.yaml").exists() for folder in folders):
        raise RecordError("scenarios", f"{scenario_id}.yaml is there already", "another name")
