"""`propose --keep` and `--adopt`, `rules take-back`: a rule of the house's own as it is typed."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.cli.test_cli import run
from tests.own_rules import ID, NAME, PACK, SAID, TEXT, put
from tests.training.stores import new_store
from training.models import Role
from training.people import sign_in_locally
from training.store import DATA_VARIABLE


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv(DATA_VARIABLE, str(tmp_path))
    store = new_store(tmp_path)
    for name in ("Tom", "Tessa"):
        sign_in_locally(store, name, Role.TRAINER, datetime.now(UTC))
    return tmp_path


def test_a_rule_is_kept_adopted_asked_and_taken_back(data: Path) -> None:
    file, call = data / f"{ID}.yaml", data / "call.txt"
    file.write_text(TEXT)
    call.write_text(f"collector: {SAID}\n")
    asked = ("propose", file, "--pack", PACK, "--reason", "Heard too often", "--name")

    early = run(*asked, "tessa", "--adopt")
    assert (early.exit_code, "nobody proposed it so" in early.stderr) == (2, True)
    kept = run(*asked, "tom", "--keep")
    assert (kept.exit_code, kept.stdout.splitlines()[-1]) == (
        0,
        f"{NAME}: kept as proposal 1; a second person adopts it",
    )
    own = run(*asked, "tom", "--adopt")
    assert (own.exit_code, "you wrote this version" in own.stderr) == (2, True)
    adopted = run(*asked, "tessa", "--adopt")
    assert (adopted.exit_code, "adopted by tessa" in adopted.stdout) == (0, True)

    listed = run("rules", "list").stdout
    assert "Nobody is our buddy (the house's own)" in listed
    assert ID in run("check", call).stdout
    back = run("rules", "take-back", ID, "--name", "tom", "--reason", "Too strict")
    assert (back.exit_code, back.stdout) == (0, f"{ID}: taken back by tom\n")
    assert ID not in run("check", call).stdout


def test_a_broken_file_is_told_and_the_rules_are_listed(data: Path) -> None:
    put(data, "id: [")

    told = run("rules", "list")

    assert told.exit_code == 0
    assert "fdcpa.false.arrest_imprisonment" in told.stdout
    assert f"cannot be used: rules/{NAME}.yaml:" in told.stderr


def test_a_file_in_no_packs_folder_is_told_with_where_it_belongs(data: Path) -> None:
    put(data, name=ID)

    told = run("rules", "list")

    assert told.exit_code == 0
    assert f"cannot be used: rules/{ID}.yaml: lies in the folder of no pack" in told.stderr
    assert f"it belongs at rules/PACK/{ID}.yaml" in told.stderr


def test_nobody_keeps_and_adopts_at_once(tmp_path: Path) -> None:
    rule = tmp_path / "rule.yaml"
    rule.write_text("id: any\n", "utf-8")

    told = run("propose", str(rule), "--name", "Tom Okafor", "--keep", "--adopt", "--reason", "so")

    assert told.exit_code == 2
    assert "a second person adopts it" in told.stderr


def test_a_wrong_id_is_told_with_those_that_can_be_taken_back(data: Path) -> None:
    wrong = ("rules", "take-back", "house.no_such", "--name", "tom", "--reason", "x")
    none = run(*wrong)
    put(data)

    told = run(*wrong)

    assert (none.exit_code, none.stderr.strip()) == (
        2,
        "rule of the house's own: there is no 'house.no_such' - this house has none",
    )
    assert f"there is no 'house.no_such' - one of {ID}" in told.stderr
