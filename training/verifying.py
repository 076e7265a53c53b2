"""Verifying the chain: what was changed, taken out, put in or cut off behind the program's back."""

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from sqlite_utils import Database

from training.access_log import access_content
from training.anchors import Anchor
from training.chain import (
    ACCESS,
    BEFORE_THE_FIRST,
    Head,
    Kind,
    Why,
    attempt_content,
    event_content,
    fingerprint,
    head,
    linked,
    salted,
)
from training.store import Store

Row = Mapping[str, Any]
Told = Callable[[int, int], None]
"""Hears how much of how much is done."""
_TOLD_EVERY = 1_000


def unwatched(done: int, of: int) -> None:
    """Nobody hears it."""


@dataclass(frozen=True)
class Fault:
    """One place where the store is not as the program left it."""

    where: str
    what: str


@dataclass(frozen=True)
class Gone:
    """A deletion by the program: what the entry in the chain at `position` says of it."""

    position: int
    entries: int
    why: Why
    at: datetime


@dataclass(frozen=True)
class Verified:
    """What was looked at, what is wrong, and what was deleted in good order, the oldest first."""

    head: Head
    attempts: int
    faults: tuple[Fault, ...]
    gone: tuple[Gone, ...]

    def gone_since(self, anchor: Anchor | None) -> tuple[Gone, ...]:
        """What was deleted after an anchor; all of it where there is none."""
        return tuple(one for one in self.gone if anchor is None or one.position > anchor.entries)


def verify(store: Store, anchor: Anchor | None = None, told: Told = unwatched) -> Verified:
    """Compare all that is kept with the chain, and the chain with an anchor."""
    with store.reading() as db:
        db.execute("BEGIN")  # one moment of the store, however long it takes and whoever writes
        try:
            walk = _Walk(db)
            of = head(db).position
            for row in db.query(_ENTRIES):
                walk.take(row)
                if walk.position % _TOLD_EVERY == 0:
                    told(walk.position, of)
            faults = (*_against(anchor, walk, db), *walk.faults, *walk.left_open(), *_strange(db))
            attempts = db.table("attempts").count
        finally:
            db.execute("ROLLBACK")
    return Verified(Head(walk.position, walk.before), attempts, faults, tuple(walk.gone))


_ENTRIES = """select chain.position, chain.kind as entry, part_of, chain.seq as number, salt,
        content_hash, hash, note, events.attempt_id, events.seq, events.at, events.kind, events.body
    from chain left join events on chain.kind = 'event'
        and events.attempt_id = chain.part_of and events.seq = chain.seq
    order by chain.position"""


