"""Deletion: an attempt goes with all that hangs on it; that it was stays, no word of it."""

import json
from collections.abc import Collection, Iterable, Iterator
from datetime import datetime
from typing import Any, NamedTuple

from sqlite_utils import Database

from training.chain import Why, bury, enter_anew, positions_of
from training.models import Attempt


class _Reference(NamedTuple):
    """A column that holds the id of a row in another table; `needed`: there is no row without."""

    table: str
    column: str
    to: str
    needed: bool


def keep_stones(db: Database, attempts: Iterable[Attempt], now: datetime) -> None:
    """Keep of attempts that go that they were, so that what was seen stays seen."""
    db.table("deleted_attempts").insert_all(_stone(one, now) for one in attempts)


def remove(db: Database, attempt_ids: Collection[str], why: Why, at: datetime) -> None:
    """Delete attempts; whatever refers to one by a column that may be empty stays without it.

    Everything else that refers to one goes too, and what refers to that. A branch of a deleted
    attempt stays a branch, from the same place on.
    """
    ids = json.dumps(sorted(attempt_ids))
    db.execute("PRAGMA defer_foreign_keys = ON")
    positions = positions_of(db, attempt_ids)
    branches = """select id from attempts
        where parent_attempt in (select value from json_each(:ids))
        and id not in (select value from json_each(:ids))"""
    kept = [row[0] for row in db.execute(branches, {"ids": ids})]
    _remove(db, "attempts", "id", ids)
    # The index finds no word of what is gone any more, and after this the file has none either.
    db.execute("delete from spoken where attempt_id in (select value from json_each(?))", [ids])
    db.execute("insert into spoken (spoken) values ('optimize')")
    bury(db, positions, why, at)
    bury(db, [enter_anew(db, branch) for branch in kept], Why.CHANGED, at)


def remove_rows(db: Database, table: str, keys: Collection[str]) -> None:
    """Delete rows by their ids with all that hangs on them; attempts go by `remove`."""
    db.execute("PRAGMA defer_foreign_keys = ON")
    _remove(db, table, "id", json.dumps(sorted(keys)))


def _remove(db: Database, table: str, column: str, values: str) -> None:
    """Delete the rows with these values, after all that refers to them."""
    chosen = _one_of(column)
    for one in _references(db, table):
        rows = db.table(table).rows_where(chosen, [values], select=f"[{one.to}]")
        ids = json.dumps([row[one.to] for row in rows])
        if one.needed:
            _remove(db, one.table, one.column, ids)
        else:
            which = _one_of(one.column)
            sql = f"update [{one.table}] set [{one.column}] = null where {which}"  # noqa: S608
            db.execute(sql, [ids])
    db.table(table).delete_where(chosen, [values])


def _one_of(column: str) -> str:
    return f"[{column}] in (select value from json_each(?))"  # noqa: S608  a column of ours


def _references(db: Database, to: str) -> Iterator[_Reference]:
    """Every column of any table that refers to this one."""
    sql = """select tables.name, keys."from", keys."to", columns."notnull" or columns.pk
        from sqlite_master as tables, pragma_foreign_key_list(tables.name) as keys,
            pragma_table_info(tables.name) as columns
        where tables.type = 'table' and keys."table" = ? and columns.name = keys."from"
        order by 1, 2"""
    for table, column, at, needed in db.execute(sql, [to]).fetchall():
        yield _Reference(table, column, at, bool(needed))


def _stone(attempt: Attempt, now: datetime) -> dict[str, Any]:
    """That it was, on which call, and whether somebody was heard there: nothing that was said."""
    return {
        "attempt_id": attempt.id,
        "person_id": attempt.person_id,
        "scenario_id": attempt.scenario_id,
        "form": attempt.form,
        "on_a_call": int(bool(attempt.state.calls or attempt.state.dial_decisions)),
        "deleted_at": now.isoformat(),
    }
