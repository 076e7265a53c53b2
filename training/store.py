"""What is kept of people's work; attempts leave it through `visible_to` and no other way."""

import json
import tempfile
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from sqlite_utils import Database

from calls.events import Event
from training.access_log import Deed, log, seen_lately
from training.chain import Kind, Why, attempt_content, enter, fingerprint
from training.connections import Connections, blank
from training.deletion import keep_stones, remove
from training.errors import NoSuchAttempt, NotYours, Stays
from training.models import Attempt, Person, Purpose
from training.rights import DELETES, READS
from training.rows import (
    attempt_row,
    events_of,
    has_tried,
    is_there,
    keep_events,
    whole_attempt,
)

FILE_NAME = "right_party.sqlite"
DATA_VARIABLE = "RIGHT_PARTY_DATA"

Decide = Callable[[Attempt], Iterable[Event]]
"""From an attempt as it stands now to the events that come next (none: nothing changes)."""


def data_folder(environment: Mapping[str, str], project: Path) -> Path:
    """Where practice is kept: the folder that `RIGHT_PARTY_DATA` names, else `data` beside us."""
    named = environment.get(DATA_VARIABLE, "").strip()
    return Path(named).expanduser() if named else project / "data"


_VISIBLE = """(person_id = :reader or (
    purpose in (select value from json_each(:purposes)) and exists (
        select 1 from events where attempt_id = attempts.id and kind = 'wrapped_up')))"""


def json_list(purposes: frozenset[Purpose]) -> str:
    """Purposes as a query takes them."""
    return json.dumps(sorted(purposes))


def visible_to(
    db: Database, person: Person, condition: str = "true", *, select: str = "*", **values: str
) -> Iterator[dict[str, Any]]:
    """The rows of the person's own attempts, and of those handed in that their role may read."""
    purposes = json_list(READS[person.role])
    return db.table("attempts").rows_where(
        f"{_VISIBLE} and ({condition})",
        {"reader": person.id, "purposes": purposes, **values},
        order_by="started_at, id",
        select=select,
    )


_TITLED = """attempts.*,
    (select json_extract(content, '$.title') from scenarios where hash = scenario_hash) as title"""


Clock = Callable[[], datetime]


def _now() -> datetime:
    return datetime.now(UTC)


@contextmanager
def passing_store() -> Iterator["Store"]:
    """A store that is thrown away, where nobody waits for the disk."""
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / FILE_NAME).write_bytes(blank())
        yield Store(Path(folder), lasting=False)


