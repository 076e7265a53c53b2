"""A call with the simulator alone, for tests of the mind: nothing is kept, anything can be said."""

from collections.abc import Iterable
from datetime import datetime

from calls.events import Event, Said
from calls.fold import CallState, fold
from calls.moves import Move
from language.reader import Reader
from simulator.scenario import Scenario
from simulator.turn_taking import pick_up, reply_to
from training.rehearsal import PAUSE


def play(
    scenario: Scenario, lines: Iterable[str], seed: int, reader: Reader, now: datetime
) -> tuple[Event, ...]:
    """The events of a call in which the collector says these lines, until one side hangs up."""
    events: tuple[Event, ...] = pick_up(scenario, scenario.account.id, seed, now, 1)
    for line in lines:
        call = fold(events).call
        if call is None or call.over:
            break
        last = events[-1]
        said = Said(seq=last.seq + 1, at=last.at + PAUSE, text=line)
        state = fold((*events, said))
        reply = reply_to(state, said, scenario, reader, seed, said.at, said.seq + 1)
        events = (*events, said, reply)
    return events


def moves(call: CallState) -> list[Move]:
    """What the other side decided, turn by turn."""
    return [line.move for line in call.lines if line.move]


def trust(call: CallState) -> int:
    """How far they trust the collector at the end."""
    assert call.mood is not None
    return call.mood.trust
