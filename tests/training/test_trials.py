"""A scenario is tried where it is written: counted nowhere, and back to any step."""

from __future__ import annotations

import pytest

from calls.events import DialDecision
from simulator.scenario import Scenario
from simulator.skeleton import skeleton
from tests.shipped import CHANNELS
from tests.training.floor import NOW
from tests.training.shipped_calls import at
from training.bench import (
    Bench,
    opened,
)
from training.dialling import decide_dial
from training.errors import TrainingError
from training.models import Person, Purpose
from training.people import sign_in_locally
from training.practice import take_turn
from training.progress import progress
from training.rewinding import lines_to_try_again
from training.store import passing_store
from training.trials import begin_trial, go_back, steps_to_go_back, tries_as


@pytest.fixture
def tom(trainer: Person) -> Person:
    return trainer


@pytest.fixture
def mine(bench: Bench) -> Scenario:
    return opened(bench, "mine", skeleton("mine"))


def test_a_trial_counts_for_nothing(bench: Bench, tom: Person, mine: Scenario) -> None:
    with passing_store() as trials:
        tried = begin_trial(trials, tom, mine, 1, NOW)

    assert tried.purpose is Purpose.DEMO
    assert bench.store.attempts(tom) == ()
    assert progress(bench.store, tom) == ()


def test_a_trial_goes_back_before_any_line_and_on_from_there(
    bench: Bench, tom: Person, mine: Scenario
) -> None:
    with passing_store() as trials:
        tried = begin_trial(trials, tom, mine, 1, NOW)
        there = sign_in_locally(trials, tom.name, tom.role, NOW)
        for nth, line in enumerate(("Hello, is that Marcus Webb?", "You owe us money.")):
            tried = take_turn(trials, there, tried, line, at(20 * (nth + 1)))
        _first, second = lines_to_try_again(tried)

        again = go_back(trials, tom, tried, second, at(60))
        assert again.events == tried.events[: second - 1]
        assert (again.purpose, again.parent_attempt) == (Purpose.DEMO, tried.id)
        again = take_turn(trials, there, again, "Thank you, how are you?", at(80))
        assert [one.turn.text for one in again.state.calls[-1].lines][-2].startswith("Thank you")
        with pytest.raises(TrainingError, match="nothing was said or decided"):
            go_back(trials, tom, tried, second + 1, at(90))
    assert bench.store.attempts(tom) == ()


def test_a_trial_of_a_list_goes_back_before_a_decision(bench: Bench, tom: Person) -> None:
    queue = CHANNELS["dial_or_not"]
    with passing_store() as trials:
        tried = begin_trial(trials, tom, queue, 1, NOW)
        there = tries_as(trials, tom, NOW)
        account = tried.accounts[0]
        tried = decide_dial(trials, there, tried, account, DialDecision.DIAL, "allowed", NOW)
        (decided,) = steps_to_go_back(tried)

        again = go_back(trials, tom, tried, decided, at(60))
        assert again.state.decided == {}
        assert again.state.calls == ()
    assert bench.store.attempts(tom) == ()
