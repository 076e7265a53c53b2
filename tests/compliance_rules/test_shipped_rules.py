"""The gates: contributing a rule is contributing its tests."""

import re
from functools import cache
from pathlib import Path

import pytest

from calls.turn import Speaker, Turn
from compliance_rules import Rule, Weight, shipped_checker, shipped_packs
from compliance_rules.checks import Forbid, Limit, Order, React, Require, When
from compliance_rules.load import PACKS, load_line, load_permissions
from compliance_rules.patterns import resolve
from compliance_rules.permissions import cues_of
from compliance_rules.prove import (
    prove_better,
    prove_cases,
    prove_gaps,
    prove_patterns,
    prove_permission,
    prove_shape,
    unreadable,
)
from language.names import known_names
from tests.shipped import EVERY as SCENARIOS

RULES = {rule.id: rule for pack in shipped_packs() for rule in pack.rules}

STATE_LAW = (
    *("NYCRR", "Gen. Bus. Law", "RCNY", "Cal.", "CMR", "M.G.L.", "Tex. Fin. Code", "RCW"),
    *("D.C. Code", "N.C.G.S.", "Fla. Stat."),
)

LONGEST_PATTERN = 145
"""What is longer belongs into word lists, or is several ways of speaking."""


@cache
def named_in_scenarios() -> set[str]:
    """The words of which the names in scenarios are made: people, houses, creditors."""
    names = {"Dana Wells"}
    for scenario in SCENARIOS.values():
        people = (scenario.person(who.id).name for who in scenario.answered_by)
        names |= {*people, scenario.consumer_name, scenario.house.name, scenario.account.creditor}
    return {word for name in names for word in name.split() if word[0].isupper()}


@pytest.fixture(params=RULES, scope="module")
def rule(request: pytest.FixtureRequest) -> Rule:
    return RULES[request.param]


def test_examples_are_flagged_and_passed_as_they_say(rule: Rule) -> None:
    assert list(prove_cases(shipped_checker(), rule)) == []


def test_a_known_gap_is_one_still(rule: Rule) -> None:
    assert list(prove_gaps(shipped_checker(), rule)) == []


def test_every_pattern_is_needed_by_some_example(rule: Rule) -> None:
    assert list(prove_patterns(shipped_checker(), rule)) == []


def test_the_better_wording_passes_every_rule(rule: Rule) -> None:
    assert list(prove_better(shipped_checker(), rule)) == []


def test_the_better_wording_fits_every_call(rule: Rule) -> None:
    reading = shipped_checker().reader.read(Turn(speaker=Speaker.COLLECTOR, text=rule.better))
    words = set(re.findall(r"[\w'-]+", rule.better))

    assert not words & named_in_scenarios()
    assert not re.search(r"\b(Mr|Mrs|Ms)\b|\d", rule.better)
    assert not reading.money


def test_a_rule_brings_three_examples_of_either_kind(rule: Rule) -> None:
    assert list(prove_shape(shipped_checker(), rule)) == []


def test_the_words_for_a_collector_are_calm(rule: Rule) -> None:
    words = f"{rule.title} {rule.asks} {rule.message} {rule.better}".lower()

    assert not [word for word in ("violat", "breach", "illegal", "!") if word in words]


def test_a_citation_names_what_a_rule_rests_on(rule: Rule) -> None:
    section = ("U.S.C.", "CFR", "FG21/1", "House policy", "NACHA", "PCI DSS", *STATE_LAW)
    england = ("CONC", "PRIN", "DISP", "SI 2020", "Justice Act", "GDPR", "Late Payment")
    abroad = (*england, "RG 96", "Consumer Law")

    assert any(part in rule.citation for part in (*section, *abroad))


def test_all_six_kinds_of_check_are_used() -> None:
    used = {type(check) for rule in RULES.values() for check in rule.checks}

    assert used == {Forbid, Require, Order, React, Limit, When}


