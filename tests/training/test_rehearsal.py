"""A rehearsed call is a practised one: the same turns, kept in a store."""

from __future__ import annotations

from collections.abc import Iterable

import pytest

from calls.events import Event, LookedUp
from calls.fold import fold
from calls.moves import Mood, Move
from calls.turn import Speaker
from simulator.scenario import Scenario
from simulator.scripted import script, seed_for
from tests.shipped import SCENARIOS
from tests.simulator.playing import play
from tests.training.floor import NOW
from tests.training.shipped_calls import LAID_OFF
from training.models import Person
from training.rehearsal import rehearse, rehearsed
from training.shipped import checker_for
from training.store import Store


def _lines(events: Iterable[Event]) -> list[tuple[str, Move | None, Mood | None]]:
    """What was said and decided, wherever in its log it stands."""
    call = fold(events).call
    assert call is not None
    return [(line.turn.text, line.move, line.mood) for line in call.lines]


def test_every_line_of_a_scripted_call_is_said_and_kept(store: Store, ana: Person) -> None:
    *_, last = steps = list(rehearse(store, ana, LAID_OFF, LAID_OFF.model_call, NOW))

    assert last.state.call is not None
    said = [turn.text for turn in last.state.call.turns if turn.speaker is Speaker.COLLECTOR]
    assert said == list(script(LAID_OFF, LAID_OFF.model_call.lines, NOW))
    assert len(steps) == len(said) + 1
    assert store.attempts(ana) == (last,)


def test_nothing_is_said_to_somebody_who_hung_up() -> None:
    lines = ("You deadbeat, you will be arrested today.",) * 40
    rude = LAID_OFF.model_copy(
        update={"poor_call": LAID_OFF.poor_call.model_copy(update={"lines": lines})}
    )

    call = rehearsed(rude, rude.poor_call, NOW).state.call

    assert call is not None
    assert call.over
    assert len(call.turns) < len(lines)


@pytest.mark.parametrize("scenario", SCENARIOS.values(), ids=lambda one: one.id)
def test_what_is_practised_is_what_the_simulator_decides(scenario: Scenario) -> None:
    scripted, reader = scenario.model_call, checker_for(scenario.house).reader
    lines = script(scenario, scripted.lines, NOW)
    alone = play(scenario, lines, seed_for(scenario, scripted.answered_by), reader, NOW)

    kept = rehearsed(scenario, scripted, NOW)

    brief, *call = kept.events
    assert isinstance(brief, LookedUp)
    assert [event.at for event in call] == [event.at for event in alone]
    assert _lines(call) == _lines(alone)
