"""The labelled turns are what they are said to be, and slips of the finger are counted as such."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.collector_turns import FILE, measure_collector_turns
from benchmarks.corpora import read_rows
from benchmarks.mistyping import mistyped
from language.names import COLLECTOR_SIGNALS, KINDS
from language.shipped import shipped_reader


def test_every_turn_is_labelled_with_names_that_there_are() -> None:
    rows = list(read_rows(FILE))

    assert len({row["id"] for row in rows}) == len({row["text"] for row in rows}) == 300
    for row in rows:
        assert row["main"] is None or row["main"] in row["acts"]
        for act in row["acts"]:
            name, _, kind = act.partition(".")
            assert name in COLLECTOR_SIGNALS
            assert not kind or kind in KINDS[name]


def test_every_register_has_about_as_many() -> None:
    counts = Counter(row["register"] for row in read_rows(FILE))

    assert set(counts.values()) <= {18, 19}


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("Good morning, this is Dana with Harbor Recovery.", 1.0),  # the main act is read
        ("Mm.", 0.0),  # nothing is read
        ("We will have you arrested.", -1.0),  # something is read that is not done
    ],
)
def test_a_wrong_act_counts_twice(tmp_path: Path, text: str, right: float) -> None:
    row = {"id": "t1", "text": text, "acts": ["self_identification"], "main": "self_identification"}
    path = tmp_path / "turns.jsonl"
    path.write_text(json.dumps(row), "utf-8")

    table = measure_collector_turns(shipped_reader(), path)

    assert {row.key: row.value for row in table.rows}["turns.right_act_clean"] == right


@given(st.text(max_size=80), st.integers(0, 99))
def test_without_slips_a_text_stays_as_it_is(text: str, seed: int) -> None:
    assert mistyped(text, 0, Random(seed)) == text


def test_so_many_letters_are_hit_as_asked() -> None:
    text = "the quick brown fox jumps over the lazy dog " * 400
    chance = Random(1)

    hit = sum(a != b for a, b in zip(mistyped(text, 0.03, chance), text, strict=False))

    assert hit > 100
    assert 0.9 < len(mistyped(text, 0.03, Random(2))) / len(text) < 1.1
