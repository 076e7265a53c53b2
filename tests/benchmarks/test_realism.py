"""How people talk is counted as it is said to be."""

from __future__ import annotations

import json
from pathlib import Path

from benchmarks.realism import Heard, measure
from benchmarks.word_model import WordModel
from tests.shipped import SCENARIOS

SCENARIO = SCENARIOS["forgetful_payer"]


def heard(persona: str, seed: int, *lines: str) -> Heard:
    return Heard(persona, SCENARIO, seed, lines)


def figures(calls: list[Heard], data: Path | None = None) -> dict[str, float | None]:
    return {row.key: row.value for row in measure(calls, data).rows}


def test_lines_are_counted_over_all_calls() -> None:
    calls = [
        heard("ana", 1, "Yes.", "Um, I guess so, if it has to be.", "Thank you."),
        heard("bob", 2, "Yes.", "Yes."),
    ]

    found = figures(calls)

    assert found["realism.median_words"] == 1
    assert found["realism.short"] == 0.8
    assert found["realism.thanks"] == 0.2
    assert found["realism.repeated"] == 0.2
    assert found["realism.disfluent_least"] == 0.0
    assert found["realism.disfluent_most"] == 1 / 3


def test_who_speaks_is_told_from_calls_that_the_model_has_not_seen() -> None:
    calls = [
        heard("ana", 1, "Honey, bless your heart."),
        heard("bob", 1, "State your business."),
        heard("ana", 2, "Bless you, honey."),
        heard("bob", 2, "What business? State it."),
    ]

    assert figures(calls)["realism.told_apart"] == 1.0


def test_what_a_scenario_says_is_no_manner_of_speaking() -> None:
    brief = SCENARIO.brief.situation
    calls = [heard(who, seed, brief) for who in ("ana", "bob") for seed in (1, 2)]

    assert figures(calls)["realism.told_apart_manner"] == 0.5


def test_the_length_of_lines_is_held_against_clients(tmp_path: Path) -> None:
    (tmp_path / "counselling").mkdir()
    rows = [{"context": "one two three", "text": "Go on."}, {"context": "", "text": "Hm."}]
    text = "\n".join(map(json.dumps, rows))
    (tmp_path / "counselling" / "annomi_turns.jsonl").write_text(text, "utf-8")

    assert figures([heard("ana", 1, "a b c")], tmp_path)["realism.beside_clients"] == 0.0
    assert figures([heard("ana", 1, "a b c d")], tmp_path)["realism.beside_clients"] == 1.0


def test_a_model_that_has_heard_nobody_names_nobody() -> None:
    assert WordModel(()).likeliest(["hello"]) == ""
