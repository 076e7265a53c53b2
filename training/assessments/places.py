"""Where a candidate stands: the stages of the way, the part that is played, and its minutes."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from sqlite_utils import Database

from training.assessments.models import Adjustments, Candidacy, Minutes, SetUp, Step
from training.assessments.opening import Withdrawn
from training.assessments.rows import assessment_in, candidacies_where
from training.assessments.steps import (
    Taken,
    counted,
    first,
    has_taken,
    paused_since,
    pauses,
    steps_in,
)
from training.errors import Closed, TrainingError
from training.messages import ways_to_write
from training.models import Attempt, Person, Role
from training.practice import scenario_of
from training.store import Store

SOON = timedelta(minutes=2)
GRACE = timedelta(minutes=1)
"""So long after the last minute what was on its way still arrives."""
PAUSES = 1
"""Everybody has so many; what is made easier may come on top."""
LEFT = "left"
LEFT_OUT = "left out"
"""Notes of steps: the practice room was left, no message was written."""


class Stage(StrEnum):
    """The stages of a candidate's way; those of a part come again with each part."""

    NOTICE = "notice"
    DEVICE = "device"
    ROOM = "room"
    NEXT_PART = "next_part"
    DESK = "desk"
    CALL = "call"
    MESSAGE = "message"
    WRAP_UP = "wrap_up"
    OVER = "over"


WITH_CLOCK = (Stage.DESK, Stage.CALL, Stage.MESSAGE, Stage.WRAP_UP)
MAY_PAUSE = (Stage.DESK, Stage.MESSAGE, Stage.WRAP_UP)
"""Nobody waits on the line then."""


@dataclass(frozen=True)
class Clock:
    """The minutes of a stage: since when, how many there are, and how many of them are used."""

    began_at: datetime
    allowed: timedelta
    passed: timedelta
    shown: bool = True

    @property
    def left(self) -> timedelta:
        """What is left of them; none when the stage is over."""
        return max(timedelta(), self.allowed - self.passed)

    @property
    def over(self) -> bool:
        """Whether none are left."""
        return self.passed >= self.allowed

    @property
    def ends_soon(self) -> bool:
        """Whether little is left of them, so that nobody is cut off in the middle of a line."""
        return not self.over and self.left <= SOON


@dataclass(frozen=True)
class Place:
    """Where a candidate stands at a moment; `part` counts from 1."""

    stage: Stage
    part: int = 0
    attempt: Attempt | None = None
    clock: Clock | None = None
    paused: bool = False
    pauses_left: int = 0


def attempt_at(there: Place) -> Attempt:
    """The attempt of the part that somebody stands in."""
    if there.attempt is None:
        raise Closed("your work sample", "no call is open", "reload the page")
    return there.attempt


class NotYourSample(TrainingError):
    """A work sample of somebody else."""

    def __init__(self, candidacy_id: str) -> None:
        super().__init__(
            f"invitation {candidacy_id!r}", "it is not yours", "go on with your own work sample"
        )


def own_candidacy(db: Database, person: Person, candidacy_id: str) -> tuple[Candidacy, SetUp]:
    """The candidacy, with what was set up, for the candidate whose it is and nobody else."""
    for found in candidacies_where(db, "id = ?", candidacy_id):
        if person.role is not Role.CANDIDATE or found.person_id != person.id:
            break
        set_up = assessment_in(db, found.assessment_id).set_up
        if found.withdrawn_at is not None:
            raise Withdrawn(set_up.job)
        return found, set_up
    raise NotYourSample(candidacy_id)


