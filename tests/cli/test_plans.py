"""The plan calculator in the terminal: told when asked, and taken over when it is meant."""

from __future__ import annotations

from pathlib import Path

import pytest

from commands.plans import ASKED
from commands.playing import Practice
from simulator.scenario import Scenario
from tests.shipped import EVERY
from tests.training.floor import NOW
from tests.training.shipped_calls import LAID_OFF
from tests.training.stores import new_store
from training.models import Role
from training.people import sign_in_locally
from training.store import Store


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return new_store(tmp_path)


@pytest.fixture
def practice(store: Store) -> Practice:
    return begun(store, LAID_OFF)


def begun(store: Store, scenario: Scenario) -> Practice:
    person = sign_in_locally(store, "Ana", Role.TRAINEE, NOW)
    return Practice(store, person, scenario, 7, lambda: NOW)


def test_a_plan_is_worked_out_and_nothing_is_recorded(practice: Practice) -> None:
    plan, authority, fit = list(practice.talk(["/plan 85 two_weeks 2026-03-16"]))[-3:]

    assert "13 of $85.00 and a last one of $35.00. First on 16 Mar 2026" in plan
    assert authority == "✓ within your authority."
    assert fit.startswith("◆ not known yet. Nobody has told you what comes in")
    assert practice.attempt.state.wrap_up.arrangement is None
    assert "plan" in practice.attempt.state.looked_up


def test_a_plan_that_is_meant_becomes_the_rows_of_the_wrap_up(practice: Practice) -> None:
    once, method = "/pay 40 2026-03-09", "/method debit card"
    list(practice.talk([once, method, "/take-plan $1,140 month 2026-03-16"]))
    at_once = practice.attempt.state.wrap_up.arrangement
    list(practice.talk(["/take-plan $570 month 2026-03-16"]))

    made = practice.attempt.state.wrap_up.arrangement
    assert at_once is not None
    assert made is not None
    assert [str(row.amount) for row in at_once.instalments] == ["$1,140.00"]
    assert [str(row.amount) for row in made.instalments] == ["$570.00", "$570.00"]
    assert made.method == "debit card"


@pytest.mark.parametrize(
    "words", ["85", "85 often 2026-03-16", "85 month soon", "x month 2026-03-16"]
)
def test_words_that_are_no_plan_say_what_one_looks_like(practice: Practice, words: str) -> None:
    told = list(practice.talk([f"/plan {words}"]))[-1:]

    assert told[0].startswith(("(/plan: ", "(money: "))
    assert told[0].endswith((f"{ASKED})", "a day such as 2026-03-20)", "digits such as 1140.50)"))


def test_in_a_list_the_plan_is_about_the_account_that_was_called(store: Store) -> None:
    practice = begun(store, EVERY["dial_or_not"])
    (called,) = (one.account for one in EVERY["dial_or_not"].queue if one.account.id == "HR-20731")

    lines = ["/dial HR-20731", "/take-plan 9999 month 2026-03-16", "/plan 9999 month 2026-03-16"]
    *_, plan, _, _ = practice.talk(lines)
    *_, told, odd = practice.talk(["/pay 500 2026-03-20"])

    assert plan == f"1 payment of {called.past_due} on 16 Mar 2026. That is all of it."
    made = practice.attempt.state.wrap_up.arrangement
    assert made is not None
    assert made.instalments[0].amount == called.past_due
    assert told.startswith("Recorded: ")
    assert odd == f"{made.total} is more than the balance of {called.balance}."
