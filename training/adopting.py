"""The house's own rules: proposed by a trainer, proved, and adopted by a second person.

A proposal is a version like those of scenarios, and changes nothing. What is adopted stands as a
file in the data folder, over the rule that ships or beside the others, and is asked at once in
every process. Attempts keep their findings; `rechecking` lists who would be judged otherwise.
"""

import re
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any, ClassVar

from sqlite_utils import Database

from compliance_rules.load import PACKS
from compliance_rules.own_rule import OwnRules
from compliance_rules.own_rules import FOLDER_NAME, Usable, faults_of, own_file, own_paths, read_own
from compliance_rules.proposal import Proposal, proposed, unproved_among_all
from compliance_rules.shipped import checker_with
from datafiles import DataFileError, text_of
from training import own_files
from training.bench import check_writes
from training.errors import TrainingError
from training.models import Person, Role
from training.rights import ADOPTS
from training.store import Store

TAKEN_BACK = 0
_NAME = re.compile(r"[a-z_]+/[a-z]+(\.[a-z0-9_]+)+")
_WHAT = "rules"


@dataclass(frozen=True)
class OwnRuleFiles(own_files.OwnFiles):
    """Where the house's own rules are, and the store that keeps what was proposed."""

    kind: ClassVar[str] = "rules/"


@dataclass(frozen=True)
class Adoption:
    """When a version of a rule came into use, by whom and why; number 0: it was taken back."""

    name: str
    number: int
    by: str
    at: datetime
    reason: str


class NotYoursToAdopt(TrainingError):
    """A rule that somebody would bring into use whose part it is not."""

    def __init__(self, role: Role) -> None:
        who = f"{'an' if role.label[0] in 'aeiou' else 'a'} {role.label}"
        allowed = f"one of {', '.join(sorted(ADOPTS))} does"
        super().__init__(_WHAT, f"{who} adopts no rules", allowed)


def check_adopts(person: Person) -> None:
    """Raise `NotYoursToAdopt` where this person brings no rules into use."""
    if person.role not in ADOPTS:
        raise NotYoursToAdopt(person.role)


def own_rule_files(store: Store) -> OwnRuleFiles:
    """Those of an installation."""
    return OwnRuleFiles(store, store.folder / FOLDER_NAME)


def usable_rules(store: Store) -> Usable:
    """The own rules in use in an installation, and the files that cannot be used."""
    return read_own(own_rule_files(store).folder)


def check_named(name: str) -> None:
    """A name is a part of a path: anything but a pack and a rule could lead elsewhere."""
    if not _NAME.fullmatch(name):
        raise TrainingError(_WHAT, f"{name!r} is no rule", "a pack and an id: us_federal/fdcpa.new")


def named(pack: str, rule_id: str) -> str:
    """The name under which versions of an own rule are kept: its place in the folder."""
    return f"{pack}/{rule_id}"


def read_proposal(name: str, text: str, own: OwnRules) -> Proposal:
    """What a text proposes under this name among these own rules; raises `DataFileError`."""
    check_named(name)
    pack, _, rule_id = name.partition("/")
    found = proposed(text, Path(own_file(pack, rule_id)), checker_with(own), own, pack)
    if found.rule.id != rule_id:
        fault = f"1: id: {found.rule.id!r} - {rule_id!r}, as the file is named"
        raise DataFileError(own_file(pack, rule_id), (fault,))
    return found


def propose(
    store: Store, person: Person, name: str, text: str, reason: str, now: datetime, based_on: int
) -> own_files.Version:
    """Keep a rule as its next version; nothing is judged by it until somebody else adopts it."""
    check_writes(person, _WHAT)
    own_files.check_draft(text, reason)
    rule = _readable(store, name, text).rule
    draft = own_files.Draft(name, text, reason, based_on, rule.fingerprint)
    with store.writing() as db:
        return own_files.keep_in(db, own_rule_files(store), person, draft, now)


def proposals(store: Store, person: Person, name: str) -> tuple[own_files.Version, ...]:
    """The versions of a rule as they were proposed, the oldest first."""
    check_adopts(person)
    return own_files.kept_versions(own_rule_files(store), name)


def propose_again(
    store: Store, person: Person, name: str, number: int, now: datetime, based_on: int
) -> own_files.Version:
    """Propose an earlier version once more."""
    check_writes(person, _WHAT)
    text = own_files.wanted(own_rule_files(store), name, number).text
    return propose(store, person, name, text, own_files.once_more(number), now, based_on)


def wrote(kept: tuple[own_files.Version, ...], version: own_files.Version, person: Person) -> bool:
    """Whether somebody wrote a version, or another one that says the same."""
    return any(one.by_id == person.id and one.fingerprint == version.fingerprint for one in kept)


