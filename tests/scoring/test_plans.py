"""The arithmetic of a plan: more is never worth less, and what comes later never more."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from calls.money import Every, Money, Offer, Schedule
from calls.turn import Speaker
from scoring.negotiation.plan import chance_kept, plan_of
from scoring.negotiation.worth import share
from tests.scoring.reviewing import TODAY

OWED = Money.of(1140)


def monthly(dollars: int, count: int | None = None, start: date | None = None) -> Offer:
    plan = Schedule(every=Every.MONTH, count=count, start=start)
    return Offer(by=Speaker.COLLECTOR, amount=Money.of(dollars), schedule=plan)


def test_without_a_count_a_plan_runs_until_all_is_paid_and_no_longer_than_authority() -> None:
    until_paid = plan_of(monthly(100), OWED, TODAY)
    in_time = plan_of(monthly(40), OWED, TODAY, longest=18)

    assert (until_paid.total_cents, len(until_paid.payments)) == (OWED.cents, 12)
    assert (in_time.total_cents, in_time.months) == (18 * 4000, 18)


@given(st.integers(1, 60), st.integers(1, 60), st.integers(1, 2_000))
def test_more_or_more_often_is_never_worth_less(count: int, more: int, dollars: int) -> None:
    plan = plan_of(monthly(dollars, count), OWED, TODAY)
    longer = plan_of(monthly(dollars, count + more), OWED, TODAY)
    larger = plan_of(monthly(dollars + more, count), OWED, TODAY)

    assert plan.worth_cents <= min(longer.worth_cents, larger.worth_cents)
    assert (share(plan.total_cents, OWED) or 0) <= (share(larger.total_cents, OWED) or 0)


@given(st.integers(1, 60), st.integers(0, 300), st.integers(1, 300))
def test_what_comes_later_is_never_worth_more(count: int, days: int, later: int) -> None:
    first = TODAY + timedelta(days=days)

    sooner = plan_of(monthly(50, count, first), OWED, TODAY)
    waits = plan_of(monthly(50, count, first + timedelta(days=later)), OWED, TODAY)

    assert waits.worth_cents < sooner.worth_cents <= sooner.total_cents


@given(st.lists(st.floats(0, 3), min_size=2, max_size=20))
def test_who_is_asked_for_more_keeps_a_promise_no_likelier(parts: list[float]) -> None:
    chances = [chance_kept(part) for part in sorted(parts)]

    assert all(one >= other for one, other in pairwise(chances))
    assert all(0 < chance < 1 for chance in chances)
