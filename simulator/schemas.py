"""JSON Schemas of the files that authors write, so that an editor can help them."""

import json
from pathlib import Path

from pydantic import BaseModel

from simulator.house import House
from simulator.library import FOLDER
from simulator.persona import Persona
from simulator.scenario import Situation

_FILES: dict[str, type[BaseModel]] = {
    "house.schema.json": House,
    "persona.schema.json": Persona,
    "scenario.schema.json": Situation,
}


def schemas(folder: Path = FOLDER) -> dict[Path, str]:
    """Every schema file and what must stand in it."""
    return {folder / name: _render(model) for name, model in _FILES.items()}


def _render(model: type[BaseModel]) -> str:
    schema = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        **model.model_json_schema(),
    }
    return json.dumps(schema, indent=2, ensure_ascii=False) + "\n"
