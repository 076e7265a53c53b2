"""Confirmations: a hard fail of a work sample counts once an assessor saw it at its turn.

The machine finds; a person reads the turn and says whether it is so, once for each, with a reason.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, NamedTuple

from sqlite_utils import Database

from calls.turn import turn_number
from compliance_rules.finding import Finding
from scoring.judged import Decision, Ruling, about_place
from scoring.review import Review
from training.access_log import Deed, log
from training.assessments.blinding import check_nameless, check_not_withdrawn
from training.errors import TrainingError
from training.judging import LONGEST_SENTENCE, Seen, came_twice, look, said, to_judge
from training.models import Person, Purpose
from training.practising import check_practises
from training.reviews import review_attempt
from training.store import Store

WHOLE_CALL = -1
"""The turn, as it is kept, of what concerns a whole call and stands at none of its turns."""


class Place(NamedTuple):
    """A rule, and the turn (counted from 0) at which it was not met; None for the whole call."""

    rule: str
    turn: int | None

    @property
    def told(self) -> str:
        """Where it is, as people read it."""
        return "of the whole call" if self.turn is None else f"at turn {turn_number(self.turn)}"


@dataclass(frozen=True)
class Confirmation:
    """What an assessor said of one hard fail: whether it is so, and why."""

    place: Place
    confirmed: bool
    reason: str
    by: str
    at: datetime

    @property
    def ruling(self) -> Ruling:
        """The same, as scores see it."""
        decision = Decision.ACCEPT if self.confirmed else Decision.REJECT
        return Ruling(about_place(*self.place), decision, reason=self.reason)


def confirm(
    store: Store,
    person: Person,
    attempt_id: str,
    place: Place,
    holds: bool,
    reason: str,
    now: datetime,
) -> Confirmation:
    """Say of one hard fail whether it is so, once; before the raters agreed nobody knows of it."""
    _check_can_be_confirmed(store, person, attempt_id)
    made = review_attempt(store, person, attempt_id, now)
    where = f"finding {place.rule!r} {place.told}"
    if place not in places(made):
        offered = ", ".join(f"{one.rule} {one.told}" for one in places(made))
        raise TrainingError(where, "no hard fail is there", f"one of {offered or 'none'}")
    why = said(reason, LONGEST_SENTENCE, "what you saw at the turn")
    row = {
        "attempt_id": attempt_id,
        "rule": place.rule,
        "turn": WHOLE_CALL if place.turn is None else place.turn,
        "confirmed": int(holds),
        "reason": why,
        "person_id": person.id,
        "at": now.isoformat(),
    }
    with store.writing() as db:
        owner = to_judge(db, person, attempt_id)["person_id"]
        same = "attempt_id = ? and rule = ? and turn = ?"
        key = [attempt_id, row["rule"], row["turn"]]
        before = list(db.table("confirmations").rows_where(same, key))
        if there := came_twice(before, row, "confirmed", "reason"):
            return _confirmation({**there, "by": person.name})
        if before:
            raise TrainingError(where, "somebody has looked at it already", "read what they say")
        db.table("confirmations").insert(row)
        log(db, person, Deed.CONFIRMED, now, attempt_id=attempt_id, of=owner, note=place.rule)
    return Confirmation(place, holds, why, person.name, now)


def _check_can_be_confirmed(store: Store, person: Person, attempt_id: str) -> None:
    with store.reading() as db:
        if to_judge(db, person, attempt_id)["purpose"] != Purpose.ASSESSMENT:
            raise TrainingError(
                f"attempt {attempt_id!r}", "it is no work sample", "give a verdict on the finding"
            )
        check_nameless(db, attempt_id, person.id)
        check_not_withdrawn(db, attempt_id)


def confirmations(store: Store, person: Person, attempt_id: str) -> tuple[Confirmation, ...]:
    """What was said of the hard fails of an attempt, in the order in which it was said."""
    check_practises(person)
    look(store, person, attempt_id, Seen.MACHINE)
    with store.reading() as db:
        return confirmations_in(db, attempt_id)


def confirmations_in(db: Database, attempt_id: str) -> tuple[Confirmation, ...]:
    """The same, for who has asked already whether it may be read."""
    sql = """select confirmations.*, name as "by" from confirmations
        join people on people.id = person_id where attempt_id = ? order by at, rule, turn"""
    return tuple(_confirmation(row) for row in db.query(sql, (attempt_id,)))


def places(made: Review) -> tuple[Place, ...]:
    """Where the machine sees a hard fail, each place once."""
    return tuple(dict.fromkeys(map(_place, made.scorecard.must_change)))


def still_open(db: Database, attempt_id: str) -> tuple[Place, ...] | None:
    """The hard fails of the latest kept review that nobody has looked at; None without a review."""
    sql = """select json_extract(body, '$.scorecard.must_change') as fails from reviews
        where attempt_id = ? order by rowid desc limit 1"""
    row = next(db.query(sql, (attempt_id,)), None)
    if row is None:
        return None
    seen = {one.place for one in confirmations_in(db, attempt_id)}
    fails = dict.fromkeys(Place(one["rule"], one["turn"]) for one in json.loads(row["fails"]))
    return tuple(one for one in fails if one not in seen)


def about(place: Place, made: Review) -> Finding:
    """The finding at a place of this review."""
    return next(one for one in made.scorecard.must_change if _place(one) == place)


def _place(finding: Finding) -> Place:
    return Place(finding.rule, finding.turn)


def _confirmation(row: Mapping[str, Any]) -> Confirmation:
    turn = None if row["turn"] == WHOLE_CALL else row["turn"]
    return Confirmation(
        place=Place(row["rule"], turn),
        confirmed=bool(row["confirmed"]),
        reason=row["reason"],
        by=row["by"],
        at=datetime.fromisoformat(row["at"]),
    )
