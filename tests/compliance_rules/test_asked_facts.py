"""Which circumstances the rules ask for."""

from __future__ import annotations

import pytest

from compliance_rules import shipped_checker
from compliance_rules.asked_facts import asked_facts


@pytest.fixture(scope="module")
def asked() -> dict[str, set[str]]:
    return {
        key: {rule.id for rule in rules} for key, rules in asked_facts(shipped_checker()).items()
    }


def test_conditions_of_laws_rules_checks_and_permissions_count(asked: dict[str, set[str]]) -> None:
    assert "fdcpa.false.arrest_imprisonment" in asked["collector_type"]
    assert "fdcpa.false.mini_miranda_initial" in asked["first_communication"]
    assert "fdcpa.comm.inconvenient_hours" in asked["consumer_local_time"]
    assert "fdcpa.false.garnish_seize" in asked["judgment_exists"]
    assert "fdcpa.harassment.frequency_7in7" in asked["contact_log"]


def test_what_no_rule_asks_for_is_not_there(asked: dict[str, set[str]]) -> None:
    assert "caller_id" not in asked


def test_the_most_asked_come_first(asked: dict[str, set[str]]) -> None:
    counts = [len(rules) for rules in asked.values()]

    assert counts == sorted(counts, reverse=True)
