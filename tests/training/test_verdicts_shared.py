"""Two servers on one file lose no verdict and no rating."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from tests.conftest import Samples
from tests.training.floor import NOW
from tests.training.judging import submitted
from training.models import Role
from training.people import sign_in_locally
from training.ratings import ratings
from training.store import Store
from training.verdicts import verdicts

PROJECT = Path(__file__).parents[2]
THREADS = 2


def test_two_servers_lose_no_verdict_and_no_rating(tmp_path: Path, samples: Samples) -> None:
    store = Store(tmp_path)
    ana = sign_in_locally(store, "Ana", Role.TRAINEE, NOW)
    attempt = submitted(store, ana)
    writes = samples(small=3, full=40)
    servers = [
        subprocess.Popen(
            [
                sys.executable,
                "-m",
                "tests.training.busy_trainers",
                *(str(tmp_path), name, str(THREADS), str(writes), attempt.id),
            ],
            cwd=PROJECT,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )
        for name in ("left", "right")
    ]

    told = [server.communicate(timeout=600)[0] for server in servers]

    trainers = {f"{name}{n}" for name in ("left", "right") for n in range(THREADS)}
    one = sign_in_locally(store, "left0", Role.TRAINER, NOW)
    kept = verdicts(store, ana, attempt.id)
    assert told == ["done\n", "done\n"]
    assert {each.by for each in ratings(store, one, attempt.id)} == trainers
    assert {each.ruling.reason for each in kept} == {
        f"{name} {n}" for name in trainers for n in range(writes)
    }
    assert len(kept) == len(trainers) * writes
