"""Scripted calls, played through the one path of every turn: for scenario checks and benchmarks."""

import tempfile
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

from simulator.scenario import Scenario, ScriptedCall
from simulator.scripted import script, seed_for
from training.beginning import begin
from training.models import Attempt, Person, Purpose, Role
from training.people import sign_in_locally
from training.practice import take_turn
from training.store import Store

PAUSE = timedelta(seconds=8)
"""How far apart the turns of a rehearsed call are."""


def rehearse(
    store: Store, person: Person, scenario: Scenario, scripted: ScriptedCall, began_at: datetime
) -> Iterator[Attempt]:
    """The attempt after the hello and after each line, until one side hangs up."""
    seed = seed_for(scenario, scripted.answered_by)
    attempt, now = begin(store, person, scenario, Purpose.DEMO, seed, began_at), began_at
    yield attempt
    for line in script(scenario, scripted.lines, began_at):
        if attempt.state.call is None or attempt.state.call.over:
            return
        now += PAUSE
        attempt = take_turn(store, person, attempt, line, now)
        yield attempt


def rehearsed(scenario: Scenario, scripted: ScriptedCall, began_at: datetime) -> Attempt:
    """The attempt as the scripted call leaves it, in a store that is thrown away."""
    with tempfile.TemporaryDirectory() as folder:
        store = Store(Path(folder))
        person = sign_in_locally(store, "Rehearsal", Role.TRAINEE, began_at)
        *_, attempt = rehearse(store, person, scenario, scripted, began_at)
    return attempt
