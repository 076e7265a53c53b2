"""Every function that takes somebody's attempt, walked with the wrong person."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from types import ModuleType
from typing import Any

import pytest

from calls.disposition import Disposition
from calls.events import DialDecision, Voiced
from scoring.judged import WHOLE
from tests.training.floor import NOW
from tests.training.judging import accept, sheet
from tests.training.shipped_calls import LAID_OFF
from tests.training.test_wrap_up import PLAN
from training import (
    beginning,
    dialling,
    disputes,
    practice,
    progress,
    ratings,
    reviews,
    rewinding,
    verdicts,
    wrap_up,
)
from training.errors import NoSuchAttempt, NotYours, TrainingError
from training.judging import NotYoursToJudge
from training.models import Attempt, Person, Purpose, Role
from training.people import sign_in_locally
from training.rights import JUDGES, READS, sees_model_call
from training.store import Store

MODULES: tuple[ModuleType, ...] = (
    practice,
    dialling,
    wrap_up,
    reviews,
    progress,
    verdicts,
    disputes,
    ratings,
    rewinding,
)
READING = {
    "resume",
    "scenario_of",
    "review_attempt",
    "machine_review",
    "kept_reviews",
    "verdicts",
    "as_it_stands",
    "disputes",
    "family",
}
JUDGING = {"give_verdict", "answer_dispute", "rate", "own_rating", "ratings", "agree", "consensus"}
"""What somebody else does with an attempt that was handed in, and its owner never."""
VALUES: dict[str, Any] = {
    "now": NOW,
    "text": "Hello",
    "to": "hardship team",
    "item": "account",
    "flag": "hardship",
    "on": True,
    "day": None,
    "arrangement": None,
    "disposition": Disposition.REFUSED,
    "voice": None,
    "voiced": Voiced.TEMPLATE,
    "by": None,
    "account": LAID_OFF.account.id,
    "decision": DialDecision.NOT_NOW,
    "reason": "hours",
    "next_at": None,
    "ruling": accept(WHOLE),
    "about": "communication/room to speak",
    "sentence": "She paused twice.",
    "dispute_id": "none",
    "sheet": sheet(),
    "said": 2,
    "planned": PLAN,
}


def _functions() -> dict[str, Callable[..., object]]:
    """Every public function of these modules that is given a store and one attempt."""
    return {
        name: function
        for module in MODULES
        for name, function in inspect.getmembers(module, inspect.isfunction)
        if function.__module__ == module.__name__
        and not name.startswith("_")
        and {"attempt", "attempt_id"} & inspect.signature(function).parameters.keys()
        and "store" in inspect.signature(function).parameters
    }


FUNCTIONS = _functions()


def _call(name: str, store: Store, person: Person, attempt: Attempt) -> object:
    given = {**VALUES, "store": store, "person": person, "attempt": attempt}
    given["attempt_id"] = attempt.id
    if name == "as_it_stands":
        owner = Person(attempt.person_id, "Ana", Role.TRAINEE)
        given["made"] = reviews.machine_review(store, owner, attempt.id)
    parameters = inspect.signature(FUNCTIONS[name]).parameters
    return FUNCTIONS[name](**{parameter: given[parameter] for parameter in parameters})


def _handed_in(store: Store, person: Person, purpose: Purpose) -> Attempt:
    attempt = beginning.start_attempt(store, person, LAID_OFF, purpose, 1, NOW)
    return wrap_up.hand_in(store, person, attempt, NOW)


def test_every_function_that_is_given_an_attempt_is_given_the_person_too() -> None:
    for name, function in FUNCTIONS.items():
        assert list(inspect.signature(function).parameters)[:2] == ["store", "person"], name
    assert len(FUNCTIONS) >= 27
    assert FUNCTIONS.keys() >= READING | JUDGING


@pytest.mark.parametrize("name", FUNCTIONS)
def test_nobody_reaches_a_private_attempt_of_somebody_else(
    store: Store, ana: Person, name: str
) -> None:
    attempt = _handed_in(store, ana, Purpose.PRIVATE)
    for role in Role:
        stranger = sign_in_locally(store, "Stranger", role, NOW)

        with pytest.raises(NoSuchAttempt) as hidden:
            _call(name, store, stranger, attempt)

        assert str(hidden.value) == str(NoSuchAttempt(attempt.id)), role
        assert store.attempt(ana, attempt.id) == attempt, role


@pytest.mark.parametrize("name", sorted(FUNCTIONS.keys() - READING - JUDGING))
def test_who_may_read_an_attempt_may_not_change_it(store: Store, ana: Person, name: str) -> None:
    attempt = _handed_in(store, ana, Purpose.SUBMITTED)
    trainer = sign_in_locally(store, "Tom", Role.TRAINER, NOW)

    with pytest.raises(TrainingError) as refused:
        _call(name, store, trainer, attempt)

    assert not isinstance(refused.value, NoSuchAttempt)
    assert store.attempt(ana, attempt.id) == attempt


@pytest.mark.parametrize("name", sorted(JUDGING))
@pytest.mark.parametrize("purpose", [Purpose.SUBMITTED, Purpose.ASSESSMENT])
def test_only_who_judges_an_attempt_by_the_table_reaches_it(
    store: Store, ana: Person, name: str, purpose: Purpose
) -> None:
    """Whoever may is told what is missing, if anything; nobody else gets as far as that."""
    attempt = _handed_in(store, ana, purpose)
    for role in Role:
        other = sign_in_locally(store, "Other", role, NOW)
        told: TrainingError | None = None
        try:
            _call(name, store, other, attempt)
        except TrainingError as error:
            told = error

        hidden = NotYoursToJudge if purpose in READS[role] else NoSuchAttempt
        refused = isinstance(told, NotYoursToJudge | NoSuchAttempt)
        assert refused == (purpose not in JUDGES[role]), role
        assert not refused or type(told) is hidden, role


def test_who_judges_an_assessment_sees_the_model_call_and_its_candidate_does_not(
    store: Store, ana: Person
) -> None:
    attempt = _handed_in(store, ana, Purpose.ASSESSMENT)
    assessor = sign_in_locally(store, "Ines", Role.ASSESSOR, NOW)

    assert sees_model_call(assessor, attempt)
    assert not sees_model_call(ana, attempt)
    assert sees_model_call(ana, _handed_in(store, ana, Purpose.SUBMITTED))


@pytest.mark.parametrize("name", sorted(JUDGING))
def test_nobody_judges_their_own(store: Store, name: str) -> None:
    for role, purposes in JUDGES.items():
        for purpose in purposes:
            person = sign_in_locally(store, "Own", role, NOW)
            attempt = _handed_in(store, person, purpose)

            with pytest.raises(NotYoursToJudge):
                _call(name, store, person, attempt)


def test_who_judges_may_read() -> None:
    assert JUDGES.keys() == set(Role)
    assert all(JUDGES[role] <= READS[role] for role in Role)


def test_a_reader_who_tries_to_change_is_told_whose_it_is(store: Store, ana: Person) -> None:
    attempt = _handed_in(store, ana, Purpose.SUBMITTED)
    trainer = sign_in_locally(store, "Tom", Role.TRAINER, NOW)

    with pytest.raises(NotYours, match="you may read it, not change it"):
        wrap_up.note(store, trainer, attempt, "hello", NOW)


def test_progress_shows_nobody_elses_attempts(store: Store, ana: Person) -> None:
    _handed_in(store, ana, Purpose.SUBMITTED)

    for role in Role:
        other = sign_in_locally(store, "Other", role, NOW)
        assert progress.progress(store, other) == ()

    assert len(progress.progress(store, ana)) == 1


def test_every_role_has_its_line_in_the_table() -> None:
    assert READS.keys() == set(Role)


def test_nobody_reads_private_attempts_of_others() -> None:
    assert all(Purpose.PRIVATE not in purposes for purposes in READS.values())
