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
from training.models import Attempt, Role
from training.people import sign_in_locally
from training.rehearsal import rehearse
from training.store import Store

BEGAN_AT = datetime(2026, 3, 2, 10, tzinfo=UTC)


@dataclass(frozen=True)
class Played:
    """A call as it went, and how long each reply took until it was on disk."""

    transcript: Transcript
    seconds: tuple[float, ...]


def play_all(rounds: int, every: int = 1) -> Iterator[Played]:
    """The scripted calls of every so many scenarios, that many times, in a passing store."""
    scenarios = [one for one in load_scenarios().values() if not one.more_than_a_call][::every]
    with tempfile.TemporaryDirectory() as folder:
        store = Store(Path(folder))
        player = sign_in_locally(store, "Benchmark", Role.TRAINEE, BEGAN_AT)
        scripts = [
            (scenario, script)
            for scenario in scenarios
            for script in (scenario.model_call, scenario.poor_call)
        ]
        for number, (scenario, script) in enumerate(scripts * rounds):
            began_at = BEGAN_AT + timedelta(hours=number)
            yield _timed(rehearse(store, player, scenario, script, began_at))


def _timed(steps: Iterator[Attempt]) -> Played:
    attempt, seconds = next(steps), []
    while True:
        began = perf_counter()
        step = next(steps, None)
        if step is None:
            break
        seconds.append(perf_counter() - began)
        attempt = step
    record = record_of(attempt.id, attempt.state, CallContext())
    return Played(record.transcript, tuple(seconds))
