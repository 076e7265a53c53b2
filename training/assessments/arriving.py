"""Before the sample: the notice and consent, a look at the device, and a room to practise in."""

from collections.abc import Callable, Iterable
from datetime import datetime

from simulator.scenario import Scenario
from training.assessments.models import SetUp, Step
from training.assessments.places import LEFT, Place, Stage, check_at, own_candidacy, place
from training.assessments.steps import first, has_taken, keep_step, steps_in
from training.beginning import begin
from training.models import Attempt, Person, Purpose
from training.store import Store

Keep = Callable[[Step, str], None]


def consent(store: Store, person: Person, candidacy_id: str, notice: str, now: datetime) -> Place:
    """The candidate read the notice and agrees; `notice` says which text it was."""

    def both(keep: Keep) -> None:
        keep(Step.NOTICE_READ, notice)
        keep(Step.CONSENTED, notice)

    return _once(store, person, candidacy_id, Stage.NOTICE, both, now)


def check_device(
    store: Store, person: Person, candidacy_id: str, told: str, now: datetime
) -> Place:
    """The candidate's browser does what it must; `told` is what it said of itself."""
    return _once(
        store,
        person,
        candidacy_id,
        Stage.DEVICE,
        lambda keep: keep(Step.DEVICE_CHECKED, told),
        now,
    )


def room_for(set_up: SetUp, shipped: Iterable[Scenario], country: str) -> Scenario:
    """The situation of the practice room: an easy call of that country that is no part of it."""
    calls = [
        one
        for one in shipped
        if one.id not in set_up.scenarios and not (one.with_care or one.more_than_a_call)
    ]
    return min(
        calls, key=lambda one: (one.house.country != country, one.level, one.minutes, one.id)
    )


def enter_room(
    store: Store, person: Person, candidacy_id: str, scenario: Scenario, seed: int, now: datetime
) -> Attempt:
    """A call in the practice room: nobody rates it, and it may be begun anew."""
    check_at(store, person, candidacy_id, now, Stage.ROOM)
    with store.writing() as db:
        keep_step(db, candidacy_id, Step.PRACTICE_ROOM, now, scenario.id)
    return begin(store, person, scenario, Purpose.DEMO, seed, now)


def room_call(store: Store, person: Person, candidacy_id: str) -> Attempt | None:
    """The latest call in the practice room of this candidacy, if there was one."""
    with store.reading() as db:
        own_candidacy(db, person, candidacy_id)
        entered = first(steps_in(db, candidacy_id), Step.PRACTICE_ROOM)
    if entered is None:
        return None
    played = [
        one
        for one in store.attempts(person)
        if one.purpose is Purpose.DEMO and one.started_at >= entered.at
    ]
    return played[-1] if played else None


def leave_room(store: Store, person: Person, candidacy_id: str, now: datetime) -> Place:
    """The candidate has seen enough of the practice room, or does without it."""
    return _once(
        store,
        person,
        candidacy_id,
        Stage.ROOM,
        lambda keep: keep(Step.PRACTICE_ROOM, LEFT),
        now,
    )


def _once(
    store: Store,
    person: Person,
    candidacy_id: str,
    stage: Stage,
    keep: Callable[[Keep], None],
    now: datetime,
) -> Place:
    """Keep steps at that stage of the way; whoever is past it changes nothing."""
    if place(store, person, candidacy_id, now).stage is stage:
        with store.writing() as db:
            steps = steps_in(db, candidacy_id)

            def keep_one(step: Step, note: str) -> None:
                if not has_taken(steps, step, note):
                    keep_step(db, candidacy_id, step, now, note)

            keep(keep_one)
    return place(store, person, candidacy_id, now)
