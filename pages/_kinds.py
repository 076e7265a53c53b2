"""Kinds of the house's own files, as pages write them: where a text is from and where it goes."""

from collections.abc import Callable
from dataclasses import dataclass

from datafiles import text_of
from pages._floor import now
from pages._shipped import bench
from pages._who import acting
from simulator.library import FOLDER
from training.bench import HOUSE, restore, save, versions
from training.own_files import Version


@dataclass(frozen=True)
class Kind:
    """What the parts of a page ask of one kind of file, each by the file's name.

    `save` takes the text, the reason and the version it is based on, `restore` the number of an
    earlier one and the same. `unsaved_is_new`: a file that has no version yet is one to be saved.
    """

    id: str
    text: Callable[[str], str]
    versions: Callable[[str], tuple[Version, ...]]
    save: Callable[[str, str, str, int], Version]
    restore: Callable[[str, int, int], Version]
    unsaved_is_new: Callable[[str], bool] = lambda _name: False


def _scenario(name: str) -> str:
    path = bench().path(name)
    return text_of(path if path.is_file() else FOLDER / f"{name}.yaml")


SCENARIOS = Kind(
    id="bench",
    text=_scenario,
    versions=lambda name: versions(bench(), acting(), name),
    save=lambda name, text, why, on: save(bench(), acting(), name, text, why, now(), on),
    restore=lambda name, number, on: restore(bench(), acting(), name, number, now(), on),
    # A scenario that was put there by hand is no version yet, and so there is something to save.
    unsaved_is_new=lambda name: name != HOUSE,
)
