"""Law of states and cities: on where it surely applies, one finding where it asks the same."""

from collections.abc import Iterable
from typing import Any

import pytest

from compliance_rules import shipped_packs
from compliance_rules.finding import Finding, Standing
from tests.compliance_rules.shipped import check, findings

ARREST = "fdcpa.false.arrest_imprisonment"
THREAT = "collector: If this isn't paid by Monday there will be a warrant for your arrest."
CITY: dict[str, Any] = {"country": "US", "state": "NY", "city": "New York"}
OVERLAYS = {"us_ny", "us_nyc", "us_ca", "us_ma", "us_tx", "us_wa", "us_dc", "us_nc", "us_fl"}


@pytest.mark.parametrize(
    ("state", "rule"),
    [
        ("CA", "us.ca.threats.arrest"),
        ("FL", "us.fl.conduct.arrest"),
        ("NC", "us.nc.threats.arrest"),
        ("NY", "us.ny.gbl601_creditors.arrest"),
        ("TX", "us.tx.threats.arrest"),
    ],
)
def test_a_creditor_of_its_own_debt_is_outside_federal_law_and_inside_the_states(
    state: str, rule: str
) -> None:
    found = check(THREAT, country="US", state=state, collector_type="first_party").findings

    assert [f.rule for f in found if f.rule in {rule, ARREST}] == [rule]


def test_an_agency_gets_one_finding_that_names_the_law_of_the_state_too() -> None:
    found = check(THREAT, country="US", state="TX", collector_type="third_party").findings

    (arrest,) = (f for f in found if f.rule == ARREST)
    assert [also.rule for also in arrest.also] == ["us.tx.threats.arrest"]
    assert "us.tx.threats.arrest" not in {f.rule for f in found}


@pytest.mark.parametrize("context", [{}, {"area_code": "415"}, {"city": "New York"}])
def test_without_a_known_state_no_law_of_a_state_is_looked_at(context: dict[str, Any]) -> None:
    result = check(THREAT, **context)

    left_out = [off for off in result.packs_off if off.pack in OVERLAYS]
    assert {off.pack for off in left_out} == OVERLAYS
    assert {off.law for off in left_out} == {None}
    assert not [f for f in result.findings if f.rule.startswith("us.")]


def test_each_state_has_its_own_law_alone() -> None:
    result = check(THREAT, country="US", state="TX")

    assert {off.pack for off in result.packs_off} >= OVERLAYS - {"us_tx"}


@pytest.mark.parametrize(
    ("city", "offs"), [("Brooklyn", False), ("Albany", True), ("New York", False)]
)
def test_the_city_is_taken_from_where_the_consumer_lives(city: str, offs: bool) -> None:
    result = check(THREAT, country="US", state="NY", city=city)

    assert ("us_nyc" in {off.pack for off in result.packs_off}) is offs


@pytest.mark.parametrize(("day", "found"), [("2026-08-31", 0), ("2026-09-01", 1)])
def test_the_rules_of_the_city_hold_from_september_2026(day: str, found: int) -> None:
    text = (
        f"began_at: {day}T10:00:00-04:00\n"
        "consumer: That was never my card.\n"
        "collector: You're past your thirty days, I'm afraid."
    )

    assert len(findings(text, "us.nyc.dispute_any_time", **CITY)) == found


WIFE = """
collector: May I speak with Luis Reyes?
third_party: This is his wife.
collector: I'm calling about his overdue balance of four hundred.
"""


@pytest.mark.parametrize(
    ("place", "rules"),
    [
        ({"country": "US"}, set()),
        ({"country": "US", "state": "TX"}, set()),
        ({"country": "US", "state": "DC"}, {"us.dc.family_disclosure"}),
        ({"country": "US", "state": "MA"}, {"us.ma.household_disclosure"}),
        ({"country": "GB"}, {"uk.conc.third_party_disclosure"}),
        ({"country": "AU"}, {"au.spouse_is_third_party"}),
    ],
)
@pytest.mark.parametrize("collector", ["third_party", "first_party"])
def test_a_spouse_is_excused_by_federal_law_alone(
    place: dict[str, str], rules: set[str], collector: str
) -> None:
    found = check(WIFE, collector_type=collector, **place).findings

    disclosed = {f.rule: f.standing for f in found if "disclosure" in f.rule or "spouse" in f.rule}
    assert disclosed == dict.fromkeys(rules, Standing.NOT_MET)


def test_no_law_without_an_exception_for_a_spouse_names_that_permission() -> None:
    without = (pack for pack in shipped_packs() if pack.about.id in {"us_dc", "us_ma", "au", "uk"})

    rules = [rule for pack in without for rule in pack.rules]
    assert not [rule.id for rule in rules if "permit.spouse" in rule.all_permissions]


def test_half_past_seven_is_early_enough_in_washington_and_too_early_elsewhere() -> None:
    text = "collector: Hello, may I speak with Ben Ward?"
    known: dict[str, Any] = {
        "consumer_local_time": "07:40",
        "direction": "outbound",
        "prior_consent": False,
    }

    there = check(text, country="US", state="WA", **known).findings
    elsewhere = check(text, country="US", state="FL", **known).findings

    hours = "fdcpa.comm.inconvenient_hours"
    assert "us.wa.frequency_hours.hours" not in _named(there)
    assert {hours, "us.fl.hours"} <= _named(elsewhere)


def _named(found: Iterable[Finding]) -> set[str]:
    return {f.rule for f in found} | {also.rule for f in found for also in f.also}
