from __future__ import annotations

import random
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

from tests.conftest import Samples
from tests.training.busy_server import SHARED
from tests.training.floor import NOW
from training.models import Person, Role
from training.people import sign_in_locally
from training.store import Store

PROJECT = Path(__file__).parents[2]
THREADS = 8


def _serve(folder: Path, name: str, writes: int) -> subprocess.Popen[str]:
    arguments = [str(folder), name, str(THREADS), str(writes)]
    return subprocess.Popen(
        [sys.executable, "-m", "tests.training.busy_server", *arguments],
        cwd=PROJECT,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )


def _ana(store: Store) -> Person:
    return sign_in_locally(store, "Ana", Role.TRAINEE, NOW)


def test_two_servers_with_eight_threads_each_lose_nothing(
    tmp_path: Path, samples: Samples, figure: Callable[[str, object], None]
) -> None:
    """The file does not exist when they begin: making it is part of the race."""
    writes = samples(small=10, full=150)
    servers = [_serve(tmp_path, name, writes) for name in ("left", "right")]
    told = [server.communicate(timeout=600)[0] for server in servers]

    store = Store(tmp_path)
    shared = store.attempt(_ana(store), SHARED)
    written = {
        f"{name}{n} {m}" for name in ("left", "right") for n in range(8) for m in range(writes)
    }

    assert told == ["done\n", "done\n"]
    assert set(shared.state.looked_up) == written
    assert len(shared.events) == len(written)
    assert [event.seq for event in shared.events] == list(range(1, len(written) + 1))
    figure("store.events_of_two_servers_lost", len(written) - len(shared.events))


def test_a_server_that_is_killed_leaves_whole_logs(tmp_path: Path, samples: Samples) -> None:
    """What an own attempt holds was committed before the shared one was written again."""
    chance = random.Random(7)
    for round_ in range(samples(small=2, full=20)):
        store = Store(tmp_path / str(round_))
        ana = _ana(store)
        server = _serve(tmp_path / str(round_), "left", 10_000)
        while not any(attempt.events for attempt in store.attempts(ana)):
            assert server.poll() is None
            time.sleep(0.02)
        time.sleep(chance.random() / 2)
        server.send_signal(signal.SIGKILL)
        server.communicate()

        logs = {one.id: one for one in store.attempts(ana)}
        for log in logs.values():
            assert [event.seq for event in log.events] == list(range(1, len(log.events) + 1))
        for name in logs.keys() - {SHARED}:
            said = [item for item in logs[SHARED].state.looked_up if item.startswith(f"{name} ")]
            assert 0 <= len(said) - len(logs[name].events) <= 1
        with store.reading() as db:
            assert db.execute("PRAGMA integrity_check").fetchone() == ("ok",)
