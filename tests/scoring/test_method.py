"""How it is paid: what was agreed on the call, against what the wrap-up says."""

from dataclasses import replace

import pytest

from scoring.marks import Dimension, Mark
from scoring.review import Review
from simulator.house import Method
from tests.scoring.reviewing import mark_of, model_wrap_up, practised
from tests.shipped import SCENARIOS

MARCUS = SCENARIOS["forgetful_payer"]
LINES = MARCUS.model_call.lines
_HOW = "How would you like to pay it?"
UNASKED = tuple(line.replace(" by debit card", "") for line in LINES if line != _HOW)


def reviewed(lines: tuple[str, ...], method: str | None) -> Review:
    kept = model_wrap_up(MARCUS)
    assert kept.arrangement is not None
    made = kept.arrangement.model_copy(update={"method": method})
    return practised(MARCUS, lines, replace(kept, arrangement=made))


def method(made: Review) -> Mark:
    return mark_of(made, Dimension.ACCURACY, "method")


def test_the_method_that_was_agreed_is_right_and_shown_where_it_was_said() -> None:
    made = reviewed(LINES, "debit card")

    assert method(made).value == 100
    entered, said = method(made).evidence
    assert entered.quote == "method: debit card"
    assert "debit card" in said.quote
    assert made.scorecard.passed


def test_another_method_is_wrong_and_proved_and_the_call_does_not_pass() -> None:
    made = reviewed(LINES, "check")

    assert method(made).value == 0
    assert method(made).reason == "payment by check is recorded, debit card was agreed"
    entered, said = method(made).evidence
    assert entered.quote == "method: check"
    assert "debit card" in said.quote
    assert made.scorecard.end_reached is False
    assert mark_of(made, Dimension.ACCURACY, "arrangement rows").value == 100


def test_a_method_left_out_costs_its_mark_alone() -> None:
    made = reviewed(LINES, None)

    assert method(made).value == 0
    assert "no way to pay is recorded" in method(made).reason
    assert made.scorecard.end_reached


def test_a_method_that_nobody_named_is_made_up() -> None:
    made = reviewed(UNASKED, "debit card")

    assert method(made).value == 0
    assert "nobody said how it is paid" in method(made).reason
    assert method(made).advice.startswith("Ask how they would like to pay")


def test_where_nobody_named_and_recorded_a_method_there_is_no_mark() -> None:
    assert method(reviewed(UNASKED, None)).value is None


def test_a_way_to_pay_that_no_turn_is_known_to_name_is_not_judged() -> None:
    house = MARCUS.house.model_copy(update={"methods": (Method(label="debit card"),)})
    before = MARCUS.model_copy(update={"house": house})

    made = practised(before, UNASKED, model_wrap_up(before))

    assert method(made).value is None
    assert "no turn is known to name debit card" in method(made).reason
    commitment = mark_of(made, Dimension.NEGOTIATION, "commitment")
    assert "a method" not in commitment.reason


@pytest.mark.parametrize(
    ("lines", "missing"), [(LINES, False), (UNASKED, True)], ids=["said", "not said"]
)
def test_a_commitment_has_a_method_where_one_was_said(
    lines: tuple[str, ...], missing: bool
) -> None:
    commitment = mark_of(reviewed(lines, None), Dimension.NEGOTIATION, "commitment")

    assert ("a method" in commitment.reason) is missing


def test_saying_how_it_is_paid_is_not_where_the_rows_were_agreed() -> None:
    rows = mark_of(reviewed(LINES, None), Dimension.ACCURACY, "arrangement rows")

    assert [one.quote for one in rows.evidence] != []
    assert all("card" not in one.quote for one in rows.evidence)
