"""Packs, permissions and the reader of all their patterns, opened from files."""

import hashlib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple
from weakref import WeakValueDictionary

from compliance_rules.checker import Checker
from compliance_rules.load import PACKS, PERMISSIONS, RuleError, load_packs, load_permissions
from compliance_rules.own_rule import OwnRules
from compliance_rules.pack import Pack
from compliance_rules.patterns import owner_of
from compliance_rules.permissions import Permission
from language.patterns import PatternError
from language.reader import Reader
from language.sides import refused


class Opened(NamedTuple):
    """All that is needed to check calls, but for the house."""

    packs: tuple[Pack, ...]
    permissions: Mapping[str, Permission]
    reader: Reader


def open_packs(folder: Path = PACKS, own: OwnRules = ()) -> Opened:
    """Every pack of a folder with its reader; raises `RuleError` naming all that is wrong."""
    packs, permissions = load_packs(folder, own), load_permissions()
    known = _READERS.get(patterns_of(packs, permissions))
    checker = Checker(packs, permissions=permissions, reader=known)
    try:
        opened = Opened(packs, permissions, checker.reader)
    except PatternError:
        raise RuleError(tuple(_refused(checker, folder))) from None
    remember_reader(opened)
    for rule in checker.rules:
        _ = rule.fingerprint  # kept with the rule, for each checker that is asked for its own
    return opened


_READERS: WeakValueDictionary[str, Reader] = WeakValueDictionary()
"""The readers of this process by their patterns: rules that differ in other things share one."""


def remember_reader(opened: Opened) -> None:
    """Whoever opens rules with the same patterns has the same reader."""
    _READERS.setdefault(patterns_of(opened.packs, opened.permissions), opened.reader)


def patterns_of(packs: tuple[Pack, ...], permissions: Mapping[str, Permission]) -> str:
    """What a reader is built from, as a few characters that change with it."""
    owners = Checker(packs, permissions=permissions).owners
    told = "\n".join(f"{name} {own.model_dump_json()}" for name, own in owners)
    return hashlib.sha256(told.encode()).hexdigest()


def _refused(checker: Checker, folder: Path) -> Iterator[str]:
    files = {
        rule.id: folder / pack.about.id / f"{rule.id}.yaml"
        for pack in checker.packs
        for rule in pack.rules
    } | {name: PERMISSIONS / f"{name}.yaml" for name in checker.permissions}
    for signal, pattern, why in refused(checker.families):
        path = files[owner_of(signal)]
        yield f"{path}:{_line_with(pattern, path)}: own: {why}"


def _line_with(pattern: str, path: Path) -> int:
    lines = path.read_text(encoding="utf-8").splitlines()
    return next((n for n, line in enumerate(lines, 1) if pattern in line), 1)
