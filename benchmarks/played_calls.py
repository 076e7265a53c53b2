"""Our own calls: the scripted calls of every scenario, played through the one path for a turn."""

import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from time import perf_counter

from calls.context import CallContext
from calls.record import record_of
from calls.turn import Transcript
from simulator.library import load_scenarios
from simulator.rehearsal import PAUSE, seed_for
from simulator.rehearsal import script as script_lines
from simulator.scenario import Scenario, ScriptedCall
from training.beginning import begin
from training.models import Person, Purpose, Role
from training.people import sign_in_locally
from training.practice import take_turn
from training.store import Store

BEGAN_AT = datetime(2026, 3, 2, 10, tzinfo=UTC)


@dataclass(frozen=True)
class Played:
    """A call as it went, and how long each reply took until it was on disk."""

    transcript: Transcript
    seconds: tuple[float, ...]


def play_all(rounds: int) -> Iterator[Played]:
    """Every scripted call, that many times, in a store that is thrown away."""
    scenarios = load_scenarios().values()
    with tempfile.TemporaryDirectory() as folder:
        store = Store(Path(folder))
        player = sign_in_locally(store, "Benchmark", Role.TRAINEE, BEGAN_AT)
        scripts = [
            (scenario, script)
            for scenario in scenarios
            for script in (scenario.model_call, scenario.poor_call)
        ]
        for number, (scenario, script) in enumerate(scripts * rounds):
            yield _play(store, player, scenario, script, number)


def _play(
    store: Store, player: Person, scenario: Scenario, script: ScriptedCall, number: int
) -> Played:
    now, seconds = BEGAN_AT + timedelta(hours=number), []
    seed = seed_for(scenario, script.answered_by)
    attempt = begin(store, player, scenario, Purpose.DEMO, seed, now)
    for line in script_lines(scenario, script.lines, now):
        call = attempt.state.call
        if call is None or call.over:
            break
        now += PAUSE
        began = perf_counter()
        attempt = take_turn(store, player, attempt, line, now)
        seconds.append(perf_counter() - began)
    record = record_of(attempt.id, attempt.state, CallContext())
    return Played(record.transcript, tuple(seconds))
