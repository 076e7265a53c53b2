"""A process as a server is one: several threads that write to one store, each script run anew.

`python -m tests.training.busy_server FOLDER NAME THREADS WRITES` prints `done` when all is written.
"""

from __future__ import annotations

import sys
import threading
from pathlib import Path

from tests.training.floor import NOW, adding, kept, looked_up
from training.models import Role
from training.people import sign_in_locally
from training.store import Store

SHARED = "shared"


def write(folder: Path, name: str, writes: int, faults: list[BaseException]) -> None:
    """One window: the same person's shared attempt, and one attempt of its own."""
    try:
        store = Store(folder)
        ana = sign_in_locally(store, "Ana", Role.TRAINEE, NOW)
        shared, own = kept(store, ana, SHARED), kept(store, ana, name)
        for n in range(writes):
            item = looked_up(f"{name} {n}")
            store.append(ana, shared, adding(item))
            own = store.append(ana, own, adding(item))
            store.attempts(ana)
    except BaseException as fault:  # noqa: BLE001  a thread's fault is told by its process
        faults.append(fault)


def main(folder: str, server: str, threads: str, writes: str) -> int:
    """Run the threads; the exit status says whether all of them could write."""
    faults: list[BaseException] = []
    windows = [
        threading.Thread(target=write, args=(Path(folder), f"{server}{n}", int(writes), faults))
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
