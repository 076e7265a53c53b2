"""Who may judge an attempt, and who has seen what others made of it: the door to judging."""

import json
from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any

from sqlite_utils import Database

from training.assessments.blinding import check_machine, machine_hidden
from training.errors import TrainingError
from training.models import Person, Purpose
from training.rights import JUDGES
from training.store import Store, find

LONGEST_SENTENCE = 300
LONGEST_ANSWER = 1_000
UNDO_FOR = timedelta(minutes=10)
"""So long whoever said something of a call may take it back; later they say something else."""


class Seen(StrEnum):
    """What somebody may have seen before they rate an attempt."""

    MACHINE = "machine"
    OTHERS = "others"


class Followed(StrEnum):
    """What came of something that was said to a trainee: taken back, or read (or shown) by them."""

    TAKEN_BACK = "taken-back"
    READ = "read"


class NotYoursToJudge(TrainingError):
    """A judgement by somebody whose part it is not."""

    def __init__(self, attempt_id: str) -> None:
        super().__init__(
            f"attempt {attempt_id!r}",
            "it is not yours to judge",
            "trainers judge what others submitted, assessors what others did as an assessment",
        )


def to_judge(db: Database, person: Person, attempt_id: str) -> dict[str, Any]:
    """The row of an attempt that this person may judge; else `NotYoursToJudge`."""
    row = find(db, person, attempt_id)
    if row["person_id"] == person.id or Purpose(row["purpose"]) not in JUDGES[person.role]:
        raise NotYoursToJudge(attempt_id)
    return row


def may_judge(store: Store, person: Person, attempt_id: str) -> bool:
    """Whether verdicts, answers and ratings of this attempt are this person's part."""
    with store.reading() as db:
        try:
            to_judge(db, person, attempt_id)
        except NotYoursToJudge:
            return False
    return True


def look(store: Store, person: Person, attempt_id: str, what: Seen) -> None:
    """Keep that somebody saw this of another's attempt; whoever saw it does not rate it blind.

    Asked before anything is handed out: of a work sample the machine's marks are hidden until
    those who rated it have agreed.
    """
    row = {"attempt_id": attempt_id, "person_id": person.id, "what": what.value}
    with store.reading() as db:
        attempt = find(db, person, attempt_id)
        if what is Seen.MACHINE:
            check_machine(db, attempt, person.id)
        if attempt["person_id"] == person.id or has_seen(db, person, attempt_id, what):
            return
    with store.writing() as db:
        db.table("looks").insert(row, ignore=True)


def saw(store: Store, person: Person, attempt_id: str) -> bool:
    """Whether this person has seen marks of the attempt, the machine's or another's."""
    with store.reading() as db:
        find(db, person, attempt_id)
        return has_seen(db, person, attempt_id, *Seen)


def is_hidden(store: Store, person: Person, attempt_id: str) -> bool:
    """Whether the machine's marks of the attempt are hidden from this person, as yet."""
    with store.reading() as db:
        return machine_hidden(db, find(db, person, attempt_id), person.id)


def has_seen(db: Database, person: Person, attempt_id: str, *what: Seen) -> bool:
    """Whether this person saw any of it."""
    sql = """select 1 from looks where attempt_id = ? and person_id = ?
        and what in (select value from json_each(?))"""
    return any(db.query(sql, (attempt_id, person.id, json.dumps(what))))


def too_many(text: str, longest: int) -> int:
    """How many characters words have over a limit, counted as `said` keeps them."""
    return max(0, len(" ".join(text.split())) - longest)


def said(text: str, longest: int, what: str) -> str:
    """Words that are kept, without the spaces around them; never none, and of a bearable length."""
    kept = " ".join(text.split())
    if not kept or too_many(kept, longest):
        found = f"it has {len(kept)} characters" if kept else "it is missing"
        raise TrainingError(what, found, f"please write 1 to {longest} characters")
    return kept


def came_twice(
    before: Iterable[Mapping[str, Any]], row: Mapping[str, Any], *names: str
) -> Mapping[str, Any] | None:
    """What the same person has kept last with the same content: a click that came twice is one."""
    last = next(reversed([*before]), None)
    same = ("person_id", *names)
    return last if last and all(last[name] == row[name] for name in same) else None


def check_undo(what: str, by: str, at: str, person: Person, now: datetime) -> None:
    """Raise where this was said by somebody else, or too long ago to be taken back."""
    if by != person.id:
        raise TrainingError(what, "somebody else gave it", "say what you think beside it")
    if now - datetime.fromisoformat(at) > UNDO_FOR:
        minutes = UNDO_FOR.total_seconds() / 60
        raise TrainingError(
            what,
            f"it is older than {minutes:.0f} minutes and stays on record",
            "say something else; the latest counts",
        )
