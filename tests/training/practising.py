"""A process that practises as a server does, for tests that share its store or kill it.

`python -m tests.training.practising FOLDER WINDOWS`: each window goes through one call of its own,
line by line; what was said already is not said again. Prints `ready` before and `done` after.

With 0 windows it waits for seeds on its input, starts a server for each (a process that goes
through the calls of that seed and all later ones, until it is killed) and prints its number.
"""

from __future__ import annotations

import itertools
import os
import sys
import threading
from pathlib import Path

from tests.training.floor import NOW
from tests.training.shipped_calls import LAID_OFF, LINES, at
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


def _window(folder: Path, seed: int, faults: list[BaseException]) -> None:
    try:
        store = Store(folder)
        ana = sign_in_locally(store, "Ana", Role.TRAINEE, NOW)
        practise(store, ana, seed)
        practise(store, ana, SHARED_SEED)
    except BaseException as fault:  # noqa: BLE001  a thread's fault is told by its process
        faults.append(fault)


def _start_servers(folder: Path) -> int:
    """Servers are forked, as they take seconds to warm up and shall be killed by the dozen."""
    for line in sys.stdin:
        server = os.fork()
        if server == 0:
            store = Store(folder)
            ana = sign_in_locally(store, "Ana", Role.TRAINEE, NOW)
            for seed in itertools.count(int(line)):
                practise(store, ana, seed)
        print(server, flush=True)
        os.waitpid(server, 0)
        print("killed", flush=True)
    return 0


def main(folder: str, windows: str) -> int:
    """Warm up outside the store, tell that we are ready, practise."""
    practise_in = Path(folder)
    warm = Store(practise_in / f"warm-{threading.get_native_id()}")
    practise(warm, sign_in_locally(warm, "Ana", Role.TRAINEE, NOW), 1)
    print("ready", flush=True)
    if windows == "0":
        return _start_servers(practise_in)
    faults: list[BaseException] = []
    threads = [
        threading.Thread(target=_window, args=(practise_in, seed, faults))
        for seed in range(1, int(windows) + 1)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    for fault in faults:
        print(repr(fault), fault)
    print("done", flush=True)
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
