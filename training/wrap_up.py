"""The desk: what the collector looks up during a call and leaves behind after it.

Desk work may be done at any time until the attempt is handed in. What is so already is not
recorded again, so that a repeat is harmless. In a work sample it ends with a pause and with the
minutes of the stage. What is chosen is one of what the desk of the attempt
offers; anything else is refused and named.
"""

from collections.abc import Callable
from datetime import date, datetime

from calls.desk import DeskPart
from calls.disposition import Disposition
from calls.events import (
    ArrangementRecorded,
    DispositionRecorded,
    Event,
    FlagSet,
    FollowUpSet,
    LookedUp,
    Noted,
    WrappedUp,
)
from calls.money import Arrangement
from calls.state import AttemptState
from simulator.house import House
from training.assessments.places import check_in_time
from training.errors import NotOffered, TrainingError
from training.models import Attempt, Person
from training.practice import check_open, end_call, scenario_of
from training.store import Store

LONGEST_NOTE = 10_000


def look_up(store: Store, person: Person, attempt: Attempt, item: str, now: datetime) -> Attempt:
    """The collector opens a part of the desk; the first time is recorded."""
    if item not in list(DeskPart):
        raise NotOffered("desk", item, DeskPart)
    event = LookedUp(seq=attempt.next_seq, at=now, item=item)
    return _leave(store, person, attempt, event, lambda state: item in state.looked_up)


def note(store: Store, person: Person, attempt: Attempt, text: str, now: datetime) -> Attempt:
    """The account note as it now reads, exactly as it was typed."""
    text = text.encode("utf-8", "replace").decode()
    if len(text) > LONGEST_NOTE:
        raise TrainingError(
            "note", f"this note has {len(text)} characters", f"at most {LONGEST_NOTE} are possible"
        )
    event = Noted(seq=attempt.next_seq, at=now, text=text)
    return _leave(store, person, attempt, event, lambda state: state.wrap_up.notes == text)


def set_flag(
    store: Store, person: Person, attempt: Attempt, flag: str, on: bool, now: datetime
) -> Attempt:
    """Switch a flag of the account on or off."""
    offered = [one.id for one in _house(store, person, attempt).flags]
    if flag not in offered:
        raise NotOffered("flag", flag, offered)
    event = FlagSet(seq=attempt.next_seq, at=now, flag=flag, on=on)
    return _leave(store, person, attempt, event, lambda state: on == (flag in state.wrap_up.flags))


def record_arrangement(
    store: Store, person: Person, attempt: Attempt, arrangement: Arrangement | None, now: datetime
) -> Attempt:
    """The arrangement as it now stands; None clears it."""
    offered = _house(store, person, attempt).method_labels
    if arrangement and arrangement.method and arrangement.method not in offered:
        raise NotOffered("method", arrangement.method, offered)
    event = ArrangementRecorded(seq=attempt.next_seq, at=now, arrangement=arrangement)
    return _leave(
        store, person, attempt, event, lambda state: state.wrap_up.arrangement == arrangement
    )


def take_over(
    store: Store, person: Person, attempt: Attempt, planned: Arrangement, now: datetime
) -> Attempt:
    """The rows of a plan that was worked out are what was agreed, paid as it stands already."""

    def decide(present: Attempt) -> tuple[Event, ...]:
        kept = present.state.wrap_up.arrangement
        made = planned.model_copy(update={"method": kept.method if kept else None})
        if made == kept:
            return ()
        check_open(present)
        return (ArrangementRecorded(seq=present.next_seq, at=now, arrangement=made),)

    check_in_time(store, person, attempt, now)
    return store.append(person, attempt, decide)


def record_disposition(
    store: Store, person: Person, attempt: Attempt, disposition: str | None, now: datetime
) -> Attempt:
    """How the call ended, in the collector's view; None clears it."""
    offered = _house(store, person, attempt).dispositions
    if disposition is not None and disposition not in offered:
        raise NotOffered("disposition", disposition, offered)
    kept = None if disposition is None else Disposition(disposition)
    event = DispositionRecorded(seq=attempt.next_seq, at=now, disposition=kept)
    return _leave(store, person, attempt, event, lambda state: state.wrap_up.disposition == kept)


def set_follow_up(
    store: Store, person: Person, attempt: Attempt, day: date | None, now: datetime
) -> Attempt:
    """The day of the next step, not before the call; None clears it."""
    called_on = attempt.started_at.date()
    if day is not None and day < called_on:
        raise TrainingError("follow-up", f"{day} is past", f"{called_on} or later")
    event = FollowUpSet(seq=attempt.next_seq, at=now, on=day)
    return _leave(store, person, attempt, event, lambda state: state.wrap_up.follow_up == day)


def hand_in(store: Store, person: Person, attempt: Attempt, now: datetime) -> Attempt:
    """The work is done: nothing in the attempt changes any more, and it can be reviewed."""
    event = WrappedUp(seq=attempt.next_seq, at=now)

    def is_handed_in(state: AttemptState) -> bool:
        if any(not one.over and not one.written for one in state.calls[-1:]):
            raise TrainingError("hand in", "the call is still going on", "end the call first")
        return state.handed_in

    return _append(store, person, attempt, event, is_handed_in)


def finish(store: Store, person: Person, attempt: Attempt, now: datetime) -> Attempt:
    """Leave a conversation that nobody has ended yet, and hand in."""
    call = attempt.state.call
    if call is not None and not call.over:
        attempt = end_call(store, person, attempt, now)
    return hand_in(store, person, attempt, now)


def _house(store: Store, person: Person, attempt: Attempt) -> House:
    return scenario_of(store, person, attempt).house


def _leave(
    store: Store,
    person: Person,
    attempt: Attempt,
    event: Event,
    already: Callable[[AttemptState], bool],
) -> Attempt:
    if not already(attempt.state):
        check_in_time(store, person, attempt, event.at)
    return _append(store, person, attempt, event, already)


def _append(
    store: Store,
    person: Person,
    attempt: Attempt,
    event: Event,
    already: Callable[[AttemptState], bool],
) -> Attempt:
    def decide(present: Attempt) -> tuple[Event, ...]:
        if already(present.state):
            return ()
        check_open(present)
        return (event,)

    return store.append(person, attempt, decide)
