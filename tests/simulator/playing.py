"""A call with the simulator alone, for tests of the mind: nothing is kept, anything can be said."""

from collections.abc import Iterable
from datetime import datetime

from calls.events import Event
from calls.moves import Move
from calls.state import CallState
from language.reader import Reader
from simulator.scenario import Scenario
from simulator.scripted import played


def play(
    scenario: Scenario, lines: Iterable[str], seed: int, reader: Reader, now: datetime
) -> tuple[Event, ...]:
    """The events of a call in which the collector says these lines, until one side hangs up."""
    return played(scenario, lines, seed, reader, now)


def moves(call: CallState) -> list[Move]:
    """What the other side decided, turn by turn."""
    return [line.move for line in call.lines if line.move]


def trust(call: CallState) -> int:
    """How far they trust the collector at the end."""
    assert call.mood is not None
    return call.mood.trust
