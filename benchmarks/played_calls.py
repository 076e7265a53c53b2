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
from simulator.scenario import Scenario, ScriptedCall
from training.models import Attempt, Person, Purpose, Role
from training.people import sign_in_locally
from training.practice import start_attempt, start_call, take_turn
from training.store import Store

BEGAN_AT = datetime(2026, 3, 2, 10, tzinfo=UTC)
_SEEDS = range(50)


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
    attempt = _picked_up(store, player, scenario, script, number)
    now, seconds = BEGAN_AT, []
    for line in script.lines:
        call = attempt.state.call
        if call is None or call.over:
            break
        now += timedelta(seconds=20)
        text = _filled(line, scenario)
        began = perf_counter()
        attempt = take_turn(store, player, attempt, text, now)
        seconds.append(perf_counter() - began)
    record = record_of(attempt.id, attempt.state, CallContext())
    return Played(record.transcript, tuple(seconds))


def _picked_up(
    store: Store, player: Person, scenario: Scenario, script: ScriptedCall, number: int
) -> Attempt:
    """An attempt in which the one whom the script is for picks up."""
    for seed in _SEEDS:
        moment = BEGAN_AT + timedelta(minutes=number * len(_SEEDS) + seed)
        attempt = start_attempt(store, player, scenario, Purpose.DEMO, seed, moment)
        attempt = start_call(store, player, attempt, moment)
        if attempt.state.call is not None and attempt.state.call.who == script.answered_by:
            break
    return attempt


def _filled(line: str, scenario: Scenario) -> str:
    days = {name: f"{scenario.day(name, BEGAN_AT.date()):%B %d}" for name in scenario.days}
    return line.format(**days)
