"""People by name: those with an account, and local names from before there were accounts."""

import hashlib
import unicodedata
from collections.abc import Iterator
from datetime import datetime
from typing import Any

from sqlite_utils import Database

from training.assessments.blinding import name_for
from training.errors import TrainingError
from training.models import Attempt, Person, Role
from training.store import Store, find

LONGEST_NAME = 80


def sign_in_locally(store: Store, name: str, role: Role, now: datetime) -> Person:
    """For the command line: the person of that name and role, made at the first time.

    An account of that name goes first. Capitals make no difference.
    """
    shown = checked_name(name)
    row = {
        "id": _id(shown, role),
        "name": shown,
        "name_key": shown.casefold(),
        "role": role.value,
        "made_at": now.isoformat(),
    }
    with store.writing() as db:
        account = _account(db, shown, role)
        if account is not None:
            return account
        db.table("people").insert(row, ignore=True)
        kept = db.table("people").get(row["id"])
    return Person(id=kept["id"], name=kept["name"], role=Role(kept["role"]))


def person_named(store: Store, name: str, role: Role) -> Person:
    """The person of that name and role who has been here before."""
    shown = as_shown(name)
    with store.reading() as db:
        account = _account(db, shown, role)
        if account is not None:
            return account
        known = sorted(_names(db, role))
        local = next(db.table("people").rows_where("id = ?", [_id(shown, role)]), None)
    if local is not None:
        return Person(id=local["id"], name=local["name"], role=role)
    named = f"{role.value}s here: {', '.join(known) or 'nobody yet'}"
    raise TrainingError("name", f"no {role.value} is called {name!r}", named)


def person_of(store: Store, person: Person, attempt: Attempt) -> Person:
    """Whose attempt it is, for who may read it; the name of a candidate is their alias."""
    with store.reading() as db:
        found = find(db, person, attempt.id)
        row = db.table("people").get(found["person_id"])
        return Person(row["id"], name_for(db, found, person.id), Role(row["role"]))


def as_shown(name: str) -> str:
    """A name as it is shown, whatever spaces were typed around and in it."""
    return " ".join(unicodedata.normalize("NFKC", name).split())


def checked_name(name: str) -> str:
    """A name as it is shown; raise where it is none."""
    shown = as_shown(name)
    if not 1 <= len(shown) <= LONGEST_NAME:
        raise TrainingError(
            "name",
            f"this name has {len(shown)} characters" if shown else "your name is missing",
            f"please type a name of 1 to {LONGEST_NAME} characters",
        )
    return shown


def _account(db: Database, shown: str, role: Role) -> Person | None:
    """The account of that name in that role; who holds others only does not act in it."""
    sql = """select people.id, people.name,
            exists (select 1 from account_roles where account_id = accounts.id and role = ?) as held
        from accounts join people on people.id = accounts.id
        where accounts.name_key = ? and ended_at is null"""
    row: dict[str, Any] | None = next(db.query(sql, (role.value, shown.casefold())), None)
    if row is None:
        return None
    if not row["held"]:
        raise TrainingError(
            "name",
            f"{row['name']} has an account, and is no {role.value} in it",
            "another role, or one that an administrator adds to the account",
        )
    return Person(id=row["id"], name=row["name"], role=role)


def _names(db: Database, role: Role) -> Iterator[str]:
    """Everybody of that role, with an account or from before."""
    sql = """select name from people
        where (role = :role and id not in (select id from accounts))
        or id in (select account_id from account_roles where role = :role)"""
    yield from (row["name"] for row in db.query(sql, {"role": role.value}))


def _id(shown: str, role: Role) -> str:
    return hashlib.sha256(f"{role}:{shown.casefold()}".encode()).hexdigest()[:16]
