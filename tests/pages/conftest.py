"""The application without a browser, on a store of its own."""

from __future__ import annotations

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from pages import _floor
from tests.pages.visiting import sign_in, visit
from training.store import Store


@pytest.fixture(autouse=True)
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Store:
    """The store that the pages use in this test."""
    monkeypatch.setenv("RIGHT_PARTY_DATA", str(tmp_path))
    _floor.store.clear()
    return Store(tmp_path)


@pytest.fixture
def dana() -> AppTest:
    """A browser in which Dana Wells practises."""
    return sign_in(visit(), "Dana Wells")
