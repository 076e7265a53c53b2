"""The checker as others use it: what goes in, what comes out."""

import json
from concurrent.futures import ThreadPoolExecutor

import pytest

from calls.context import CallContext
from calls.notation import parse_transcript
from compliance_rules import (
    AssumptionError,
    Assumptions,
    Checker,
    HouseFacts,
    shipped_checker,
)
from compliance_rules.prove import prove
from tests.compliance_rules.made import call, pack, rule
from tests.compliance_rules.shipped import check

THREAT = "collector: You will be arrested by Friday if you don't pay."
IDENTITY = "house.identity_verified_first"


def test_a_finding_has_the_same_keys_in_json_always() -> None:
    result = check(THREAT)

    (line,) = (f for f in result.findings if f.rule == "fdcpa.false.arrest_imprisonment")
    content = json.loads(line.model_dump_json())

    assert list(content) == [
        "rule",
        "standing",
        "weight",
        "basis",
        "turn",
        "start",
        "end",
        "quote",
        "citation",
        "message",
        "better",
        "needs",
        "also",
    ]
    assert (content["turn"], content["standing"], content["needs"]) == (0, "not_met", [])


def test_the_quote_stands_in_the_turn_where_it_says() -> None:
    text = f"consumer: Hello?\n{THREAT}"
    turns = parse_transcript(text).turns

    for finding in check(text).findings:
        if finding.turn is not None:
            said = turns[finding.turn].text
            assert said[finding.start : finding.end] == finding.quote


def test_readings_that_are_there_are_not_made_again() -> None:
    transcript = parse_transcript(THREAT)
    readings = shipped_checker().reader.read_call(transcript)

    again = shipped_checker().check_readings(readings, CallContext(), transcript_id="call")

    assert again == shipped_checker().check(transcript, CallContext())


def test_many_calls_at_once_are_checked_as_one_by_one() -> None:
    texts = [THREAT, "collector: Hello, may I speak with Ana Reyes?"] * 20
    alone = [check(text) for text in texts]

    with ThreadPoolExecutor(4) as pool:
        together = list(pool.map(check, texts))

    assert together == alone


def test_a_call_in_which_nothing_is_said_has_findings_of_facts_alone() -> None:
    assert all(finding.turn is None for finding in check("").findings)


def test_findings_stand_in_the_order_of_the_call() -> None:
    result = check(f"{THREAT}\nconsumer: What?\n{THREAT}")

    turns = [-1 if finding.turn is None else finding.turn for finding in result.findings]
    assert turns == sorted(turns)


@pytest.mark.parametrize(
    ("house", "met"),
    [
        (HouseFacts(), True),
        (HouseFacts(identifiers=("address",)), False),
        (HouseFacts(identifiers=("birth_date", "address"), identifiers_needed=2), False),
    ],
)
def test_what_the_house_asks_for_is_what_counts(house: HouseFacts, met: bool) -> None:
    transcript = parse_transcript(
        "collector: What is your date of birth?\n"
        "consumer: March 4, 1988.\n"
        "collector: Thank you. Your balance is ninety dollars."
    )

    result = shipped_checker(house).check(transcript, CallContext())

    assert (IDENTITY not in {finding.rule for finding in result.findings}) is met


def test_nothing_but_what_selects_can_be_assumed() -> None:
    with pytest.raises(AssumptionError, match="'time_barred' cannot be assumed - us_federal"):
        Assumptions.parse("us_federal,time_barred")


def test_a_proof_names_the_owner_of_a_pattern_that_no_reader_takes() -> None:
    counting = rule(
        "checks: [{kind: forbid, signals: [own.fills]}]",
        "own: {signals: {fills: {means: Counts., patterns: [stop !don't]}}}",
    )

    (fault,) = prove(Checker([pack(counting)]))

    assert str(fault).startswith("made.rule: own: ")


def test_a_proof_names_what_a_rule_does_not_keep() -> None:
    idle = rule(
        "checks: [{kind: forbid, signals: [own.rude]}]",
        "own: {signals: {rude: {means: Is rude., patterns: [get lost]}}}",
    )

    said = [str(fault) for fault in prove(Checker([pack(idle)]))]

    assert "made.rule: examples.flag: 0 examples - at least 3" in said
    assert "made.rule: own.rude: pattern 1 is needed by no example: 'get lost'" in said


def test_a_rule_speaks_once_for_a_turn_and_firmly_if_it_can() -> None:
    twice = rule(
        """
checks:
  - kind: forbid
    signals: [insult]
    if: {fact: recording, is: true}
  - kind: forbid
    signals: [insult]
"""
    )

    result = Checker([pack(twice)]).check_readings(call("collector: insult"), CallContext())

    assert [(f.turn, f.needs) for f in result.findings] == [(0, ())]


def test_a_fingerprint_changes_with_rules_packs_and_house_and_with_nothing_else() -> None:
    checks = "checks: [{kind: forbid, signals: [threat.arrest]}]"
    plain, heavier = rule(checks), rule(checks.replace("threat.arrest", "threat.violence"))
    made = Checker((pack(plain),))
    permitted = rule(checks, "permissions: [permit.negation]")

    assert Checker((pack(rule(checks)),)).fingerprint == made.fingerprint
    others = {
        one.fingerprint
        for one in (
            Checker((pack(heavier),)),
            Checker((pack(permitted),)),
            Checker((pack(),)),
            Checker((pack(plain),), HouseFacts(identifiers_needed=2)),
            shipped_checker(),
            shipped_checker().only("fdcpa.false.arrest_imprisonment"),
        )
    }
    assert len(others | {made.fingerprint}) == 7
