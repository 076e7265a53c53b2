"""A call begun under one release goes on under the next: what was decided stays decided."""

from __future__ import annotations

import pytest

from calls.fold import CallState
from simulator import mind
from simulator.constants import Constants, Steps, shipped_constants
from simulator.rehearsal import script, seed_for
from tests.training.floor import NOW
from tests.training.rehearsal import LAID_OFF, at, on_a_call
from training.errors import TrainingError
from training.models import Attempt, Person
from training.practice import resume, scenario_of, take_turn
from training.store import Store

LINES = script(LAID_OFF, LAID_OFF.model_call.lines, NOW)
SEED = seed_for(LAID_OFF, "ana")


def _touchy() -> Constants:
    """A release in which everything upsets everybody."""
    shipped = shipped_constants()
    upset = Steps(trust=-30, tension=30, patience=-30)
    causes = {
        name: cause.model_copy(update={"steps": upset}) for name, cause in shipped.causes.items()
    }
    return shipped.model_copy(update={"causes": causes})


def _say(store: Store, person: Person, attempt: Attempt, lines: tuple[str, ...]) -> Attempt:
    for line in lines:
        attempt = take_turn(store, person, attempt, line, at(10 * attempt.next_seq))
    return attempt


def _call(attempt: Attempt) -> CallState:
    assert attempt.state.call is not None
    return attempt.state.call


def test_facts_stay_revealed_and_offers_stand_under_changed_constants(
    store: Store, ana: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    attempt = _say(store, ana, on_a_call(store, ana, seed=SEED), LINES[:8])
    before = _call(attempt)
    assert before.revealed
    assert before.offers

    monkeypatch.setattr(mind, "shipped_constants", _touchy)
    after = _call(resume(store, ana, attempt.id))
    went_on = _call(_say(store, ana, attempt, LINES[8:9]))

    assert after == before
    assert went_on.revealed[: len(before.revealed)] == before.revealed
    assert went_on.offers[: len(before.offers)] == before.offers
    assert went_on.mood is not None
    assert before.mood is not None
    assert went_on.mood.tension > before.mood.tension


def test_a_call_begun_under_other_constants_goes_otherwise(
    store: Store, ana: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without this, the test above would show nothing."""
    monkeypatch.setattr(mind, "shipped_constants", _touchy)

    attempt = on_a_call(store, ana, seed=SEED)
    for line in LINES[:8]:
        if not _call(attempt).over:
            attempt = _say(store, ana, attempt, (line,))

    assert not _call(attempt).offers


def test_a_scenario_that_no_release_can_read_any_more_is_named(store: Store, ana: Person) -> None:
    attempt = on_a_call(store, ana)
    with store.writing() as db:
        db.execute('update scenarios set content = \'{"id": "of another time"}\'')

    with pytest.raises(TrainingError, match="another version of Right Party"):
        scenario_of(store, ana, attempt)

    assert store.attempt(ana, attempt.id) == attempt
