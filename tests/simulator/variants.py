"""Variants of shipped scenarios, written as an author writes them and loaded like any."""

import shutil
from pathlib import Path
from textwrap import dedent

from simulator.library import FOLDER, load_scenario
from simulator.scenario import Scenario

_SHORT_SHELF = ("forgetful_payer", "laid_off_three_weeks_ago", "room_mate_picks_up")


def short_shelf(folder: Path) -> Path:
    """The folder with the houses, everybody's lives and three scenarios, to be spoilt.

    Faults of a file are told alike among three and among all, and three are loaded at once.
    """
    houses = (path.stem for path in FOLDER.glob("house*.yaml"))
    shutil.copytree(FOLDER / "personas", folder / "personas")
    for name in (*houses, *_SHORT_SHELF):
        shutil.copy(FOLDER / f"{name}.yaml", folder)
    return folder


def variant(folder: Path, of: str, more: str) -> Scenario:
    """The scenario that extends `of` by these lines of YAML."""
    for name in ("house.yaml", f"{of}.yaml"):
        shutil.copy(FOLDER / name, folder)
    shutil.copytree(FOLDER / "personas", folder / "personas", dirs_exist_ok=True)
    path = folder / "a_variant.yaml"
    path.write_text(f"id: a_variant\nextends: {of}\n{dedent(more)}", encoding="utf-8")
    return load_scenario(path)
