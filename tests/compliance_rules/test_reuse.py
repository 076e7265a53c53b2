"""A law that asks the same as another takes its rule over, and the two are one finding."""

from pathlib import Path

import pytest

from calls.context import CallContext
from compliance_rules import Checker, RuleError, load_packs
from compliance_rules.finding import Standing
from tests.compliance_rules.made import call

FEDERAL = """
id: made
title: The first law
jurisdiction: US
version: "1"
status: experimental
sources: []
laws: {made: {title: The first law, applies: {fact: collector_type, is: third_party}}}
"""
STATE = """
id: state
title: The law of a state
jurisdiction: US-TX
version: "1"
status: experimental
sources: []
applies: {fact: state, is: TX}
if_unknown: "off"
setting: {state: TX}
laws: {state: {title: The law of a state}}
"""
RULE = """
id: made.threat
law: made
title: No threat
asks: Threaten nobody.
citation: the first law, section one
basis: derived
certainty: high
weight: major
checks: [{kind: forbid, signals: [own.threat]}]
own: {signals: {threat: {means: Threatens., patterns: [or else]}}}
message: You threatened them.
better: Let us find a way.
examples: {flag: [], pass: []}
"""
REUSE = """
id: state.threat
law: state
reuses: made.threat
citation: the state law, section nine
"""


def packs(folder: Path, reuse: str = REUSE) -> Path:
    for name, about, rule, text in (
        ("made", FEDERAL, "made.threat", RULE),
        ("state", STATE, "state.threat", reuse),
    ):
        (folder / name).mkdir()
        (folder / name / "pack.yaml").write_text(about)
        (folder / name / f"{rule}.yaml").write_text(text)
    return folder


def test_a_rule_is_taken_over_with_a_citation_of_its_own(tmp_path: Path) -> None:
    _, state = load_packs(packs(tmp_path))
    (rule,) = state.rules

    assert rule.citation == "the state law, section nine"
    assert rule.title == "No threat"
    assert rule.owner == "made.threat"


def test_two_laws_that_ask_the_same_are_one_finding(tmp_path: Path) -> None:
    checker = Checker(load_packs(packs(tmp_path)))

    (finding,) = checker.check_readings(
        call("collector: own:made.threat/threat"), CallContext.model_validate({"state": "TX"})
    ).findings

    assert finding.rules == ("made.threat", "state.threat")
    assert finding.also[0].citation == "the state law, section nine"


def test_where_the_first_law_is_off_the_other_speaks(tmp_path: Path) -> None:
    checker = Checker(load_packs(packs(tmp_path)))

    (finding,) = checker.check_readings(
        call("collector: own:made.threat/threat"),
        CallContext.model_validate({"state": "TX", "collector_type": "first_party"}),
    ).findings

    assert finding.rules == ("state.threat",)
    assert finding.standing is Standing.NOT_MET


def test_a_state_that_nobody_named_is_left_out_with_the_reason(tmp_path: Path) -> None:
    checker = Checker(load_packs(packs(tmp_path)))

    result = checker.check_readings(call("collector: own:made.threat/threat"), CallContext())

    assert [finding.rules for finding in result.findings] == [("made.threat",)]
    assert [(off.pack, off.why) for off in result.packs_off] == [
        ("state", "state is not known: looked at only where it surely applies")
    ]


@pytest.mark.parametrize(
    ("reuse", "wrong"),
    [
        (REUSE.replace("made.threat", "made.thread"), ":4: reuses: no rule 'made.thread' - made.t"),
        (
            REUSE.replace("made.threat", "state.threat"),
            ":4: reuses: goes round in a circle (state.threat -> state.threat)",
        ),
        (REUSE + "weight: huge", ":6: weight: Input should be"),
        (REUSE + "checks: [{kind: forbid, signals: [own.oath]}]", "no pattern 'own.oath'"),
    ],
)
def test_a_faulty_reuse_says_where_and_why(tmp_path: Path, reuse: str, wrong: str) -> None:
    with pytest.raises(RuleError) as told:
        load_packs(packs(tmp_path, reuse))

    assert wrong in str(told.value)
