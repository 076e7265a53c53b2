"""What a process does that practises as a server does, for tests that share its store or kill it.

A call is gone through line by line; what was said already is not said again.
"""

from __future__ import annotations

import itertools
from functools import partial
from multiprocessing.connection import Connection
from pathlib import Path

from tests.training.floor import NOW
from tests.training.shipped_calls import LAID_OFF, LINES, at
from tests.training.windows import at_once
from training.beginning import begin
from training.errors import TurnTaken
from training.models import Attempt, Person, Purpose, Role
from training.people import sign_in_locally
from training.practice import resume, take_turn
from training.store import Store

SHARED_SEED = 99


def said_so_far(attempt: Attempt) -> int:
    call = attempt.state.call
    return 0 if call is None else sum(line.move is None for line in call.lines)


def practise(store: Store, person: Person, seed: int) -> Attempt:
    """Say what is left of the lines; a turn that somebody else took is not said again."""
    begun = begin(store, person, LAID_OFF, Purpose.PRIVATE, seed, NOW)
    attempt = resume(store, person, begun.id)
    while said_so_far(attempt) < len(LINES) and attempt.state.call and not attempt.state.call.over:
        n = said_so_far(attempt)
        try:
            attempt = take_turn(store, person, attempt, LINES[n], at(10 * n))
        except TurnTaken:
            attempt = resume(store, person, attempt.id)
    return attempt


def _window(folder: Path, seed: int) -> None:
    store = Store(folder)
    ana = sign_in_locally(store, "Ana", Role.TRAINEE, NOW)
    practise(store, ana, seed)
    practise(store, ana, SHARED_SEED)


def serve(folder: Path, windows: int) -> int:
    """Each window goes through a call of its own, and all of them through one more."""
    return at_once([partial(_window, folder, seed) for seed in range(1, windows + 1)])


def serve_on(folder: Path, seed: int, ready: Connection) -> int:
    """Go through the calls of this seed and all later ones, until somebody ends the process."""
    ready.send("ready")
    store = Store(folder)
    ana = sign_in_locally(store, "Ana", Role.TRAINEE, NOW)
    for each in itertools.count(seed):
        practise(store, ana, each)
    return 0
