"""Disputes: a trainee says in one sentence why a mark is wrong, and somebody answers.

An answer can be taken back soon after, as long as it was shown to nobody who disputed; what was
shown stays, and is added to.
"""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from sqlite_utils import Database

from scoring.judged import subjects
from training.access_log import Deed, log
from training.errors import NotOffered, NotYours, TrainingError
from training.judging import (
    LONGEST_ANSWER,
    LONGEST_SENTENCE,
    Followed,
    Seen,
    came_twice,
    check_undo,
    look,
    said,
    to_judge,
)
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
class Answer:
    """What somebody said to a dispute; `shown` once a page showed it to who disputed."""

    id: int
    text: str
    by: str
    at: datetime
    shown: bool


@dataclass(frozen=True)
class Dispute:
    """A sentence about one mark, with what was answered and then added; all of it stays."""

    id: str
    attempt_id: str
    about: str
    name: str
    sentence: str
    by: str
    at: datetime
    answers: tuple[Answer, ...] = ()

    @property
    def open(self) -> bool:
        """Whether nobody has answered yet."""
        return not self.answers

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
            and id not in (select dispute_id from standing_answers)"""
        before = list(db.table("disputes").rows_where(waiting, [attempt_id, about]))
        if mine := came_twice(before, row, "sentence"):
            return _dispute({**mine, "by": person.name})
        if before:
            raise TrainingError(
                where, "this mark is disputed already", "wait for the answer, then say more"
            )
        db.table("disputes").insert(row)
    return _dispute({**row, "by": person.name})


def answer_dispute(
    store: Store, person: Person, attempt_id: str, dispute_id: str, text: str, now: datetime
) -> Dispute:
    """Answer a dispute, once: of two answers the first is kept, and the second is told of it.

    The same answer by the same person is one, however often its button was pressed.
    """
    kept = said(text, LONGEST_ANSWER, "your answer")
    with store.writing() as db:
        owner = _to_answer(db, person, attempt_id, dispute_id)
        before, row = _answers(db, dispute_id), _row(person, dispute_id, kept, now)
        if before and not came_twice(before[:1], row, "answer"):
            raise TrainingError(
                f"dispute {dispute_id!r}", "somebody has answered it already", "read the answer"
            )
        if not before:
            db.table("answers").insert(row)
            log(db, person, Deed.ANSWERED, now, attempt_id=attempt_id, of=owner)
    return _one_of(store, person, attempt_id, dispute_id)


def add_to_answer(
    store: Store, person: Person, attempt_id: str, dispute_id: str, text: str, now: datetime
) -> Dispute:
    """Say more to a dispute that was answered; what was said before stays above it."""
    kept = said(text, LONGEST_ANSWER, "what you add")
    with store.writing() as db:
        owner = _to_answer(db, person, attempt_id, dispute_id)
        before, row = _answers(db, dispute_id), _row(person, dispute_id, kept, now)
        if not before:
            raise TrainingError(
                f"dispute {dispute_id!r}", "there is no answer to add to", "answer it"
            )
        if not came_twice(before, row, "answer"):
            db.table("answers").insert(row)
            log(db, person, Deed.ANSWERED, now, attempt_id=attempt_id, of=owner, note="added")
    return _one_of(store, person, attempt_id, dispute_id)


def take_back_answer(
    store: Store, person: Person, attempt_id: str, answer_id: int, now: datetime
) -> Dispute:
    """Take one's own answer back, soon after and before it was shown; the dispute waits again."""
    where = f"answer {answer_id}"
    with store.writing() as db:
        owner = to_judge(db, person, attempt_id)["person_id"]
        row = next(db.query(_ONE_ANSWER, [answer_id, attempt_id]), None)
        if row is None:
            raise TrainingError(where, "this attempt has none of that number", "one of its list")
        check_undo(where, row["person_id"], row["at"], person, now)
        if row["shown"]:
            raise TrainingError(where, "they may have read it, and it stays", "add to it")
        gone = _followed(answer_id, Followed.TAKEN_BACK, person, now)
        db.table("answers_followed").insert(gone, ignore=True)
        log(db, person, Deed.TOOK_BACK, now, attempt_id=attempt_id, of=owner, note="an answer")
    return _one_of(store, person, attempt_id, row["dispute_id"])