class Store:
    """The database in `folder`; safe to share between threads, and beside other processes.

    `clock` says when somebody looked at what is another's; everything else is told when it is.
    """

    def __init__(self, folder: Path, *, lasting: bool = True, clock: Clock = _now) -> None:
        self.folder = folder
        self.clock = clock
        self._connections = Connections(folder / FILE_NAME, lasting=lasting)
        self.reading = self._connections.reading
        self.writing = self._connections.writing

    def add(self, attempt: Attempt, scenario_content: str) -> None:
        """Keep a new attempt with its events, and its scenario unless the same words are kept.

        The id of an attempt is made of what it is, so that adding it twice adds it once.
        """
        kept_scenario = {
            "hash": attempt.scenario_hash,
            "id": attempt.scenario_id,
            "content": scenario_content,
        }
        with self.writing() as db:
            if db.table("attempts").count_where("id = ?", [attempt.id]):
                return
            db.table("scenarios").insert(kept_scenario, ignore=True)
            row = attempt_row(attempt, has_tried(db, attempt))
            db.table("attempts").insert(row)
            kept = db.table("scenarios").get(attempt.scenario_hash)["content"]
            enter(db, Kind.ATTEMPT, [attempt_content(row, fingerprint(kept))])
            keep_events(db, attempt.id, attempt.events)

    def attempt(self, person: Person, attempt_id: str, *, shown: bool = True) -> Attempt:
        """The attempt as it stands now; `NoSuchAttempt` where this person may not read it.

        Without `shown` it goes into figures over many attempts, and nobody is said to have read it.
        """
        with self.reading() as db:
            found = whole_attempt(db, find(db, person, attempt_id))
        if shown:
            self._seen(person, (found,))
        return found

    def attempts(self, person: Person, *, own: bool = True) -> tuple[Attempt, ...]:
        """The person's attempts, the oldest first; with `own=False` all that they may read."""
        condition = "person_id = :reader" if own else "true"
        with self.reading() as db:
            rows = tuple(visible_to(db, person, condition))
            found = tuple(whole_attempt(db, row) for row in rows)
        self._seen(person, found)
        return found

    def _seen(self, person: Person, attempts: Iterable[Attempt]) -> None:
        """Log that somebody read what is another's; again soon after is the same reading."""
        others = [one for one in attempts if one.person_id != person.id]
        now = self.clock() if others else None
        with self.reading() as db:
            new = [one for one in others if now and not seen_lately(db, person, now, one.id)]
        if new and now:
            with self.writing() as db:
                for one in new:
                    log(db, person, Deed.READ, now, attempt_id=one.id, of=one.person_id)

    def lines_with(
        self, person: Person, words: str, around: tuple[str, str]
    ) -> tuple[tuple[Attempt, str, Mapping[int, str]], ...]:
        """The person's own attempts in which a full-text query is met, the newest first.

        Each comes with its title, and by event what was said, the words found put between `around`.
        """
        spoken: dict[str, dict[int, str]] = {}
        found_in = """select attempt_id, seq, highlight(spoken, 0, ?, ?) as marked
            from spoken where spoken match ?"""
        with self.reading() as db:
            for row in db.query(found_in, [*around, words]):
                spoken.setdefault(row["attempt_id"], {})[row["seq"]] = row["marked"]
            own = "person_id = :reader and id in (select value from json_each(:ids))"
            rows = tuple(visible_to(db, person, own, select=_TITLED, ids=json.dumps(list(spoken))))
            return tuple(
                (whole_attempt(db, row), row["title"], spoken[row["id"]]) for row in reversed(rows)
            )

    def append(self, person: Person, attempt: Attempt, decide: Decide) -> Attempt:
        """Commit what `decide` makes of the attempt as it stands now, whoever changed it since.

        `decide` runs while nobody else can write, so it only looks at what it is given. Its events
        are numbered here, whatever number they bring.
        """
        with self.writing() as db:
            present = _caught_up(db, person, attempt)
            events = tuple(
                event.model_copy(update={"seq": seq})
                for seq, event in enumerate(decide(present), start=present.next_seq)
            )
            keep_events(db, attempt.id, events)
        return present.after(events)

    def delete(
        self, person: Person, attempt_ids: Iterable[str], now: datetime
    ) -> tuple[Attempt, ...]:
        """Delete practice of one's own with its branches and all that hangs on it: all or nothing.

        Of each there stays that it was (`deleted_attempts`), so that what was seen stays seen.
        """
        with self.writing() as db:
            going = with_branches(db, person, attempt_ids)
            keep_stones(db, going, now)
            remove(db, [one.id for one in going], Why.DELETED, now)
            log(db, person, Deed.DELETED, now, of=person.id, note=f"attempts: {len(going)}")
        return going

    def keep_review(
        self, person: Person, attempt: Attempt, versions: str, made_at: datetime, body: str
    ) -> None:
        """Keep a review beside earlier ones; the same of the same versions is kept once."""
        row = {
            "attempt_id": attempt.id,
            "seq": len(attempt.events),
            "versions": versions,
            "made_at": made_at.isoformat(),
            "body": body,
        }
        with self.writing() as db:
            find(db, person, attempt.id)
            db.table("reviews").insert(row, ignore=True)

    def reviews(self, person: Person, attempt_id: str) -> tuple[dict[str, Any], ...]:
        """The reviews of an attempt, the oldest first."""
        with self.reading() as db:
            find(db, person, attempt_id)
            rows = db.table("reviews").rows_where("attempt_id = ?", [attempt_id], order_by="rowid")
            return tuple(rows)

    def scenario_content(self, person: Person, attempt: Attempt) -> str:
        """The scenario as it stood when the attempt began."""
        sql = "select content from scenarios where hash = ?"
        with self.reading() as db:
            find(db, person, attempt.id)
            return str(next(db.query(sql, (attempt.scenario_hash,)))["content"])


def find(db: Database, person: Person, attempt_id: str) -> dict[str, Any]:
    """The row of an attempt that this person may read; else `NoSuchAttempt`."""
    for row in visible_to(db, person, "id = :id", id=attempt_id):
        return row
    raise NoSuchAttempt(attempt_id)


def with_branches(db: Database, person: Person, attempt_ids: Iterable[str]) -> tuple[Attempt, ...]:
    """Attempts that may be deleted, each followed by those that leave it; `Stays` for others."""
    found: dict[str, Attempt] = {}
    ahead = list(attempt_ids)
    while ahead:
        attempt = whole_attempt(db, find(db, person, ahead.pop(0)))
        if attempt.person_id != person.id:
            raise NotYours(attempt.id)
        if attempt.purpose not in DELETES:
            raise Stays(attempt.id)
        found.pop(attempt.id, None)  # a branch that was asked for itself goes after its parent
        found[attempt.id] = attempt
        rows = db.query("select id from attempts where parent_attempt = ?", [attempt.id])
        ahead += [row["id"] for row in rows]
    return tuple(found.values())


def _caught_up(db: Database, person: Person, attempt: Attempt) -> Attempt:
    """The owner's attempt with the events that were added since it was read."""
    row = find(db, person, attempt.id)
    if row["person_id"] != person.id:
        raise NotYours(attempt.id)
    if attempt.events and not is_there(db, attempt.id, attempt.events[-1]):
        return whole_attempt(db, row)  # a backup was restored since
    return attempt.after(events_of(db, attempt.id, after=len(attempt.events)))
