"""The rewordings are what they are said to be, and a call that misses its end is no win."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from benchmarks.rewordings import FOLDER, SEEN, Rewordings, main, measure_rewordings
from datafiles import load_file
from tests.shipped import EVERY

FILES = sorted(FOLDER.glob("*.yaml"))
SEEN_FILES = sorted((FOLDER / SEEN).glob("*.yaml"))


@pytest.mark.parametrize("path", [*FILES, *SEEN_FILES], ids=lambda path: path.stem)
def test_five_collectors_say_it_in_words_of_their_own(path: Path) -> None:
    written = load_file(path, Rewordings)
    ways = {line for call in written.calls for line in call.lines if line.startswith("channel: ")}
    lines = [line for call in written.calls for line in call.lines if line not in ways]
    original = EVERY[written.scenario].model_call.lines

    assert written.scenario == path.stem
    assert len({call.manner for call in written.calls}) == len(written.calls) == 5
    assert len(set(lines)) == len(lines)
    assert not set(lines) & set(original)


def test_whoever_says_nothing_to_the_point_has_not_won(tmp_path: Path) -> None:
    beside = {"manner": "beside the point", "lines": ["Nice weather.", "Well, goodbye."]}
    written = {"scenario": "forgetful_payer", "calls": [beside]}
    (tmp_path / "forgetful_payer.yaml").write_text(yaml.safe_dump(written))

    figures = {row.key: row.value for row in measure_rewordings(1, tmp_path).rows}

    assert figures["reworded.won"] == 0.0


def test_words_of_somebody_who_saw_the_code_count_apart(tmp_path: Path) -> None:
    (tmp_path / SEEN).mkdir()
    for path in SEEN_FILES[:1]:
        (tmp_path / SEEN / path.name).write_text(path.read_text("utf-8"), "utf-8")

    rows = {row.key: row for row in measure_rewordings(1, tmp_path).rows}

    assert rows["reworded.won"].value is None
    assert "of 1 calls" in rows["reworded.seen"].beside
    assert not {path.stem for path in SEEN_FILES} & {path.stem for path in FILES}


def test_the_table_has_a_line_for_each_situation(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for path in FILES[:2]:
        (tmp_path / path.name).write_text(path.read_text("utf-8"), "utf-8")
    monkeypatch.setattr("benchmarks.rewordings.FOLDER", tmp_path)

    assert main(["--samples", "1"]) == 0

    told = capsys.readouterr().out
    assert all(f"reworded.{path.stem} " in told for path in FILES[:2])
