"""A scripted call of a scenario, played once against the mind that everybody practises with."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import lru_cache

from calls.context import CallContext
from calls.events import Event, Said
from calls.fold import CallState, fold
from calls.turn import Transcript
from drills.stock import Stock
from simulator.circumstances import context
from simulator.scenario import Scenario, ScriptedCall
from simulator.scripted import script, seed_for
from simulator.turn_taking import pick_up, reply_to

BEGAN = datetime(2027, 3, 3, 17, 0, tzinfo=UTC)
"""When all of them are played: what is asked about them is the same tomorrow."""
_PAUSE = timedelta(seconds=8)


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
    scenario = stock.scenarios[scenario_id]
    state = _play(stock, scenario, scenario.poor_call if poor else scenario.model_call)
    call = Transcript(id=scenario.id, turns=state.turns, began_at=state.began_at)
    return Played(call, context(scenario, BEGAN, state.answered_by, scenario.channel))


def _play(stock: Stock, scenario: Scenario, scripted: ScriptedCall) -> CallState:
    seed, reader = seed_for(scenario, scripted.answered_by), stock.checker.reader
    events: tuple[Event, ...] = pick_up(scenario, scenario.account.id, seed, BEGAN, 1)
    for line in script(scenario, scripted.lines, BEGAN):
        call = fold(events).call
        if call is None or call.over:
            break
        last = events[-1]
        said = Said(seq=last.seq + 1, at=last.at + _PAUSE, text=line)
        state = fold((*events, said))
        reply = reply_to(state, said, scenario, reader, seed, said.at, said.seq + 1)
        events = (*events, said, reply)
    (played,) = fold(events).calls
    return played