def disputes(store: Store, person: Person, attempt_id: str) -> tuple[Dispute, ...]:
    """The disputes about an attempt, the oldest first; who reads them knows what is disputed.

    Whose attempt it is has been shown the answers from here on.
    """
    check_practises(person)
    look(store, person, attempt_id, Seen.MACHINE)
    with store.reading() as db:
        owner = find(db, person, attempt_id)["person_id"]
        found = _of_attempt(db, attempt_id)
    if owner != person.id or all(one.shown for each in found for one in each.answers):
        return found
    with store.writing() as db:  # read anew: one of them may be taken back by now
        found = _of_attempt(db, attempt_id)
        now = store.clock()
        for one in (answer for each in found for answer in each.answers):
            row = _followed(one.id, Followed.READ, person, now)
            db.table("answers_followed").insert(row, ignore=True)
    return found


_ONE_ANSWER = """select standing_answers.*, exists (select 1 from answers_followed
        where answer_id = standing_answers.id and what = 'read') as shown
    from standing_answers join disputes on disputes.id = dispute_id
    where standing_answers.id = ? and attempt_id = ?"""
_ANSWERS = """select answers.*, people.name as "by", exists (select 1 from answers_followed
        where answer_id = answers.id and what = 'read') as shown
    from standing_answers as answers join disputes on disputes.id = dispute_id
    join people on people.id = answers.person_id where attempt_id = ? order by answers.id"""
_DISPUTES = """select disputes.*, people.name as "by" from disputes
    join people on people.id = person_id where attempt_id = ? order by at, disputes.id"""


def _of_attempt(db: Database, attempt_id: str) -> tuple[Dispute, ...]:
    answers: dict[str, tuple[Answer, ...]] = {}
    for row in db.query(_ANSWERS, [attempt_id]):
        at = datetime.fromisoformat(row["at"])
        one = Answer(row["id"], row["answer"], row["by"], at, bool(row["shown"]))
        answers[row["dispute_id"]] = (*answers.get(row["dispute_id"], ()), one)
    rows = db.query(_DISPUTES, [attempt_id])
    return tuple(_dispute(row, answers.get(row["id"], ())) for row in rows)


def _one_of(store: Store, person: Person, attempt_id: str, dispute_id: str) -> Dispute:
    return next(one for one in disputes(store, person, attempt_id) if one.id == dispute_id)


def _to_answer(db: Database, person: Person, attempt_id: str, dispute_id: str) -> str:
    """Whose attempt it is that this person may answer for, and that was disputed so."""
    owner = to_judge(db, person, attempt_id)["person_id"]
    here = "id = ? and attempt_id = ?"
    if not db.table("disputes").count_where(here, [dispute_id, attempt_id]):
        raise TrainingError(
            f"dispute {dispute_id!r}", "this attempt has none of that id", "one from its list"
        )
    return str(owner)


def _answers(db: Database, dispute_id: str) -> list[dict[str, Any]]:
    """Those that stand, the oldest first."""
    there = db.view("standing_answers")
    return list(there.rows_where("dispute_id = ?", [dispute_id], order_by="id"))


def _row(person: Person, dispute_id: str, text: str, now: datetime) -> dict[str, Any]:
    return {"dispute_id": dispute_id, "answer": text, "person_id": person.id, "at": now.isoformat()}


def _followed(answer_id: int, what: Followed, person: Person, now: datetime) -> dict[str, Any]:
    return {
        "answer_id": answer_id,
        "what": what.value,
        "person_id": person.id,
        "at": now.isoformat(),
    }


def _dispute(row: Mapping[str, Any], answers: tuple[Answer, ...] = ()) -> Dispute:
    return Dispute(
        id=row["id"],
        attempt_id=row["attempt_id"],
        about=row["about"],
        name=row["name"],
        sentence=row["sentence"],
        by=row["by"],
        at=datetime.fromisoformat(row["at"]),
        answers=answers,
    )
