"""Verdicts: a trainer or assessor overrules the machine's mark; both stay, with who and when.

One that was taken back soon after stays on record too, and counts for nothing.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from scoring.judged import WHOLE, Decision, Ruling, Subject, after_verdicts, subjects
from scoring.review import Review
from training import shipped
from training.access_log import Deed, log
from training.assessments.confirming import confirmations
from training.errors import NotOffered, TrainingError
from training.judging import LONGEST_ANSWER, Seen, came_twice, check_undo, look, said, to_judge
from training.models import Attempt, Person, Purpose, Role
from training.practice import scenario_of
from training.practising import check_practises
from training.reviews import record, review_attempt
from training.store import Store, find

_MOST = 100.0


@dataclass(frozen=True)
class Verdict:
    """A ruling with what the machine had said, who ruled, and when; `taken_back_at` if it was."""

    id: int
    ruling: Ruling
    name: str
    machine: float | None
    by: str
    role: Role
    at: datetime
    taken_back_at: datetime | None = None

    @property
    def stands(self) -> bool:
        """Whether it was not taken back."""
        return self.taken_back_at is None


def give_verdict(
    store: Store, person: Person, attempt_id: str, ruling: Ruling, now: datetime
) -> Verdict:
    """Keep a verdict beside the machine's mark and beside earlier verdicts; the latest counts.

    The same again, by the same person, is kept once.
    """
    with store.reading() as db:
        if to_judge(db, person, attempt_id)["purpose"] == Purpose.ASSESSMENT:
            raise TrainingError(
                f"attempt {attempt_id!r}",
                "the machine's marks of a work sample count for nothing, and need no verdict",
                "rate it, agree on one sheet, and confirm the hard fails at their turns",
            )
    made = review_attempt(store, person, attempt_id, now)
    subject = _subject(made, ruling.about)
    checked = _checked(ruling, subject)
    row = {
        "attempt_id": attempt_id,
        "about": checked.about,
        "name": subject.name,
        "decision": checked.decision.value,
        "value": checked.value,
        "reason": checked.reason,
        "machine": subject.value,
        "person_id": person.id,
        "role": person.role.value,
        "at": now.isoformat(),
    }
    with store.writing() as db:
        owner = to_judge(db, person, attempt_id)["person_id"]
        sql = "attempt_id = ? and about = ?"
        before = db.view("standing_verdicts").rows_where(sql, [attempt_id, ruling.about])
        if there := came_twice(before, row, "decision", "value", "reason"):
            return _verdict({**there, "by": person.name, "taken_back_at": None})
        given = db.table("verdicts").insert(row).last_pk
        told = f"{subject.name}: {checked.decision.value}"
        log(db, person, Deed.VERDICT, now, attempt_id=attempt_id, of=owner, note=told)
    return _verdict({**row, "id": given, "by": person.name, "taken_back_at": None})


def take_back_verdict(
    store: Store, person: Person, attempt_id: str, verdict_id: int, now: datetime
) -> Verdict:
    """Take one's own verdict back, soon after; what stood before it stands again."""
    with store.writing() as db:
        owner = to_judge(db, person, attempt_id)["person_id"]
        here = "id = ? and attempt_id = ?"
        found = list(db.table("verdicts").rows_where(here, [verdict_id, attempt_id]))
        if not found:
            raise TrainingError(
                f"verdict {verdict_id}", "this attempt has none of that id", "one from its list"
            )
        check_undo(f"verdict {verdict_id}", found[0]["person_id"], found[0]["at"], person, now)
        row = {"verdict_id": verdict_id, "person_id": person.id, "at": now.isoformat()}
        if not db.table("verdicts_taken_back").count_where("verdict_id = ?", [verdict_id]):
            db.table("verdicts_taken_back").insert(row)
            told = f"{found[0]['name']}: {found[0]['decision']}"
            log(db, person, Deed.TOOK_BACK, now, attempt_id=attempt_id, of=owner, note=told)
    given = verdicts(store, person, attempt_id)
    return next(one for one in given if one.id == verdict_id)


def verdicts(store: Store, person: Person, attempt_id: str) -> tuple[Verdict, ...]:
    """Every verdict on the attempt, the oldest first, those that were taken back as well.

    Who reads them has seen its marks.
    """
    check_practises(person)
    look(store, person, attempt_id, Seen.MACHINE)
    return _given(store, person, attempt_id)


def _given(store: Store, person: Person, attempt_id: str) -> tuple[Verdict, ...]:
    """The same for whoever has the machine's marks already."""
    sql = """select verdicts.*, people.name as "by", gone.at as taken_back_at from verdicts
        join people on people.id = verdicts.person_id
        left join verdicts_taken_back as gone on gone.verdict_id = verdicts.id
        where attempt_id = ? order by verdicts.id"""
    with store.reading() as db:
        find(db, person, attempt_id)
        return tuple(_verdict(row) for row in db.query(sql, (attempt_id,)))


def as_it_stands(store: Store, person: Person, attempt: Attempt, made: Review) -> Review:
    """The review after the verdicts on it; the machine's own stays as it is kept.

    Of a work sample a hard fail stands that an assessor confirmed, and none that one did not.
    """
    check_practises(person)
    given = _given(store, person, attempt.id)
    latest = {one.ruling.about: one.ruling for one in given if one.stands}
    assessed = attempt.purpose is Purpose.ASSESSMENT
    if assessed:
        confirmed = confirmations(store, person, attempt.id)
        latest |= {one.ruling.about: one.ruling for one in confirmed}
    if not latest and not assessed:
        return made
    scenario = scenario_of(store, person, attempt)
    return after_verdicts(
        made,
        latest,
        lambda: record(attempt, scenario),
        shipped.checker_for(scenario.house),
        scenario,
        confirmed_only=assessed,
    )


def _subject(made: Review, about: str) -> Subject:
    if about == WHOLE:
        return Subject(WHOLE, "The scorecard as it stands", made.scorecard.grade.value, False)
    there = subjects(made)
    if about not in there:
        raise NotOffered("verdict", about, there)
    return there[about]


def _checked(ruling: Ruling, subject: Subject) -> Ruling:
    """The ruling as it is kept: a value where it adjusts, a reason unless it accepts."""
    where = f"verdict on {subject.name!r}"
    if ruling.decision is Decision.ACCEPT:
        return Ruling(ruling.about, ruling.decision)
    if subject.about == WHOLE:
        allowed = "accept it, or judge its marks one by one"
        raise TrainingError(where, f"a whole scorecard cannot be {ruling.decision}ed", allowed)
    reason = said(ruling.reason, LONGEST_ANSWER, f"{where}, reason")
    if ruling.decision is Decision.REJECT:
        return Ruling(ruling.about, ruling.decision, reason=reason)
    if not subject.is_mark:
        raise TrainingError(where, "a finding has no figure to adjust", "accept or reject it")
    if ruling.value is None or not 0 <= ruling.value <= _MOST:
        found = "the mark is missing" if ruling.value is None else f"got {ruling.value!r}"
        raise TrainingError(where, found, f"a mark from 0 to {_MOST:.0f}")
    return Ruling(ruling.about, ruling.decision, ruling.value, reason)


def _verdict(row: Mapping[str, Any]) -> Verdict:
    gone = row["taken_back_at"]
    return Verdict(
        id=row["id"],
        ruling=Ruling(row["about"], Decision(row["decision"]), row["value"], row["reason"]),
        name=row["name"],
        machine=row["machine"],
        by=row["by"],
        role=Role(row["role"]),
        at=datetime.fromisoformat(row["at"]),
        taken_back_at=datetime.fromisoformat(gone) if gone else None,
    )
