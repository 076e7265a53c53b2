"""A process as a server is one: several threads that write to one store, each script run anew."""

from __future__ import annotations

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


def serve(folder: Path, server: str, threads: int, writes: int) -> int:
    """Run the threads; the exit status says whether all of them could write."""
    names = [f"{server}{n}" for n in range(threads)]
    return at_once([partial(write, folder, name, writes) for name in names])
