"""Decisions: what a person comes to about a candidate, and why, once raters have agreed.

Nothing decides by itself, and nothing is overwritten: of several decisions the latest counts.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlite_utils import Database

from training.access_log import Deed, log
from training.assessments.confirming import still_open
from training.assessments.hiring import check_hires
from training.assessments.models import DECIDES, Candidacy, Decision
from training.assessments.rows import candidacy_in
from training.errors import NotOffered, TrainingError
from training.judging import LONGEST_ANSWER, came_twice, said
from training.models import Person
from training.ratings import TOGETHER
from training.store import Store


class TooEarly(TrainingError):
    """A decision before everybody has said what they saw."""


@dataclass(frozen=True)
class Decided:
    """What was decided of a candidate, by whom and why."""

    decision: Decision
    reason: str
    by: str
    at: datetime


def decide(
    store: Store, person: Person, candidacy_id: str, decision: Decision, reason: str, now: datetime
) -> Decided:
    """Keep a decision with its reason beside earlier ones; `TooEarly` while anything is missing."""
    check_hires(person)
    if decision not in DECIDES:
        raise NotOffered("decision", decision, DECIDES)
    why = said(reason, LONGEST_ANSWER, "why you decide so")
    with store.writing() as db:
        candidacy = candidacy_in(db, candidacy_id)
        if missing := tuple(missing_in(db, candidacy)):
            raise TooEarly(f"candidate {candidacy.alias!r}", "; ".join(missing), "that first")
        row = {
            "candidacy_id": candidacy_id,
            "decision": decision.value,
            "reason": why,
            "person_id": person.id,
            "at": now.isoformat(),
        }
        before = db.table("hiring_decisions").rows_where(
            "candidacy_id = ?", [candidacy_id], order_by="id"
        )
        if there := came_twice(before, row, "decision", "reason"):
            return _decided({**there, "by": person.name})
        db.table("hiring_decisions").insert(row)
        log(db, person, Deed.DECIDED, now, of=candidacy.person_id, note=decision.value)
    return Decided(decision, why, person.name, now)


def decisions(store: Store, person: Person, candidacy_id: str) -> tuple[Decided, ...]:
    """Every decision on a candidate, the oldest first; the last one counts."""
    check_hires(person)
    sql = """select hiring_decisions.*, name as "by" from hiring_decisions
        join people on people.id = person_id where candidacy_id = ? order by hiring_decisions.id"""
    with store.reading() as db:
        candidacy_in(db, candidacy_id)
        return tuple(_decided(row) for row in db.query(sql, (candidacy_id,)))


def missing(store: Store, person: Person, candidacy_id: str) -> tuple[str, ...]:
    """What has to happen before this candidate can be decided on, in words; empty: nothing."""
    check_hires(person)
    with store.reading() as db:
        return tuple(missing_in(db, candidacy_in(db, candidacy_id)))


_ATTEMPTS = """select attempt_id,
    (select json_extract(content, '$.title') from scenarios where hash = scenario_hash) as title,
    exists (select 1 from events
        where attempt_id = attempts.id and kind = 'wrapped_up') as handed_in,
    exists (select 1 from consensus where attempt_id = attempts.id) as agreed,
    (select count(*) from ratings where attempt_id = attempts.id
        and not json_extract(body, '$.model_rated')) as sheets
    from candidacy_attempts join attempts on attempts.id = attempt_id
    where candidacy_id = ? order by nth"""


def is_agreed(db: Database, candidacy: Candidacy) -> bool:
    """Whether every call that was handed in, of one at least, has a sheet that was agreed on."""
    rows = [row for row in db.query(_ATTEMPTS, (candidacy.id,)) if row["handed_in"]]
    return bool(rows) and all(row["agreed"] for row in rows)


def missing_in(db: Database, candidacy: Candidacy) -> Iterator[str]:
    """The same, for who has asked already; whose invitation was withdrawn is decided on no more."""
    if candidacy.withdrawn_at is not None:
        yield "the invitation was withdrawn, and nothing of it is rated"
        return
    if candidacy.finished_at is None:
        yield "the candidate has not finished"
        return
    rows = [row for row in db.query(_ATTEMPTS, (candidacy.id,)) if row["handed_in"]]
    if not rows:
        yield "no call of theirs was handed in"
    for row in rows:
        if row["sheets"] < TOGETHER:
            yield f"{row['title']}: {row['sheets']} of {TOGETHER} people have rated it"
        elif not row["agreed"]:
            yield f"{row['title']}: those who rated it have not agreed on one sheet"
        else:
            yield from _unseen(db, row)


def _unseen(db: Database, row: Mapping[str, Any]) -> Iterator[str]:
    """Hard fails that nobody has looked at; without a review the machine was not even asked."""
    left = still_open(db, row["attempt_id"])
    if left is None:
        yield f"{row['title']}: no assessor has opened what the machine found"
    elif left:
        count = "a hard fail waits" if len(left) == 1 else f"{len(left)} hard fails wait"
        yield f"{row['title']}: {count} for an assessor to look at it"


def _decided(row: Mapping[str, Any]) -> Decided:
    return Decided(
        decision=Decision(row["decision"]),
        reason=row["reason"],
        by=row["by"],
        at=datetime.fromisoformat(row["at"]),
    )
