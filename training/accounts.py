"""Accounts: the owner's, made by the first visitor, and those that administrators look after."""

import secrets
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlite_utils import Database

from training.access_log import Deed, log
from training.errors import NotOffered, TrainingError
from training.managing import check_manages
from training.models import Person, Role
from training.passwords import NO_PASSWORD, check_new_password, hashed, one_time_password
from training.people import as_shown, checked_name
from training.rights import OF_ACCOUNTS
from training.store import Store
from training.tries import forget_tries

OWNER = (Role.TRAINEE, Role.ADMINISTRATOR)
"""What the first visitor may do; they act in the first of these at first."""
ONE_TIME_LASTS = timedelta(days=7)


@dataclass(frozen=True)
class Account:
    """Somebody who may sign in; `waits` until they have chosen a password of their own."""

    id: str
    name: str
    roles: tuple[Role, ...]
    made_at: datetime
    waits: bool
    ended_at: datetime | None


@dataclass(frozen=True)
class OneTime:
    """A password that opens an account once, for whoever hands it over; it is kept nowhere."""

    name: str
    password: str
    until: datetime


def has_owner(store: Store) -> bool:
    """Whether somebody looks after this installation; until then the first visitor is asked to."""
    with store.reading() as db:
        return bool(_administrators(db))


def make_owner(store: Store, name: str, password: str, again: str, now: datetime) -> Person:
    """The first account of an installation; it may give roles to itself and to others."""
    shown = checked_name(name)
    check_new_password(password, again, shown)
    kept = hashed(password)
    with store.writing() as db:
        if _administrators(db):
            raise TrainingError(
                "account", "somebody else was first here", "sign in, or ask them for an account"
            )
        check_free(db, shown)
        return opened_in(db, shown, OWNER, kept, now)


def open_account(
    store: Store, name: str, roles: Sequence[Role], now: datetime, kept: str = NO_PASSWORD
) -> Person:
    """Keep an account that acts in the first of these roles at first; nobody is asked."""
    with store.writing() as db:
        shown = checked_name(name)
        check_free(db, shown)
        return opened_in(db, shown, roles, kept, now)


def accounts(store: Store, person: Person) -> tuple[Account, ...]:
    """All accounts by name, those whose access has ended at the end."""
    check_manages(person)
    with store.reading() as db:
        rows = [_account(row) for row in db.query(f"{_ACCOUNTS} order by people.name_key")]
    return tuple(sorted(rows, key=lambda one: one.ended_at is not None))


def add_accounts(
    store: Store, person: Person, names: Iterable[str], roles: Collection[Role], now: datetime
) -> tuple[OneTime, ...]:
    """An account for each name, with a password to hand over; all of them, or none."""
    check_manages(person)
    wanted = [checked_name(name) for name in names if name.strip()]
    keys = [name.casefold() for name in wanted]
    twice = sorted({name for name, key in zip(wanted, keys, strict=True) if keys.count(key) > 1})
    if not wanted or twice:
        wrong = f"{', '.join(twice)} stands there twice" if twice else "no name is there"
        raise TrainingError("names", wrong, "one name in a line, each once")
    held = _checked_roles(roles)
    with store.reading() as db:
        for name in wanted:
            check_free(db, name)
    made = [OneTime(name, one_time_password(), now + ONE_TIME_LASTS) for name in wanted]
    kept = [hashed(one.password) for one in made]
    with store.writing() as db:
        for one, password in zip(made, kept, strict=True):
            check_free(db, one.name)
            opened = opened_in(db, one.name, held, password, now, one.until)
            log(db, person, Deed.ADDED, now, of=opened.id, note=_told(held))
    return tuple(made)


def set_roles(
    store: Store, person: Person, account_id: str, roles: Collection[Role], now: datetime
) -> Account:
    """From now on the account holds these roles; one administrator at least stays."""
    check_manages(person)
    held = _checked_roles(roles)
    with store.writing() as db:
        _find(db, account_id)
        if Role.ADMINISTRATOR not in held:
            _check_not_last(db, account_id)
        _keep_roles(db, account_id, held)
        log(db, person, Deed.GAVE_ROLES, now, of=account_id, note=_told(held))
        return _find(db, account_id)


def reset_password(store: Store, person: Person, account_id: str, now: datetime) -> OneTime:
    """A password for one use, which must be changed; whoever was signed in is so no more."""
    check_manages(person)
    if account_id == person.id:
        raise TrainingError(
            "account", "it is your own", "change your password under Your account instead"
        )
    password = one_time_password()
    kept, until = hashed(password), now + ONE_TIME_LASTS
    with store.writing() as db:
        found = _find(db, account_id)
        if found.ended_at is not None:
            raise TrainingError(
                "account", f"the access of {found.name} has ended", "give it back first"
            )
        changes = {"password": kept, "one_time_until": until.isoformat()}
        db.table("accounts").update(account_id, changes)
        db.table("sign_ins").delete_where("person_id = ?", [account_id])
        forget_tries(db, found.name.casefold())
        log(db, person, Deed.GAVE_PASSWORD, now, of=account_id)
    return OneTime(found.name, password, until)


