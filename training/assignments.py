"""Assignments: calls that a trainer gives somebody to practise, each with the day it is due."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Any

from sqlite_utils import Database

from simulator.scenario import Scenario
from training.access_log import Deed, log
from training.errors import TrainingError
from training.judging import LONGEST_SENTENCE
from training.models import Person, Role
from training.practising import check_practises
from training.rights import ASSIGNS
from training.store import Store


class Stage(StrEnum):
    """Where an assignment stands on a day."""

    OPEN = "open"
    OVERDUE = "overdue"
    DONE = "done"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True)
class Assignment:
    """A scenario that somebody is to submit an attempt of by the end of a day.

    `done_with` is the first attempt of it that was submitted since; what is practised privately,
    or in the middle of another attempt, does not count.
    """

    id: str
    to: str
    to_id: str
    by: str
    scenario_id: str
    title: str
    due: date
    note: str
    made_at: datetime
    withdrawn_at: datetime | None = None
    done_with: str | None = None

    def stage(self, today: date) -> Stage:
        """Where it stands on that day."""
        if self.done_with is not None:
            return Stage.DONE
        if self.withdrawn_at is not None:
            return Stage.WITHDRAWN
        return Stage.OVERDUE if self.due < today else Stage.OPEN


class NotYoursToAssign(TrainingError):
    """An assignment by somebody whose part it is not."""

    def __init__(self, role: Role) -> None:
        super().__init__(
            "assignment",
            f"a {role.value.replace('_', ' ')} assigns nothing",
            f"one of {', '.join(sorted(ASSIGNS))} does",
        )


def assign(
    store: Store,
    person: Person,
    to: Person,
    scenario: Scenario,
    due: date,
    now: datetime,
    note: str = "",
) -> Assignment:
    """Give a trainee a scenario to submit; the same one once more moves the day and the note."""
    _check(person, to, scenario, due, note, now)
    made_of = f"{to.id}\n{scenario.id}\n{now.isoformat()}"
    row = {
        "id": hashlib.sha256(made_of.encode()).hexdigest()[:16],
        "person_id": to.id,
        "by_id": person.id,
        "scenario_id": scenario.id,
        "title": scenario.title,
        "due": due.isoformat(),
        "note": " ".join(note.split()),
        "made_at": now.isoformat(),
    }
    with store.writing() as db:
        open_still = (one.id for one in _assignments(db, to.id) if _is_open(one, scenario.id))
        earlier = next(open_still, None)
        if earlier is None:
            db.table("assignments").insert(row)
        else:
            changes = {name: row[name] for name in ("by_id", "due", "note")}
            db.table("assignments").update(earlier, changes)
        log(db, person, Deed.ASSIGNED, now, of=to.id, note=scenario.id)
        return next(one for one in _assignments(db, to.id) if one.id == (earlier or row["id"]))


def withdraw(store: Store, person: Person, assignment_id: str, now: datetime) -> Assignment:
    """Take an assignment back; one that is done or taken back already stays as it is."""
    if person.role not in ASSIGNS:
        raise NotYoursToAssign(person.role)
    with store.writing() as db:
        found = [one for one in _assignments(db) if one.id == assignment_id]
        if not found:
            raise TrainingError(
                f"assignment {assignment_id!r}", "there is none of that id", "one from the list"
            )
        if found[0].done_with is None and found[0].withdrawn_at is None:
            db.table("assignments").update(assignment_id, {"withdrawn_at": now.isoformat()})
            whose = db.table("assignments").get(assignment_id)
            told = str(whose["scenario_id"])
            log(db, person, Deed.WITHDREW, now, of=whose["person_id"], note=told)
        return next(one for one in _assignments(db) if one.id == assignment_id)


def assignments(store: Store, person: Person) -> tuple[Assignment, ...]:
    """What somebody was given to practise, by the day it is due."""
    check_practises(person)
    with store.reading() as db:
        return _assignments(db, person.id)


def all_assignments(store: Store, person: Person) -> tuple[Assignment, ...]:
    """All that was given to anybody, for those who assign."""
    if person.role not in ASSIGNS:
        raise NotYoursToAssign(person.role)
    with store.reading() as db:
        return _assignments(db)


def _check(
    person: Person, to: Person, scenario: Scenario, due: date, note: str, now: datetime
) -> None:
    if person.role not in ASSIGNS:
        raise NotYoursToAssign(person.role)
    if to.role is not Role.TRAINEE:
        raise TrainingError(
            "assignment", f"{to.name} practises as a {to.role.value}", "assign to a trainee"
        )
    if scenario.with_care:
        raise TrainingError(
            f"scenario {scenario.id!r}",
            "it is played with care, by those who choose it",
            "assign another one, and speak about this one in person",
        )
    if due < now.date():
        raise TrainingError("due", f"{due} is past", f"a day from {now.date()} on")
    if len(note) > LONGEST_SENTENCE:
        raise TrainingError(
            "note", f"it has {len(note)} characters", f"at most {LONGEST_SENTENCE} are possible"
        )


def _is_open(one: Assignment, scenario_id: str) -> bool:
    return (one.scenario_id, one.done_with, one.withdrawn_at) == (scenario_id, None, None)


_ASSIGNMENTS = """select assignments.*, given.name as given_to, giver.name as given_by, (
        select attempts.id from attempts join events on events.attempt_id = attempts.id
        where attempts.person_id = assignments.person_id
            and attempts.scenario_id = assignments.scenario_id
            and attempts.purpose = 'submitted' and attempts.parent_attempt is null
            and attempts.started_at >= assignments.made_at and events.kind = 'wrapped_up'
        order by attempts.started_at limit 1
    ) as done_with
    from assignments
    join people as given on given.id = assignments.person_id
    join people as giver on giver.id = assignments.by_id
    where :person is null or assignments.person_id = :person
    order by due, assignments.made_at, assignments.id"""


def _assignments(db: Database, person_id: str | None = None) -> tuple[Assignment, ...]:
    return tuple(map(_assignment, db.query(_ASSIGNMENTS, {"person": person_id})))


def _assignment(row: Mapping[str, Any]) -> Assignment:
    withdrawn = row["withdrawn_at"]
    return Assignment(
        id=row["id"],
        to=row["given_to"],
        to_id=row["person_id"],
        by=row["given_by"],
        scenario_id=row["scenario_id"],
        title=row["title"],
        due=date.fromisoformat(row["due"]),
        note=row["note"],
        made_at=datetime.fromisoformat(row["made_at"]),
        withdrawn_at=datetime.fromisoformat(withdrawn) if withdrawn else None,
        done_with=row["done_with"],
    )
