"""Signing in: a browser holds a token, the store only what the token hashes to.

A stay ends by itself after a time without anything, and after a time in any case; a new password
ends all stays of its account.
"""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlite_utils import Database

from training.accounts import roles_of
from training.errors import TrainingError
from training.models import Person, Role
from training.passwords import LONGEST, check_new_password, hashed, is_outdated, matches
from training.people import LONGEST_NAME, as_shown
from training.store import Store
from training.tries import count_try, forget_tries

LASTS = timedelta(days=7)
IDLE = timedelta(hours=8)
"""So long after the last thing that was done somebody is signed in still: a day at work."""
_NOTED_EVERY = timedelta(minutes=5)
"""That somebody is here is written down so often, not with every click."""


@dataclass(frozen=True)
class SignIn:
    """Who a token stands for: an account, the role that is acted in, and those that could be."""

    person: Person
    roles: tuple[Role, ...]
    must_change: bool


class WrongPassword(TrainingError):
    """No account of that name has that password; which of the two it is, is not told."""

    def __init__(self) -> None:
        super().__init__(
            "password",
            "this name and this password do not belong together",
            "try again; whoever forgot the password asks an administrator for a new one",
        )


def sign_in(
    store: Store, name: str, password: str, token: str, now: datetime, address: str = ""
) -> None:
    """From now on `token`, made by the caller at random, stands for the account of that name.

    `address` is where it is typed, as far as that is known: tries are counted by it, too.
    """
    if len(name) > 2 * LONGEST_NAME or len(password) > LONGEST:
        raise WrongPassword  # nobody has such a one, and each would cost a long reckoning
    key = as_shown(name).casefold()
    count_try(store, key, now, address)
    with store.reading() as db:
        found = db.table("accounts").rows_where("name_key = ? and ended_at is null", [key])
        row = next(found, None)
    if not matches(row["password"] if row else None, password) or row is None:
        raise WrongPassword
    if row["one_time_until"] and now > datetime.fromisoformat(row["one_time_until"]):
        raise TrainingError(
            "password", "this one-time password is too old", "ask an administrator for another"
        )
    anew = hashed(password) if is_outdated(row["password"]) else row["password"]
    with store.writing() as db:
        _check_same(db, row["id"], row["password"])
        forget_tries(db, key)
        db.table("accounts").update(row["id"], {"password": anew})
        _begin(db, row["id"], token, now)


def stay_signed_in(store: Store, account_id: str, token: str, now: datetime) -> None:
    """From now on whoever holds `token` is the person of that account, in their first role."""
    with store.writing() as db:
        _begin(db, account_id, token, now)


def sign_in_of(store: Store, token: str, now: datetime) -> SignIn | None:
    """What `token` stands for; None where it was never given out, or is over."""
    row = _row(store, token, now)
    if row is None:
        return None
    if now - datetime.fromisoformat(row["seen_at"]) > _NOTED_EVERY:
        with store.writing() as db:
            db.table("sign_ins").update(_hash(token), {"seen_at": now.isoformat()})
    roles = roles_of(row["roles"])
    role = Role(row["role"])
    person = Person(row["id"], row["name"], role if role in roles else roles[0])
    return SignIn(person, roles, must_change=row["one_time_until"] is not None)


def signed_in(store: Store, token: str, now: datetime) -> Person | None:
    """Who acts by `token`; nobody before they have a password of their own."""
    found = sign_in_of(store, token, now)
    return None if found is None or found.must_change else found.person


def act_as(store: Store, token: str, role: Role, now: datetime) -> None:
    """From now on the account acts in another of its roles, in every window of this browser."""
    found = sign_in_of(store, token, now)
    if found is None or role not in found.roles:
        raise TrainingError("role", f"{role.label} is none of your roles", "choose one of yours")
    with store.writing() as db:
        db.table("sign_ins").update(_hash(token), {"role": role.value})


def change_password(
    store: Store, token: str, old: str, new: str, again: str, new_token: str, now: datetime
) -> None:
    """Another password for whoever holds `token`; all their stays end, and `new_token` begins."""
    row = _row(store, token, now)
    if row is None:
        raise TrainingError("this browser", "nobody is signed in", "sign in first")
    check_new_password(new, again, row["name"])
    if new == old:
        raise TrainingError("password", "the new password is the old one", "choose another one")
    count_try(store, row["name_key"], now)
    if not matches(row["password"], old):
        raise TrainingError("password", "the old password is another one", "type it once more")
    kept = hashed(new)
    with store.writing() as db:
        _check_same(db, row["id"], row["password"])
        forget_tries(db, row["name_key"])
        db.table("accounts").update(row["id"], {"password": kept, "one_time_until": None})
        db.table("sign_ins").delete_where("person_id = ?", [row["id"]])
        _begin(db, row["id"], new_token, now)


def sign_out(store: Store, token: str) -> None:
    """The token stands for nobody any more, in every window that holds it."""
    with store.writing() as db:
        db.table("sign_ins").delete_where("token_hash = ?", [_hash(token)])


def sign_out_everywhere(store: Store, person: Person) -> None:
    """Nobody is signed in to this person's account any more, in whatever browser."""
    with store.writing() as db:
        db.table("sign_ins").delete_where("person_id = ?", [person.id])


_STAYS = """select sign_ins.made_at, sign_ins.seen_at, sign_ins.role, people.name, accounts.id,
        accounts.name_key, password, one_time_until,
        (select json_group_array(role) from account_roles where account_id = accounts.id) as roles
    from sign_ins join people on people.id = person_id join accounts on accounts.id = person_id
    where token_hash = ? and ended_at is null"""


def _check_same(db: Database, account_id: str, kept: str) -> None:
    """Raise where the account was given another password while this one was looked at."""
    sql = "id = ? and password = ? and ended_at is null"
    if not db.table("accounts").count_where(sql, [account_id, kept]):
        raise WrongPassword


def _begin(db: Database, account_id: str, token: str, now: datetime) -> None:
    row = {
        "token_hash": _hash(token),
        "person_id": account_id,
        "role": db.table("people").get(account_id)["role"],
        "made_at": now.isoformat(),
        "seen_at": now.isoformat(),
    }
    db.table("sign_ins").insert(row, ignore=True)


def _row(store: Store, token: str, now: datetime) -> Mapping[str, Any] | None:
    with store.reading() as db:
        row = next(db.query(_STAYS, (_hash(token),)), None)
    if row is None:
        return None
    made, seen = (datetime.fromisoformat(row[name]) for name in ("made_at", "seen_at"))
    return None if now - made > LASTS or now - seen > IDLE else row


def _hash(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()
