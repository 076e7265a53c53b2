"""The chain: what is done past the program shows, and what the program does is in order."""

from __future__ import annotations

import shutil
from pathlib import Path
from random import Random

import pytest

from tests.conftest import Samples
from tests.training.floor import NOW, adding, kept, looked_up
from tests.training.shipped_calls import at
from tests.training.tampering import TAMPERS, Tamper, cut_off, lived_in, tampered, write_anew
from training.access_log import MACHINE
from training.anchors import Anchor, anchor
from training.chain import Why
from training.models import Person, Purpose, Role
from training.people import sign_in_locally
from training.store import FILE_NAME, Store
from training.verifying import verify


@pytest.fixture(scope="module")
def before(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Anchor]:
    """A store in which something happened, as one file, and its anchor."""
    folder = tmp_path_factory.mktemp("lived-in")
    store = lived_in(folder)
    made = anchor(store, MACHINE, NOW)
    with store.reading() as db:
        db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    return folder / FILE_NAME, made


def _copied(before: tuple[Path, Anchor], folder: Path) -> Store:
    folder.mkdir()
    shutil.copy(before[0], folder / FILE_NAME)
    return Store(folder, lasting=False)


def test_what_only_the_program_wrote_is_in_order(
    before: tuple[Path, Anchor], tmp_path: Path
) -> None:
    found = verify(_copied(before, tmp_path / "copy"), before[1])

    assert found.faults == ()
    assert (found.attempts, found.head.hash) == (3, before[1].head)
    assert [(one.why, one.entries) for one in found.gone] == [(Why.DELETED, 5)]
    assert found.gone_since(before[1]) == ()


@pytest.mark.parametrize("tamper", TAMPERS, ids=lambda one: one.__name__.strip("_"))
def test_what_is_done_past_the_program_is_found_without_an_anchor(
    before: tuple[Path, Anchor], tmp_path: Path, tamper: Tamper, samples: Samples
) -> None:
    for seed in range(samples(small=1, full=20)):
        store = _copied(before, tmp_path / str(seed))

        tampered(store, tamper, Random(seed))

        assert verify(store).faults, seed


@pytest.mark.parametrize("tamper", [cut_off, write_anew])
def test_a_cut_or_a_rewrite_is_found_with_an_anchor_alone(
    before: tuple[Path, Anchor], tmp_path: Path, tamper: Tamper, samples: Samples
) -> None:
    for seed in range(samples(small=2, full=20)):
        store = _copied(before, tmp_path / str(seed))
        tampered(store, tamper, Random(seed))
        ana = sign_in_locally(store, "Ana", Role.TRAINEE, NOW)
        for n in range(5):  # nor is it hidden by what comes after it
            store.append(ana, store.attempt(ana, "a2"), adding(looked_up(f"later {n}")))

        assert verify(store).faults == ()
        [fault] = verify(store, before[1]).faults

        assert "written anew" in fault.what, seed


def test_a_cut_says_how_many_entries_are_missing(
    before: tuple[Path, Anchor], tmp_path: Path
) -> None:
    store = _copied(before, tmp_path / "copy")
    tampered(store, cut_off, Random(1))

    [fault] = verify(store, before[1]).faults

    assert fault.where == "the anchor of 2026-03-02 15:00 UTC"
    assert "cut off at the end" in fault.what


def test_a_fault_names_the_attempt_and_the_event(
    before: tuple[Path, Anchor], tmp_path: Path
) -> None:
    store = _copied(before, tmp_path / "copy")
    with store.writing() as db:
        db.execute("update events set at = '' where attempt_id = 'b1' and seq = 3")

    [fault] = verify(store).faults

    assert fault.where.endswith("attempt b1 (Some scenario, Ben, 2026-03-02), event 3")
    assert fault.what == "it was changed after it was kept"


def test_an_anchor_of_another_store_is_told_from_a_rewrite(
    before: tuple[Path, Anchor], store: Store, ana: Person
) -> None:
    kept(store, ana)

    [fault] = verify(store, before[1]).faults

    assert "another store" in fault.what


def test_deletions_in_good_order_are_told_and_are_no_fault(
    before: tuple[Path, Anchor], tmp_path: Path
) -> None:
    store = _copied(before, tmp_path / "copy")
    store.delete(sign_in_locally(store, "Ana", Role.TRAINEE, NOW), ["a2"], at(60))

    found = verify(store, before[1])

    assert found.faults == ()
    assert [(one.why, one.at) for one in found.gone_since(before[1])] == [(Why.DELETED, at(60))]


def test_a_store_from_before_the_chain_gets_one(tmp_path: Path) -> None:
    old = lived_in(tmp_path)
    attempts = old.attempts(sign_in_locally(old, "Ben", Role.TRAINEE, NOW))
    with old.writing() as db:
        for name in ("chain", "access_log"):
            db.table(name).drop()
            db.execute("delete from _sqlite_migrations where name = ?", [name])

    new = Store(tmp_path)

    assert new.attempts(sign_in_locally(new, "Ben", Role.TRAINEE, NOW)) == attempts
    found = verify(new)
    assert (found.faults, found.attempts, found.head.position) == ((), 3, 15)


def test_an_attempt_that_is_added_twice_is_entered_once(store: Store, ana: Person) -> None:
    kept(store, ana, purpose=Purpose.PRIVATE)
    kept(store, ana, purpose=Purpose.PRIVATE)

    assert verify(store).head.position == 1
