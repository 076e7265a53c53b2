"""Hints while practising: off until chosen, kept in the log, told by the scorecard."""

from __future__ import annotations

import pytest

from calls.events import Hints, HintsChosen
from tests.shipped import SCENARIOS
from tests.training.floor import NOW, beginner
from training import practice
from training.beginning import begin
from training.errors import TrainingError
from training.hinting import choose_hints, hint_for
from training.models import Attempt, Person, Purpose, Role
from training.people import sign_in_locally
from training.reviews import review_attempt
from training.store import Store
from training.wrap_up import hand_in

ANA = SCENARIOS["laid_off_three_weeks_ago"]
WITH_CARE = next(one for one in SCENARIOS.values() if one.with_care)


@pytest.fixture
def dana(store: Store) -> Person:
    return sign_in_locally(store, "Dana Wells", Role.TRAINEE, NOW)


def called(store: Store, dana: Person, purpose: Purpose = Purpose.PRIVATE) -> Attempt:
    return begin(store, beginner(dana, purpose), ANA, purpose, 1, NOW)


def test_hints_are_off_until_somebody_wants_them(store: Store, dana: Person) -> None:
    attempt = practice.take_turn(store, dana, called(store, dana), "Pay up, calm down.", NOW)

    assert hint_for(store, dana, attempt) is None
    on = choose_hints(store, dana, attempt, Hints.FULL, NOW)
    assert hint_for(store, dana, on) is not None


def test_before_a_word_was_said_there_is_none(store: Store, dana: Person) -> None:
    attempt = choose_hints(store, dana, called(store, dana), Hints.FULL, NOW)

    assert hint_for(store, dana, attempt) is None


def test_while_an_answer_is_awaited_there_is_none(store: Store, dana: Person) -> None:
    attempt = choose_hints(store, dana, called(store, dana), Hints.FULL, NOW)
    said = practice.say(store, dana, attempt, "Pay up, calm down.", NOW)

    assert hint_for(store, dana, said) is None
    assert hint_for(store, dana, practice.resume(store, dana, said.id)) is not None


def test_the_log_keeps_the_choice_and_a_second_one_of_the_same_changes_nothing(
    store: Store, dana: Person
) -> None:
    attempt = choose_hints(store, dana, called(store, dana), Hints.GENTLE, NOW)
    again = choose_hints(store, dana, attempt, Hints.GENTLE, NOW)

    assert isinstance(attempt.events[-1], HintsChosen)
    assert again.events == attempt.events


def test_the_scorecard_says_that_hints_were_on_even_if_they_were_put_off(
    store: Store, dana: Person
) -> None:
    attempt = choose_hints(store, dana, called(store, dana), Hints.FULL, NOW)
    attempt = practice.take_turn(store, dana, attempt, "Hello, may I speak with Ana?", NOW)
    attempt = choose_hints(store, dana, attempt, Hints.OFF, NOW)
    attempt = hand_in(store, dana, practice.end_call(store, dana, attempt, NOW), NOW)

    assert review_attempt(store, dana, attempt.id, NOW).scorecard.hints is Hints.FULL


def test_there_are_none_in_an_assessment_nor_where_care_is_needed(
    store: Store, dana: Person
) -> None:
    assessed = called(store, dana, Purpose.ASSESSMENT)
    care = begin(store, dana, WITH_CARE, Purpose.PRIVATE, 1, NOW)

    for attempt in (assessed, care):
        with pytest.raises(TrainingError, match="there are no hints here"):
            choose_hints(store, dana, attempt, Hints.GENTLE, NOW)


def test_after_the_call_there_is_nothing_to_choose(store: Store, dana: Person) -> None:
    attempt = practice.end_call(store, dana, called(store, dana), NOW)

    with pytest.raises(TrainingError, match="the call is over"):
        choose_hints(store, dana, attempt, Hints.FULL, NOW)
