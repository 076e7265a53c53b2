"""The rules in use in this process: what ships, with the own rules of the house whose data it has.

An installation has one data folder, and whoever opens it says so once. Its files are looked at
whenever somebody asks for a checker, so that what is adopted in one process is in use in all.
"""

from functools import lru_cache
from pathlib import Path

from compliance_rules.checker import Checker
from compliance_rules.house import HouseFacts
from compliance_rules.own_rule import OwnRules
from compliance_rules.own_rules import FOLDER_NAME, Usable, own_paths, read_own, stray_paths
from compliance_rules.pack import Pack
from compliance_rules.shipped import ANY_HOUSE, checker_with, packs_with
from datafiles import DataFileError, Written, written


class _InUse:
    """The folder of own rules of this process; none until somebody opens an installation."""

    folder: Path | None = None


def use_rules_of(data_folder: Path | None) -> None:
    """From now on this process asks the own rules of this installation; None: what ships alone."""
    _InUse.folder = None if data_folder is None else data_folder / FOLDER_NAME


def own_in_use() -> OwnRules:
    """The house's own rules by which calls are checked here."""
    return _usable().rules


def broken_in_use() -> tuple[DataFileError, ...]:
    """Files of the house's own that were left out, and why."""
    return _usable().broken


def packs_in_use() -> tuple[Pack, ...]:
    """Every pack, as this house has it."""
    return packs_with(own_in_use())


def checker_in_use(house: HouseFacts = ANY_HOUSE, packs: tuple[str, ...] | None = None) -> Checker:
    """The rules by which calls are checked here: of all packs, or of those with these ids."""
    return checker_with(own_in_use(), house, packs)


def _usable() -> Usable:
    folder = _InUse.folder
    if folder is None or not folder.is_dir():
        return Usable()
    return _read(folder, written((*own_paths(folder), *stray_paths(folder))))


@lru_cache(maxsize=4)
def _read(folder: Path, _key: Written) -> Usable:
    return read_own(folder)
