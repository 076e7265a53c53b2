"""A changed rule is proved, and asked of stored attempts, before anybody adopts it."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from calls.turn import Speaker, Turn
from commands.proposing import otherwise_lines
from compliance_rules import HouseFacts, shipped_checker
from compliance_rules.load import PACKS
from compliance_rules.proposal import Proposal, in_house, proposed, unproved
from datafiles import DataFileError
from tests.training.shipped_calls import at
from tests.training.test_reviews import _practised
from training.models import Person, Purpose
from training.rechecking import recheck_rule
from training.reviews import review_attempt
from training.store import Store

ID = "fdcpa.false.arrest_imprisonment"
FILE = PACKS / "us_federal" / f"{ID}.yaml"
TEXT = FILE.read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def other() -> Proposal:
    """The same rule, which minds a question for the date of birth instead of a threat of arrest."""
    text = TEXT.replace("signals: [threat.arrest,", "signals: [ask_identifier,", 1)
    return proposed(text, FILE, shipped_checker())


def test_what_would_be_found_otherwise_is_told_attempt_by_attempt(
    store: Store, ana: Person, trainer: Person, other: Proposal
) -> None:
    for purpose in (Purpose.PRIVATE, Purpose.SUBMITTED):
        attempt = _practised(store, ana, purpose)
        review_attempt(store, ana, attempt.id, at(1000))

    as_it_ships = proposed(TEXT, FILE, shipped_checker())
    assert list(recheck_rule(store, trainer, as_it_ships)) == []
    found = list(recheck_rule(store, trainer, other))
    assert [one.attempt_id for one in found] == [attempt.id], "what is private is nobody's"
    assert (found[0].new, found[0].gone) == ((f"not_met {ID} at turn 4",), ())
    told = list(otherwise_lines(ID, found))
    assert any(line.startswith("  grade: ") for line in told), "marks are told beside findings"
    assert told[-1] == f"{ID}: something else in {len(found)} stored attempts; nothing is changed"


def test_a_proposal_is_read_as_in_the_house_of_the_scenario(other: Proposal) -> None:
    british = in_house(other.checker, HouseFacts(country="GB"))
    said = Turn(speaker=Speaker.CONSUMER, text="I pay on 4/12/2026.")
    day = date(2026, 11, 26)

    assert (british.rules, british.house.country) == (other.checker.rules, "GB")
    heard = [one.reader.read(said, 0, None, day).dates[0].day for one in (other.checker, british)]
    assert heard == [date(2026, 4, 12), date(2026, 12, 4)]


def test_a_change_that_breaks_its_own_examples_is_not_proved(other: Proposal) -> None:
    faults = unproved(other)

    assert faults
    assert {fault.rule for fault in faults} == {ID}
    assert any(fault.where.startswith("examples.flag") for fault in faults), faults


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        (f"id: {ID}", "id: fdcpa.false.no_such", "no rule 'fdcpa.false.no_such' ships"),
        ("law: ", "law: x_", "no law 'x_"),
    ],
)
def test_a_proposal_takes_the_place_of_a_rule_that_ships(
    before: str, after: str, told: str
) -> None:
    with pytest.raises(DataFileError, match=told):
        proposed(TEXT.replace(before, after, 1), Path("mine.yaml"), shipped_checker())
