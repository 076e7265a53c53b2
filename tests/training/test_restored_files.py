"""A restore writes the house's own files as the store knows them, on any machine."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from scoring.rating_scales import FOLDER
from tests.own_rules import NAME, TEXT
from tests.training.floor import NOW
from training.access_log import MACHINE
from training.adopting import OwnRuleFiles, own_rule_files
from training.backups import BackupFault, Restored, backup, restore
from training.bench import OWN_FOLDER, Bench
from training.models import Person
from training.own_files import Draft, entering, keep, keep_in
from training.scales import own_scales, save_scale, scales_in_use
from training.store import Store

EMPATHY = "empathy"
OURS = (FOLDER / f"{EMPATHY}.yaml").read_text(encoding="utf-8").replace("formula", "stock phrase")
LATER = NOW + timedelta(days=1)


def _adopt(store: Store, person: Person, text: str, number: int) -> None:
    """As `adopt` leaves it; whether a rule keeps its claims is asked elsewhere."""
    files: OwnRuleFiles = own_rule_files(store)
    with store.writing() as db:
        if number:
            keep_in(db, files, person, Draft(NAME, text, "Heard", number - 1), NOW)
        row = {"name": NAME, "number": number, "person_id": person.id, "reason": "Heard"}
        db.table("adoptions").insert({**row, "at": NOW.isoformat()})
    path = files.path(NAME)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text) if number else path.unlink()


def _restored(store: Store, folder: Path, tmp_path: Path) -> Restored:
    assert backup(store, MACHINE, tmp_path / "backup", NOW)
    return restore(folder, MACHINE, tmp_path / "backup", LATER)


def test_on_a_new_machine_the_files_are_there_with_the_store(
    store: Store, trainer: Person, tmp_path: Path
) -> None:
    bench = Bench(store, store.folder / OWN_FOLDER)
    keep(bench, trainer, Draft("laid_off_here", "id: x\n", "Began", 0), NOW)
    keep(bench, trainer, Draft("personas/gone", "id: gone\n", "Began", 0), NOW)
    with entering(bench, "personas/gone", None) as db:
        keep_in(db, bench, trainer, Draft("personas/gone", "", "Nobody calls her", 1), NOW)
    save_scale(store, trainer, EMPATHY, OURS, "Our words", NOW, 0)
    _adopt(store, trainer, TEXT, 1)

    done = _restored(store, tmp_path / "new", tmp_path)

    new = Store(tmp_path / "new")
    found = {path.relative_to(new.folder).as_posix() for path in new.folder.rglob("*.yaml")}
    assert found == {f"rules/{NAME}.yaml", "scales/empathy.yaml", "scenarios/laid_off_here.yaml"}
    assert own_rule_files(new).path(NAME).read_text() == TEXT
    assert scales_in_use(new)[EMPATHY].words == scales_in_use(store)[EMPATHY].words
    assert (done.files, done.files_replaced) == (3, None)


def test_files_go_back_with_the_store_and_those_of_later_are_kept_aside(
    store: Store, trainer: Person, tmp_path: Path
) -> None:
    _adopt(store, trainer, TEXT, 1)
    assert backup(store, MACHINE, tmp_path / "backup", NOW)
    _adopt(store, trainer, TEXT.replace("buddy", "pal"), 2)
    save_scale(store, trainer, EMPATHY, OURS, "Our words", NOW, 0)
    scale = own_scales(store).path(EMPATHY).read_text()
    by_hand = store.folder / "rules" / "house" / "house.by_hand.yaml"
    by_hand.write_text("id: house.by_hand\n")

    done = restore(store.folder, MACHINE, tmp_path / "backup", LATER)

    assert own_rule_files(store).path(NAME).read_text() == TEXT
    assert not own_scales(store).path(EMPATHY).exists()
    assert by_hand.exists(), "of what was put there by hand no store knows"
    assert done.files == 2
    assert done.files_replaced is not None
    assert (done.files_replaced / "rules" / f"{NAME}.yaml").read_text().count("pal")
    assert (done.files_replaced / "scales" / "empathy.yaml").read_text() == scale


def test_a_rule_that_was_taken_back_by_then_is_not_in_use(
    store: Store, trainer: Person, tmp_path: Path
) -> None:
    _adopt(store, trainer, TEXT, 1)
    _adopt(store, trainer, "", 0)

    _restored(store, tmp_path / "new", tmp_path)

    assert not (tmp_path / "new" / "rules").exists()


def test_a_file_that_cannot_be_written_is_named(
    store: Store, trainer: Person, tmp_path: Path
) -> None:
    save_scale(store, trainer, EMPATHY, OURS, "Our words", NOW, 0)
    (tmp_path / "new").mkdir()
    (tmp_path / "new" / "scales").write_text("in the way")

    with pytest.raises(BackupFault, match=r"not every file of the house's own .*scales"):
        _restored(store, tmp_path / "new", tmp_path)


def test_a_backup_whose_file_would_be_elsewhere_is_refused(
    store: Store, trainer: Person, tmp_path: Path
) -> None:
    bench = Bench(store, store.folder / OWN_FOLDER)
    with store.writing() as db:
        keep_in(db, bench, trainer, Draft("../../elsewhere", "id: x\n", "Began", 0), NOW)

    with pytest.raises(BackupFault, match="outside of the data folder"):
        _restored(store, tmp_path / "new", tmp_path)

    assert not (tmp_path / "elsewhere.yaml").exists()
