"""Where an attempt may end, against what was left behind."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from calls.disposition import Disposition
from calls.money import Arrangement, Every, Instalment, Money, Offer, Schedule
from calls.state import WrapUp
from calls.turn import Speaker
from scoring.end_states import disagreements, faults, missed, nearest, reached
from simulator.forms import Band
from simulator.positions import PositionKind, about
from tests.shipped import SCENARIOS
from tests.simulator.speaking import LAID_OFF, call_with

CALL_DAY = date(2026, 3, 10)
FIRST = CALL_DAY + timedelta(days=14)
ANA = SCENARIOS["laid_off_three_weeks_ago"]
AGREED = Offer(
    by=Speaker.COLLECTOR,
    amount=Money.of(85),
    schedule=Schedule(every=Every.TWO_WEEKS, start=FIRST),
)


def rows(*amounts: int, first: date = FIRST, days: int = 14) -> Arrangement:
    return Arrangement(
        instalments=tuple(
            Instalment(amount=Money.of(amount), due=first + timedelta(days=days * n))
            for n, amount in enumerate(amounts)
        )
    )


KEPT = WrapUp(
    notes="Laid off three weeks ago.",
    disposition=Disposition.ARRANGEMENT,
    arrangement=rows(85, 85, 85, 85),
    follow_up=CALL_DAY + timedelta(days=60),
    flags=frozenset({"hardship"}),
)


def test_a_wrap_up_that_holds_what_was_agreed_reaches_the_end() -> None:
    assert reached(ANA, KEPT, AGREED, CALL_DAY)


def test_the_last_row_holds_what_is_left() -> None:
    left = replace(KEPT, arrangement=rows(85, 85, 85, 85, 20))

    assert reached(ANA, left, AGREED, CALL_DAY)


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"disposition": Disposition.REFUSED}, "how the call ended would be"),
        ({"arrangement": None}, "no arrangement is recorded"),
        ({"arrangement": rows(85)}, "the total is too low"),
        ({"arrangement": rows(*[85] * 20)}, "the total is more than is owed"),
        ({"arrangement": rows(20, *[85] * 4)}, "an instalment is below authority"),
        ({"arrangement": rows(20)}, "an instalment is below authority"),
        ({"arrangement": rows(120, 120, 120)}, "an instalment is more than they have"),
        (
            {"arrangement": rows(*[85] * 4, first=CALL_DAY)},
            "the first row is before the money is there",
        ),
        ({"flags": frozenset()}, "the flag Hardship is missing"),
        ({"follow_up": None}, "no follow-up day is set"),
        ({"follow_up": CALL_DAY - timedelta(days=1)}, "the follow-up is not within"),
    ],
)
def test_what_keeps_a_wrap_up_from_its_end_is_said(change: dict[str, Any], told: str) -> None:
    plan = ANA.end_states[0]

    said = faults(plan, ANA, replace(KEPT, **change), CALL_DAY)

    assert any(told in fault for fault in said)


def test_an_arrangement_that_nobody_accepted_reaches_no_end() -> None:
    assert not reached(ANA, KEPT, None, CALL_DAY)


def test_other_amounts_than_agreed_reach_no_end() -> None:
    inflated = replace(KEPT, arrangement=rows(80, 80, 80, 80, 80))

    assert not reached(ANA, inflated, AGREED, CALL_DAY)


def test_rows_are_compared_with_the_accepted_offer_one_by_one() -> None:
    wrong = disagreements(rows(85, 80, 85), AGREED)

    assert len(wrong) == 1
    assert wrong[0].told.startswith("row 2: $80.00")


def test_a_smaller_last_row_may_settle_the_rest() -> None:
    assert disagreements(rows(85, 85, 30), AGREED) == ()


def test_the_nearest_end_is_the_one_that_least_is_missing_from() -> None:
    review = replace(
        KEPT,
        disposition=Disposition.HARDSHIP_REVIEW,
        arrangement=None,
        follow_up=CALL_DAY + timedelta(days=14),
    )

    assert nearest(ANA, review, CALL_DAY).id == "review_first"
    assert nearest(ANA, KEPT, CALL_DAY).id == "plan_she_can_keep"


def test_what_the_call_should_have_brought_is_told() -> None:
    end = SCENARIOS["the_widow"].end_states[0]
    call = replace(call_with("ana", LAID_OFF, Band.OPEN), accepted=AGREED)

    assert missed(end, call) == (
        "a payment was agreed on the call",
        "who acts for the estate was not found out",
        f"one thing they said was not taken up: {about(PositionKind.BEREAVED)}",
    )
    assert missed(ANA.end_states[0], call) == ()
