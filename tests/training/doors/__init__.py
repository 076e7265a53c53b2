"""Which way each public function of `training` is barred: the tables that the rights are tested by.

Each table is a file for one area, a line a function: a door (`owns`), a door `, candidates too`,
`a candidate's own`, `apart: ` with the reason, or `without a person`. The walk finds the functions
by itself. One that takes the acting person and stands in no line fails a test, so that whoever
writes it says whom it lets in.
"""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterator, Mapping
from enum import Enum, auto
from importlib import import_module
from pathlib import Path
from pkgutil import walk_packages
from types import FunctionType

import training
from datafiles import read_text
from training.models import Purpose, Role
from training.rights import (
    ADOPTS,
    ASSIGNS,
    COACHES,
    HIRES,
    JUDGES,
    MANAGES,
    READS,
    READS_ACCESS_LOG,
    REPORTS,
    SIGNS_OFF,
    WRITES,
)


class Door(Enum):
    """Whom a function lets in."""

    MAKES = auto()
    """Everybody: it makes something of the person's own, or ends it, and reaches nothing else."""
    LISTS = auto()
    """Everybody: it tells what is the person's own, and nothing else."""
    OWNS = auto()
    """Whose attempt it is, in whatever role; nobody else."""
    READS = auto()
    """Whose attempt it is, and the roles that read others' of its purpose once handed in."""
    JUDGES = auto()
    """The roles that judge others' attempts of its purpose; never whose attempt it is."""
    JUDGE_ALL = auto()
    """The roles that judge anything at all."""
    ASSIGNS = auto()
    COACHES = auto()
    REPORTS = auto()
    MANAGES = auto()
    READS_LOG = auto()
    WRITES = auto()
    ADOPTS = auto()
    HIRES = auto()
    SIGNS_OFF = auto()


_ALSO = ", candidates too"
_A_CANDIDATES = "a candidate's own"
_APART = "apart: "
_NOBODY = "without a person"


def _lines() -> Iterator[tuple[str, str]]:
    """Each function with what the tables say of it; one that stands in two is a fault."""
    been: set[str] = set()
    for path in sorted(Path(__file__).parent.glob("*.yaml")):
        for name, said in read_text(path.read_text(encoding="utf-8"), path.name).items():
            if name in been:
                raise ValueError(f"{path.name}: {name!r} stands in another table as well")
            been.add(name)
            yield name, said


_SAID = dict(_lines())

FOR_CANDIDATES = frozenset(name for name, said in _SAID.items() if said.endswith(_ALSO))
"""What a candidate plays their work sample with, and the store below it; all else is barred."""

OF_A_CANDIDATE = tuple(name for name, said in _SAID.items() if said == _A_CANDIDATES)
"""What a candidate does with their own work sample, asked in a test of its own."""

APART = {
    **dict.fromkeys(OF_A_CANDIDATE, "the candidate whose sample it is: asked in a test of its own"),
    **{name: said.removeprefix(_APART) for name, said in _SAID.items() if said.startswith(_APART)},
}
"""Functions that are let through with a reason; what says a list is tested as a list."""

WITHOUT_A_PERSON = {name for name, said in _SAID.items() if said == _NOBODY}
"""What reaches the store for nobody in particular: ways in, the chain, and the command line's."""

DOORS: Mapping[str, Door] = {
    name: Door[said.removesuffix(_ALSO).replace(" ", "_").upper()]
    for name, said in _SAID.items()
    if name not in APART and name not in WITHOUT_A_PERSON
}


def lets_in(name: str, role: Role, *, own: bool, purpose: Purpose) -> bool:
    """What `training.rights` says of it."""
    barred = role is Role.CANDIDATE and name not in FOR_CANDIDATES
    return not barred and _is_open(DOORS[name], role, own=own, purpose=purpose)


def _is_open(door: Door, role: Role, *, own: bool, purpose: Purpose) -> bool:
    match door:
        case Door.MAKES | Door.LISTS:
            return True
        case Door.OWNS:
            return own
        case Door.READS:
            return own or purpose in READS[role]
        case Door.JUDGES:
            return not own and purpose in JUDGES[role]
        case Door.JUDGE_ALL:
            return bool(JUDGES[role])
        case _:
            return role in _BY_ROLE_ALONE[door]


_BY_ROLE_ALONE: Mapping[Door, frozenset[Role]] = {
    Door.ASSIGNS: ASSIGNS,
    Door.COACHES: COACHES,
    Door.REPORTS: REPORTS,
    Door.MANAGES: MANAGES,
    Door.READS_LOG: READS_ACCESS_LOG,
    Door.WRITES: WRITES,
    Door.ADOPTS: ADOPTS,
    Door.HIRES: HIRES,
    Door.SIGNS_OFF: SIGNS_OFF,
}


def functions() -> Iterator[tuple[str, Callable[..., object]]]:
    """Every public function of `training` that reaches the store or is told who is acting."""
    for found in walk_packages(training.__path__, "training."):
        inside = found.name.removeprefix("training.")
        if inside.partition(".")[0] in {"migrations", "connections"}:
            continue
        module = import_module(found.name)
        for name, one in vars(module).items():
            if isinstance(one, FunctionType) and _is_public(one, module.__name__, name):
                yield f"{inside}.{name}", one
            elif isinstance(one, type) and one.__module__ == module.__name__:
                for method, body in vars(one).items():
                    if isinstance(body, FunctionType) and _is_door(body, method):
                        yield f"{inside}.{name}.{method}", body


def _is_public(one: FunctionType, module: str, name: str) -> bool:
    ours = one.__module__ == module and not name.startswith("_")
    return ours and bool({"store", "db", "person"} & _parameters(one).keys())


def _parameters(one: FunctionType) -> Mapping[str, inspect.Parameter]:
    return inspect.signature(one).parameters


def _is_door(method: FunctionType, name: str) -> bool:
    return not name.startswith("_") and "person" in _parameters(method)