def test_the_rules_of_the_first_issue_are_there_with_their_weights() -> None:
    major = {
        "fdcpa.comm.disclosure_before_verification",
        "fdcpa.comm.known_inconvenient_time",
        "fdcpa.false.false_urgency",
        "fdcpa.false.mini_miranda_placement",
        "fdcpa.harassment.no_meaningful_identity",
        "house.identity_verified_first",
    }
    critical = {
        "bankruptcy.automatic_stay",
        "conduct.self_harm_response",
        "fcra.identity_theft_collector_duty",
        "fdcpa.comm.attorney_represented",
        "fdcpa.comm.inconvenient_hours",
        "fdcpa.comm.third_party_disclosure",
        "fdcpa.comm.voicemail_disclosure",
        "fdcpa.comm.workplace_prohibited",
        "fdcpa.false.arrest_imprisonment",
        "fdcpa.false.attorney",
        "fdcpa.false.garnish_seize",
        "fdcpa.false.government_affiliation",
        "fdcpa.false.mini_miranda_initial",
        "fdcpa.false.sue_time_barred",
        "fdcpa.false.threat_no_intent",
        "fdcpa.harassment.abusive_language",
        "fdcpa.harassment.call_after_conversation",
        "fdcpa.harassment.frequency_7in7",
        "fdcpa.harassment.obscene_language",
        "fdcpa.harassment.persistent_call_threat",
        "fdcpa.harassment.violence_threat",
        "fdcpa.medium.stop_request",
        "fdcpa.validation.rights_denied",
    }

    assert {RULES[rule_id].weight for rule_id in major} == {Weight.MAJOR}
    assert {RULES[rule_id].weight for rule_id in critical} == {Weight.CRITICAL}


def test_the_reader_takes_every_pattern() -> None:
    assert list(unreadable(shipped_checker())) == []


def test_every_permission_is_used_and_proved() -> None:
    permissions = load_permissions()
    used = {name for rule in RULES.values() for name in rule.all_permissions}

    assert set(permissions) == used
    for permission in permissions.values():
        assert list(prove_permission(shipped_checker(), permission)) == []
        cues = (cue for cue in cues_of(permission.excuse) if cue.startswith("own."))
        named = {cue.removeprefix("own.") for cue in cues}
        assert named == set(permission.own.signals)


def test_every_group_names_signals_that_exist() -> None:
    pairs = [
        pair
        for name in ("reveals_debt", "asks_for_money", "collects")
        for pair in resolve(f"group.{name}", "x.y", shipped_checker().house)
    ]

    assert {name for name, _ in pairs} <= known_names()


def test_every_file_of_a_pack_is_a_rule_of_that_name() -> None:
    files = {path.stem for path in Path(PACKS).glob("*/*.yaml") if path.name != "pack.yaml"}

    assert files == set(RULES)


@pytest.mark.parametrize("name", list(load_line()[0].signals))
def test_who_is_on_the_line_is_told_by_sentences_people_say(name: str) -> None:
    spec = load_line()[0].signals[name]

    def hears(text: str) -> bool:
        turn = Turn(speaker=Speaker.THIRD_PARTY, text=text)
        return shipped_checker().reader.read(turn).has(name)

    assert [text for text in spec.should_match if not hears(text)] == []
    assert [text for text in spec.should_not_match if hears(text)] == []


def test_a_pattern_can_be_read_at_a_glance() -> None:
    owned = (own for _, own in shipped_checker().owners)
    patterns = (
        text for own in owned for signal in own.signals.values() for text in signal.patterns
    )

    assert [text for text in patterns if len(text) > LONGEST_PATTERN] == []


def test_a_word_list_is_used_and_holds_nothing_twice() -> None:
    for owner, own in shipped_checker().owners:
        text = " ".join(pattern for signal in own.signals.values() for pattern in signal.patterns)
        named = set(re.findall(r"@([a-z_]+)", text))
        assert set(own.words) - named == set(), owner
        for name, words in own.words.items():
            assert len(set(words)) == len(words), (owner, name)
