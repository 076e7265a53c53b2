"""A call begun under one release goes on under the next: what was decided stays decided."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from calls.events import Replied, Said
from calls.money import Every, Money, Offer, Schedule
from calls.moves import Act, Move
from calls.state import CallState
from calls.turn import Speaker
from simulator import mind
from simulator.constants import Constants, Steps, shipped_constants
from simulator.scripted import seed_for
from tests.training.floor import NOW
from tests.training.shipped_calls import LAID_OFF, at, on_a_call
from training.errors import TrainingError
from training.models import Attempt, Person
from training.people import sign_in_locally
from training.practice import resume, scenario_of, take_turn
from training.store import Store

SEED = seed_for(LAID_OFF, "ana")
FACTS = tuple(fact.id for fact in LAID_OFF.facts[:2])
COUNTER = Offer(by=Speaker.CONSUMER, amount=Money.of(50), schedule=Schedule(every=Every.TWO_WEEKS))
LECTURE = "I told you what you owe, and that it is due today, and why. " * 8


def _touchy() -> Constants:
    """A release in which everything upsets everybody."""
    shipped = shipped_constants()
    upset = Steps(trust=-30, tension=30, patience=-30)
    causes = {
        name: cause.model_copy(update={"steps": upset}) for name, cause in shipped.causes.items()
    }
    return shipped.model_copy(update={"causes": causes})


def _call(attempt: Attempt) -> CallState:
    assert attempt.state.call is not None
    return attempt.state.call


def _stored(store: Store, person: Person) -> Attempt:
    """A log as an earlier release left it: two facts revealed, one counter-offer on the table."""
    attempt = on_a_call(store, person, seed=SEED)
    mood = _call(attempt).mood
    assert mood is not None
    said = Said(seq=1, at=at(5), text="What has been going on, and what could you manage?")
    move = Move(
        speaker=Speaker.CONSUMER,
        acts=(Act.DISCLOSES, Act.COUNTERS),
        facts=FACTS,
        numbers=(COUNTER.amount,),
        counter=COUNTER,
    )
    replied = Replied(
        seq=2, at=at(5), answers=attempt.next_seq, text="Fifty?", move=move, mood_after=mood
    )
    return store.append(person, attempt, lambda _: (said, replied))


def test_facts_stay_revealed_and_offers_stand_under_changed_constants(
    store: Store, ana: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = _call(_stored(store, ana))
    (attempt,) = store.attempts(ana)

    monkeypatch.setattr(mind, "shipped_constants", _touchy)
    after = resume(store, ana, attempt.id)
    went_on = _call(take_turn(store, ana, after, LECTURE, at(15)))

    assert _call(after) == before
    assert (before.revealed, before.offers) == (FACTS, (COUNTER,))
    assert went_on.revealed[:2] == FACTS
    assert went_on.offers[0] == COUNTER
    assert len(went_on.lines) == len(before.lines) + 2


def test_what_comes_next_is_decided_by_the_constants_of_today(
    store: Store, ana: Person, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without this, the test above would show nothing."""
    attempt = _stored(store, ana)
    shipped = _call(take_turn(store, ana, attempt, LECTURE, at(15)))
    other = Store(tmp_path / "other")
    sign_in_locally(other, ana.name, ana.role, NOW)

    monkeypatch.setattr(mind, "shipped_constants", _touchy)
    touchy = _call(take_turn(other, ana, _stored(other, ana), LECTURE, at(15)))

    assert touchy.lines[:-1] == shipped.lines[:-1]
    assert touchy.mood != shipped.mood


def test_a_scenario_kept_before_ways_to_pay_had_kinds_is_read(store: Store, ana: Person) -> None:
    attempt = on_a_call(store, ana)
    older = json.loads(LAID_OFF.model_dump_json())
    older["house"]["methods"] = list(LAID_OFF.house.method_labels)
    with store.writing() as db:
        db.execute("update scenarios set content = ?", (json.dumps(older),))

    house = scenario_of(store, ana, attempt).house

    assert house.method_labels == LAID_OFF.house.method_labels
    assert house.method_named("card") is None


def test_a_scenario_that_no_release_can_read_any_more_is_named(store: Store, ana: Person) -> None:
    attempt = on_a_call(store, ana)
    with store.writing() as db:
        db.execute('update scenarios set content = \'{"id": "of another time"}\'')

    with pytest.raises(TrainingError, match="another version of Right Party"):
        scenario_of(store, ana, attempt)

    assert store.attempt(ana, attempt.id) == attempt
