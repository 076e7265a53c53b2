"""Attempts and events as rows of the store, and back."""

import json
from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

from sqlite_utils import Database

from calls.events import Event
from calls.versions import parse_event, render_event
from training.chain import Kind, enter, event_content
from training.models import Attempt, Purpose


def whole_attempt(db: Database, row: Mapping[str, Any]) -> Attempt:
    """The attempt of a row, with its events."""
    return Attempt(
        id=row["id"],
        person_id=row["person_id"],
        purpose=Purpose(row["purpose"]),
        accounts=tuple(json.loads(row["accounts"])),
        parent_attempt=row["parent_attempt"],
        parent_seq=row["parent_seq"],
        scenario_id=row["scenario_id"],
        scenario_hash=row["scenario_hash"],
        versions=json.loads(row["versions"]),
        seed=row["seed"],
        seen_before=bool(row["seen_before"]),
        started_at=datetime.fromisoformat(row["started_at"]),
        form=row["form"],
        events=events_of(db, row["id"]),
    )


def attempt_row(attempt: Attempt, seen_before: bool) -> dict[str, Any]:
    """The row of an attempt."""
    return {
        "id": attempt.id,
        "person_id": attempt.person_id,
        "purpose": attempt.purpose.value,
        "accounts": json.dumps(attempt.accounts),
        "parent_attempt": attempt.parent_attempt,
        "parent_seq": attempt.parent_seq,
        "scenario_id": attempt.scenario_id,
        "scenario_hash": attempt.scenario_hash,
        "versions": json.dumps(attempt.versions, sort_keys=True),
        "seed": attempt.seed,
        "seen_before": int(seen_before),
        "started_at": attempt.started_at.isoformat(),
        "form": attempt.form,
    }


def events_of(db: Database, attempt_id: str, after: int = 0) -> tuple[Event, ...]:
    """The events of an attempt, or those after one of them."""
    sql = "select seq, body from events where attempt_id = ? and seq > ? order by seq"
    rows = db.query(sql, (attempt_id, after))
    return tuple(parse_event(row["body"], f"{attempt_id}, event {row['seq']}") for row in rows)


def keep_events(db: Database, attempt_id: str, events: Iterable[Event]) -> None:
    """Keep further events of an attempt, and enter them in the chain."""
    rows = [
        {
            "attempt_id": attempt_id,
            "seq": event.seq,
            "at": event.at.isoformat(),
            "kind": event.kind,
            "body": render_event(event),
        }
        for event in events
    ]
    db.table("events").insert_all(rows)
    enter(db, Kind.EVENT, map(event_content, rows))


def is_there(db: Database, attempt_id: str, event: Event) -> bool:
    """Whether an event that was read is still the one in its place."""
    sql = "select at from events where attempt_id = ? and seq = ?"
    found = db.execute(sql, [attempt_id, event.seq]).fetchone()
    return found is not None and datetime.fromisoformat(found[0]) == event.at


def has_tried(db: Database, attempt: Attempt) -> bool:
    """Whether the person has been on a call of that scenario before, or decided on one.

    That it was deleted since makes nobody forget it.
    """
    sql = """select 1 from attempts
            where person_id = :person and scenario_id = :scenario and exists (
            select 1 from events where attempt_id = attempts.id
                and kind in ('call_started', 'dial_decided'))
        union all select 1 from deleted_attempts
            where person_id = :person and scenario_id = :scenario and on_a_call"""
    values = {"person": attempt.person_id, "scenario": attempt.scenario_id}
    return any(db.query(sql, values))
