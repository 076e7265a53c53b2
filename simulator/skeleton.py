"""A new scenario file to start from: every part with what belongs into it."""

from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from calls.errors import RecordError
from simulator.library import FOLDER
from simulator.values import Id

_TEMPLATE = Path(__file__).with_name("skeleton.yaml")


def new_scenario(scenario_id: str, folder: Path = FOLDER) -> Path:
    """Write the file of a new scenario; raises `RecordError` where it cannot be made."""
    try:
        TypeAdapter(Id).validate_python(scenario_id)
    except ValidationError as error:
        allowed = "small letters, digits and '_', such as friday_for_sure"
        raise RecordError(
            "scenarios", f"{scenario_id!r} is no name of a scenario", allowed
        ) from error
    path = folder / f"{scenario_id}.yaml"
    if path.exists():
        raise RecordError("scenarios", f"{path.name} is there already", "another name")
    text = _TEMPLATE.read_text(encoding="utf-8").replace("new_scenario", scenario_id)
    path.write_text(text, encoding="utf-8")
    return path
