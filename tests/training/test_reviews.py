from __future__ import annotations

import pytest

from calls.disposition import Disposition
from scoring import review as scoring_review
from simulator.scripted import script, seed_for
from tests.training.floor import NOW
from tests.training.shipped_calls import LAID_OFF, at, on_a_call
from training.beginning import start_attempt
from training.errors import TrainingError
from training.models import Attempt, Person, Purpose, Role
from training.people import sign_in_locally
from training.practice import end_call, take_turn
from training.progress import progress
from training.reviews import kept_reviews, review_attempt
from training.store import Store
from training.wrap_up import hand_in, note, record_disposition

LINES = script(LAID_OFF, LAID_OFF.model_call.lines, NOW)
SEED = seed_for(LAID_OFF, "ana")


def _practised(store: Store, person: Person, purpose: Purpose = Purpose.PRIVATE) -> Attempt:
    attempt = on_a_call(store, person, seed=SEED, purpose=purpose)
    for line in LINES[:5]:
        attempt = take_turn(store, person, attempt, line, at(10 * attempt.next_seq))
    attempt = end_call(store, person, attempt, at(900))
    attempt = note(store, person, attempt, "Laid off, benefit to come. Review.", at(910))
    attempt = record_disposition(store, person, attempt, Disposition.HARDSHIP_REVIEW, at(915))
    return hand_in(store, person, attempt, at(920))


def test_an_attempt_is_reviewed_with_its_turns_and_wrap_up(store: Store, ana: Person) -> None:
    attempt = _practised(store, ana)

    review = review_attempt(store, ana, attempt.id, at(1000))

    assert attempt.state.call is not None
    assert review.transcript_id == attempt.id
    assert review.check.turns == len(attempt.state.call.turns)
    assert review.scorecard.grade.value is not None


def test_a_review_is_kept_with_its_versions_and_once(store: Store, ana: Person) -> None:
    attempt = _practised(store, ana)

    first = review_attempt(store, ana, attempt.id, at(1000))
    again = review_attempt(store, ana, attempt.id, at(2000))

    (kept,) = kept_reviews(store, ana, attempt.id)
    assert again == first
    assert kept.made_at == at(1000)
    assert kept.versions == first.versions
    assert type(first).model_validate(kept.content) == first


def test_a_new_release_reviews_again_and_keeps_what_the_old_one_said(
    store: Store, ana: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    attempt = _practised(store, ana)
    review_attempt(store, ana, attempt.id, at(1000))

    monkeypatch.setattr(scoring_review, "VERSION", "next")
    review_attempt(store, ana, attempt.id, at(2000))

    old, new = kept_reviews(store, ana, attempt.id)
    assert old.versions != new.versions
    assert (old.made_at, new.made_at) == (at(1000), at(2000))


def test_an_attempt_is_reviewed_after_it_was_handed_in(store: Store, ana: Person) -> None:
    attempt = on_a_call(store, ana)

    with pytest.raises(TrainingError, match="hand it in first"):
        review_attempt(store, ana, attempt.id, at(1000))


def test_an_attempt_without_a_call_gets_no_grade(store: Store, ana: Person) -> None:
    attempt = start_attempt(store, ana, LAID_OFF, Purpose.PRIVATE, 1, NOW)
    hand_in(store, ana, attempt, NOW)

    review = review_attempt(store, ana, attempt.id, NOW)

    assert review.scorecard.grade.value is None
    assert review.check.turns == 0


def test_a_trainer_reviews_what_was_submitted(store: Store, ana: Person) -> None:
    trainer = sign_in_locally(store, "Tom", Role.TRAINER, NOW)
    attempt = _practised(store, ana, Purpose.SUBMITTED)

    review = review_attempt(store, trainer, attempt.id, at(1000))

    assert len(kept_reviews(store, ana, attempt.id)) == 1
    assert review == review_attempt(store, ana, attempt.id, at(1001))


def test_progress_shows_each_attempt_with_its_latest_review(store: Store, ana: Person) -> None:
    attempt = _practised(store, ana)
    (waiting,) = progress(store, ana)
    review = review_attempt(store, ana, attempt.id, at(1000))

    (step,) = progress(store, ana)

    assert (waiting.scores, waiting.grade, waiting.passed) == ({}, None, None)
    assert step.title == LAID_OFF.title
    assert step.started_at == NOW
    assert step.grade == review.scorecard.grade.value
    assert step.passed == review.scorecard.passed
    assert step.scores == {score.dimension: score.value for score in review.scorecard.scores}


def test_progress_is_in_the_order_of_time_and_leaves_out_what_goes_on(
    store: Store, ana: Person
) -> None:
    late = start_attempt(store, ana, LAID_OFF, Purpose.PRIVATE, 1, at(60))
    early = start_attempt(store, ana, LAID_OFF, Purpose.PRIVATE, 2, at(0))
    start_attempt(store, ana, LAID_OFF, Purpose.PRIVATE, 3, at(30))
    for attempt in (late, early):
        hand_in(store, ana, attempt, at(90))

    assert [step.attempt_id for step in progress(store, ana)] == [early.id, late.id]
