"""The commands for whoever keeps the data folder, as they type them."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.test_cli import run
from tests.training.tampering import lived_in
from training.store import DATA_VARIABLE, Store


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Store:
    monkeypatch.setenv(DATA_VARIABLE, str(tmp_path / "data"))
    monkeypatch.chdir(tmp_path)
    return lived_in(tmp_path / "data")


def test_an_anchor_shows_later_what_was_edited(store: Store) -> None:
    assert run("verify").stdout.startswith(
        "internally consistent; a full rewrite cannot be excluded\n"
    )
    told = run("anchor", "kept.json")
    assert told.exit_code == 0, told.output
    fingerprint = told.stdout.partition("the key ")[2].partition("\n")[0]
    clean = run("verify", "--anchor", "kept.json", "--key", fingerprint)
    assert clean.exit_code == 0, clean.output
    assert clean.stdout.startswith("nothing was changed, taken out or cut off since ")

    with store.writing() as db:
        db.execute("update events set at = '' where attempt_id = 'b1' and seq = 3")
    found = run("verify", "--anchor", "kept.json")

    assert found.exit_code == 1
    assert "attempt b1 (Some scenario, Ben, 2026-03-02), event 3: it was changed" in found.stdout


@pytest.mark.usefixtures("store")
def test_an_anchor_by_another_key_is_told(tmp_path: Path) -> None:
    run("anchor", "kept.json")
    (tmp_path / "data" / "anchor_key.pem").unlink()

    assert "another key, or none" in run("verify", "--anchor", "kept.json").stdout
    refused = run("verify", "--anchor", "kept.json", "--key", "0000")

    assert refused.exit_code == 2
    assert "the anchor is signed with" in refused.stderr


def test_a_backup_is_restored_when_it_was_said_so(store: Store) -> None:
    assert run("backup", "copy.sqlite").exit_code == 0
    again = run("backup", "copy.sqlite")
    assert (again.exit_code, "there already" in again.stderr) == (2, True)
    with store.writing() as db:
        db.execute("update people set name = 'Somebody' where name = 'Ben'")

    run("restore", "copy.sqlite")
    with store.reading() as db:
        assert db.table("people").count_where("name = 'Somebody'") == 1
    told = run("restore", "copy.sqlite", "--yes")

    assert "restored: attempts 3, events replayed 12; the chain fits" in told.stdout, told.output
    with store.reading() as db:
        assert db.table("people").count_where("name = 'Somebody'") == 0


@pytest.mark.usefixtures("store")
def test_a_restore_is_named_where_an_anchor_misses_what_was_there() -> None:
    run("backup", "copy.sqlite")
    run("anchor", "kept.json")
    run("restore", "copy.sqlite", "--yes")

    found = run("verify", "--anchor", "kept.json")

    assert found.exit_code == 1
    assert "written anew" in found.stdout
    assert "A backup was restored on " in found.stdout


def test_a_purge_says_what_goes_and_stays_before_it_does_it(store: Store, tmp_path: Path) -> None:
    (tmp_path / "data" / "retention.yaml").write_text("private: 1 day\n")
    with store.writing() as db:
        db.execute("update events set at = '2020-01-01T00:00:00+00:00' where attempt_id = 'a2'")

    told = run("purge", "--dry-run")
    assert "private (1 day): 1 go (before " in told.stdout
    assert "submitted (3 years): 0 go (before " in told.stdout
    run("purge")
    with store.reading() as db:
        assert db.table("attempts").count == 3
    done = run("purge", "--yes")

    assert done.stdout == f"{told.stdout}deleted: 1\n"
    with store.reading() as db:
        assert db.table("attempts").count == 2


@pytest.mark.usefixtures("store")
def test_who_read_what_is_listed() -> None:
    told = run("access", "--by", "tom")

    assert told.stdout.endswith(" UTC Tom, trainer: read b1 of Ben\n")
    assert "nothing of that" in run("access", "--deed", "purged").stderr
