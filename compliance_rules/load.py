"""Packs, permissions and the signals of who listens, from their files; errors that teach."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from compliance_rules.permissions import Permission
from compliance_rules.rule import Pack, PackFile, Rule
from datafiles import DataFileError, load_file
from language.signals import SignalFamily

_HERE = Path(__file__).parent
PACKS = _HERE / "packs"
PERMISSIONS = _HERE / "permissions"
_LINE = _HERE / "line.yaml"


class RuleError(Exception):
    """Rule files that cannot be used: one line for each thing that is wrong."""

    def __init__(self, faults: tuple[str, ...]) -> None:
        super().__init__("\n".join(faults))
        self.faults = faults


def load_line(path: Path = _LINE) -> tuple[SignalFamily, ...]:
    """The signals that tell who is on the line."""
    return (load_file(path, SignalFamily),)


def load_permissions(folder: Path = PERMISSIONS) -> dict[str, Permission]:
    """Every permission by its id."""
    permissions: dict[str, Permission] = {}
    for path in sorted(folder.glob("*.yaml")):
        permission = load_file(path, Permission)
        _demand_name(path, permission.id)
        permissions[permission.id] = permission
    return permissions


def load_packs(folder: Path = PACKS) -> tuple[Pack, ...]:
    """Every pack of a folder; raises `RuleError` naming all that is wrong in any file."""
    files = sorted(folder.glob("*/pack.yaml"))
    if not files:
        raise RuleError((f"{folder}: no pack - a folder with a pack.yaml and rule files",))
    permissions = load_permissions()
    faults: list[str] = []
    packs = []
    for path in files:
        try:
            packs.append(load_pack(path.parent, permissions))
        except RuleError as error:
            faults += error.faults
    faults += _repeated(packs)
    if faults:
        raise RuleError(tuple(faults))
    return tuple(packs)


def choose_packs(packs: Sequence[Pack], names: Sequence[str]) -> tuple[Pack, ...]:
    """The packs of these ids, in this order; raises `RuleError` for one that is not there."""
    by_id = {pack.about.id: pack for pack in packs}
    missing = [name for name in names if name not in by_id]
    if missing:
        raise RuleError(
            tuple(f"packs: no pack {name!r} - one of {', '.join(by_id)}" for name in missing)
        )
    return tuple(by_id[name] for name in names)


def load_pack(folder: Path, permissions: Mapping[str, Permission] | None = None) -> Pack:
    """The pack in a folder; raises `RuleError` naming all that is wrong."""
    known = load_permissions() if permissions is None else permissions
    faults: list[str] = []
    rules: list[Rule] = []
    try:
        about = load_file(folder / "pack.yaml", PackFile)
        _demand_name(folder, about.id)
    except DataFileError as error:
        raise RuleError(tuple(str(error).splitlines())) from error
    for path in sorted(folder.glob("*.yaml")):
        if path.name == "pack.yaml":
            continue
        try:
            rules.append(_load_rule(path, about, known))
        except DataFileError as error:
            faults += str(error).splitlines()
    if faults:
        raise RuleError(tuple(faults))
    return Pack(about=about, rules=tuple(rules))


def _load_rule(path: Path, about: PackFile, permissions: Mapping[str, Permission]) -> Rule:
    rule = load_file(path, Rule)
    _demand_name(path, rule.id)
    if rule.law not in about.laws:
        _fail(path, "law", f"no law {rule.law!r} in this pack - {', '.join(about.laws)}")
    for name in rule.all_permissions:
        if name not in permissions:
            _fail(path, "permissions", f"no permission {name!r} - {', '.join(permissions)}")
    return rule


def _demand_name(path: Path, name: str) -> None:
    """The file is called what it holds, so that a rule is found without a search."""
    found = path.name.removesuffix(".yaml")
    if found != name:
        raise DataFileError(str(path), (f"1: id: {name!r} stands in {found!r} - name them alike",))


def _fail(path: Path, field: str, wrong: str) -> None:
    lines = path.read_text(encoding="utf-8").splitlines()
    line = next((n for n, text in enumerate(lines, 1) if text.startswith(f"{field}:")), 1)
    raise DataFileError(str(path), (f"{line}: {field}: {wrong}",))


def _repeated(packs: list[Pack]) -> Iterator[str]:
    seen: dict[str, str] = {}
    for pack in packs:
        for rule in pack.rules:
            if rule.id in seen:
                yield (
                    f"{pack.about.id}/{rule.id}.yaml:1: id: the rule is also in pack "
                    f"{seen[rule.id]!r} - each id once"
                )
            seen[rule.id] = pack.about.id