def adopt(
    store: Store, person: Person, name: str, number: int, reason: str, now: datetime
) -> Adoption:
    """Bring a version into use: it was written by somebody else, and keeps what it claims."""
    check_adopts(person)
    check_named(name)
    files, why = own_rule_files(store), own_files.one_line(reason, "say in a few words why")
    version = own_files.wanted(files, name, number)
    if wrote(own_files.kept_versions(files, name), version, person):
        wrong = "you wrote this version"
        raise TrainingError(f"{name}.yaml", wrong, "a second trainer or an administrator adopts it")
    before, proposal = _standing(files), _readable(store, name, version.text)
    faults = unproved_among_all(proposal, usable_rules(store).rules)
    if faults:
        wrong = f"it does not keep what it claims: {faults[0]}"
        raise TrainingError(f"{name}.yaml", wrong, "propose it once it is proved")
    with own_files.entering(files, name, version.text) as db:
        _check_as_proved(files, name, before)
        return _entered(db, person, name, number, why, now)


def take_back(store: Store, person: Person, name: str, reason: str, now: datetime) -> Adoption:
    """Ask the rule as it ships again, or one that only the house has no more."""
    check_adopts(person)
    check_named(name)
    files, why = own_rule_files(store), own_files.one_line(reason, "say in a few words why")
    if not files.path(name).is_file():
        raise TrainingError(
            f"{name}.yaml", "no such rule of the house's own is in use", "one that is"
        )
    before, own = _standing(files), usable_rules(store).rules
    others = tuple(one for one in own if named(one.pack, one.id) != name)
    if faults := tuple(faults_of(others)):
        wrong = f"without it other rules cannot be used: {faults[0]}"
        raise TrainingError(f"{name}.yaml", wrong, "take those back first")
    with own_files.entering(files, name, None) as db:
        _check_as_proved(files, name, before)
        return _entered(db, person, name, TAKEN_BACK, why, now)


def adoptions(store: Store, person: Person) -> tuple[Adoption, ...]:
    """What came into use and was taken back, the oldest first."""
    check_adopts(person)
    sql = """select adoptions.*, people.name as by from adoptions
        join people on people.id = person_id order by adoptions.id"""
    with store.reading() as db:
        return tuple(map(_adoption, db.query(sql)))


def changed_by_hand(store: Store, person: Person, name: str, number: int) -> bool:
    """Whether the file says something else than the version that was adopted."""
    check_adopts(person)
    files = own_rule_files(store)
    return _held(files.path(name)) != own_files.wanted(files, name, number).text.encode()


def proposed_names(store: Store, person: Person) -> tuple[str, ...]:
    """Every rule of which somebody proposed a version, in the order of their names."""
    check_adopts(person)
    kind = OwnRuleFiles.kind
    sql = "select distinct name from file_versions where name like ? order by name"
    with store.reading() as db:
        return tuple(row["name"].removeprefix(kind) for row in db.query(sql, [f"{kind}%"]))


def rule_text(store: Store, name: str) -> str | None:
    """A rule's file as it is in use, the house's own before what ships; None where none is.

    A file of the house's own that cannot be read is left out, as it is where calls are checked.
    """
    check_named(name)
    own, ships = own_rule_files(store).path(name), PACKS / f"{name}.yaml"
    with suppress(DataFileError):
        return text_of(own)
    return text_of(ships) if ships.is_file() else None


def _standing(files: OwnRuleFiles) -> Mapping[Path, bytes | None]:
    """What the folder holds, by what takes no time: it is asked while nobody else can write."""
    return {path: _held(path) for path in own_paths(files.folder)}


def _held(path: Path) -> bytes | None:
    try:
        return path.read_bytes()
    except OSError:
        return None  # gone since, or not to be read: it stands in nobody's way


def _check_as_proved(files: OwnRuleFiles, name: str, before: Mapping[Path, bytes | None]) -> None:
    """It takes seconds to prove a rule among others, and meanwhile one of them may be another."""
    if _standing(files) != before:
        wrong = "another rule came into use or was taken back while this one was proved"
        raise TrainingError(f"{name}.yaml", wrong, "do it again: it is proved among those of now")


def _readable(store: Store, name: str, text: str) -> Proposal:
    try:
        return read_proposal(name, text, usable_rules(store).rules)
    except DataFileError as error:
        first = error.faults[0].strip()
        wrong = f"it has faults, the first in line {first}"
        raise TrainingError(f"{name}.yaml", wrong, "mend them first") from error


def _entered(
    db: Database, person: Person, name: str, number: int, why: str, now: datetime
) -> Adoption:
    row = {
        "name": name,
        "number": number,
        "person_id": person.id,
        "at": now.isoformat(),
        "reason": why,
    }
    db.table("adoptions").insert(row)
    return _adoption({**row, "by": person.name})


def _adoption(row: Mapping[str, Any]) -> Adoption:
    return Adoption(
        row["name"], row["number"], row["by"], datetime.fromisoformat(row["at"]), row["reason"]
    )
