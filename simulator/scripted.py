"""Scripted calls: who picks up, their lines with their days, and the call they come to."""

from collections.abc import Iterable
from datetime import datetime, timedelta

from calls.events import Event, Said
from calls.fold import fold
from language.reader import Reader
from simulator.mind import open_call
from simulator.named_days import said
from simulator.scenario import Scenario
from simulator.turn_taking import pick_up, reply_to

PAUSE = timedelta(seconds=8)
"""How far apart the turns of a scripted call are."""


def seed_for(scenario: Scenario, who: str, start: int = 1) -> int:
    """The first seed from `start` on with which `who` picks up."""
    seeds = range(start, start + 1000)
    return next(seed for seed in seeds if open_call(scenario, seed).who == who)


def script(scenario: Scenario, lines: Iterable[str], now: datetime) -> tuple[str, ...]:
    """Lines of a scripted call with the days that they name: `{payday}`."""
    return tuple(said(line, scenario, now.date(), {}) for line in lines)


def played(
    scenario: Scenario, lines: Iterable[str], seed: int, reader: Reader, began: datetime
) -> tuple[Event, ...]:
    """The events of a call in which the collector says these lines, until one side hangs up.

    Nothing is kept; what is kept goes the way of every turn, `training.practice.take_turn`.
    """
    events: tuple[Event, ...] = pick_up(scenario, scenario.account.id, seed, began, 1)
    for line in lines:
        call = fold(events).call
        if call is None or call.over:
            break
        last = events[-1]
        turn = Said(seq=last.seq + 1, at=last.at + PAUSE, text=line)
        state = fold((*events, turn))
        reply = reply_to(state, turn, scenario, reader, seed, turn.at, turn.seq + 1)
        events = (*events, turn, reply)
    return events
