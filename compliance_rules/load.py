"""Packs, permissions and the signals of who listens, from their files; errors that teach."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from difflib import get_close_matches
from functools import cache
from pathlib import Path

from compliance_rules.own_rule import OwnRules
from compliance_rules.pack import Pack, PackFile
from compliance_rules.permissions import Permission
from compliance_rules.reuse import fail, resolved
from compliance_rules.rule import Reuse, Rule
from datafiles import DataFileError, load_file, load_text, text_of
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


def load_packs(folder: Path = PACKS, own: OwnRules = ()) -> tuple[Pack, ...]:
    """Every pack of a folder; raises `RuleError` naming all that is wrong in any file.

    A rule of the house's `own` takes the place of the one of its id, or stands beside the others.
    """
    files = sorted(folder.glob("*/pack.yaml"))
    if not files:
        raise RuleError((f"{folder}: no pack - a folder with a pack.yaml and rule files",))
    # Laid over again and again, what ships is read once.
    drawers = (
        _shipped_drawers() if own and folder == PACKS else _drawers(path.parent for path in files)
    )
    packs = _loaded(_with_own(drawers, own), load_permissions())
    faults = tuple(_wrongly_spoken_for({rule.id: rule for pack in packs for rule in pack.rules}))
    if faults:
        raise RuleError(faults)
    return packs


def load_pack(folder: Path, permissions: Mapping[str, Permission] | None = None) -> Pack:
    """The pack in a folder by itself; raises `RuleError` naming all that is wrong."""
    known = load_permissions() if permissions is None else permissions
    (pack,) = _loaded(_drawers([folder]), known)
    return pack


def choose_packs(packs: Sequence[Pack], names: Sequence[str]) -> tuple[Pack, ...]:
    """The packs of these ids, in this order; raises `RuleError` for one that is not there."""
    by_id = {pack.about.id: pack for pack in packs}
    missing = [name for name in names if name not in by_id]
    if missing:
        raise RuleError(
            tuple(f"packs: no pack {name!r} - one of {', '.join(by_id)}" for name in missing)
        )
    return tuple(by_id[name] for name in names)


@dataclass(frozen=True)
class _Drawer:
    """A pack's folder as it was read: its rules may still name rules of other folders.

    `texts` are those of the house's own rules, which need not be in their files yet.
    """

    folder: Path
    about: PackFile
    held: Mapping[Path, Rule | Reuse]
    texts: Mapping[Path, str] = field(default_factory=dict)


@cache
def _shipped_drawers() -> tuple[_Drawer, ...]:
    return _drawers(path.parent for path in sorted(PACKS.glob("*/pack.yaml")))


def _drawers(folders: Iterable[Path]) -> tuple[_Drawer, ...]:
    faults: list[str] = []
    drawers = [drawer for folder in folders if (drawer := _read(folder, faults))]
    if faults:
        raise RuleError((*faults, *_repeated(drawers)))
    return tuple(drawers)


def _with_own(drawers: Sequence[_Drawer], own: OwnRules) -> tuple[_Drawer, ...]:
    """The drawers with the house's own rules in the place of those of their ids."""
    faults: list[str] = []
    there = {drawer.about.id: drawer for drawer in drawers}
    for one in own:
        drawer, path = there.get(one.pack), Path(one.file)
        if drawer is None:
            faults.append(f"{one.file}:1: no pack {one.pack!r} - {', '.join(there)}")
            continue
        try:
            rule = rule_in(one.content, path)
            _demand_name(path, rule.id)
        except DataFileError as error:
            faults += str(error).splitlines()
            continue
        held = {at: other for at, other in drawer.held.items() if other.id != rule.id}
        texts = {**drawer.texts, path: one.content}
        there[one.pack] = replace(drawer, held={**held, path: rule}, texts=texts)
    if faults:
        raise RuleError(tuple(faults))
    return tuple(there.values())


def _loaded(drawers: Sequence[_Drawer], permissions: Mapping[str, Permission]) -> tuple[Pack, ...]:
    faults = list(_repeated(drawers))
    if faults:
        raise RuleError(tuple(faults))
    known = {held.id: held for drawer in drawers for held in drawer.held.values()}
    packs = tuple(_packed(drawer, known, permissions, faults) for drawer in drawers)
    if faults:
        raise RuleError(tuple(faults))
    return packs


