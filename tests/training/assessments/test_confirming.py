"""A hard fail counts once a person has read its turn and says that it is so."""

from __future__ import annotations

import pytest

from scoring.grade import CAP
from tests.training.accounts import account
from tests.training.assessments.conftest import Taken
from tests.training.assessments.samples import manager
from tests.training.assessments.taken import THEN
from tests.training.judging import ARREST, accept, submitted
from training.access_log import MACHINE, Deed
from training.accesses import Asked, accesses
from training.assessments.blinding import MachineHidden, NameKnown
from training.assessments.confirming import Place, confirm, confirmations, places, still_open
from training.assessments.rating import Stage, stage
from training.errors import TrainingError
from training.models import Attempt, Person, Role
from training.reviews import review_attempt
from training.store import Store
from training.verdicts import as_it_stands, give_verdict
from training.waiting import waiting

WHY = "She said so, word for word."


@pytest.fixture
def store(one: Taken) -> Store:
    return one.agreed().store


@pytest.fixture
def attempt(one: Taken) -> Attempt:
    return one.attempt


@pytest.fixture
def ines(one: Taken) -> Person:
    return one.ines


def _all(store: Store, ines: Person, attempt: Attempt, *, holds: bool) -> None:
    for place in places(review_attempt(store, ines, attempt.id, THEN)):
        confirm(store, ines, attempt.id, place, holds, WHY, THEN)


@pytest.mark.parametrize("holds", [True, False])
def test_a_hard_fail_caps_the_grade_once_it_is_confirmed_and_never_before(
    store: Store, ines: Person, attempt: Attempt, holds: bool
) -> None:
    made = review_attempt(store, ines, attempt.id, THEN)
    before = as_it_stands(store, ines, attempt, made).scorecard

    _all(store, ines, attempt, holds=holds)

    after = as_it_stands(store, ines, attempt, made).scorecard
    assert made.scorecard.grade.capped_by
    assert (before.grade.capped_by, before.passed) == ((), None)
    assert (ARREST in after.grade.capped_by) is holds
    assert after.grade.value is not None
    if holds:
        assert after.grade.value <= CAP
    else:
        assert after.must_change == ()


def test_each_is_looked_at_once_with_a_reason_and_is_on_record(one: Taken) -> None:
    store, _, attempt, ines, ugo = one.agreed()
    made = review_attempt(store, ines, attempt.id, THEN)
    place = next(each for each in places(made) if each.rule == ARREST)
    with pytest.raises(TrainingError, match="what you saw at the turn: it is missing"):
        confirm(store, ines, attempt.id, place, True, " ", THEN)
    kept = confirm(store, ines, attempt.id, place, True, WHY, THEN)
    assert confirm(store, ines, attempt.id, place, True, WHY, THEN) == kept, "a double click"

    with pytest.raises(TrainingError, match="somebody has looked at it already"):
        confirm(store, ugo, attempt.id, place, False, WHY, THEN)
    assert confirmations(store, ines, attempt.id) == (kept,)
    (line,) = accesses(store, MACHINE, Asked(deed=Deed.CONFIRMED))
    assert (line.by, line.attempt_id, line.note) == ("Ines", attempt.id, ARREST)


def test_only_what_the_machine_found_is_confirmed(
    store: Store, ines: Person, attempt: Attempt
) -> None:
    with pytest.raises(TrainingError, match=rf"no hard fail is there - one of .*{ARREST} at turn"):
        confirm(store, ines, attempt.id, Place(ARREST, 0), True, WHY, THEN)


def test_nobody_knows_of_a_hard_fail_before_the_raters_agreed(one: Taken) -> None:
    with pytest.raises(MachineHidden):
        confirm(one.store, one.ines, one.attempt.id, Place(ARREST, 3), True, WHY, THEN)


def test_who_invited_a_candidate_confirms_nothing_of_them(
    store: Store, ines: Person, attempt: Attempt
) -> None:
    place = places(review_attempt(store, ines, attempt.id, THEN))[0]
    mara = manager(store)
    knows = Person(mara.id, mara.name, Role.ASSESSOR)

    with pytest.raises(NameKnown, match="know whose call it is"):
        confirm(store, knows, attempt.id, place, True, WHY, THEN)

    assert confirmations(store, ines, attempt.id) == ()


def test_the_queue_lets_go_of_what_was_looked_at(
    store: Store, ines: Person, attempt: Attempt
) -> None:
    assert [one.stage for one in waiting(store, ines)] == [Stage.CONFIRM]

    _all(store, ines, attempt, holds=True)

    assert stage(store, ines, attempt.id) is Stage.DONE
    assert waiting(store, ines) == ()
    with store.reading() as db:
        assert still_open(db, attempt.id) == ()


def test_the_machines_marks_of_a_work_sample_get_no_verdict(
    store: Store, ines: Person, attempt: Attempt
) -> None:
    with pytest.raises(TrainingError, match="need no verdict"):
        give_verdict(store, ines, attempt.id, accept("whole"), THEN)


def test_what_was_submitted_is_judged_by_verdicts(store: Store, ana: Person) -> None:
    attempt = submitted(store, ana)
    trainer = account(store, "Tom", Role.TRAINER)

    with pytest.raises(TrainingError, match="it is no work sample - give a verdict"):
        confirm(store, trainer, attempt.id, Place(ARREST, 3), True, WHY, THEN)
