import json

import pytest

from calls.errors import RecordError
from calls.turn import Transcript
from commands.checking import Tally, json_line, parse_packs, text_lines
from compliance_rules import (
    Basis,
    CheckResult,
    Finding,
    PackOff,
    Standing,
    Weight,
)
from importers import Imported

THREAT = Finding(
    rule="fdcpa.false.example",
    standing=Standing.NOT_MET,
    weight=Weight.CRITICAL,
    basis=Basis.RULE_TEXT,
    turn=4,
    start=3,
    end=9,
    quote="arrest",
    citation="15 U.S.C. 1692e(4)",
    message="Nobody is arrested for a debt.",
    better="Let us look at what you could manage.",
)
OPEN = THREAT.model_copy(update={"standing": Standing.DEPENDS, "needs": ("state", "intent_to_sue")})
SILENT = OPEN.model_copy(update={"turn": None, "needs": ("consumer_local_time",)})


def result(*findings: Finding, off: tuple[PackOff, ...] = ()) -> CheckResult:
    return CheckResult(
        id="c1", turns=9, assumed=("us_federal: country=US",), packs_off=off, findings=findings
    )


def imported(*, alone: bool) -> Imported:
    return Imported("calls.jsonl", Transcript(id="c1", turns=()), alone)


def test_a_finding_is_one_line_with_its_place() -> None:
    (line,) = text_lines(imported(alone=True), result(THREAT))

    assert line == (
        "calls.jsonl:5: not_met critical fdcpa.false.example: Nobody is arrested for a debt."
    )


def test_a_file_of_several_calls_says_which_call() -> None:
    (line,) = text_lines(imported(alone=False), result(THREAT))

    assert line.startswith("calls.jsonl:c1:5: not_met critical")


def test_a_finding_that_depends_names_what_would_decide_it() -> None:
    (line,) = text_lines(imported(alone=True), result(OPEN))

    assert line.startswith("calls.jsonl:5: depends critical")
    assert line.endswith("(depends on state, intent_to_sue)")


def test_what_depends_on_circumstances_alone_is_told_once_for_all_calls() -> None:
    tally = Tally()

    lines = list(text_lines(imported(alone=True), result(SILENT)))
    tally.add(result(SILENT))
    tally.add(result(SILENT))

    assert lines == []
    assert "depends: critical fdcpa.false.example: consumer_local_time" in list(tally.summary())


def test_a_call_is_one_object_with_fields_in_their_order() -> None:
    content = json.loads(json_line(result(THREAT)))

    assert list(content) == ["id", "turns", "assumed", "findings"]
    assert " ".join(content["findings"][0]) == (
        "rule standing weight basis turn start end quote citation message better needs also"
    )
    assert content["findings"][0]["needs"] == []
    assert content["findings"][0]["turn"] == THREAT.turn


@pytest.mark.parametrize(
    ("finding", "status"),
    [
        (THREAT, 1),
        (THREAT.model_copy(update={"weight": Weight.MAJOR}), 1),
        (THREAT.model_copy(update={"weight": Weight.MINOR}), 0),
        (THREAT.model_copy(update={"standing": Standing.REMINDER}), 0),
        (OPEN, 0),
    ],
)
def test_only_what_is_not_met_and_serious_sets_the_status(finding: Finding, status: int) -> None:
    tally = Tally()

    tally.add(result(finding))

    assert tally.status == status


def test_bad_input_outweighs_findings() -> None:
    tally = Tally(bad=[RecordError("a.txt", "gone", "a file")])

    tally.add(result(THREAT))

    assert tally.status == 2


def test_the_summary_says_what_was_assumed_and_what_is_off() -> None:
    off = PackOff(
        pack="us_federal", law="fdcpa", title="FDCPA", why="collector_type is first_party"
    )
    tally = Tally()

    tally.add(result(THREAT, OPEN))
    tally.add(result(off=(off,)))

    assert list(tally.summary()) == [
        "2 calls: 1 not_met, 1 depends, 0 reminder",
        "assumed: us_federal: country=US",
        "off: us_federal, FDCPA: collector_type is first_party (1 of 2 calls)",
    ]


def test_calls_in_which_nobody_speaks_are_counted_apart() -> None:
    tally = Tally()

    tally.add(result(OPEN))
    tally.add(result().model_copy(update={"turns": 0}))

    assert "without turns: 1 of 2 calls, in which nobody speaks" in list(tally.summary())


def test_packs_are_named_with_commas_between() -> None:
    assert parse_packs("house, us_federal") == ("house", "us_federal")
    assert parse_packs(None) is None
