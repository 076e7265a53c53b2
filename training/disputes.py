"""Disputes: a trainee says in one sentence why a mark is wrong, and somebody answers."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from scoring.judged import subjects
from training.access_log import Deed, log
from training.errors import NotOffered, NotYours, TrainingError
from training.judging import LONGEST_ANSWER, LONGEST_SENTENCE, Seen, look, said, to_judge
from training.models import Person, Purpose
from training.practising import check_practises
from training.reviews import review_attempt
from training.store import Store, find

DISPUTABLE = frozenset({Purpose.SUBMITTED, Purpose.ASSESSMENT})
"""What somebody else judges; of a private attempt nobody else knows."""

ANSWERED_WITHIN = timedelta(days=7)
"""A trainee who disputes a mark has an answer within a week."""


def due_day(at: datetime) -> date:
    """The last day for an answer to what was disputed at that moment."""
    return (at + ANSWERED_WITHIN).date()


@dataclass(frozen=True)
class Dispute:
    """A sentence about one mark, with the answer once there is one; both stay."""

    id: str
    attempt_id: str
    about: str
    name: str
    sentence: str
    by: str
    at: datetime
    answer: str | None = None
    answered_by: str | None = None
    answered_at: datetime | None = None

    @property
    def open(self) -> bool:
        """Whether nobody has answered yet."""
        return self.answer is None

    @property
    def due(self) -> date:
        """The last day for an answer."""
        return due_day(self.at)


def dispute(
    store: Store, person: Person, attempt_id: str, about: str, sentence: str, now: datetime
) -> Dispute:
    """Say what is wrong about a mark of one's own attempt; it goes to those who judge it."""
    check_practises(person)
    attempt = store.attempt(person, attempt_id)
    if attempt.person_id != person.id:
        raise NotYours(attempt_id)
    where = f"attempt {attempt_id!r}"
    if attempt.purpose not in DISPUTABLE:
        raise TrainingError(where, "nobody but you sees it", "dispute marks of one you submit")
    made = review_attempt(store, person, attempt_id, now)
    there = subjects(made)
    if about not in there:
        raise NotOffered("dispute", about, there)
    row = {
        "id": hashlib.sha256(f"{attempt_id}\n{about}\n{now.isoformat()}".encode()).hexdigest()[:16],
        "attempt_id": attempt_id,
        "about": about,
        "name": there[about].name,
        "sentence": said(sentence, LONGEST_SENTENCE, "your sentence"),
        "person_id": person.id,
        "at": now.isoformat(),
    }
    with store.writing() as db:
        waiting = """attempt_id = ? and about = ?
            and id not in (select dispute_id from answers)"""
        if db.table("disputes").count_where(waiting, [attempt_id, about]):
            raise TrainingError(
                where, "this mark is disputed already", "wait for the answer, then say more"
            )
        db.table("disputes").insert(row)
    return _dispute({**row, "by": person.name})


def answer_dispute(
    store: Store, person: Person, attempt_id: str, dispute_id: str, text: str, now: datetime
) -> Dispute:
    """Answer a dispute, once: of two answers the first is kept, and the second is told of it."""
    row = {
        "dispute_id": dispute_id,
        "answer": said(text, LONGEST_ANSWER, "your answer"),
        "person_id": person.id,
        "at": now.isoformat(),
    }
    with store.writing() as db:
        owner = to_judge(db, person, attempt_id)["person_id"]
        here = "id = ? and attempt_id = ?"
        if not db.table("disputes").count_where(here, [dispute_id, attempt_id]):
            raise TrainingError(
                f"dispute {dispute_id!r}", "this attempt has none of that id", "one from its list"
            )
        if db.table("answers").count_where("dispute_id = ?", [dispute_id]):
            raise TrainingError(
                f"dispute {dispute_id!r}", "somebody has answered it already", "read the answer"
            )
        db.table("answers").insert(row)
        log(db, person, Deed.ANSWERED, now, attempt_id=attempt_id, of=owner)
    return next(one for one in disputes(store, person, attempt_id) if one.id == dispute_id)


def disputes(store: Store, person: Person, attempt_id: str) -> tuple[Dispute, ...]:
    """The disputes about an attempt, the oldest first; who reads them knows what is disputed."""
    check_practises(person)
    look(store, person, attempt_id, Seen.MACHINE)
    sql = """select disputes.*, wrote.name as "by", answer, answers.at as answered_at,
            replied.name as answered_by
        from disputes join people as wrote on wrote.id = disputes.person_id
        left join answers on answers.dispute_id = disputes.id
        left join people as replied on replied.id = answers.person_id
        where attempt_id = ? order by disputes.at, disputes.id"""
    with store.reading() as db:
        find(db, person, attempt_id)
        return tuple(_dispute(row) for row in db.query(sql, (attempt_id,)))


def _dispute(row: Mapping[str, Any]) -> Dispute:
    answered = row.get("answered_at")
    return Dispute(
        id=row["id"],
        attempt_id=row["attempt_id"],
        about=row["about"],
        name=row["name"],
        sentence=row["sentence"],
        by=row["by"],
        at=datetime.fromisoformat(row["at"]),
        answer=row.get("answer"),
        answered_by=row.get("answered_by"),
        answered_at=datetime.fromisoformat(answered) if answered else None,
    )
