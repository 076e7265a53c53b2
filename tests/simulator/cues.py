"""Calls turn by turn, stopped where a voice is about to speak."""

from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from functools import cache

from calls.events import Event, Said
from calls.fold import fold
from simulator.cue import Cue, Scene
from simulator.mind import react
from simulator.scenario import Scenario
from simulator.scripted import PAUSE, script, seed_for
from simulator.scripted_call import ScriptedCall
from simulator.turn_taking import pick_up, read_all, reply_to
from simulator.voice import say
from tests.shipped import SCENARIOS as ALL
from training.shipped import checker_for

NOW = datetime(2026, 11, 26, 18, 30, tzinfo=UTC)
SCENARIOS = {name: one for name, one in ALL.items() if not one.with_care}


@cache
def all_cues() -> tuple[Cue, ...]:
    """Those of every scripted call that a voice speaks in."""
    return tuple(cue for name in SCENARIOS for cue in cues_of(name))


@cache
def cues_of(name: str) -> tuple[Cue, ...]:
    """Those of both scripted calls of a scenario."""
    scenario = SCENARIOS[name]
    scripts = (scenario.model_call, scenario.poor_call)
    return tuple(cue for scripted in scripts for cue in scripted_cues(scenario, scripted))


def scripted_cues(scenario: Scenario, scripted: ScriptedCall) -> Iterator[Cue]:
    """Those of one scripted call."""
    seed = seed_for(scenario, scripted.answered_by)
    return cues(scenario, script(scenario, scripted.lines, NOW), seed, NOW)


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
