"""Two rules that mind the same words: the more specific one speaks, and names the other."""

from pathlib import Path
from typing import Any

import pytest

from calls.context import CallContext
from compliance_rules import Checker, RuleError, load_packs
from compliance_rules.finding import Finding, Standing
from compliance_rules.rule import Rule
from tests.compliance_rules.made import call, pack, rule
from tests.compliance_rules.shipped import check
from tests.compliance_rules.test_reuse import packs

THREATS = "checks: [{kind: forbid, signals: [threat]}]"
FACTS: dict[str, Any] = {"judgment_exists": False, "suit_pending": False, "fees_authorised": False}


def made(name: str, *spoken_for: str, checks: str = THREATS) -> Rule:
    return rule(checks, f"speaks_for: [{', '.join(spoken_for)}]").model_copy(update={"id": name})


def found(*rules: Rule, turn: str = "collector: threat") -> list[tuple[str, ...]]:
    result = Checker([pack(*rules)]).check_readings(call(turn), CallContext())
    return [finding.rules for finding in result.findings]


def test_the_more_specific_rule_speaks_and_names_the_other() -> None:
    assert found(made("made.wide"), made("made.close", "made.wide")) == [
        ("made.close", "made.wide"),
    ]


def test_two_rules_of_which_none_speaks_for_the_other_both_speak() -> None:
    assert found(made("made.one"), made("made.other")) == [("made.one",), ("made.other",)]


def test_about_other_words_of_the_turn_both_speak() -> None:
    offers = made("made.close", "made.wide", checks="checks: [{kind: forbid, signals: [offer]}]")

    assert found(made("made.wide"), offers, turn="collector: threat offer") == [
        ("made.close",),
        ("made.wide",),
    ]


def test_what_only_depends_does_not_speak_for_what_is_not_met() -> None:
    asks = "{fact: intent_to_sue, is: false}"
    depends = f"checks: [{{kind: forbid, signals: [threat], if: {asks}}}]"

    assert found(made("made.wide"), made("made.close", "made.wide", checks=depends)) == [
        ("made.close",),
        ("made.wide",),
    ]


def test_who_is_spoken_for_has_those_named_for_which_it_spoke() -> None:
    rules = made("made.a"), made("made.b", "made.a"), made("made.c", "made.b")

    (named,) = found(*rules)

    assert (named[0], {*named}) == ("made.c", {"made.a", "made.b", "made.c"})


@pytest.mark.parametrize(
    ("spoken_for", "wrong"),
    [
        ("made.thread", "made.threat: speaks_for: no rule 'made.thread' - made.threat"),
        ("made.threat", "made.threat speaks for it in turn - one of the two alone"),
    ],
)
def test_a_rule_speaks_for_another_that_is_there(
    tmp_path: Path, spoken_for: str, wrong: str
) -> None:
    path = packs(tmp_path) / "made" / "made.threat.yaml"
    path.write_text(f"{path.read_text('utf-8')}speaks_for: [{spoken_for}]\n", "utf-8")

    with pytest.raises(RuleError) as told:
        load_packs(tmp_path)

    assert wrong in str(told.value)


NEIGHBOUR = "collector: Is Sam Ortiz in?\nthird_party: I'm his neighbor.\n"


