import json
from pathlib import Path
from typing import Any

import pytest

from benchmarks.accuracy import main, measure
from benchmarks.corpora import CorpusError, read_rows
from benchmarks.label_map import label_map
from benchmarks.table import Table
from calls.context import CallContext, context_keys
from compliance_rules import shipped_checker, shipped_packs
from language.names import known_names

OPENING = ["collector", "Hello, may I speak with Ana Reyes, please?"]
ANSWER = ["consumer", "Speaking."]


def call(call_id: str, *said: list[str]) -> dict[str, Any]:
    turns = [{"speaker": speaker, "text": text} for speaker, text in (OPENING, ANSWER, *said)]
    return {"id": call_id, "turns": turns}


def write(folder: Path, name: str, rows: list[dict[str, Any]]) -> None:
    path = folder / name
    path.parent.mkdir(exist_ok=True)
    path.write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")


def figures(tables: tuple[Table, ...]) -> dict[str, float | None]:
    return {row.key: row.value for table in tables for row in table.rows}


THREAT = ["collector", "If you do not pay by Friday you will be arrested."]
POLITE = ["collector", "Thank you for your time today. Goodbye."]


def test_a_turn_of_which_nobody_could_make_anything_is_counted(tmp_path: Path) -> None:
    nothing = ["collector", "Brzl fnord, the gimble of the wabe."]
    write(tmp_path, "collections/calls.jsonl", [call("a", THREAT), call("b", nothing)])
    write(tmp_path, "collections/labels.jsonl", [{"id": "a"}, {"id": "b"}])

    found = figures(measure(tmp_path, shipped_checker()))

    assert found["collections.not_understood"] == 1 / 4


def test_labels_of_calls_are_held_against_findings(tmp_path: Path) -> None:
    threatened = [{"turn": 2, "kind": "threat"}]
    write(
        tmp_path,
        "collections/calls.jsonl",
        [call("a", THREAT), call("b", POLITE), call("c", THREAT), call("unlabelled", THREAT)],
    )
    write(
        tmp_path,
        "collections/labels.jsonl",
        [
            {"id": "a", "other_violations": threatened},
            {"id": "b", "other_violations": []},
            {"id": "c", "other_violations": [], "ambiguous": True},
        ],
    )

    found = figures(measure(tmp_path, shipped_checker()))

    assert found["collections.threat.f1"] == 1.0
    assert found["collections.threat.precision"] == 1.0
    assert found["collections.profanity.recall"] is None
    assert found["collections.conduct_pooled.recall"] == 1.0
    assert found["collections.unread_share"] is not None


def test_heavier_findings_follow_planted_severity(tmp_path: Path) -> None:
    write(
        tmp_path,
        "collections/conduct.jsonl",
        [{**call("a", THREAT), "label": "critical"}, {**call("b", POLITE), "label": "compliant"}],
    )

    found = figures(measure(tmp_path, shipped_checker()))

    assert found["conduct.auc"] == 1.0
    assert found["conduct.spearman"] == pytest.approx(1.0)


def test_statements_are_judged_with_what_they_say_is_known(
    tmp_path: Path,
) -> None:
    rule = "fdcpa.false.arrest_imprisonment"
    common = {"provenance": "made_up", "channel": "call", "rule_ids": [rule]}
    write(
        tmp_path,
        "collections/statements.jsonl",
        [
            {**common, "id": "1", "text": THREAT[1], "label": "violation"},
            {**common, "id": "2", "text": "You will not be arrested.", "label": "compliant"},
            {
                **common,
                "id": "3",
                "text": THREAT[1],
                "label": "compliant",
                "context": {"consumer_debt": False, "weather": "fine"},
            },
            {**common, "id": "4", "text": THREAT[1], "label": "compliant", "borderline": True},
            {**common, "id": "5", "text": THREAT[1], "label": "borderline"},
        ],
    )

    tables = measure(tmp_path, shipped_checker())

    found = figures(tables)
    assert found["statements.recall"] == found["statements.right_rule"] == 1.0
    assert found["statements.false_alarm"] == 0.0
    assert found["statements.made_up.recall_not_met"] == 1.0
    assert found["statements.depends_unnamed"] == 0
    assert tables[0].notes == ("circumstances without a place in ours: weather",)


def test_counsellors_questions_are_read_with_and_without_punctuation(
    tmp_path: Path,
) -> None:
    none = {"question": False, "open": False, "reflection": False}
    write(
        tmp_path,
        "counselling/annomi_turns.jsonl",
        [
            {
                "text": "What has been the hardest part of it?",
                "context": "It was a long week.",
                "labels": {**none, "question": True, "open": True},
            },
            {"text": "Thank you.", "context": "", "labels": none},
        ],
    )

    found = figures(measure(tmp_path, shipped_checker()))

    assert found["counselling.question.f1"] == 1.0
    assert found["counselling.open_question_stripped.f1"] == 1.0


