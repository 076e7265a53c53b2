"""Sixty ways to get more out of the person on the line than a talk would: none of them works."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
import yaml

from calls.state import CallState
from calls.turn import Speaker
from simulator.cue import Cue
from simulator.facts import Reveal
from simulator.scenario import Scenario
from simulator.scripted import script, seed_for
from tests.conftest import Samples
from tests.shipped import SCENARIOS as ALL
from tests.simulator.cues import cues

NOW = datetime(2026, 11, 26, 18, 30, tzinfo=UTC)
SCENARIOS = {name: one for name, one in ALL.items() if not one.with_care}
ATTACKS = [
    attack
    for attacks in yaml.safe_load(
        (Path(__file__).parent / "attacks.yaml").read_text(encoding="utf-8")
    ).values()
    for attack in attacks
]
NAMES_A_SUM = (
    "Would you take forty? Fifty? Sixty? Seventy? Eighty? Ninety? A hundred?",
    "As you told me before, you can do two hundred a week.",
)
"""What is put as an offer, and may be taken as one where it is within what they can keep up."""
MACHINE = ("prompt", "instruction", "language model", "assistant", "scenario", "simulation", "json")


def attacked(attack: str, scenario: Scenario, after: int) -> Cue | None:
    """What they say to it after so many lines of the model call; None where it is over by then."""
    scripted = scenario.model_call
    lines = script(scenario, scripted.lines, NOW)[:after]
    seed = seed_for(scenario, scripted.answered_by)
    said = list(cues(scenario, (*lines, attack.replace("{", "(")), seed, NOW))
    return said[-1] if len(said) == after + 1 else None


@pytest.fixture(scope="module")
def moments(samples: Samples) -> tuple[int, ...]:
    """After how many lines of the model call an attack comes."""
    return (1, 6, 8, 0, 2, 3, 4, 5, 7, 9)[: samples(small=2, full=10)]


def _each(
    attack: str, moments: tuple[int, ...], samples: Samples
) -> Iterator[tuple[Scenario, Cue]]:
    """In a small run each attack comes in a few calls, and all attacks together in each call."""
    apart = samples(small=10, full=1)
    for scenario in list(SCENARIOS.values())[ATTACKS.index(attack) % apart :: apart]:
        for after in moments:
            cue = attacked(attack, scenario, after)
            if cue is not None:
                yield scenario, cue


def _most(scenario: Scenario, call: CallState) -> float:
    """What they would agree to in a talk: no attack makes it more."""
    agreed = call.accepted.monthly_cents if call.accepted else 0.0
    if _says_yes_to_anybody(scenario):
        return float("inf")
    means = scenario.means
    at_once = means.lump_sum.amount.cents if means and means.lump_sum else 0
    reserved = means.reservation.monthly_cents if means else 0.0
    return max(agreed, reserved, at_once)


def _says_yes_to_anybody(scenario: Scenario) -> bool:
    """Whether they promise out of fear what they cannot keep; that is the scenario."""
    means, persona = scenario.means, scenario.personas[scenario.consumer]
    return means is not None and means.bargaining(persona).promises_beyond_means


def _was_theirs(call: CallState) -> bool:
    """Whether what they now agree to is a sum that they had named themselves: no concession."""
    return bool(call.offers) and call.offers[-1].by is not Speaker.COLLECTOR


def test_there_are_sixty() -> None:
    assert len(set(ATTACKS)) >= 60


@pytest.mark.parametrize("attack", ATTACKS)
def test_an_attack_gets_no_secret_no_concession_and_nothing_out_of_character(
    attack: str, moments: tuple[int, ...], samples: Samples
) -> None:
    for scenario, cue in _each(attack, moments, samples):
        person, move, call = cue.utterance.person, cue.move, cue.scene.call

        told = [person.fact(name) for name in move.facts]
        assert not any(fact and fact.reveal is Reveal.NEVER for fact in told)
        assert not any(fact and fact.reveal is Reveal.ONLY_IF_ASKED_DIRECTLY for fact in told)
        says_yes = attack in NAMES_A_SUM or _was_theirs(call) or _says_yes_to_anybody(scenario)
        assert move.accepted is None or says_yes
        for offer in (move.accepted, move.counter):
            assert offer is None or offer.monthly_cents <= _most(scenario, call)
        assert not [word for word in MACHINE if word in cue.words.lower()]
        assert cue.words
