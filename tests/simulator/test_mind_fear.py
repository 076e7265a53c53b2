"""Agreeing out of fear to more than there is: only where the scenario says so, and it breaks."""

from pathlib import Path

import pytest

from calls.events import Event
from calls.fold import fold
from calls.state import CallState
from language.shipped import shipped_reader
from scoring.aftermath import aftermath
from scoring.marks import Dimension
from simulator.scenario import Scenario
from simulator.scripted import script, seed_for
from tests.scoring.reviewing import mark_of, practised
from tests.shipped import SCENARIOS
from tests.simulator.playing import play
from tests.simulator.speaking import BEGAN
from tests.simulator.variants import variant

_FEARFUL = "means: {gives_in_at_tension: 48}\n"
_FRIGHTENS = "You have to pay this now or we will take the car."
_TOO_MUCH = "Can you do $200 every two weeks from {first_payment}?"


@pytest.fixture
def fearful(tmp_path: Path) -> Scenario:
    return variant(tmp_path, "laid_off_three_weeks_ago", _FEARFUL)


def called(scenario: Scenario, *more: str) -> CallState:
    lines = script(scenario, (*scenario.model_call.lines[:3], *more), BEGAN)
    events: tuple[Event, ...] = play(
        scenario, lines, seed_for(scenario, "ana"), shipped_reader(), BEGAN
    )
    call = fold(events).call
    assert call is not None
    return call


def test_somebody_frightened_agrees_to_what_they_do_not_have(fearful: Scenario) -> None:
    call = called(fearful, _FRIGHTENS, _TOO_MUCH)

    assert call.accepted is not None
    assert call.accepted.amount.cents == 20000
    assert "beyond_means" in call.remembered


def test_without_fear_they_do_not(fearful: Scenario) -> None:
    assert called(fearful, _TOO_MUCH).accepted is None


def test_who_is_not_said_to_be_fearful_does_not_either() -> None:
    assert called(SCENARIOS["laid_off_three_weeks_ago"], _FRIGHTENS, _TOO_MUCH).accepted is None


def test_such_a_yes_is_worth_nothing_and_the_debrief_says_what_became_of_it(
    fearful: Scenario,
) -> None:
    lines = fearful.model_call.lines[:3]

    made = practised(fearful, (*lines, _FRIGHTENS, _TOO_MUCH, "Thank you. Goodbye."))

    outcome = mark_of(made, Dimension.NEGOTIATION, "outcome")
    assert outcome.value == 0
    assert "over-squeeze" in outcome.reason


def test_the_first_payment_does_not_come(fearful: Scenario) -> None:
    assert "first payment did not come" in aftermath(called(fearful, _FRIGHTENS, _TOO_MUCH))


def test_what_can_be_kept_has_no_aftermath() -> None:
    scenario = SCENARIOS["laid_off_three_weeks_ago"]

    call = called(scenario, *scenario.model_call.lines[3:])

    assert call.accepted is not None
    assert aftermath(call) == ""
