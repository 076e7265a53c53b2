"""Situations before a call and in writing: scripts and bots prove them like any other."""

from __future__ import annotations

import pytest

from commands.bots import chosen_bots
from commands.scenarios import PLAYED_AT, unproved
from simulator.scenario import Scenario
from tests.conftest import Samples
from tests.shipped import CHANNELS
from tests.training.conditions import told_early
from training.bands import missed
from training.bot_practice import hold_calls

EVERY = pytest.mark.parametrize("scenario", CHANNELS.values(), ids=lambda one: one.id)


@EVERY
def test_the_model_wins_and_the_poor_one_loses(scenario: Scenario) -> None:
    assert list(unproved(scenario)) == []


@EVERY
def test_every_bot_stays_within_its_band_and_learns_nothing_too_early(
    scenario: Scenario, samples: Samples
) -> None:
    seeds = range(1, samples(small=2, full=20) + 1)

    calls = tuple(hold_calls(scenario, chosen_bots(()), seeds, PLAYED_AT))

    assert list(missed(scenario, calls)) == []
    assert [fault for call in calls for fault in told_early(call)] == []