@pytest.mark.parametrize(
    ("text", "speaks", "silent"),
    [
        (
            f"{NEIGHBOUR}collector: He has an unpaid bill with us, do you know his new address?",
            "fdcpa.location.no_debt_statement",
            "fdcpa.comm.third_party_disclosure",
        ),
        (
            f"{NEIGHBOUR}collector: Tell him it's about a summons.",
            "fdcpa.comm.message_with_third_party",
            "fdcpa.comm.third_party_disclosure",
        ),
        (
            "collector: This is an attempt to collect a debt. Is this Ana Reyes?",
            "fdcpa.false.mini_miranda_placement",
            "fdcpa.comm.disclosure_before_verification",
        ),
        (
            "collector: Hello. Your balance is ninety dollars.",
            "fdcpa.comm.disclosure_before_verification",
            "house.identity_verified_first",
        ),
        (
            (
                "began_at: 2026-06-12T10:00:00-05:00\n"
                "consumer: You've reached the voicemail of Ana. Leave a message after the tone.\n"
                "collector: This is Dana. It's about your overdue balance, call me back."
            ),
            "fdcpa.comm.voicemail_disclosure",
            "regf.lcm.extra_content",
        ),
        (
            "collector: Some people get deported for less than this, you know.",
            "fdcpa.harassment.immigration_family_leverage",
            "fdcpa.false.threat_no_authority",
        ),
        (
            "collector: Consider yourself served, that is a legal notice you are holding.",
            "fdcpa.false.documents_legal_process",
            "fdcpa.false.simulated_legal_process",
        ),
        (
            "collector: Our client has already sued you over this card.",
            "fdcpa.false.legal_status_litigation",
            "fdcpa.false.threat_no_intent",
        ),
        (
            "collector: We don't take disputes over the phone, sir.",
            "fdcpa.false.misstated_dispute_rights",
            "fdcpa.validation.rights_denied",
        ),
        (
            "collector: There is a convenience fee of five dollars with that.",
            "fdcpa.unfair.convenience_fee",
            "udaap.phone_pay_fee",
        ),
        (
            (
                "consumer: I went through bankruptcy.\n"
                "collector: When are we getting the eight hundred?"
            ),
            "bankruptcy.automatic_stay",
            "bankruptcy.discharge_injunction",
        ),
        (
            "collector: If that check bounces it's a felony, so don't play games.",
            "fdcpa.unfair.postdated_criminal",
            "fdcpa.false.arrest_imprisonment",
        ),
        (
            "collector: We'd have to inform your commanding officer about this.",
            "scra.command_threat",
            "fdcpa.harassment.immigration_family_leverage",
        ),
        (
            "collector: Your name goes up on the board in the shop next week.",
            "fdcpa.harassment.debtor_list",
            "regf.social.public",
        ),
        (
            "collector: A chapter 7 wouldn't even cover this.",
            "bankruptcy.discourage",
            "fdcpa.false.legal_advice",
        ),
        (
            "collector: This is Inspector Cole, about your file.",
            "fdcpa.false.government_affiliation",
            "fdcpa.false.fake_supervisor_or_department",
        ),
        (
            "channel: sms\nconsumer: STOP\ncollector: You're opted out. You owe ninety dollars.",
            "fdcpa.medium.optout_confirmation_only",
            "regf.electronic.opt_out_notice",
        ),
        (
            (
                "consumer: That was discharged.\n"
                "collector: A lot of people settle theirs voluntarily, it feels good."
            ),
            "bankruptcy.automatic_stay",
            "bankruptcy.voluntary_payment",
        ),
    ],
)
def test_a_collector_reads_one_finding_about_the_same_words(
    text: str, speaks: str, silent: str
) -> None:
    result = check(text, **FACTS)

    assert silent not in [finding.rule for finding in result.findings]
    assert silent in _of(speaks, result.findings).rules


def test_a_creditor_outside_the_fdcpa_still_hears_what_is_left() -> None:
    text = "collector: There is a convenience fee of five dollars with that."

    found = check(text, collector_type="first_party").findings

    assert _of("udaap.phone_pay_fee", found).standing is Standing.NOT_MET


def test_the_law_of_a_state_stays_named() -> None:
    text = f"{NEIGHBOUR}collector: He has an unpaid bill with us, do you know his new address?"

    found = check(text, country="US", state="DC").findings

    assert _of("fdcpa.location.no_debt_statement", found).rules == (
        "fdcpa.location.no_debt_statement",
        "fdcpa.comm.third_party_disclosure",
        "us.dc.family_disclosure",
    )


def test_nobody_speaks_for_what_weighs_more() -> None:
    rules: dict[str, Any] = {rule.id: rule for pack_ in load_packs() for rule in pack_.rules}
    order = ["critical", "major", "minor"]

    for one in rules.values():
        for name in one.speaks_for:
            assert order.index(one.weight) <= order.index(rules[name].weight), (one.id, name)


def _of(rule_id: str, findings: tuple[Finding, ...]) -> Finding:
    (finding,) = (finding for finding in findings if finding.rule == rule_id)
    return finding
