"""`scales list` and `check`: what people rate by, and what is wrong in a file of the house's."""

from __future__ import annotations

from pathlib import Path

import pytest

from scoring.rating_scales import FOLDER, load_scales
from tests.cli.test_cli import run
from training.scales import OWN_FOLDER
from training.store import DATA_VARIABLE


def test_scales_are_listed_and_a_broken_file_is_told_with_its_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(DATA_VARIABLE, str(tmp_path))
    assert run("scales", "check").stdout == "none of the house's own: all can be used\n"
    own = tmp_path / OWN_FOLDER
    own.mkdir()
    text = (FOLDER / "empathy.yaml").read_text()
    (own / "empathy.yaml").write_text(text.replace("version: 1", "version: 2"))
    assert run("scales", "check").stdout == "1 of the house's own: all can be used\n"
    (own / "conduct.yaml").write_text("id: conduct\n")

    listed = run("scales", "list")
    assert listed.exit_code == 0
    assert "empathy: Contact with empathy, wording 2 (the house's own)" in listed.stdout
    name = load_scales()["conduct"].name
    assert f"conduct: {name}, wording {load_scales()['conduct'].version} (shipped)" in listed.stdout
    assert "conduct.yaml:1: version: Field required" in listed.stderr
    faults = run("scales", "check")
    assert faults.exit_code == 1
    assert "conduct.yaml: Line 1: version: this part is missing" in faults.stdout
    assert run("scales", "check", str(FOLDER / "empathy.yaml")).exit_code == 0


def test_a_file_that_is_not_there_is_bad_input_as_everywhere(tmp_path: Path) -> None:
    nowhere = str(tmp_path / "nope.yaml")

    told = run("scales", "check", str(FOLDER / "empathy.yaml"), nowhere)

    assert (told.exit_code, told.stdout) == (2, "")
    assert f"{nowhere}: cannot be read" in told.stderr
