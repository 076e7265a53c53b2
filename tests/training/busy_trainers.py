"""A server in which trainers judge: each thread gives its verdicts, all on the same attempt.

`python -m tests.training.busy_trainers FOLDER NAME THREADS WRITES ATTEMPT` prints `done`.
"""

from __future__ import annotations

import sys
import threading
from pathlib import Path

from tests.training.floor import NOW
from tests.training.judging import MARK, adjust, sheet
from training.models import Role
from training.people import sign_in_locally
from training.ratings import rate
from training.store import Store
from training.verdicts import give_verdict


def judge(folder: Path, name: str, writes: int, attempt: str, faults: list[BaseException]) -> None:
    """One trainer: a rating, then verdicts that each say something else."""
    try:
        store = Store(folder)
        trainer = sign_in_locally(store, name, Role.TRAINER, NOW)
        rate(store, trainer, attempt, sheet(3), NOW)
        for n in range(writes):
            give_verdict(store, trainer, attempt, adjust(MARK, n, f"{name} {n}"), NOW)
    except BaseException as fault:  # noqa: BLE001  a thread's fault is told by its process
        faults.append(fault)


def main(folder: str, server: str, threads: str, writes: str, attempt: str) -> int:
    """Run the threads; the exit status says whether all of them could write."""
    faults: list[BaseException] = []
    windows = [
        threading.Thread(
            target=judge, args=(Path(folder), f"{server}{n}", int(writes), attempt, faults)
        )
        for n in range(int(threads))
    ]
    for window in windows:
        window.start()
    for window in windows:
        window.join()
    for fault in faults:
        print(repr(fault), fault)
    print("done")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
