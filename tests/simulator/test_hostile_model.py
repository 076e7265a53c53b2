"""A model that leaks, flips roles, concedes and injects on purpose: nothing of it is heard."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from random import Random

import pytest

from calls.events import Event, Replied, Said, Voiced
from calls.fold import fold
from language_model import Settings
from simulator.cue import Voice
from simulator.scripted import PAUSE, script
from simulator.turn_taking import Speaking, pick_up, reply_to
from simulator.voices import voice_of
from tests.conftest import Samples
from tests.language_model.server import KEY, MODEL, Asked, ModelServer, answers
from tests.shipped import SCENARIOS
from tests.simulator.cues import NOW
from tests.simulator.test_attacks import ATTACKS
from tests.simulator.test_guard import HOSTILE
from training.shipped import checker_for

PLAIN = "In plain words: \u201c"


@pytest.fixture
def hostile() -> Iterator[Voice]:
    """A voice whose server says something hostile, each time something else."""
    at_random = Random(11)

    def say(asked: Asked) -> str:
        plain = asked["messages"][1]["content"].partition(PLAIN)[2].partition("\u201d")[0]
        _, said, _ = at_random.choice(HOSTILE)
        return json.dumps({"say": said.replace("{plain}", plain)})

    with ModelServer() as server:
        server.will(answers(say))
        voice = voice_of(Settings.model_validate({"url": server.url, "model": MODEL, "key": KEY}))
        assert voice is not None
        yield voice


def replies(voice: Voice, seed: int) -> Iterator[tuple[frozenset[str], Replied]]:
    """A call in which everything may be said; what is out after each turn, and the reply."""
    at_random = Random(seed)
    scenario = at_random.choice([one for one in SCENARIOS.values() if not one.with_care])
    reader = checker_for(scenario.house).reader
    lines = list(script(scenario, scenario.model_call.lines, NOW))
    for _ in range(6):
        lines.insert(at_random.randrange(1, len(lines)), at_random.choice(ATTACKS))
    events: tuple[Event, ...] = pick_up(scenario, scenario.account.id, seed, NOW, 1, Voiced.MODEL)
    for line in lines:
        last = events[-1]
        said = Said(seq=last.seq + 1, at=last.at + PAUSE, text=line)
        state = fold((*events, said))
        if state.call is None or state.call.over:
            return
        seq, speaking = said.seq + 1, Speaking(voice, "Dana Wells")
        reply = reply_to(state, said, scenario, reader, seed, said.at, seq, speaking)
        yield frozenset({*state.call.revealed, *reply.move.facts, *reply.move.acts}), reply
        events = (*events, said, reply)


def test_nothing_of_a_hostile_model_reaches_the_trainee(
    hostile: Voice, samples: Samples, figure: Callable[[str, object], None]
) -> None:
    wanted = samples(small=40, full=500)
    bare = {said.replace("{plain}", "").strip(): fits for _, said, fits in HOSTILE}
    turns = own = 0
    for seed in range(1, 1000):
        for out, reply in replies(hostile, seed):
            turns += 1
            assert reply.use is not None
            if reply.voice is Voiced.MODEL:
                own += 1
                heard = [fits for said, fits in bare.items() if said and said in reply.text]
                assert all(not fits.isdisjoint(out) for fits in heard), reply.text
                assert heard, reply.text
        if turns >= wanted:
            break

    figure("model.hostile_turns", turns)
    figure("model.said_what_was_out_anyway", own)
    assert turns >= wanted
