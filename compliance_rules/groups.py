"""Signals that several rules mean together, under one name."""

from functools import cache
from pathlib import Path
from types import MappingProxyType

from calls.turn import Frozen
from datafiles import load_file

_FILE = Path(__file__).parent / "groups.yaml"


class Group(Frozen):
    """What the signals have in common, and which they are."""

    means: str
    signals: tuple[str, ...]


class _Groups(Frozen):
    groups: dict[str, Group]


@cache
def groups() -> MappingProxyType[str, Group]:
    """The groups that ship with the rules."""
    return MappingProxyType(load_file(_FILE, _Groups).groups)
