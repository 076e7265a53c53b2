"""The plan calculator in the terminal: told when asked, and taken over when it is meant."""

from __future__ import annotations

from pathlib import Path

import pytest

from commands.playing import Practice
from tests.training.floor import NOW
from tests.training.shipped_calls import LAID_OFF
from training.models import Role
from training.people import sign_in_locally
from training.store import Store


@pytest.fixture
def practice(tmp_path: Path) -> Practice:
    store = Store(tmp_path)
    person = sign_in_locally(store, "Ana", Role.TRAINEE, NOW)
    return Practice(store, person, LAID_OFF, 7, lambda: NOW)


def test_a_plan_is_worked_out_and_nothing_is_recorded(practice: Practice) -> None:
    told = ["hello", *list(practice.talk(["/plan 85 two_weeks 2026-03-16"]))[-3:]]

    assert "13 of $85.00 and a last one of $35.00" in told[1]
    assert told[2] == "(✓ within your authority.)"
    assert told[3].startswith("(◆ not known yet. Nobody has told you what comes in")
    assert practice.attempt.state.wrap_up.arrangement is None
    assert "plan" in practice.attempt.state.looked_up


def test_a_plan_that_is_meant_becomes_the_rows_of_the_wrap_up(practice: Practice) -> None:
    once, method = "/pay 40 2026-03-09", "/method debit card"
    list(practice.talk([once, method, "/take-plan $570 month 2026-03-16"]))

    made = practice.attempt.state.wrap_up.arrangement
    assert made is not None
    assert [str(row.amount) for row in made.instalments] == ["$570.00", "$570.00"]
    assert made.method == "debit card"


@pytest.mark.parametrize(
    "words", ["85", "85 often 2026-03-16", "85 month soon", "x month 2026-03-16"]
)
def test_words_that_are_no_plan_say_what_one_looks_like(practice: Practice, words: str) -> None:
    told = list(practice.talk([f"/plan {words}"]))[-1:]

    assert told[0].startswith("(")
    assert "AMOUNT once|week" in told[0] or "digits such as" in told[0]
