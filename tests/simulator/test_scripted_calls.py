"""The two calls that every scenario brings along: one wins against the mind, one loses."""

from datetime import date, timedelta

import pytest

from calls.fold import fold
from calls.money import Offer
from calls.moves import Ending
from calls.state import CallState
from calls.turn import Transcript
from compliance_rules.finding import Finding, Standing, Weight
from simulator.circumstances import context
from simulator.ends import Bounds, EndState
from simulator.scenario import Scenario
from simulator.scripted import script, seed_for
from simulator.scripted_call import ScriptedCall
from tests.conftest import Samples
from tests.shipped import SCENARIOS
from tests.simulator.playing import play
from tests.simulator.speaking import BEGAN, EVERY_FORM, form_id
from training.shipped import checker_for

WRITTEN = [one for one in EVERY_FORM if not one.form_number]
OTHERS = [one for one in EVERY_FORM if one.form_number]


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Every scenario; a small run plays every third of the further forms, `check` all of them."""
    if "scenario" in metafunc.fixturenames:
        few = metafunc.config.getoption("--samples") == "small"
        metafunc.parametrize("scenario", [*WRITTEN, *OTHERS[:: 3 if few else 1]], ids=form_id)


def played(scenario: Scenario, scripted: ScriptedCall, start: int) -> CallState:
    """The call in which the collector says these lines, each seed on a day of its own."""
    seed = seed_for(scenario, scripted.answered_by, start)
    began = BEGAN + timedelta(days=11 * start)
    lines = script(scenario, scripted.lines, began)
    call = fold(play(scenario, lines, seed, checker_for(scenario.house).reader, began)).call
    assert call is not None
    return call


def not_met(scenario: Scenario, call: CallState) -> tuple[Finding, ...]:
    """What the rules hold against the call."""
    known = context(scenario, call.began_at, call.answered_by)
    transcript = Transcript(id=scenario.id, turns=call.turns, began_at=call.began_at)
    found = checker_for(scenario.house).check(transcript, known).findings
    return tuple(one for one in found if one.standing is Standing.NOT_MET)


def aimed_at(scenario: Scenario) -> EndState:
    """The end that the model call reaches."""
    wanted = scenario.model_call.end_state
    return next(state for state in scenario.end_states if state.id == wanted)


def within(offer: Offer, bounds: Bounds, scenario: Scenario, today: date) -> bool:
    """Whether what was accepted lies inside the bounds of an end state."""
    start = offer.schedule.start
    earliest = scenario.day(bounds.first_not_before, today) if bounds.first_not_before else today
    return (
        start is not None
        and start >= earliest
        and (bounds.first_within_days is None or (start - today).days <= bounds.first_within_days)
        and (
            bounds.instalment_at_least is None
            or offer.amount.cents >= bounds.instalment_at_least.cents
        )
        and (
            bounds.instalment_at_most is None
            or offer.amount.cents <= bounds.instalment_at_most.cents
        )
        and (
            offer.total is None
            or bounds.total_at_most is None
            or offer.total.cents <= bounds.total_at_most.cents
        )
    )


def test_the_model_call_wins_whatever_the_seed(scenario: Scenario, samples: Samples) -> None:
    bounds = aimed_at(scenario).arrangement
    for start in range(1, samples(small=3, full=200)):
        call = played(scenario, scenario.model_call, start)

        assert call.ending is Ending.GOODBYE
        assert all(line.move.understood for line in call.lines if line.move)
        if bounds:
            assert call.accepted is not None
            assert within(call.accepted, bounds, scenario, call.began_at.date())


def test_the_rules_have_nothing_against_the_model_call(scenario: Scenario) -> None:
    call = played(scenario, scenario.model_call, 1)

    assert not_met(scenario, call) == ()


def test_the_poor_call_loses_whatever_the_seed(scenario: Scenario, samples: Samples) -> None:
    for start in range(1, samples(small=3, full=200)):
        call = played(scenario, scenario.poor_call, start)

        assert call.accepted is None
        assert {one.weight for one in not_met(scenario, call)} & {Weight.CRITICAL, Weight.MAJOR}


def test_the_room_mate_of_the_model_call_says_when_and_learns_nothing() -> None:
    scenario = SCENARIOS["room_mate_picks_up"]

    call = played(scenario, scenario.model_call, 1)

    assert "home_at" in call.revealed
    assert "told_of_debt" not in call.remembered


def test_the_room_mate_of_the_poor_call_learns_of_the_debt() -> None:
    scenario = SCENARIOS["room_mate_picks_up"]

    call = played(scenario, scenario.poor_call, 1)

    assert "told_of_debt" in call.remembered


def test_she_tells_of_the_lay_off_only_to_who_asks() -> None:
    scenario = SCENARIOS["laid_off_three_weeks_ago"]

    good = played(scenario, scenario.model_call, 1)
    poor = played(scenario, scenario.poor_call, 1)

    assert "laid_off" in good.revealed
    assert "laid_off" not in poor.revealed


def test_telling_a_spouse_is_no_disclosure_to_a_third_party() -> None:
    told = {
        name: {one.rule for one in not_met(scenario, played(scenario, scenario.poor_call, 1))}
        for name, scenario in SCENARIOS.items()
        if name in ("room_mate_picks_up", "the_spouse_picks_up")
    }

    assert "fdcpa.comm.third_party_disclosure" in told["room_mate_picks_up"]
    assert "fdcpa.comm.third_party_disclosure" not in told["the_spouse_picks_up"]


def test_one_sum_and_another_return_code_is_another_call() -> None:
    calls = {
        name: played(SCENARIOS[name], SCENARIOS[name].model_call, 1)
        for name in SCENARIOS
        if name.startswith("the_bounced_direct_debit")
    }

    assert {name: str(call.accepted.amount) for name, call in calls.items() if call.accepted} == {
        "the_bounced_direct_debit": "£59.00",
        "the_bounced_direct_debit_sepa": "€59.00",
    }
