"""The scenarios of the house, loaded once for all tests."""

from pathlib import Path
from shutil import copy, copytree

from simulator.library import FOLDER, load_scenarios

EVERY = load_scenarios()
SCENARIOS = {name: one for name, one in EVERY.items() if not one.more_than_a_call}
"""Those that are one call with one person."""
CHANNELS = {name: one for name, one in EVERY.items() if one.more_than_a_call}
"""Those before a call or in writing."""


def with_one_scenario(folder: Path) -> Path:
    """This folder with one scenario in it, and all that it needs."""
    for name in ("house.yaml", "forgetful_payer.yaml"):
        copy(FOLDER / name, folder)
    copytree(FOLDER / "personas", folder / "personas")
    return folder
