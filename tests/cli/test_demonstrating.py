"""`demo`, as it is typed."""

from __future__ import annotations

from pathlib import Path

import pytest

from commands.demonstrating import demonstration_lines
from tests.cli.test_cli import run
from tests.training.accounts import hash_quickly


def test_it_is_made_once_and_told_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    hash_quickly(monkeypatch)
    here = str(tmp_path / "demo-data")
    made = run("demo", here, "--people", "1", "--candidates", "0")

    assert made.exit_code == 0, made.output
    assert "demo-data: made" in made.stdout
    assert "Mara Kovac     hiring manager" in made.stdout
    assert "/candidate?link=" not in made.stdout  # nobody was invited
    again = run("demo", here)
    assert "there already" in again.stdout
    assert again.stdout.split("\n", 1)[1] == made.stdout.split("\n", 1)[1]


def test_a_link_is_told_with_how_often_it_opens_until_when_and_how_to_get_another() -> None:
    told = "\n".join(
        demonstration_lines(
            Path("here"), "words", (), "a-link", "2027-03-26T18:45+00:00", made=False
        )
    )

    assert "/candidate?link=a-link" in told
    assert "It opens once, until 2027-03-26 18:45+00:00." in told
    assert "Candidates, New link." in told


def test_a_folder_of_somebody_is_refused(tmp_path: Path) -> None:
    (tmp_path / "right_party.sqlite").touch()
    refused = run("demo", str(tmp_path))
    assert refused.exit_code == 2
    assert "no demonstration" in refused.stderr
