"""Accounts at a restore: work comes back as it was, and who may come in stays as it is now.

A backup knows nothing of a password that was changed since, a role that was taken, or somebody who
has left; to bring these back would open doors that somebody had closed.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sqlite_utils import Database

from training.models import Role
from training.store import Store

_FIELDS = ("password", "one_time_until", "ended_at")
_ACCOUNTS = """select accounts.*, people.name, people.role as first,
        (select json_group_array(role) from (
            select role from account_roles where account_id = accounts.id order by role)) as roles
    from accounts join people on people.id = accounts.id order by people.name_key"""
_LOOKS_AFTER = """select 1 from accounts join account_roles on account_id = accounts.id
    where role = ? and ended_at is null"""


@dataclass(frozen=True)
class Doors:
    """The names of those who come in as they did before the restore, and of those who are gone."""

    kept: tuple[str, ...] = ()
    gone: tuple[str, ...] = ()


def keep_doors(live: Store, tried: Store) -> Doors:
    """Give the accounts of a backup the passwords, roles and ends that they have by now.

    Of accounts made since the backup nothing is in it. Where that would leave nobody to look after
    the installation, the administrators of the backup are so again.
    """
    with live.reading() as db:
        now = {row["id"]: row for row in db.query(_ACCOUNTS)}
    with tried.writing() as db:
        then = {row["id"]: row for row in db.query(_ACCOUNTS)}
        other = [one for one in then if one in now and _door(now[one]) != _door(then[one])]
        for account_id in other:
            _set(db, now[account_id])
        if now and not any(db.query(_LOOKS_AFTER, [Role.ADMINISTRATOR])):
            for account_id in other:
                if f'"{Role.ADMINISTRATOR}"' in then[account_id]["roles"]:
                    _set(db, {**then[account_id], "password": now[account_id]["password"]})
    return Doors(
        kept=tuple(now[one]["name"] for one in now if one in other),
        gone=tuple(row["name"] for one, row in now.items() if one not in then),
    )


def _door(row: Mapping[str, Any]) -> tuple[Any, ...]:
    return tuple(row[name] for name in (*_FIELDS, "roles"))


def _set(db: Database, row: Mapping[str, Any]) -> None:
    db.table("accounts").update(row["id"], {name: row[name] for name in _FIELDS})
    db.table("people").update(row["id"], {"role": row["first"]})
    db.table("account_roles").delete_where("account_id = ?", [row["id"]])
    sql = "insert into account_roles (account_id, role) select ?, value from json_each(?)"
    db.execute(sql, [row["id"], row["roles"]])
