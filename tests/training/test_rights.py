"""Every function that takes somebody's attempt, walked with the wrong person."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from types import ModuleType
from typing import Any

import pytest

from calls.disposition import Disposition
from calls.events import DialDecision, Voiced
from tests.training.floor import NOW
from tests.training.shipped_calls import LAID_OFF
from training import beginning, dialling, practice, progress, reviews, wrap_up
from training.errors import NoSuchAttempt, NotYours, TrainingError
from training.models import Attempt, Person, Purpose, Role
from training.people import sign_in_locally
from training.rights import READS
from training.store import Store

MODULES: tuple[ModuleType, ...] = (practice, dialling, wrap_up, reviews, progress)
READING = {"resume", "scenario_of", "review_attempt", "kept_reviews"}
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
    parameters = inspect.signature(FUNCTIONS[name]).parameters
    return FUNCTIONS[name](**{parameter: given[parameter] for parameter in parameters})


def _handed_in(store: Store, person: Person, purpose: Purpose) -> Attempt:
    attempt = beginning.start_attempt(store, person, LAID_OFF, purpose, 1, NOW)
    return wrap_up.hand_in(store, person, attempt, NOW)


def test_every_function_that_is_given_an_attempt_is_given_the_person_too() -> None:
    for name, function in FUNCTIONS.items():
        assert list(inspect.signature(function).parameters)[:2] == ["store", "person"], name
    assert len(FUNCTIONS) >= 17


@pytest.mark.parametrize("role", list(Role))
@pytest.mark.parametrize("name", FUNCTIONS)
def test_nobody_reaches_a_private_attempt_of_somebody_else(
    store: Store, ana: Person, name: str, role: Role
) -> None:
    stranger = sign_in_locally(store, "Stranger", role, NOW)
    attempt = _handed_in(store, ana, Purpose.PRIVATE)

    with pytest.raises(NoSuchAttempt) as hidden:
        _call(name, store, stranger, attempt)

    assert str(hidden.value) == str(NoSuchAttempt(attempt.id))
    assert store.attempt(ana, attempt.id) == attempt


@pytest.mark.parametrize("name", sorted(FUNCTIONS.keys() - READING))
def test_who_may_read_an_attempt_may_not_change_it(store: Store, ana: Person, name: str) -> None:
    attempt = _handed_in(store, ana, Purpose.SUBMITTED)
    trainer = sign_in_locally(store, "Tom", Role.TRAINER, NOW)

    with pytest.raises(TrainingError) as refused:
        _call(name, store, trainer, attempt)

    assert not isinstance(refused.value, NoSuchAttempt)
    assert store.attempt(ana, attempt.id) == attempt


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
