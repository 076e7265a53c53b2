"""A store in a folder of its own, and people who practise in it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.training.accounts import hash_quickly
from tests.training.floor import NOW
from tests.training.stores import new_store
from training.bench import Bench
from training.models import Person, Role
from training.people import sign_in_locally
from training.store import Store


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return new_store(tmp_path)


@pytest.fixture
def bench(store: Store, tmp_path: Path) -> Bench:
    return Bench(store, tmp_path / "scenarios")


@pytest.fixture
def ana(store: Store) -> Person:
    return sign_in_locally(store, "Ana", Role.TRAINEE, NOW)


@pytest.fixture
def ben(store: Store) -> Person:
    return sign_in_locally(store, "Ben", Role.TRAINEE, NOW)


@pytest.fixture
def trainer(store: Store) -> Person:
    return sign_in_locally(store, "Tom", Role.TRAINER, NOW)


@pytest.fixture
def quick_hashes(monkeypatch: pytest.MonkeyPatch) -> None:
    hash_quickly(monkeypatch)
