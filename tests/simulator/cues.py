"""Calls turn by turn, stopped where a voice is about to speak."""

from collections.abc import Iterable, Iterator
from datetime import datetime

from calls.events import Event, Said
from calls.fold import fold
from simulator.cue import Cue, Scene
from simulator.mind import react
from simulator.scenario import Scenario
from simulator.turn_taking import pick_up, read_all, reply_to
from simulator.voice import say
from training.rehearsal import PAUSE
from training.shipped import checker_for


def cues(scenario: Scenario, lines: Iterable[str], seed: int, now: datetime) -> Iterator[Cue]:
    """What is to be said after each line, until one side hangs up."""
    reader = checker_for(scenario.house).reader
    events: tuple[Event, ...] = pick_up(scenario, scenario.account.id, seed, now, 1)
    for line in lines:
        last = events[-1]
        said = Said(seq=last.seq + 1, at=last.at + PAUSE, text=line)
        state = fold((*events, said))
        call = state.call
        if call is None or call.over:
            return
        scene = Scene(call, scenario, reader, read_all(call, reader), "Dana Wells")
        move = react(call, scenario, scene.readings[-1], seed).move
        yield Cue(scene, move, say(move, call, scenario, seed))
        reply = reply_to(state, said, scenario, reader, seed, said.at, said.seq + 1)
        events = (*events, said, reply)
