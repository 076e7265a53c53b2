"""A process as a server is one: several threads that write to one store, each script run anew.

`python -m tests.training.busy_server FOLDER NAME THREADS WRITES` prints `done` when all is written.
"""

from __future__ import annotations

import sys
from functools import partial
from pathlib import Path

from tests.training.floor import NOW, adding, kept, looked_up
from tests.training.windows import at_once
from training.models import Role
from training.people import sign_in_locally
from training.store import Store

SHARED = "shared"


def write(folder: Path, name: str, writes: int) -> None:
    """One window: the same person's shared attempt, and one attempt of its own."""
    store = Store(folder)
    ana = sign_in_locally(store, "Ana", Role.TRAINEE, NOW)
    shared, own = kept(store, ana, SHARED), kept(store, ana, name)
    for n in range(writes):
        item = looked_up(f"{name} {n}")
        store.append(ana, shared, adding(item))
        own = store.append(ana, own, adding(item))
        store.attempts(ana)


def main(folder: str, server: str, threads: str, writes: str) -> int:
    """Run the threads; the exit status says whether all of them could write."""
    names = [f"{server}{n}" for n in range(int(threads))]
    return at_once([partial(write, Path(folder), name, int(writes)) for name in names])


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
