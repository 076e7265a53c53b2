"""A scripted call of a scenario, played once against the mind that everybody practises with."""

from dataclasses import dataclass
from datetime import UTC, datetime
from functools import lru_cache

from calls.context import CallContext
from calls.fold import fold
from calls.turn import Transcript
from drills.stock import Stock
from simulator.circumstances import context
from simulator.scenario import Scenario
from simulator.scripted import played, script, seed_for

BEGAN = datetime(2027, 3, 3, 17, 0, tzinfo=UTC)
"""When all of them are played: what is asked about them is the same tomorrow."""


@dataclass(frozen=True)
class Played:
    """What was said on both sides, and what is known of the circumstances."""

    call: Transcript
    context: CallContext


def offered(stock: Stock) -> tuple[Scenario, ...]:
    """The calls with one person that questions are made of; none that asks for care."""
    return tuple(
        one
        for one in stock.scenarios.values()
        if not (one.with_care or one.more_than_a_call) and one.house.name == stock.house.name
    )


def model_call(stock: Stock, scenario: Scenario) -> Played:
    """The call as it ought to go."""
    return _played(stock, scenario.id, poor=False)


def poor_call(stock: Stock, scenario: Scenario) -> Played:
    """The call as it ought not to go."""
    return _played(stock, scenario.id, poor=True)


@lru_cache(maxsize=128)
def _played(stock: Stock, scenario_id: str, *, poor: bool) -> Played:
    scenario, reader = stock.scenarios[scenario_id], stock.checker.reader
    scripted = scenario.poor_call if poor else scenario.model_call
    lines, seed = script(scenario, scripted.lines, BEGAN), seed_for(scenario, scripted.answered_by)
    (state,) = fold(played(scenario, lines, seed, reader, BEGAN)).calls
    call = Transcript(id=scenario.id, turns=state.turns, began_at=state.began_at)
    return Played(call, context(scenario, BEGAN, state.answered_by, scenario.channel))
