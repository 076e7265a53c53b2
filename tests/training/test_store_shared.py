from __future__ import annotations

import random
import time
from collections.abc import Callable
from pathlib import Path

from tests.conftest import Samples
from tests.training.busy_server import SHARED, serve
from tests.training.floor import NOW
from tests.training.servers import ended, start
from training.models import Person, Role
from training.people import sign_in_locally
from training.store import Store
from training.verifying import verify

THREADS = 8


def _ana(store: Store) -> Person:
    return sign_in_locally(store, "Ana", Role.TRAINEE, NOW)


def test_two_servers_with_eight_threads_each_lose_nothing(
    tmp_path: Path, samples: Samples, figure: Callable[[str, object], None]
) -> None:
    """The file does not exist when they begin: making it is part of the race."""
    writes = samples(small=10, full=150)
    servers = [start(serve, tmp_path, name, THREADS, writes) for name in ("left", "right")]
    statuses = ended(*servers)

    store = Store(tmp_path)
    shared = store.attempt(_ana(store), SHARED)
    written = {
        f"{name}{n} {m}" for name in ("left", "right") for n in range(8) for m in range(writes)
    }

    assert statuses == [0, 0]
    assert set(shared.state.looked_up) == written
    assert len(shared.events) == len(written)
    assert [event.seq for event in shared.events] == list(range(1, len(written) + 1))
    assert verify(store).faults == ()
    figure("store.events_of_two_servers_lost", len(written) - len(shared.events))


def test_a_server_that_is_killed_leaves_whole_logs(tmp_path: Path, samples: Samples) -> None:
    """What an own attempt holds was committed before the shared one was written again."""
    chance = random.Random(7)
    for round_ in range(samples(small=2, full=20)):
        store = Store(tmp_path / str(round_))
        ana = _ana(store)
        server = start(serve, tmp_path / str(round_), "left", THREADS, 10_000)
        while not any(attempt.events for attempt in store.attempts(ana)):
            assert server.is_alive()
            time.sleep(0.02)
        time.sleep(chance.random() / 2)
        server.kill()
        server.join()

        logs = {one.id: one for one in store.attempts(ana)}
        for log in logs.values():
            assert [event.seq for event in log.events] == list(range(1, len(log.events) + 1))
        for name in logs.keys() - {SHARED}:
            said = [item for item in logs[SHARED].state.looked_up if item.startswith(f"{name} ")]
            assert 0 <= len(said) - len(logs[name].events) <= 1
        with store.reading() as db:
            assert db.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        assert verify(store).faults == ()
