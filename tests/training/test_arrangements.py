"""Rows of an arrangement are filled, changed, added and removed."""

from __future__ import annotations

from datetime import date

import pytest

from calls.money import Every, Money
from training.arrangements import MOST_ROWS, plan, with_another_row, with_row, without_row
from training.errors import TrainingError

AMOUNT = Money.of("85")
FIRST = date(2026, 3, 16)


def test_a_plan_is_equal_rows_in_its_rhythm() -> None:
    made = plan(AMOUNT, Every.TWO_WEEKS, FIRST, 3, "debit card")

    assert [row.due.isoformat() for row in made.instalments] == [
        "2026-03-16",
        "2026-03-30",
        "2026-04-13",
    ]
    assert made.total == Money.of("255")
    assert made.method == "debit card"


def test_a_single_payment_is_one_row() -> None:
    assert len(plan(AMOUNT, Every.ONCE, FIRST, 5).instalments) == 1


@pytest.mark.parametrize(("amount", "count"), [("0", 1), ("-5", 1), ("85", 0), ("85", 61)])
def test_a_plan_that_is_none_says_what_is_allowed(amount: str, count: int) -> None:
    with pytest.raises(TrainingError, match=r"more than nothing|1 to 60"):
        plan(Money.of(amount), Every.MONTH, FIRST, count)


def test_one_row_changes_and_the_others_stay() -> None:
    made = plan(AMOUNT, Every.MONTH, FIRST, 3)
    changed = with_row(made, 1, Money.of("70.50"), date(2026, 4, 20))

    assert str(changed.total) == "$240.50"
    assert changed.instalments[0] == made.instalments[0]
    assert changed.instalments[1].due == date(2026, 4, 20)


def test_another_row_goes_on_in_the_same_rhythm() -> None:
    one = plan(AMOUNT, Every.ONCE, FIRST, 1)
    every_week = plan(AMOUNT, Every.WEEK, FIRST, 2)

    assert with_another_row(one).instalments[-1].due == date(2026, 4, 16)
    assert with_another_row(every_week).instalments[-1].due == date(2026, 3, 30)


def test_rows_have_an_end() -> None:
    with pytest.raises(TrainingError, match="at most 60"):
        with_another_row(plan(AMOUNT, Every.WEEK, FIRST, MOST_ROWS))


def test_without_its_only_row_there_is_no_arrangement() -> None:
    made = plan(AMOUNT, Every.MONTH, FIRST, 2)
    one = without_row(made, 0)

    assert one is not None
    assert one.instalments == made.instalments[1:]
    assert without_row(one, 0) is None
