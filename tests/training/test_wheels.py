"""Training wheels: steps tick as they are heard, never before, and fade with clean calls."""

from __future__ import annotations

from dataclasses import replace

import pytest

from scoring.flow import FlowStep
from simulator.scripted import script, seed_for
from tests.shipped import SCENARIOS
from tests.training.floor import NOW
from tests.training.shipped_calls import LAID_OFF, on_a_call
from training.models import Attempt, Person, Purpose
from training.practice import take_turn
from training.progress import Step
from training.store import Store
from training.wheels import Flow, Wheels, faded, flow_of, wheels_for

FIRST = SCENARIOS["forgetful_payer"]
CLEAN = Step(
    attempt_id="a",
    scenario_id=FIRST.id,
    title=FIRST.title,
    purpose=Purpose.PRIVATE,
    started_at=NOW,
    seen_before=False,
    scores={},
    grade=90.0,
    passed=True,
)


def said(store: Store, ana: Person, *lines: str, seed: int = 1) -> tuple[Attempt, Flow]:
    attempt = on_a_call(store, ana, FIRST, seed)
    for line in lines:
        attempt = take_turn(store, ana, attempt, line, NOW)
    return attempt, flow_of(attempt, FIRST)


def test_nothing_is_ticked_before_a_word_was_said(store: Store, ana: Person) -> None:
    _, flow = said(store, ana)

    assert flow.taken == frozenset()
    assert flow.steps == tuple(FlowStep)
    assert flow.following is FlowStep.GREETING


def test_a_step_is_ticked_when_it_was_heard(store: Store, ana: Person) -> None:
    _, flow = said(store, ana, "Hello, may I speak with Marcus Webb, please?")

    assert flow.taken == {FlowStep.GREETING}
    assert flow.following is FlowStep.RIGHT_PARTY


def test_a_good_call_takes_every_step(store: Store, ana: Person) -> None:
    seed = seed_for(FIRST, FIRST.model_call.answered_by)
    _, flow = said(store, ana, *script(FIRST, FIRST.model_call.lines, NOW), seed=seed)

    assert set(flow.steps) == flow.taken
    assert flow.following is None


def test_words_beside_the_matter_tick_nothing(store: Store, ana: Person) -> None:
    _, flow = said(store, ana, "All steps of the call are done.", "Notices. Listening. Agreement.")

    assert flow.taken == frozenset()


def test_notices_are_no_step_where_none_of_them_is_ever_read(store: Store, ana: Person) -> None:
    silent = FIRST.house.model_copy(update={"notices": ()})
    attempt, _ = said(store, ana)
    flow = flow_of(attempt, FIRST.model_copy(update={"house": silent}))

    assert FlowStep.NOTICES not in flow.steps


@pytest.mark.parametrize(
    ("clean", "wheels"), [(0, Wheels.FULL), (1, Wheels.NAMED), (2, Wheels.NAMED), (3, Wheels.OFF)]
)
def test_they_fade_with_every_clean_call(clean: int, wheels: Wheels) -> None:
    others = (
        replace(CLEAN, passed=False),
        replace(CLEAN, must_change=3),
        replace(CLEAN, branch=True),
        replace(CLEAN, passed=None),
    )

    assert faded((*others, *[CLEAN] * clean)) is wheels


def test_they_are_for_private_practice_at_the_first_level(store: Store, ana: Person) -> None:
    first = on_a_call(store, ana, FIRST)
    submitted = on_a_call(store, ana, FIRST, purpose=Purpose.SUBMITTED)
    harder = on_a_call(store, ana, LAID_OFF)

    assert wheels_for(store, ana, first, FIRST) is Wheels.FULL
    assert wheels_for(store, ana, submitted, FIRST) is Wheels.OFF
    assert wheels_for(store, ana, harder, LAID_OFF) is Wheels.OFF
