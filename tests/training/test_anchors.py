from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.training.floor import NOW, kept
from training.access_log import MACHINE
from training.anchors import KEY_FILE, AnchorFault, anchor, fingerprint_of, load_anchor, save_anchor
from training.models import Person
from training.store import Store
from training.verifying import verify


def test_an_anchor_comes_back_from_its_file_and_fits(
    store: Store, ana: Person, tmp_path: Path
) -> None:
    kept(store, ana)
    made = anchor(store, MACHINE, NOW)
    save_anchor(made, tmp_path / "anchor.json")

    found = load_anchor(tmp_path / "anchor.json")

    assert found == made
    assert (found.entries, found.head) == verify(store, found).head
    assert found.fingerprint == fingerprint_of(store.folder)


def test_the_key_is_made_once_and_for_its_owner_alone(store: Store) -> None:
    assert fingerprint_of(store.folder) is None

    first, second = anchor(store, MACHINE, NOW), anchor(store, MACHINE, NOW)

    assert first.key == second.key
    assert (store.folder / KEY_FILE).stat().st_mode & 0o077 == 0


@pytest.mark.parametrize(
    ("name", "value"), [("entries", 7), ("head_hash", "00"), ("made_at", "2026-01-01T00:00:00Z")]
)
def test_an_anchor_that_was_changed_is_refused(
    store: Store, tmp_path: Path, name: str, value: object
) -> None:
    save_anchor(anchor(store, MACHINE, NOW), tmp_path / "anchor.json")
    told = json.loads((tmp_path / "anchor.json").read_text())
    (tmp_path / "anchor.json").write_text(json.dumps({**told, name: value}))

    with pytest.raises(AnchorFault, match="changed after it was signed"):
        load_anchor(tmp_path / "anchor.json")


@pytest.mark.parametrize("text", ["", "{}", "[1]", '{"what": "right-party/anchor"}'])
def test_another_file_is_no_anchor(tmp_path: Path, text: str) -> None:
    (tmp_path / "anchor.json").write_text(text)

    with pytest.raises(AnchorFault, match="it is no anchor"):
        load_anchor(tmp_path / "anchor.json")


def test_an_anchor_never_takes_the_place_of_another(store: Store, tmp_path: Path) -> None:
    save_anchor(anchor(store, MACHINE, NOW), tmp_path / "anchor.json")

    with pytest.raises(AnchorFault, match="cannot be written"):
        save_anchor(anchor(store, MACHINE, NOW), tmp_path / "anchor.json")
