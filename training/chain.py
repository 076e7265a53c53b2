"""The chain: each entry holds the hash of its salted content and of the entry before it.

One chain goes through the whole store: SQLite lets one process write at a time, so that the end of
the chain is what the next writer finds. Content and salt can go; the entry stays as a tombstone,
and an entry further on says which places are empty, why and since when. What is hashed, and how,
is fixed: the chains of all stores there are were made so.
"""

import hashlib
import json
import secrets
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from enum import StrEnum
from typing import Any, NamedTuple

from sqlite_utils import Database

_MADE_BY = b"right party, chain 1"
_SALT_BYTES = 16
BEFORE_THE_FIRST = bytes(32)
"""What stands for the hash of the entry before the first one."""

ACCESS = "access"
"""What entries of the access log are a part of; the others are a part of an attempt."""


class Kind(StrEnum):
    """What an entry is of: an attempt as it began, an event, an access, a deletion."""

    ATTEMPT = "attempt"
    EVENT = "event"
    ACCESS = "access"
    GONE = "gone"


class Why(StrEnum):
    """Why content is gone; CHANGED: the same attempt stands in a later entry as it is now."""

    DELETED = "deleted"
    PURGED = "purged"
    CHANGED = "changed"


class Head(NamedTuple):
    """An entry by its place, the first being 1, and its hash."""

    position: int
    hash: bytes


class Content(NamedTuple):
    """What an entry is made of: whose part, which one of its parts, and what it says.

    An attempt has number 0, its events those that they have; a line of the access log its id.
    """

    part_of: str
    seq: int
    text: str


def salted(salt: bytes, text: str) -> bytes:
    """The hash of some content, which without the salt cannot be guessed and tried."""
    return hashlib.sha256(salt + text.encode()).digest()


def linked(before: bytes, position: int, kind: str, content_hash: bytes) -> bytes:
    """The hash of an entry."""
    parts = (_MADE_BY, before, position.to_bytes(8, "big"), kind.encode(), content_hash)
    return hashlib.sha256(b"\0".join(parts)).digest()


def head(db: Database) -> Head:
    """The last entry; place 0 where there is none yet."""
    sql = "select position, hash from chain order by position desc limit 1"
    found = db.execute(sql).fetchone()
    return Head(*found) if found else Head(0, BEFORE_THE_FIRST)


def enter(db: Database, kind: Kind, contents: Iterable[Content]) -> None:
    """Put entries at the end, inside the transaction that keeps what they are of."""
    rows = _entries(head(db), kind, contents)
    db.conn.executemany("insert into chain values (?, ?, ?, ?, ?, ?, ?, null)", rows)


def _entries(last: Head, kind: Kind, contents: Iterable[Content]) -> Iterator[tuple[Any, ...]]:
    position, before = last
    for one in contents:
        position += 1
        salt = secrets.token_bytes(_SALT_BYTES)
        content_hash = salted(salt, one.text)
        before = linked(before, position, kind, content_hash)
        yield position, kind.value, one.part_of, one.seq, salt, content_hash, before


def bury(db: Database, positions: Sequence[int], why: Why, at: datetime) -> None:
    """Make tombstones of these entries, and say so at the end of the chain."""
    if not positions:
        return
    sql = """update chain set part_of = null, seq = null, salt = null
        where position in (select value from json_each(?))"""
    db.execute(sql, [json.dumps(positions)])
    note = json.dumps({"gone": list(_runs(positions)), "why": why.value, "at": at.isoformat()})
    position, before = head(db)
    content_hash = salted(b"", note)
    row = (
        position + 1,
        Kind.GONE.value,
        content_hash,
        linked(before, position + 1, Kind.GONE, content_hash),
        note,
    )
    sql = """insert into chain (position, kind, content_hash, hash, note)
        values (?, ?, ?, ?, ?)"""
    db.execute(sql, row)


def positions_of(db: Database, parts: Iterable[str]) -> list[int]:
    """The places of all that there is of these attempts."""
    sql = "select position from chain where part_of in (select value from json_each(?))"
    return [row[0] for row in db.execute(sql, [json.dumps(list(parts))])]


def _runs(positions: Iterable[int]) -> Iterator[list[int]]:
    """The places as first and last of those that follow one another."""
    run: list[int] = []
    for position in sorted(positions):
        if run and position == run[1] + 1:
            run[1] = position
        else:
            if run:
                yield run
            run = [position, position]
    if run:
        yield run


def event_content(row: Mapping[str, Any]) -> Content:
    """An event as it is kept."""
    told = [row[name] for name in ("attempt_id", "seq", "at", "kind", "body")]
    return Content(row["attempt_id"], row["seq"], json.dumps(told))


_OF_AN_ATTEMPT = (
    "id",
    "person_id",
    "purpose",
    "accounts",
    "parent_attempt",
    "parent_seq",
    "scenario_id",
    "scenario_hash",
    "versions",
    "seed",
    "seen_before",
    "started_at",
    "form",
)


def attempt_content(row: Mapping[str, Any], scenario: str) -> Content:
    """An attempt as it is kept, with the fingerprint of its whole scenario."""
    told = [*(row[name] for name in _OF_AN_ATTEMPT), scenario]
    return Content(row["id"], 0, json.dumps(told))


def fingerprint(scenario: str) -> str:
    """What a scenario hashes to in the entry of an attempt at it."""
    return hashlib.sha256(scenario.encode()).hexdigest()


def enter_all(db: Database) -> None:
    """Put everything there is into the chain, the oldest attempt first: for stores without one."""
    scenarios = {row["hash"]: fingerprint(row["content"]) for row in db.table("scenarios").rows}
    for row in list(db.table("attempts").rows_where(order_by="started_at, id")):
        enter(db, Kind.ATTEMPT, [attempt_content(row, scenarios[row["scenario_hash"]])])
        mine = db.table("events").rows_where("attempt_id = ?", [row["id"]], order_by="seq")
        enter(db, Kind.EVENT, map(event_content, list(mine)))


def enter_anew(db: Database, attempt_id: str) -> int:
    """Put an attempt that is otherwise now at the end; the place of its earlier entry."""
    earlier = "select position from chain where part_of = ? and seq = 0"
    position = int(db.execute(earlier, [attempt_id]).fetchone()[0])
    db.execute("update chain set part_of = null, seq = null where position = ?", [position])
    row = dict(db.table("attempts").get(attempt_id))
    scenario = fingerprint(db.table("scenarios").get(row["scenario_hash"])["content"])
    enter(db, Kind.ATTEMPT, [attempt_content(row, scenario)])
    return position
