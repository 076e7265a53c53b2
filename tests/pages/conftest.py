"""The application without a browser, on a store of its own."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from streamlit.components.v2 import manifest_scanner
from streamlit.runtime.scriptrunner.script_cache import ScriptCache
from streamlit.testing.v1 import AppTest, app_test, local_script_runner
from streamlit.testing.v1.local_script_runner import LocalScriptRunner, require_widgets_deltas

from pages import _floor
from tests.pages.visiting import sign_in, visit
from tests.training.floor import NOW
from tests.training.judging import submitted
from tests.training.stores import new_store
from training.bench import Bench
from training.models import Attempt, Person, Role
from training.people import sign_in_locally
from training.store import Store


@pytest.fixture(scope="session", autouse=True)
def installed_once() -> Iterator[None]:
    """What stays the same is read once, as by a server: papers of packages, and our scripts."""
    scripts = ScriptCache()
    with pytest.MonkeyPatch.context() as patch:
        scan = cache(manifest_scanner.scan_component_manifests)
        patch.setattr(manifest_scanner, "scan_component_manifests", scan)
        for runner in (app_test, local_script_runner):
            patch.setattr(runner, "ScriptCache", lambda: scripts)
        patch.setattr(local_script_runner, "require_widgets_deltas", ended)
        yield


def ended(runner: LocalScriptRunner, timeout: float) -> None:
    """The script of the page is through; Streamlit asks for that a thousand times a second."""
    if runner._script_thread is not None:
        runner._script_thread.join(timeout)
    require_widgets_deltas(runner, timeout if runner.script_stopped() else 0)


@pytest.fixture(autouse=True)
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Store:
    """The store that the pages use in this test."""
    monkeypatch.setenv("RIGHT_PARTY_DATA", str(tmp_path))
    _floor.store.clear()
    return new_store(tmp_path)


@pytest.fixture
def dana() -> AppTest:
    """A browser in which Dana Wells practises."""
    return sign_in(visit(), "Dana Wells")


@pytest.fixture
def bench(store: Store, tmp_path: Path) -> Bench:
    """Where the house's own files are."""
    return Bench(store, tmp_path / "scenarios")


@pytest.fixture
def tom(store: Store) -> Person:
    """Somebody who writes them."""
    return sign_in_locally(store, "Tom", Role.TRAINER, NOW)


@pytest.fixture
def ana(store: Store) -> Person:
    """Somebody who practises."""
    return sign_in_locally(store, "Ana", Role.TRAINEE, NOW)


@pytest.fixture
def attempt(store: Store, ana: Person) -> Attempt:
    """A call that she submitted."""
    return submitted(store, ana)


@pytest.fixture
def trainee() -> AppTest:
    """Her browser."""
    return sign_in(visit(), "Ana", Role.TRAINEE)


@pytest.fixture
def trainer() -> AppTest:
    """The browser of Tom, who trains."""
    return sign_in(visit(), "Tom", Role.TRAINER)
