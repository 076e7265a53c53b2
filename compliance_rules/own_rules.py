"""The house's own rules: files in its data folder that stand over those that ship, or beside them.

They are laid out as what ships: a folder for each pack, in it a file for each rule. What ships is
never written to. A file with which the rules cannot be opened is named and left out.
"""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from compliance_rules.load import PACKS, RuleError, load_packs
from compliance_rules.own_rule import OwnRule, OwnRules
from compliance_rules.patterns import families_of
from compliance_rules.rule import Rule
from datafiles import DataFileError, text_of
from language.sides import refused

FOLDER_NAME = "rules"
"""Where in a data folder the house's own rules are."""


class Usable(NamedTuple):
    """The own rules with which all rules can be opened, and why the others cannot be used."""

    rules: OwnRules = ()
    broken: tuple[DataFileError, ...] = ()


def own_file(pack: str, rule_id: str) -> str:
    """What errors call the file of an own rule, wherever the data folder is."""
    return f"{FOLDER_NAME}/{pack}/{rule_id}.yaml"


def read_own(folder: Path) -> Usable:
    """The house's own rules in a folder, as far as they can be used."""
    found: list[OwnRule] = []
    broken: list[DataFileError] = []
    for path in own_paths(folder):
        pack, rule_id = path.parent.name, path.stem
        try:
            found.append(OwnRule(pack, rule_id, text_of(path), own_file(pack, rule_id)))
        except DataFileError as error:
            broken.append(DataFileError(own_file(pack, rule_id), error.faults))
    usable = sifted(found)
    return Usable(usable.rules, (*broken, *usable.broken, *map(_astray, stray_paths(folder))))


def own_paths(folder: Path) -> tuple[Path, ...]:
    """The files of own rules, in the order of their names."""
    return tuple(sorted(folder.glob("*/*.yaml")))


def stray_paths(folder: Path) -> tuple[Path, ...]:
    """Files that lie in no pack's folder, and are no rule of any."""
    return tuple(sorted(path for path in folder.glob("*.yaml") if path.is_file()))


def _astray(path: Path) -> DataFileError:
    packs = sorted(one.parent.name for one in PACKS.glob("*/pack.yaml"))
    ships = next((one.parent.name for one in PACKS.glob(f"*/{path.name}")), None)
    there = own_file(ships or "PACK", path.stem)
    allowed = there if ships else f"{there}, PACK being one of {', '.join(packs)}"
    fault = f" lies in the folder of no pack, and is passed over - it belongs at {allowed}"
    return DataFileError(f"{FOLDER_NAME}/{path.name}", (fault,))


def sifted(own: Iterable[OwnRule]) -> Usable:
    """Those that can be used together; only where they cannot is each tried by itself."""
    every = tuple(own)
    if not any(True for _ in faults_of(every)):
        return Usable(every)
    good: OwnRules = ()
    broken: list[DataFileError] = []
    for one in every:
        if faults := tuple(faults_of((*good, one))):
            broken.append(DataFileError(one.file, tuple(told_of(one, fault) for fault in faults)))
        else:
            good = (*good, one)
    return Usable(good, tuple(broken))


def faults_of(own: OwnRules) -> Iterator[str]:
    """All that is wrong where these stand over what ships, each with file and line."""
    try:
        packs = load_packs(own=own) if own else ()
    except RuleError as error:
        yield from error.faults
        return
    texts = {one.id: one for one in own}
    for pack in packs:
        for rule in pack.rules:
            if rule.id in pack.own and rule.reuses is None:
                yield from _unreadable(rule, texts[rule.id])


def _unreadable(rule: Rule, one: OwnRule) -> Iterator[str]:
    """Patterns that can be parsed and never found."""
    for _, pattern, why in refused(families_of(rule.id, rule.own)):
        lines = one.content.splitlines()
        line = next((n for n, text in enumerate(lines, 1) if pattern in text), 1)
        yield f"{one.file}:{line}: own: {why}"


def told_of(one: OwnRule, fault: str) -> str:
    """A fault as told of this file; what it breaks elsewhere is named behind its first line."""
    own = f"{one.file}:"
    return fault.removeprefix(own) if fault.startswith(own) else f"1: id: with it {fault}"
