"""Stores for tests that are about what is in them."""

from __future__ import annotations

from pathlib import Path

from training.connections import blank
from training.store import FILE_NAME, Store


def new_store(folder: Path) -> Store:
    """A store that holds nothing yet; how one is made step by step is tested beside its steps."""
    (folder / FILE_NAME).write_bytes(blank())
    return Store(folder)
