"""The same acts, put otherwise: writing, names, grammar and region move no score and no grade."""

from collections.abc import Callable
from dataclasses import replace
from functools import cache

import pytest

from calls.record import Record, record_of
from calls.turn import Speaker
from compliance_rules import shipped_checker
from scoring.review import Review, review
from simulator.circumstances import context
from simulator.scenario import Scenario
from tests.conftest import Samples
from tests.scoring.reviewing import BEGAN, played
from tests.scoring.reworded import ALL_WAYS
from tests.shipped import SCENARIOS

MOST = 2.0
"""So many of 100 a dimension, and the grade, may move."""
CALLS = [one for one in SCENARIOS.values() if not one.more_than_a_call]
STAY = {
    "no punctuation": 0.9,
    "non-native grammar": 0.9,
    "misspelling of long words": 0.95,
    "regional wording": 0.95,
    "fillers": 0.95,
    "no commas": 0.98,
    "capitals": 0.98,
    "no capitals": 0.98,
}
"""Of the calls so many stay within in all; every one of them in all other ways.

Without a mark, with words left out or other words, single turns say something else now and then.
"""


@cache
def record(scenario: str, poor: bool) -> Record:
    """A scripted call as it was held."""
    one = SCENARIOS[scenario]
    said = one.poor_call if poor else one.model_call
    state = played(one, said.lines, said.answered_by)
    assert state.call is not None
    return record_of("attempt", state, context(one, BEGAN, state.call.answered_by))


@cache
def plain(scenario: str, poor: bool) -> dict[str, float | None]:
    """What it comes to as it was said."""
    return values(reviewed(scenario, poor, str))


def reviewed(scenario: str, poor: bool, change: Callable[[str], str]) -> Review:
    """What was decided stays; only the collector's words are put otherwise."""
    held = record(scenario, poor)
    turns = tuple(
        turn.model_copy(update={"text": change(turn.text) or turn.text})
        if turn.speaker is Speaker.COLLECTOR
        else turn
        for turn in held.transcript.turns
    )
    changed = replace(held, transcript=held.transcript.model_copy(update={"turns": turns}))
    return review(changed, shipped_checker(), SCENARIOS[scenario])


def values(made: Review) -> dict[str, float | None]:
    """Each dimension and the grade."""
    card = made.scorecard
    return {score.dimension.value: score.value for score in card.scores} | {
        "grade": card.grade.value
    }


def moves(scenario: str, poor: bool, change: Callable[[str], str]) -> list[object]:
    """What of a call another way of putting it moves, or takes the mark from."""
    before, after = plain(scenario, poor), values(reviewed(scenario, poor, change))
    return [
        (scenario, poor, name, then, after[name])
        for name, then in before.items()
        if (then is None) is not (after[name] is None)
        or abs((then or 0) - (after[name] or 0)) > MOST
    ]


def chosen(samples: Samples) -> list[Scenario]:
    return CALLS[:: samples(small=6, full=1)]


@pytest.mark.parametrize("way", ALL_WAYS)
def test_the_same_acts_put_otherwise_move_no_dimension_and_no_grade(
    way: str, samples: Samples, figure: Callable[[str, object], None]
) -> None:
    calls = [(one.id, poor) for one in chosen(samples) for poor in (False, True)]
    moved = [found for call in calls if (found := moves(*call, ALL_WAYS[way]))]

    within = len(calls) - len(moved)
    figure(f"scores.invariant.{way.replace(' ', '_')}", f"{within} of {len(calls)} calls")
    assert within >= STAY.get(way, 1.0) * len(calls) - (way in STAY), moved
