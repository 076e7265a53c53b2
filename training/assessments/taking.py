"""Taking a work sample: what its candidate does, stage by stage, each once however often sent.

Every turn goes the way of all turns, `training.practice.take_turn`; what is here asks first
whether it is this candidate's turn, and keeps the log of their way.
"""

from datetime import datetime

from calls.events import Voiced
from calls.turn import Channel
from training import practice, wrap_up
from training.assessments.models import Step
from training.assessments.places import (
    LEFT_OUT,
    MAY_PAUSE,
    Place,
    Stage,
    attempt_at,
    check_at,
    check_time,
    own_candidacy,
    place,
)
from training.assessments.rows import assessment_in, form_in
from training.assessments.steps import first, has_taken, keep_step, paused_since, steps_in
from training.beginning import SHOWN_BY_THE_BRIEF, start_attempt
from training.errors import NotOffered, TrainingError
from training.messages import By
from training.models import Attempt, Person
from training.store import Store


def begin_part(store: Store, person: Person, candidacy_id: str, part: int, now: datetime) -> Place:
    """The candidate opens the desk of the next call; its minutes begin."""
    there = place(store, person, candidacy_id, now)
    if (there.stage, there.part) != (Stage.NEXT_PART, part):
        return there
    with store.writing() as db:
        found, set_up = own_candidacy(db, person, candidacy_id)
        began = first(steps_in(db, candidacy_id), Step.SAMPLE_BEGAN, str(part))
        if began is None:
            keep_step(db, candidacy_id, Step.SAMPLE_BEGAN, now, str(part))
        name = set_up.scenarios[part - 1]
        form = form_in(db, found.assessment_id, name, found.forms[name])
        purpose = assessment_in(db, found.assessment_id).purpose
    # The same moment gives the same attempt, in whichever window it is asked for.
    at = began.at if began else now
    attempt = start_attempt(store, person, form.scenario, purpose, form.seed, at)
    row = {"candidacy_id": candidacy_id, "nth": part, "attempt_id": attempt.id}
    with store.writing() as db:
        db.table("candidacy_attempts").insert(row, ignore=True)
    wrap_up.look_up(store, person, attempt, SHOWN_BY_THE_BRIEF, at)
    return place(store, person, candidacy_id, now)


def call(store: Store, person: Person, candidacy_id: str, now: datetime) -> Attempt:
    """The candidate dials, by the template's voice as everybody; even when its time is up."""
    there = check_at(store, person, candidacy_id, now, Stage.DESK, Stage.CALL)
    if there.stage is Stage.CALL:
        return attempt_at(there)
    return practice.start_call(store, person, attempt_at(there), now, Voiced.TEMPLATE)


def say(
    store: Store, person: Person, candidacy_id: str, attempt: Attempt, text: str, now: datetime
) -> Attempt:
    """The candidate says something, in the minutes of the call."""
    check_time(check_at(store, person, candidacy_id, now, Stage.CALL))
    return practice.take_turn(store, person, attempt, text, now)


def write(
    store: Store, person: Person, candidacy_id: str, text: str, by: By, now: datetime
) -> Attempt:
    """The one written message, after the last call; it is a turn of that call."""
    there = check_at(store, person, candidacy_id, now, Stage.MESSAGE)
    check_time(there)
    if not by.channel.written:
        raise NotOffered("channel", by.channel, [one for one in Channel if one.written])
    attempt = practice.take_turn(store, person, attempt_at(there), text, now, by=by)
    _keep_message(store, candidacy_id, now, by.channel.value)
    return attempt


def leave_message_out(store: Store, person: Person, candidacy_id: str, now: datetime) -> Place:
    """The candidate writes no message, or their minutes for it are over."""
    if place(store, person, candidacy_id, now).stage is Stage.MESSAGE:
        _keep_message(store, candidacy_id, now, LEFT_OUT)
    return place(store, person, candidacy_id, now)


def hand_in(store: Store, person: Person, candidacy_id: str, now: datetime) -> Place:
    """The wrap-up of this call is done; after the last one the work sample is finished."""
    there = check_at(store, person, candidacy_id, now, Stage.WRAP_UP, Stage.OVER)
    if there.stage is Stage.WRAP_UP:
        wrap_up.finish(store, person, attempt_at(there), now)
    after = place(store, person, candidacy_id, now)
    if after.stage is Stage.OVER:
        with store.writing() as db:
            found, _ = own_candidacy(db, person, candidacy_id)
            if found.finished_at is None:
                keep_step(db, candidacy_id, Step.FINISHED, now)
                db.table("candidacies").update(candidacy_id, {"finished_at": now.isoformat()})
    return after


def pause(store: Store, person: Person, candidacy_id: str, now: datetime) -> Place:
    """The clock stops until the candidate goes on; not while somebody is on the line."""
    there = place(store, person, candidacy_id, now)
    if there.paused:
        return there
    if there.stage not in MAY_PAUSE:
        raise TrainingError(
            "pause",
            "there is none now",
            "at the desk, with the message and with the wrap-up, when nobody is on the line",
        )
    with store.writing() as db:
        if paused_since(steps_in(db, candidacy_id)) is None:
            if not there.pauses_left:
                raise TrainingError("pause", "you have had your pause", "go on to the end")
            keep_step(db, candidacy_id, Step.PAUSED, now)
    return place(store, person, candidacy_id, now)


def go_on(store: Store, person: Person, candidacy_id: str, now: datetime) -> Place:
    """The pause is over."""
    with store.writing() as db:
        own_candidacy(db, person, candidacy_id)
        if paused_since(steps_in(db, candidacy_id)) is not None:
            keep_step(db, candidacy_id, Step.WENT_ON, now)
    return place(store, person, candidacy_id, now)


def _keep_message(store: Store, candidacy_id: str, now: datetime, note: str) -> None:
    with store.writing() as db:
        if not has_taken(steps_in(db, candidacy_id), Step.MESSAGE_WRITTEN):
            keep_step(db, candidacy_id, Step.MESSAGE_WRITTEN, now, note)
