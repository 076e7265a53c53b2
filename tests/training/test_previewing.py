"""A trainer sees the application as a trainee does, without what is theirs alone."""

from __future__ import annotations

from dataclasses import replace

import pytest

from drills.stock import Stock
from tests.shipped import EVERY
from tests.training.floor import NOW
from tests.training.judging import submitted
from tests.training.shipped_calls import LAID_OFF, at
from training.assignments import assign
from training.cohorts import cohorts
from training.enrolling import enrol, look_over
from training.errors import TrainingError
from training.models import Person, Purpose
from training.on_a_path import own_path_stands
from training.paths import PathStep, StepKind, give_path, make_path
from training.previewing import seen_by_them
from training.reviews import review_attempt
from training.store import Store

STOCK = Stock(EVERY)
STEPS = (
    PathStep(kind=StepKind.CALL, what=LAID_OFF.id, days=3),
    PathStep(kind=StepKind.DRILL, what="numbers", days=5),
    PathStep(kind=StepKind.GATE, calls=2, level=LAID_OFF.level, days=14),
)


@pytest.fixture
def spring(store: Store, ana: Person, trainer: Person) -> str:
    enrol(store, trainer, look_over(store, trainer, ana.name.encode(), "Spring"), NOW)
    (cohort,) = cohorts(store, trainer)
    path = make_path(store, trainer, "First weeks", STEPS, NOW)
    give_path(store, trainer, cohort.id, path.id, NOW.date(), NOW)
    return cohort.id


def test_what_was_submitted_and_given_is_seen_and_private_practice_is_not(
    store: Store, ana: Person, trainer: Person, spring: str
) -> None:
    for seed, purpose in enumerate((Purpose.PRIVATE, Purpose.SUBMITTED), start=1):
        made = submitted(store, ana, seed, purpose)
        review_attempt(store, ana, made.id, at(2000))
    assign(store, trainer, ana, LAID_OFF, NOW.date(), NOW, "Before Monday")
    seen = seen_by_them(store, trainer, spring, ana.id, STOCK)

    assert [one.purpose for one in seen.steps] == [Purpose.SUBMITTED]
    assert [one.note for one in seen.given] == ["Before Monday"]
    (theirs,), (mine,) = own_path_stands(store, ana, STOCK), seen.paths
    assert mine.given == theirs.given
    assert [one.done for one in mine.stands] == [1, None, 0]
    assert [replace(one, done=None) for one in mine.stands] == [
        replace(one, done=None) for one in theirs.stands
    ]


def test_somebody_who_begins_today_has_everything_before_them(
    store: Store, ana: Person, trainer: Person, spring: str
) -> None:
    submitted(store, ana)
    seen = seen_by_them(store, trainer, spring, None, STOCK)

    assert (seen.steps, seen.given) == ((), ())
    assert [one.done for path in seen.paths for one in path.stands] == [0, 0, 0]
    with pytest.raises(TrainingError, match="none of that id"):
        seen_by_them(store, trainer, spring, trainer.id, STOCK)
