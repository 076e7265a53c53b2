"""What is written from files and models: JSON Schemas for editors, and a list of all files."""

from pathlib import Path

from pydantic import BaseModel

from datafiles import render_schema
from simulator.house import House
from simulator.library import FOLDER, load_personas, load_scenarios
from simulator.persona import Persona
from simulator.scenario import Scenario, Situation

_FILES: dict[str, type[BaseModel]] = {
    "house.schema.json": House,
    "persona.schema.json": Persona,
    "scenario.schema.json": Situation,
}


def schemas(folder: Path = FOLDER) -> dict[Path, str]:
    """Every file that is written from others, and what must stand in it."""
    written = {folder / name: render_schema(model) for name, model in _FILES.items()}
    return {**written, folder / "README.md": _list(folder)}


def _list(folder: Path) -> str:
    scenarios = load_scenarios(folder).values()
    personas = load_personas(folder).values()
    return "\n".join(
        (
            "# What is there",
            "",
            "Written by `python cli.py schema`; how these files are made is told in",
            "[docs/scenarios.md](../docs/scenarios.md).",
            "",
            "| scenario | level | minutes | who may pick up | it teaches |",
            "|---|---|---|---|---|",
            *(_scenario_row(one) for one in scenarios),
            "",
            "| persona | who |",
            "|---|---|",
            *(f"| [{one.name}](personas/{one.id}.yaml) | {one.about} |" for one in personas),
            "",
        )
    )


def _scenario_row(one: Scenario) -> str:
    people = ", ".join(one.personas[answerer.persona].name for answerer in one.answered_by)
    link = f"[{one.title}]({one.id}.yaml)"
    return f"| {link} | {one.level} | {one.minutes} | {people} | {'; '.join(one.teaches)} |"