def end_access(store: Store, person: Person, account_id: str, now: datetime) -> Account:
    """Nobody signs in to the account any more; what was done with it stays."""
    check_manages(person)
    with store.writing() as db:
        _find(db, account_id)
        _check_not_last(db, account_id)
        db.table("accounts").update(account_id, {"ended_at": now.isoformat()})
        db.table("sign_ins").delete_where("person_id = ?", [account_id])
        log(db, person, Deed.ENDED_ACCESS, now, of=account_id)
        return _find(db, account_id)


def give_access_back(store: Store, person: Person, account_id: str, now: datetime) -> Account:
    """The account is open again, with its password and its roles of before."""
    check_manages(person)
    with store.writing() as db:
        _find(db, account_id)
        db.table("accounts").update(account_id, {"ended_at": None})
        log(db, person, Deed.GAVE_ACCESS, now, of=account_id)
        return _find(db, account_id)


def own_account(store: Store, person: Person) -> Account | None:
    """The account of whoever asks; None where they act by a name alone."""
    with store.reading() as db:
        rows = db.query(f"{_ACCOUNTS} where accounts.id = ?", (person.id,))
        return next(map(_account, rows), None)


def account_named(store: Store, person: Person, name: str) -> Account:
    """The account of that name."""
    for one in accounts(store, person):
        if one.name.casefold() == as_shown(name).casefold():
            return one
    raise TrainingError("name", f"nobody here has an account as {name!r}", "one of the list")


_ACCOUNTS = """select accounts.*, people.name,
        (select json_group_array(role) from account_roles where account_id = accounts.id) as roles
    from accounts join people on people.id = accounts.id"""


def _told(roles: Iterable[Role]) -> str:
    return ", ".join(role.value for role in roles)


def _checked_roles(roles: Collection[Role]) -> tuple[Role, ...]:
    if not roles:
        raise TrainingError("roles", "no role is chosen", "at least one; most people are trainees")
    strange = next((one for one in roles if one not in OF_ACCOUNTS), None)
    if strange is not None:
        raise NotOffered("role", strange.value, [one.value for one in OF_ACCOUNTS])
    return tuple(one for one in OF_ACCOUNTS if one in roles)


def check_free(db: Database, shown: str) -> None:
    """Raise where an account has that name, also one whose access has ended."""
    if db.table("accounts").count_where("name_key = ?", [shown.casefold()]):
        raise TrainingError(
            "name",
            f"somebody here has an account as {shown}",
            "another name, with a second first name or a number for example",
        )


def _administrators(db: Database) -> set[str]:
    sql = """select id from accounts join account_roles on account_id = accounts.id
        where role = ? and ended_at is null"""
    return {row["id"] for row in db.query(sql, (Role.ADMINISTRATOR.value,))}


def _check_not_last(db: Database, account_id: str) -> None:
    if _administrators(db) == {account_id}:
        raise TrainingError(
            "account",
            "nobody else looks after this installation",
            "make somebody else an administrator first",
        )


def _find(db: Database, account_id: str) -> Account:
    for row in db.query(f"{_ACCOUNTS} where accounts.id = ?", (account_id,)):
        return _account(row)
    raise TrainingError("account", f"there is none of the id {account_id!r}", "one of the list")


def opened_in(
    db: Database,
    shown: str,
    roles: Sequence[Role],
    kept: str,
    now: datetime,
    one_time_until: datetime | None = None,
) -> Person:
    """An account for somebody new, inside a transaction that checked whether the name is free."""
    row = {
        "id": secrets.token_hex(8),
        "name": shown,
        "name_key": shown.casefold(),
        "role": roles[0].value,
        "made_at": now.isoformat(),
    }
    db.table("people").insert(row)
    person = Person(row["id"], shown, roles[0])
    keep_account(db, person, roles, kept, now, one_time_until)
    return person


def keep_account(
    db: Database,
    holder: Person,
    roles: Sequence[Role],
    kept: str,
    now: datetime,
    one_time_until: datetime | None = None,
) -> None:
    """An account for a person who is kept already."""
    row = {
        "id": holder.id,
        "name_key": holder.name.casefold(),
        "password": kept,
        "one_time_until": one_time_until.isoformat() if one_time_until else None,
        "made_at": now.isoformat(),
    }
    db.table("accounts").insert(row)
    _keep_roles(db, holder.id, roles)


def _keep_roles(db: Database, account_id: str, roles: Sequence[Role]) -> None:
    db.table("account_roles").delete_where("account_id = ?", [account_id])
    rows = [{"account_id": account_id, "role": role.value} for role in roles]
    db.table("account_roles").insert_all(rows)
    db.table("people").update(account_id, {"role": roles[0].value})


def _account(row: Mapping[str, Any]) -> Account:
    ended = row["ended_at"]
    return Account(
        id=row["id"],
        name=row["name"],
        roles=roles_of(row["roles"]),
        made_at=datetime.fromisoformat(row["made_at"]),
        waits=row["one_time_until"] is not None,
        ended_at=datetime.fromisoformat(ended) if ended else None,
    )


def roles_of(listed: str) -> tuple[Role, ...]:
    """The roles of a list in JSON, in their own order."""
    return tuple(one for one in Role if f'"{one.value}"' in listed)
