"""Another process that folds what is in a store: a folder and an attempt a line in, JSON out."""

from __future__ import annotations

import sys
from pathlib import Path

from pydantic import TypeAdapter

from calls.fold import AttemptState
from tests.training.floor import NOW
from training.models import Role
from training.people import sign_in_locally
from training.store import Store

STATE = TypeAdapter(AttemptState)


def fold_of(store: Store, attempt_id: str) -> str:
    ana = sign_in_locally(store, "Ana", Role.TRAINEE, NOW)
    return STATE.dump_json(store.attempt(ana, attempt_id).state).decode()


if __name__ == "__main__":
    for line in sys.stdin:
        folder, _, name = line.rstrip("\n").partition("\t")
        print(fold_of(Store(Path(folder)), name), flush=True)