def _read(folder: Path, faults: list[str]) -> _Drawer | None:
    """A folder's files; what is wrong in them is added to `faults`."""
    try:
        about = load_file(folder / "pack.yaml", PackFile)
        _demand_name(folder, about.id)
    except DataFileError as error:
        faults += str(error).splitlines()
        return None
    held: dict[Path, Rule | Reuse] = {}
    for path in sorted(folder.glob("*.yaml")):
        if path.name == "pack.yaml":
            continue
        try:
            rule = _load_rule(path)
            _demand_name(path, rule.id)
        except DataFileError as error:
            faults += str(error).splitlines()
        else:
            held[path] = rule
    return _Drawer(folder, about, held)


def _load_rule(path: Path) -> Rule | Reuse:
    """Which form it is shows before it is read as one, so that errors speak of that form alone."""
    return rule_in(text_of(path), path)


def rule_in(text: str, path: Path) -> Rule | Reuse:
    """A rule's file as it is written, its own or taken over."""
    takes_over = any(line.startswith("reuses:") for line in text.splitlines())
    if takes_over:
        return load_text(text, Reuse, str(path))
    return load_text(text, Rule, str(path))


def _packed(
    drawer: _Drawer,
    known: Mapping[str, Rule | Reuse],
    permissions: Mapping[str, Permission],
    faults: list[str],
) -> Pack:
    rules = []
    for path, held in drawer.held.items():
        try:
            text = drawer.texts.get(path)
            rule = resolved(held, known, path, text)
            _demand_known(path, rule, drawer.about, permissions, text)
            rules.append(rule)
        except DataFileError as error:
            faults += str(error).splitlines()
    own = frozenset(held.id for path, held in drawer.held.items() if path in drawer.texts)
    in_order = sorted(rules, key=lambda rule: rule.id) if own else rules
    return Pack(about=drawer.about, rules=tuple(in_order), own=own)


def _demand_known(
    path: Path,
    rule: Rule,
    about: PackFile,
    permissions: Mapping[str, Permission],
    text: str | None,
) -> None:
    if rule.law not in about.laws:
        fail(path, "law", f"no law {rule.law!r} in this pack - {', '.join(about.laws)}", text)
    for name in rule.all_permissions:
        if name not in permissions:
            fail(path, "permissions", f"no permission {name!r} - {', '.join(permissions)}", text)


def _wrongly_spoken_for(rules: Mapping[str, Rule]) -> Iterator[str]:
    """Rules that speak for one that is not there, or that speaks for them in turn."""
    for rule in rules.values():
        for name in rule.speaks_for:
            if name not in rules:
                near = get_close_matches(name, sorted(rules), n=3) or ["an id of a rule"]
                yield f"{rule.id}: speaks_for: no rule {name!r} - {', '.join(near)}"
            elif rule.id in _all_spoken_for(name, rules):
                yield f"{rule.id}: speaks_for: {name} speaks for it in turn - one of the two alone"


def _all_spoken_for(name: str, rules: Mapping[str, Rule]) -> set[str]:
    found: set[str] = set()
    open_ = [name]
    while open_:
        rule = rules.get(open_.pop())
        new = set(rule.speaks_for) - found if rule else set()
        found |= new
        open_ += new
    return found


def _demand_name(path: Path, name: str) -> None:
    """The file is called what it holds, so that a rule is found without a search."""
    found = path.name.removesuffix(".yaml")
    if found != name:
        raise DataFileError(str(path), (f"1: id: {name!r} stands in {found!r} - name them alike",))


def _repeated(drawers: Sequence[_Drawer]) -> Iterator[str]:
    seen: dict[str, str] = {}
    for drawer in drawers:
        for held in drawer.held.values():
            if held.id in seen:
                yield (
                    f"{drawer.about.id}/{held.id}.yaml:1: id: the rule is also in pack "
                    f"{seen[held.id]!r} - each id once"
                )
            seen[held.id] = drawer.about.id
