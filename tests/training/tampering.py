"""What somebody could do to the database with another program, and a store to do it to."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from random import Random

from tests.training.floor import NOW, adding, handed_in, kept, looked_up, picked_up
from training.chain import BEFORE_THE_FIRST, linked, salted
from training.models import Purpose, Role
from training.people import sign_in_locally
from training.store import FILE_NAME, Store

Tamper = Callable[[sqlite3.Connection, Random], None]


def lived_in(folder: Path) -> Store:
    """Two people, some attempts of both, one of them deleted, another read by a trainer."""
    store = Store(folder)
    ana = sign_in_locally(store, "Ana", Role.TRAINEE, NOW)
    ben = sign_in_locally(store, "Ben", Role.TRAINEE, NOW)
    for person, name, purpose in (
        (ana, "a1", Purpose.PRIVATE),
        (ben, "b1", Purpose.SUBMITTED),
        (ana, "a2", Purpose.PRIVATE),
        (ana, "a3", Purpose.SUBMITTED),
    ):
        attempt = kept(store, person, name, purpose)
        store.append(person, attempt, adding(picked_up(), looked_up("balance")))
        store.append(person, attempt, adding(looked_up(f"history of {name}"), handed_in()))
    store.delete(ana, ["a1"], NOW)
    store.attempt(sign_in_locally(store, "Tom", Role.TRAINER, NOW), "b1")
    return store


def tampered(store: Store, tamper: Tamper, chance: Random) -> None:
    """Do it as another program would, which asks for no foreign keys."""
    with closing(sqlite3.connect(store.folder / FILE_NAME)) as db, db:
        tamper(db, chance)


def _one(db: sqlite3.Connection, chance: Random, sql: str) -> tuple[object, ...]:
    found: tuple[object, ...] = chance.choice(db.execute(sql).fetchall())
    return found


_EVENTS = "select attempt_id, seq from events"


def _edit_what_was_done(db: sqlite3.Connection, chance: Random) -> None:
    sql = "update events set body = replace(body, 'at', 'aT') where (attempt_id, seq) = (?, ?)"
    db.execute(sql, _one(db, chance, _EVENTS))


def _edit_when(db: sqlite3.Connection, chance: Random) -> None:
    sql = "update events set at = at || ' ' where (attempt_id, seq) = (?, ?)"
    db.execute(sql, _one(db, chance, _EVENTS))


def _give_to_another(db: sqlite3.Connection, chance: Random) -> None:
    whose = "select id from people where id <> (select person_id from attempts where id = 'b1')"
    sql = "update attempts set person_id = ? where id = 'b1'"
    db.execute(sql, _one(db, chance, whose))


def _swap_purpose(db: sqlite3.Connection, chance: Random) -> None:
    sql = "update attempts set purpose = 'assessment' where id = ?"
    db.execute(sql, _one(db, chance, "select id from attempts"))


def _edit_the_scenario(db: sqlite3.Connection, _: Random) -> None:
    db.execute("update scenarios set content = replace(content, 'Some', 'Another')")


def _spoil_the_scenario(db: sqlite3.Connection, _: Random) -> None:
    db.execute("update scenarios set content = '{'")


def _forge_a_deletion(db: sqlite3.Connection, chance: Random) -> None:
    note = chance.choice(("[]", '{"gone": [[1, 99999999999999]], "why": "deleted"}', "null"))
    position, before = db.execute(
        "select position, hash from chain order by position desc limit 1"
    ).fetchone()
    content_hash = salted(b"", note)
    entry = linked(before, position + 1, "gone", content_hash)
    db.execute(
        "insert into chain values (?, 'gone', null, null, null, ?, ?, ?)",
        (position + 1, content_hash, entry, note),
    )


def _take_an_event_out(db: sqlite3.Connection, chance: Random) -> None:
    db.execute("delete from events where (attempt_id, seq) = (?, ?)", _one(db, chance, _EVENTS))


def _take_it_out_of_the_chain_too(db: sqlite3.Connection, chance: Random) -> None:
    where = _one(db, chance, "select part_of, seq from chain where kind = 'event' and salt notnull")
    db.execute("delete from events where (attempt_id, seq) = (?, ?)", where)
    db.execute("delete from chain where (part_of, seq) = (?, ?)", where)


def _pretend_it_was_deleted(db: sqlite3.Connection, chance: Random) -> None:
    where = _one(db, chance, _EVENTS)
    db.execute("delete from events where (attempt_id, seq) = (?, ?)", where)
    empty = "update chain set part_of = null, seq = null, salt = null where (part_of, seq) = (?, ?)"
    db.execute(empty, where)


def _take_an_attempt_out(db: sqlite3.Connection, chance: Random) -> None:
    name = _one(db, chance, "select id from attempts")
    db.execute("delete from events where attempt_id = ?", name)
    db.execute("delete from attempts where id = ?", name)


def _swap_two_events(db: sqlite3.Connection, chance: Random) -> None:
    (attempt,) = _one(db, chance, "select id from attempts")
    for before, after in ((2, -1), (3, 2), (-1, 3)):
        db.execute(
            "update events set seq = ? where attempt_id = ? and seq = ?", (after, attempt, before)
        )


def _swap_two_entries(db: sqlite3.Connection, chance: Random) -> None:
    last = db.execute("select max(position) from chain").fetchone()[0]
    one, other = chance.sample(range(1, last + 1), 2)
    for before, after in ((one, -1), (other, one), (-1, other)):
        db.execute("update chain set position = ? where position = ?", (after, before))


def _put_an_event_in(db: sqlite3.Connection, chance: Random) -> None:
    sql = """insert into events select attempt_id, 9, at, kind, body from events
        where (attempt_id, seq) = (?, ?)"""
    db.execute(sql, _one(db, chance, _EVENTS))


def _put_an_attempt_in(db: sqlite3.Connection, _: Random) -> None:
    columns = [row[1] for row in db.execute("pragma table_info(attempts)")]
    values = ", ".join("'new'" if name == "id" else name for name in columns)
    db.execute(f"insert into attempts select {values} from attempts limit 1")


def _edit_the_access_log(db: sqlite3.Connection, _: Random) -> None:
    db.execute("update access_log set person_id = 'somebody' where deed = 'read'")


def _clear_the_access_log(db: sqlite3.Connection, _: Random) -> None:
    db.execute("delete from access_log")


def _edit_a_deletion(db: sqlite3.Connection, _: Random) -> None:
    db.execute("update chain set note = replace(note, 'deleted', 'purged') where note notnull")


TAMPERS: tuple[Tamper, ...] = (
    _edit_what_was_done,
    _edit_when,
    _give_to_another,
    _swap_purpose,
    _edit_the_scenario,
    _spoil_the_scenario,
    _forge_a_deletion,
    _take_an_event_out,
    _take_it_out_of_the_chain_too,
    _pretend_it_was_deleted,
    _take_an_attempt_out,
    _swap_two_events,
    _swap_two_entries,
    _put_an_event_in,
    _put_an_attempt_in,
    _edit_the_access_log,
    _clear_the_access_log,
    _edit_a_deletion,
)
"""What the chain shows by itself, whoever did it without minding the chain."""


def cut_off(db: sqlite3.Connection, chance: Random) -> None:
    """Take away some of the last entries with all that they are of, as if it had never been."""
    last = db.execute("select max(position) from chain").fetchone()[0]
    first = chance.randrange(last - 2, last + 1)
    gone = db.execute("select kind, part_of, seq from chain where position >= ?", [first])
    for kind, part_of, seq in gone.fetchall():
        if kind == "access":
            db.execute("delete from access_log where id = ?", [seq])
        elif kind == "event":
            db.execute("delete from events where (attempt_id, seq) = (?, ?)", [part_of, seq])
    db.execute("delete from chain where position >= ?", [first])


def write_anew(db: sqlite3.Connection, chance: Random) -> None:
    """Put another hash into a tombstone and make all later entries fit: a chain like any other."""
    sql = "select position from chain where salt is null and kind = 'event'"
    (position,) = _one(db, chance, sql)
    hashed = "update chain set content_hash = ? where position = ?"
    db.execute(hashed, (chance.randbytes(32), position))
    before = BEFORE_THE_FIRST
    rows = "select position, kind, content_hash from chain order by position"
    for place, kind, content_hash in db.execute(rows).fetchall():
        before = linked(before, place, kind, content_hash)
        db.execute("update chain set hash = ? where position = ?", (before, place))
