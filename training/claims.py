"""Practice from before there were accounts: asked for by its owner, given by an administrator.

Whoever typed a name acted under it, so that a name alone proves nothing: somebody who knows the
people says whose it is. What is given moves to the account, as it is, with its dates.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlite_utils import Database

from training.access_log import Deed, log
from training.chain import Why, bury, enter_anew
from training.errors import TrainingError
from training.managing import check_manages
from training.models import Person, Role
from training.people import as_shown
from training.practising import check_practises
from training.store import Store


@dataclass(frozen=True)
class LocalName:
    """A name and role that somebody practised under without an account."""

    id: str
    name: str
    role: Role
    attempts: int
    last_at: datetime | None


@dataclass(frozen=True)
class Claim:
    """Somebody says that a local name is theirs; `granted` is None until somebody decides."""

    id: int
    by: str
    local: LocalName
    asked_at: datetime
    granted: bool | None


def names_like(store: Store, person: Person) -> tuple[LocalName, ...]:
    """Local names that are the person's own name, with something kept, and not asked for yet."""
    check_practises(person)
    sql = f"""{_LOCAL} where name_key = ? and {_UNCLAIMED} and people.id not in (
        select person_id from claims where account_id = ? and (granted is null or not granted))"""  # noqa: S608 - fixed parts
    with store.reading() as db:
        rows = [_local(row) for row in db.query(sql, (person.name.casefold(), person.id))]
    return tuple(one for one in rows if one.attempts)


def claim(store: Store, person: Person, name: str, role: Role, now: datetime) -> Claim:
    """Ask for what was done under a local name; the same again is asked once."""
    check_practises(person)
    sql = f"{_LOCAL} where name_key = ? and role = ? and {_UNCLAIMED}"
    with store.writing() as db:
        _check_account(db, person)
        key = as_shown(name).casefold()
        row = next(db.query(sql, (key, role.value)), None)
        if row is None:
            raise TrainingError(
                "name",
                f"nobody practised as {as_shown(name)!r}, {role.label}, without an account",
                "the name and role as they were typed then",
            )
        asked = {"account_id": person.id, "person_id": row["id"]}
        if not db.table("claims").count_where(
            "account_id = :account_id and person_id = :person_id and granted is null", asked
        ):
            db.table("claims").insert({**asked, "asked_at": now.isoformat()})
        return _claims(db, "account_id = ? and person_id = ?", person.id, row["id"])[-1]


def own_claims(store: Store, person: Person) -> tuple[Claim, ...]:
    """What this person asked for, and what became of it."""
    check_practises(person)
    with store.reading() as db:
        return _claims(db, "account_id = ?", person.id)


def open_claims(store: Store, person: Person) -> tuple[Claim, ...]:
    """What waits for an administrator to decide."""
    check_manages(person)
    with store.reading() as db:
        return _claims(db, "granted is null")


def decide_claim(
    store: Store, person: Person, claim_id: int, now: datetime, *, granted: bool
) -> Claim:
    """Give what was asked for to who asked, or leave it where it is; what is decided stays."""
    check_manages(person)
    with store.writing() as db:
        row = next(db.table("claims").rows_where("id = ?", [claim_id]), None)
        if row is None:
            raise TrainingError("claim", f"there is none of the number {claim_id}", "an open one")
        if row["granted"] is None:
            _check_not_own(db, person, row["account_id"])
            decided = {
                "decided_at": now.isoformat(),
                "decided_by": person.id,
                "granted": int(granted),
            }
            db.table("claims").update(claim_id, decided)
            if granted:
                _move(db, row["person_id"], row["account_id"], now)
            deed = Deed.GAVE_PRACTICE if granted else Deed.REFUSED_PRACTICE
            log(db, person, deed, now, of=row["account_id"], note=f"of {row['person_id']}")
        return _claims(db, "claims.id = ?", claim_id)[0]


_LOCAL = """select people.id, people.name, people.role,
        (select count(*) from attempts where person_id = people.id) as attempts,
        (select max(started_at) from attempts where person_id = people.id) as last_at
    from people"""
_UNCLAIMED = "people.role <> 'candidate' and people.id not in (select id from accounts)"
"""A work sample is nobody's old practice: who is hired later does not get theirs by its name."""


def _check_account(db: Database, person: Person) -> None:
    if not db.table("accounts").count_where("id = ?", [person.id]):
        raise TrainingError("claim", f"{person.name} has no account", "sign in with an account")


def _check_not_own(db: Database, person: Person, account_id: str) -> None:
    """Nobody decides about their own claim, unless there is nobody else to ask."""
    sql = """select count(*) as others from accounts join account_roles on account_id = accounts.id
        where role = ? and ended_at is null and accounts.id <> ?"""
    others = next(db.query(sql, (Role.ADMINISTRATOR.value, person.id)))["others"]
    if account_id == person.id and others:
        raise TrainingError("claim", "it is your own", "another administrator decides about it")


def _move(db: Database, local_id: str, account_id: str, now: datetime) -> None:
    """Everything that names the one person names the other from now on.

    What both have, a rating of the same call for example, stays where it is. The attempts stand in
    the chain anew, and the chain says so.
    """
    attempts = db.table("attempts").rows_where("person_id = ?", [local_id], order_by="started_at")
    moving = [row["id"] for row in attempts]
    for table, column in _places(db):
        db.execute(
            f"update or ignore [{table}] set [{column}] = ? where [{column}] = ?",  # noqa: S608
            (account_id, local_id),
        )
    bury(db, [enter_anew(db, attempt) for attempt in moving], Why.CHANGED, now)


def _places(db: Database) -> list[tuple[str, str]]:
    """Every column that says whose something is, also those that later releases add."""
    return [(row["place"], row["held_in"]) for row in db.query(_PLACES)]


_PLACES = """select tables.name as place, keys."from" as held_in
    from sqlite_master as tables, pragma_foreign_key_list(tables.name) as keys
    where tables.type = 'table' and keys."table" = 'people'
        and tables.name not in ('accounts', 'sign_ins')"""


def _claims(db: Database, condition: str, *values: object) -> tuple[Claim, ...]:
    sql = f"""select claims.id as claim_id, asked_at, granted, asking.name as asked_by, found.*
        from claims join people as asking on asking.id = account_id
        join ({_LOCAL}) as found on found.id = claims.person_id
        where {condition} order by claims.id"""  # noqa: S608 - conditions of this module
    return tuple(_claim(row) for row in db.query(sql, list(values)))


def _claim(row: Mapping[str, Any]) -> Claim:
    return Claim(
        id=row["claim_id"],
        by=row["asked_by"],
        local=_local(row),
        asked_at=datetime.fromisoformat(row["asked_at"]),
        granted=None if row["granted"] is None else bool(row["granted"]),
    )


def _local(row: Mapping[str, Any]) -> LocalName:
    last = row["last_at"]
    return LocalName(
        id=row["id"],
        name=row["name"],
        role=Role(row["role"]),
        attempts=row["attempts"],
        last_at=datetime.fromisoformat(last) if last else None,
    )