def test_offers_and_acceptance_are_read_on_both_sides(tmp_path: Path) -> None:
    write(
        tmp_path,
        "bargaining/craigslist_turns.jsonl",
        [
            {"session": "s", "role": "buyer", "text": "Could I pay you $80?", "label": "propose"},
            {"session": "s", "role": "seller", "text": "Hello there", "label": "greet"},
        ],
    )

    found = figures(measure(tmp_path, shipped_checker()))

    assert "bargaining.offer.f1" in found
    assert "bargaining.accept.f1" in found


def test_replies_and_whole_conversations_are_measured(tmp_path: Path) -> None:
    kind, harsh = "You lost your job. What worries you most?", "You should have paid your bills."
    turns = [["client", "I lost my job and worry all night."], ["agent", kind]]
    poor = [turns[0], ["agent", harsh]]
    sides = ("validating_emotions", "encouraging_elaboration", "demonstrating_understanding")
    harms = ("advice_giving", "self_oriented", "dismissing_emotions")
    good = [dict.fromkeys(sides, 5) | dict.fromkeys(harms, 1)] * 3
    bad = [dict.fromkeys(sides, 1) | dict.fromkeys(harms, 5)] * 3
    sessions = [
        {"id": "a", "turns": turns, "label": "high"},
        {"id": "b", "turns": poor, "label": "low"},
    ]
    rated = [{**sessions[0], "experts": good}, {**sessions[1], "experts": bad}]
    labels = {"ER": 0, "IP": 0, "EX": 2}
    replies = [{"id": "p:1", "context": "I lost my job.", "text": kind, "labels": labels}]
    write(tmp_path, "counselling/hlqc_sessions.jsonl", sessions)
    write(tmp_path, "support/lend_an_ear_sessions.jsonl", rated)
    write(tmp_path, "support/epitome_pairs.jsonl", replies)

    found = figures(measure(tmp_path, shipped_checker()))

    assert found["counselling.hlqc_auc"] == 1.0
    assert found["support.lend_an_ear_spearman"] == pytest.approx(1.0)
    assert found["support.ex_f1"] == 1.0
    assert "counselling.annomi_auc" not in found


def test_a_broken_line_is_named(tmp_path: Path) -> None:
    (tmp_path / "x.jsonl").write_text('{"a": 1}\n{')

    with pytest.raises(CorpusError, match=r"x\.jsonl:2: not JSON"):
        list(read_rows(tmp_path / "x.jsonl"))


def test_every_rule_of_the_map_exists() -> None:
    built = {rule.id for pack in shipped_packs() for rule in pack.rules}
    labels = label_map()

    named = {rule for key in labels.collections.values() for rule in key.rules}

    assert {*named, *labels.conduct.leave_out, *labels.statements.leave_out} <= built


def test_every_signal_of_the_map_exists() -> None:
    labels = label_map()
    kept = (labels.counselling, labels.support, labels.bargaining)

    named = {name for keys in kept for key in keys.values() for name in key.signals}

    assert named <= known_names()


def test_every_circumstance_of_the_map_has_its_place() -> None:
    places = {one.key for one in label_map().circumstances.values()}

    assert places <= set(context_keys())
    assert CallContext().known() == {}


def test_the_program_prints_one_flat_object(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write(
        tmp_path,
        "collections/conduct.jsonl",
        [{**call("a", THREAT), "label": "critical"}, {**call("b", POLITE), "label": "compliant"}],
    )

    status = main(["--data", str(tmp_path), "--json"])

    content = json.loads(capsys.readouterr().out)
    assert status == 0
    assert all(isinstance(value, float | int) for value in content.values())
    areas = {key.split(".")[0] for key in content}
    assert areas == {"conduct", "lawful", "oracle", "ours", "turns"}


def test_our_own_statements_are_measured_without_a_folder(
    capsys: pytest.CaptureFixture[str],
) -> None:
    status = main(["--json"])

    content = json.loads(capsys.readouterr().out)
    assert status == 0
    assert {key.split(".")[0] for key in content} == {"lawful", "oracle", "ours", "turns"}
    assert {"ours.recall", "ours.right_rule", "ours.false_alarm"} <= set(content)


def test_a_folder_without_labelled_calls_is_explained(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    status = main(["--data", str(tmp_path)])

    assert status == 2
    assert "no labelled calls here - one of collections/calls.jsonl" in capsys.readouterr().err
