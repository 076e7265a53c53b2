"""A server in which trainers judge: each thread gives its verdicts, all on the same attempt."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from tests.training.floor import NOW
from tests.training.judging import MARK, adjust, sheet
from tests.training.windows import at_once
from training.models import Role
from training.people import sign_in_locally
from training.ratings import rate
from training.store import Store
from training.verdicts import give_verdict


def judge(folder: Path, name: str, writes: int, attempt: str) -> None:
    """One trainer: a rating, then verdicts that each say something else."""
    store = Store(folder)
    trainer = sign_in_locally(store, name, Role.TRAINER, NOW)
    rate(store, trainer, attempt, sheet(3), NOW)
    for n in range(writes):
        give_verdict(store, trainer, attempt, adjust(MARK, n, f"{name} {n}"), NOW)


def serve(folder: Path, server: str, threads: int, writes: int, attempt: str) -> int:
    """Run the threads; the exit status says whether all of them could write."""
    names = [f"{server}{n}" for n in range(threads)]
    return at_once([partial(judge, folder, name, writes, attempt) for name in names])
