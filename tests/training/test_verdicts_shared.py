"""Two servers on one file lose no verdict and no rating."""

from __future__ import annotations

from pathlib import Path

from tests.conftest import Samples
from tests.training.busy_trainers import serve
from tests.training.floor import NOW
from tests.training.judging import submitted
from tests.training.servers import ended, start
from training.models import Role
from training.people import sign_in_locally
from training.ratings import ratings
from training.store import Store
from training.verdicts import verdicts

THREADS = 2


def test_two_servers_lose_no_verdict_and_no_rating(tmp_path: Path, samples: Samples) -> None:
    store = Store(tmp_path)
    ana = sign_in_locally(store, "Ana", Role.TRAINEE, NOW)
    attempt = submitted(store, ana)
    writes = samples(small=3, full=40)
    servers = [
        start(serve, tmp_path, name, THREADS, writes, attempt.id) for name in ("left", "right")
    ]

    statuses = ended(*servers)

    trainers = {f"{name}{n}" for name in ("left", "right") for n in range(THREADS)}
    one = sign_in_locally(store, "left0", Role.TRAINER, NOW)
    kept = verdicts(store, ana, attempt.id)
    assert statuses == [0, 0]
    assert {each.by for each in ratings(store, one, attempt.id)} == trainers
    assert {each.ruling.reason for each in kept} == {
        f"{name} {n}" for name in trainers for n in range(writes)
    }
    assert len(kept) == len(trainers) * writes
