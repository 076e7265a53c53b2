"""A new scenario file to start from: every part with what belongs into it."""

from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from calls.errors import RecordError
from simulator.library import FOLDER
from simulator.values import Id

_TEMPLATE = Path(__file__).with_name("skeleton.yaml")
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