@dataclass
class _Walk:
    """The way along the chain, from its first entry to its last."""

    db: Database
    position: int = 0
    before: bytes = BEFORE_THE_FIRST
    faults: list[Fault] = field(default_factory=list)
    gone: list[Gone] = field(default_factory=list)
    empty: set[int] = field(default_factory=set)
    told_gone: set[int] = field(default_factory=set)
    scenarios: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        rows = self.db.table("scenarios").rows
        self.scenarios = {row["hash"]: fingerprint(row["content"]) for row in rows}

    def take(self, row: Row) -> None:
        """One entry further."""
        position = row["position"]
        if position != self.position + 1:
            what = f"entries {self.position + 1} to {position - 1} were taken out of the chain"
            self._fault(f"entry {position}", what)
        elif row["hash"] != linked(self.before, position, row["entry"], row["content_hash"]):
            what = "it does not fit the entry before it: an entry was changed, moved or put in"
            self._fault(self._named(row), what)
        self._content(row)
        self.position, self.before = position, row["hash"]

    def left_open(self) -> Iterator[Fault]:
        """Contents that are gone and no deletion says so, and the other way round."""
        for position in sorted(self.empty - self.told_gone):
            yield Fault(f"entry {position}", "its content is gone, and no deletion says so")
        for position in sorted(self.told_gone - self.empty):
            yield Fault(f"entry {position}", "its content is there, and was deleted")

    def _content(self, row: Row) -> None:
        if row["entry"] == Kind.GONE:
            self._deletion(row)
        elif row["salt"] is None:
            self.empty.add(row["position"])
        else:
            text = self._text(row)
            if text is None:
                self._fault(self._named(row), "it is gone, and no deletion says so")
            elif salted(row["salt"], text) != row["content_hash"]:
                self._fault(self._named(row), "it was changed after it was kept")

    def _deletion(self, row: Row) -> None:
        if salted(b"", row["note"] or "") != row["content_hash"]:
            self._fault(self._named(row), "what it says of a deletion was changed")
            return
        try:
            told = json.loads(row["note"])
            runs = [(int(first), min(int(last), row["position"])) for first, last in told["gone"]]
            positions = {n for first, last in runs for n in range(max(first, 1), last + 1)}
            at = datetime.fromisoformat(told["at"])
            self.gone.append(Gone(row["position"], len(positions), Why(told["why"]), at))
        except (ValueError, KeyError, TypeError):
            self._fault(self._named(row), "it tells of a deletion as the program never does")
            return
        self.told_gone |= positions

    def _text(self, row: Row) -> str | None:
        """What is kept today of what the entry is of; None where there is nothing."""
        if row["entry"] == Kind.EVENT:
            return None if row["attempt_id"] is None else event_content(row).text
        table = "access_log" if row["entry"] == Kind.ACCESS else "attempts"
        number = row["number"] if row["entry"] == Kind.ACCESS else row["part_of"]
        kept = next(self.db.query(f"select * from {table} where id = ?", [number]), None)  # noqa: S608
        if kept is None:
            return None
        if row["entry"] == Kind.ACCESS:
            return access_content(kept).text
        return attempt_content(kept, self.scenarios.get(kept["scenario_hash"], "")).text

    def _named(self, row: Row) -> str:
        place = f"entry {row['position']}"
        if row["part_of"] is None:
            return place
        return f"{place}, {_named(self.db, row['part_of'], row['number'])}"

    def _fault(self, where: str, what: str) -> None:
        self.faults.append(Fault(where, what))


def _named(db: Database, part_of: str, number: int) -> str:
    """What an entry is of, as the owner of the store knows it."""
    if part_of == ACCESS:
        return f"line {number} of the access log"
    sql = """select people.name, started_at,
            (select json_extract(content, '$.title') from scenarios
                where hash = scenario_hash and json_valid(content))
        from attempts left join people on people.id = person_id where attempts.id = ?"""
    found = db.execute(sql, [part_of]).fetchone()
    told = f" ({found[2]}, {found[0]}, {found[1][:10]})" if found else ""
    return f"attempt {part_of}{told}{f', event {number}' if number else ''}"


def _strange(db: Database) -> Iterator[Fault]:
    """What is kept and never came through the program."""
    out = "it is in no entry of the chain: it was put in past the program"
    without = "not exists (select 1 from chain where part_of = {} and chain.seq = {})"
    for table, part_of, number in (
        ("attempts", "attempts.id", "0"),
        ("events", "events.attempt_id", "events.seq"),
        ("access_log", f"'{ACCESS}'", "access_log.id"),
    ):
        missing = without.format(part_of, number)
        sql = f"select {part_of}, {number} from {table} where {missing}"  # noqa: S608  ours
        for found, seq in db.execute(sql).fetchall():
            yield Fault(_named(db, found, seq), out)


def _against(anchor: Anchor | None, walk: _Walk, db: Database) -> Iterator[Fault]:
    """What an anchor says against the chain."""
    if anchor is None:
        return
    there = dict(
        db.execute(
            "select position, hash from chain where position in (1, ?)", [anchor.entries]
        ).fetchall()
    )
    when = f"the anchor of {anchor.made_at:%Y-%m-%d %H:%M} UTC"
    if there.get(1) != anchor.first:
        yield Fault(when, "it is of another store, or all of this one was written anew since")
    elif walk.position < anchor.entries:
        cut = anchor.entries - walk.position
        what = f"the chain had {anchor.entries} entries then and has {walk.position}"
        yield Fault(when, f"{what} now: it was cut off at the end, {cut} entries are missing")
    elif there.get(anchor.entries) != anchor.head:
        what = f"entry {anchor.entries} is another one than it was then"
        yield Fault(when, f"{what}: the chain was written anew somewhere up to it")