def place(store: Store, person: Person, candidacy_id: str, now: datetime) -> Place:
    """Where the candidate stands now; it is worked out from what they did, and kept nowhere."""
    with store.reading() as db:
        found, set_up = own_candidacy(db, person, candidacy_id)
        steps = steps_in(db, candidacy_id)
        ids = attempts_in(db, candidacy_id)
    if found.finished_at is not None:
        # Its calls may be gone by now; what was finished does not begin anew.
        return Place(Stage.OVER)
    for stage, done in (
        (Stage.NOTICE, has_taken(steps, Step.CONSENTED)),
        (Stage.DEVICE, has_taken(steps, Step.DEVICE_CHECKED)),
        (Stage.ROOM, has_taken(steps, Step.PRACTICE_ROOM, LEFT)),
    ):
        if not done:
            return Place(stage)
    if not ids:
        return Place(Stage.NEXT_PART, 1)
    attempt = store.attempt(person, ids[-1])
    if attempt.state.handed_in:
        last = len(ids) >= len(set_up.scenarios)
        return Place(Stage.OVER) if last else Place(Stage.NEXT_PART, len(ids) + 1)
    stage = _stage(store, person, attempt, set_up, steps, part=len(ids))
    left = PAUSES + found.adjustments.breaks - pauses(steps)
    return Place(
        stage=stage,
        part=len(ids),
        attempt=attempt,
        clock=_clock(stage, attempt, set_up.minutes, found.adjustments, steps, now),
        paused=paused_since(steps) is not None,
        pauses_left=max(0, left),
    )


def check_at(
    store: Store, person: Person, candidacy_id: str, now: datetime, *stages: Stage
) -> Place:
    """Where the candidate stands; raises where that is another stage, or a pause."""
    there = place(store, person, candidacy_id, now)
    if there.stage not in stages:
        raise Closed("your work sample", "it stands elsewhere by now", "reload the page")
    _check_goes_on(there)
    return there


def check_time(there: Place) -> None:
    """Raise where the minutes of a stage are over, and the grace after them."""
    clock = there.clock
    if clock is not None and clock.passed >= clock.allowed + GRACE:
        raise Closed("your work sample", "the minutes for this are over", "go on to what is next")


def check_in_time(store: Store, person: Person, attempt: Attempt, now: datetime) -> None:
    """Raise where an attempt is part of a work sample that has a pause, or whose time is over."""
    if person.role is not Role.CANDIDATE:
        return
    with store.reading() as db:
        rows = list(db.table("candidacy_attempts").rows_where("attempt_id = ?", [attempt.id]))
    for row in rows:
        there = place(store, person, row["candidacy_id"], now)
        if there.attempt is not None and there.attempt.id == attempt.id:
            _check_goes_on(there)
            check_time(there)


def _check_goes_on(there: Place) -> None:
    if there.paused:
        raise Closed("your work sample", "you are having a pause", "go on first")


def attempts_in(db: Database, candidacy_id: str) -> tuple[str, ...]:
    """The attempts of a candidacy by their ids, part by part."""
    rows = db.table("candidacy_attempts").rows_where(
        "candidacy_id = ?", [candidacy_id], order_by="nth"
    )
    return tuple(row["attempt_id"] for row in rows)


def _stage(
    store: Store,
    person: Person,
    attempt: Attempt,
    set_up: SetUp,
    steps: Sequence[Taken],
    part: int,
) -> Stage:
    call = attempt.state.call
    if call is None:
        return Stage.DESK
    if not call.over:
        return Stage.CALL
    writes = set_up.written_message and part == len(set_up.scenarios)
    if not writes or attempt.state.messages or has_taken(steps, Step.MESSAGE_WRITTEN):
        return Stage.WRAP_UP
    scenario = scenario_of(store, person, attempt)
    return Stage.MESSAGE if ways_to_write(scenario, call.account) else Stage.WRAP_UP


def _clock(
    stage: Stage,
    attempt: Attempt,
    minutes: Minutes,
    adjustments: Adjustments,
    steps: Sequence[Taken],
    now: datetime,
) -> Clock:
    """The minutes of a stage, from where the one before it ended."""
    call, ended = attempt.state.call, attempt.started_at
    given = minutes.desk
    if call is not None:
        ended, given = call.began_at, minutes.call
    if call is not None and call.ended_at is not None:
        ended, given = call.ended_at, minutes.message
    if stage is Stage.WRAP_UP:
        wrote = first(steps, Step.MESSAGE_WRITTEN)
        ended, given = max(ended, wrote.at) if wrote else ended, minutes.wrap_up
    allowed = timedelta(minutes=adjustments.minutes(given))
    return Clock(ended, allowed, counted(steps, ended, now), shown=not adjustments.no_clock)
