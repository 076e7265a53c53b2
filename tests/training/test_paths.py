"""A path leads a cohort through calls, drills and gates; who goes it sees where they stand."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from pydantic import ValidationError

from drills.stock import Stock
from simulator.bots.bot import shipped_bots
from tests.shipped import EVERY
from tests.training.drilled import miss_one
from tests.training.floor import NOW
from tests.training.judging import submitted
from tests.training.shipped_calls import LAID_OFF, LINES, at, on_a_call
from training.bot_practice import play
from training.cohorts import cohorts
from training.enrolling import enrol, look_over
from training.errors import TrainingError
from training.models import Person, Purpose
from training.on_a_path import is_clean, own_path_stands, stands_on
from training.paths import (
    GivenPath,
    PathStep,
    StepKind,
    give_path,
    given_paths,
    make_path,
    own_paths,
    withdraw_path,
)
from training.reviews import review_attempt
from training.store import Store
from training.submitted import submitted as submitted_calls

STOCK = Stock(EVERY)
CALL = PathStep(kind=StepKind.CALL, what=LAID_OFF.id, days=3)
DRILL = PathStep(kind=StepKind.DRILL, what="numbers", days=5)
GATE = PathStep(kind=StepKind.GATE, calls=2, level=LAID_OFF.level, days=14)
STARTS = NOW.date()


@pytest.fixture
def given(store: Store, ana: Person, trainer: Person) -> GivenPath:
    table = ana.name.encode()
    enrol(store, trainer, look_over(store, trainer, table, "Spring"), NOW)
    (spring,) = cohorts(store, trainer)
    path = make_path(store, trainer, "First weeks", (CALL, DRILL, GATE), NOW)
    return give_path(store, trainer, spring.id, path.id, STARTS, NOW)


def test_a_path_is_given_with_a_day_for_each_step(
    store: Store, ana: Person, ben: Person, given: GivenPath
) -> None:
    (mine,) = own_paths(store, ana)

    assert mine == given
    assert [mine.due(step) - STARTS for step in mine.path.steps] == [
        timedelta(days=3),
        timedelta(days=5),
        timedelta(days=14),
    ]
    assert own_paths(store, ben) == ()


@pytest.mark.usefixtures("given")
def test_what_is_done_on_it_is_worked_out_from_what_was_submitted_and_drilled(
    store: Store, ana: Person
) -> None:
    assert [one.done for one in own_path_stands(store, ana, STOCK)[0].stands] == [0, 0, 0]
    submitted(store, ana, 1, Purpose.PRIVATE)
    assert own_path_stands(store, ana, STOCK)[0].stands[0].done == 0

    review_attempt(store, ana, submitted(store, ana, 2).id, at(2000))
    miss_one(store, ana, STOCK, at(3000))
    (mine,) = own_path_stands(store, ana, STOCK)

    assert [(one.done, one.of) for one in mine.stands] == [(1, 1), (3, 3), (0, 2)]
    assert mine.next is mine.stands[2]
    assert not mine.stands[2].overdue(STARTS + timedelta(days=14))
    assert mine.stands[2].overdue(STARTS + timedelta(days=15))


def test_a_gate_counts_clean_calls_of_different_scenarios(
    store: Store, ana: Person, trainer: Person, given: GivenPath
) -> None:
    seats = [
        on_a_call(store, ana, seed=seed, purpose=Purpose.SUBMITTED, now=at(seed)) for seed in (1, 2)
    ]
    good = [play(store, ana, one, shipped_bots()["exemplary"]).id for one in seats]
    bad = submitted(store, ana, 3).id
    for attempt in (*good, bad):
        review_attempt(store, ana, attempt, at(3000))
    calls = submitted_calls(store, trainer)
    on = stands_on(given, calls, None, STOCK)

    assert [one.step.attempt_id for one in calls if is_clean(one)] == good
    assert on.stands[2].done == 1, "the same scenario twice is one"
    assert on.stands[1].done is None, "how somebody drills is for nobody else"
    assert not on.stands[1].overdue(date.max)


def test_who_hangs_up_early_passes_no_gate(store: Store, ana: Person) -> None:
    review_attempt(store, ana, submitted(store, ana, lines=LINES[:4]).id, at(3000))

    (early,) = submitted_calls(store, ana, own=True)

    assert early.without_help
    assert all(early.step.rules.values())
    assert early.step.grade is not None
    assert not is_clean(early)
    assert is_clean(replace(early, step=replace(early.step, end_reached=True)))
    assert is_clean(replace(early, step=replace(early.step, passed=True)))


def test_a_path_is_taken_back_from_a_cohort(
    store: Store, ana: Person, trainer: Person, given: GivenPath
) -> None:
    withdraw_path(store, trainer, given.cohort_id, given.path.id, NOW)

    assert own_paths(store, ana) == given_paths(store, trainer) == ()


@pytest.mark.usefixtures("given")
def test_a_path_has_a_name_of_its_own_and_steps(store: Store, trainer: Person) -> None:
    with pytest.raises(TrainingError, match="there is one called first weeks"):
        make_path(store, trainer, "first weeks", (CALL,), NOW)
    with pytest.raises(TrainingError, match="it has no step"):
        make_path(store, trainer, "Empty", (), NOW)
    with pytest.raises(ValidationError, match="a call names what it is about"):
        PathStep(kind=StepKind.CALL, days=1)
