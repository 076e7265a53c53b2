"""The plan calculator: rows until all is paid, authority, and what they told of their month."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from calls.circumstances import SpeakerRole
from calls.money import Every, Money
from calls.moves import Act, Move
from calls.state import CallState, Line
from calls.turn import Channel, Speaker, Turn
from debriefs.plans import authority_told, fit_told, plan_told, sheet_told
from simulator.desk import desk_of
from simulator.scenario import Scenario
from simulator.sheet import NOTHING_TOLD, Sheet, sheet_of
from tests.shipped import SCENARIOS
from tests.training.floor import NOW
from tests.training.shipped_calls import LAID_OFF
from training.errors import TrainingError
from training.plans import Fit, Limit, Plan, calculate

TODAY = NOW.date()
LATER = TODAY + timedelta(days=14)
"""Two days after her benefit starts."""
DESK = desk_of(LAID_OFF, TODAY)
REFUND = SCENARIOS["take_it_or_leave_it"]


def told(*facts: str, scenario: Scenario = LAID_OFF) -> Sheet:
    """The sheet after these facts came out, one a turn."""
    lines = tuple(
        Line(
            seq=n + 1,
            at=NOW,
            turn=Turn(speaker=Speaker.CONSUMER, text=f"About {fact}."),
            move=Move(speaker=Speaker.CONSUMER, acts=(Act.DISCLOSES,), facts=(fact,)),
        )
        for n, fact in enumerate(facts)
    )
    call = CallState(
        account=scenario.account.id,
        who="ana",
        speaker=Speaker.CONSUMER,
        answered_by=SpeakerRole.CONSUMER,
        channel=Channel.CALL,
        began_at=NOW,
        lines=lines,
    )
    return sheet_of(scenario, call)


def plan(
    amount: str, every: Every = Every.TWO_WEEKS, first: date = LATER, sheet: Sheet = NOTHING_TOLD
) -> Plan:
    return calculate(DESK, sheet, Money.of(amount), every, first)


BOTH_SIDES = told("benefit_amount", "rent")


def test_a_plan_runs_until_all_is_paid_and_its_last_payment_is_smaller() -> None:
    made = plan("85")

    assert len(made.made.instalments) == 14
    assert made.made.total == LAID_OFF.account.past_due
    assert made.last.amount == Money.of("35")
    assert made.last.due == LATER + timedelta(weeks=26)
    assert made.a_month == Money.of("184.17")


def test_a_plan_is_told_with_its_last_payment_and_its_end() -> None:
    assert plan_told(plan("85"), date.isoformat) == (
        "14 payments every two weeks: 13 of $85.00 and a last one of $35.00. "
        "First on 2026-03-16, last on 2026-09-14. About $184.17 a month."
    )
    assert plan_told(plan("570", Every.MONTH), date.isoformat).startswith(
        "2 payments every month: $570.00 each."
    )
    assert plan_told(plan("9999"), date.isoformat).endswith("That is all of it.")
    assert "$640.00 stays open" in plan_told(plan("500", Every.ONCE), date.isoformat)


@pytest.mark.parametrize(
    ("amount", "every", "days", "outside"),
    [
        ("85", Every.TWO_WEEKS, 14, ()),
        ("63.34", Every.MONTH, 14, ()),
        ("63.33", Every.MONTH, 14, (Limit.LONGEST,)),
        ("39", Every.MONTH, 14, (Limit.SMALLEST, Limit.LONGEST)),
        ("85", Every.TWO_WEEKS, 30, ()),
        ("85", Every.TWO_WEEKS, 31, (Limit.FIRST,)),
        ("1140", Every.ONCE, 0, ()),
        ("20", Every.ONCE, 0, (Limit.SMALLEST,)),
    ],
)
def test_a_plan_beyond_authority_names_the_limit(
    amount: str, every: Every, days: int, outside: tuple[Limit, ...]
) -> None:
    assert plan(amount, every, TODAY + timedelta(days=days)).outside == outside


def test_a_single_payment_below_the_settlement_floor_is_outside() -> None:
    desk = desk_of(REFUND, TODAY)
    floor = desk.floor
    assert floor is not None
    less = floor.model_copy(update={"cents": floor.cents - 1})

    enough = calculate(desk, NOTHING_TOLD, floor, Every.ONCE, LATER)
    too_low = calculate(desk, NOTHING_TOLD, less, Every.ONCE, LATER)

    assert enough.outside == ()
    assert too_low.outside == (Limit.SETTLEMENT,)
    assert str(floor) in authority_told(too_low, desk)[1]


def test_nobody_knows_what_fits_until_both_sides_were_told() -> None:
    for sheet in (NOTHING_TOLD, told("laid_off"), told("rent"), told("benefit_amount")):
        assert plan("85", sheet=sheet).fit is Fit.UNKNOWN

    word, because = fit_told(plan("85", sheet=told("rent")), told("rent"), date.isoformat)
    assert word.word == "not known yet"
    assert "what comes in" in because
    assert "what goes out" not in because


def test_a_plan_is_weighed_by_what_was_told() -> None:
    left = BOTH_SIDES.left_cents
    assert left is not None
    assert round(left) == 87_800

    assert plan("85", sheet=BOTH_SIDES).fit is Fit.WITHIN
    assert plan("190", Every.WEEK, sheet=BOTH_SIDES).fit is Fit.TIGHT
    assert plan("210", Every.WEEK, sheet=BOTH_SIDES).fit is Fit.BEYOND


def test_a_month_that_leaves_nothing_is_told_without_a_share() -> None:
    dear = replace(BOTH_SIDES.goes[0], amount=Money.of("3000"))
    spent = replace(BOTH_SIDES, goes=(dear,))

    made = plan("50", sheet=spent)

    assert made.fit is Fit.BEYOND
    assert "a month leaves nothing" in fit_told(made, spent, date.isoformat)[1]


def test_a_plan_from_before_their_money_comes_is_early() -> None:
    waits = told("benefit_starts")
    starts = LAID_OFF.day("benefit_starts", TODAY)

    early = plan("85", first=starts - timedelta(days=1), sheet=waits)
    assert early.fit is Fit.EARLY
    assert starts.isoformat() in fit_told(early, waits, date.isoformat)[1]
    assert plan("85", first=starts, sheet=waits).fit is Fit.UNKNOWN


def test_what_is_there_once_is_weighed_as_such() -> None:
    sheet = told("tax_refund", scenario=REFUND)
    desk = desk_of(REFUND, TODAY)
    most = SCENARIOS["take_it_or_leave_it"].means
    assert most is not None
    assert most.lump_sum is not None
    there = most.lump_sum.amount
    more = there.model_copy(update={"cents": there.cents + 1})
    day = TODAY + timedelta(days=25)

    assert calculate(desk, sheet, there, Every.ONCE, day).fit is Fit.WITHIN
    assert calculate(desk, sheet, more, Every.ONCE, day).fit is Fit.BEYOND


def test_what_they_keep_back_moves_nothing() -> None:
    means = LAID_OFF.means
    assert means is not None
    secret = means.model_copy(update={"cash_now": Money.of(5000), "costs": means.costs[:1]})
    other = LAID_OFF.model_copy(update={"means": secret})

    for facts in ((), ("benefit_amount",), ("benefit_starts", "benefit_amount", "rent")):
        assert told(*facts) == told(*facts, scenario=other)


def test_the_sheet_quotes_the_turn_in_which_it_was_told() -> None:
    assert list(sheet_told(BOTH_SIDES, date.isoformat)) == [
        ("Comes in", "$468.00 every week: “About benefit_amount.” (turn 1)"),
        ("Goes out", "$1,150.00 every month: “About rent.” (turn 2)"),
        ("Leaves", "$878.00 a month, as far as they told you"),
    ]
    assert replace(BOTH_SIDES, goes=()).left_cents is None


@pytest.mark.parametrize(
    ("amount", "first", "allowed"),
    [
        ("0", LATER, "more than nothing"),
        ("5", LATER, "60 at most"),
        ("85", date(2026, 3, 1), "today on"),
    ],
)
def test_what_is_no_plan_says_what_is_allowed(amount: str, first: date, allowed: str) -> None:
    with pytest.raises(TrainingError, match=allowed):
        plan(amount, first=first)
