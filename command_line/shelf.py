"""The scenarios and the house at hand: what ships, and the house's own in the data folder."""

from os import environ
from pathlib import Path

from simulator.house import House
from simulator.library import FOLDER, Shelf, main_house, open_scenarios
from training.bench import OWN_FOLDER
from training.store import data_folder

PROJECT = Path(__file__).parent.parent


def own_folder() -> Path:
    """Where the house's own files are."""
    return data_folder(environ, PROJECT) / OWN_FOLDER


def open_shelf() -> Shelf:
    """Every scenario that can be used, drafts too: who writes them plays them here."""
    return open_scenarios(FOLDER, own_folder())


def open_house() -> House:
    """The house that calls where nothing else is said."""
    return main_house(own_folder())
