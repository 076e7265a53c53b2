from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calls.errors import RecordError
from calls.money import Arrangement, Every, Instalment, Money, Offer, Schedule
from calls.turn import Speaker

DAYS = st.dates(date(1990, 1, 1), date(2090, 1, 1))


@pytest.mark.parametrize(
    ("amount", "cents"), [("1140.50", 114050), (85, 8500), ("-3", -300), ("1e2", 10000)]
)
def test_an_amount_is_kept_in_cents(amount: str | int, cents: int) -> None:
    assert Money.of(amount).cents == cents


@pytest.mark.parametrize("amount", ["1.005", "lots", "nan", "inf"])
def test_what_is_no_amount_is_refused(amount: str) -> None:
    with pytest.raises(RecordError, match=r"^money: "):
        Money.of(amount)


@pytest.mark.parametrize(
    ("money", "text"),
    [
        (Money(cents=114050), "$1,140.50"),
        (Money(cents=-5, currency="GBP"), "-£0.05"),
        (Money(cents=100, currency="SEK"), "SEK 1.00"),
    ],
)
def test_an_amount_reads_like_money(money: Money, text: str) -> None:
    assert str(money) == text


@given(st.sampled_from([e for e in Every if e is not Every.ONCE]), DAYS, st.integers(2, 30))
def test_due_dates_begin_on_the_first_day_and_rise(every: Every, start: date, count: int) -> None:
    due = Schedule(every=every).dates(start, count)

    assert due[0] == start
    assert len(due) == count
    assert all(earlier < later for earlier, later in pairwise(due))


def test_a_month_without_that_day_takes_its_last() -> None:
    due = Schedule(every=Every.MONTH).dates(date(2027, 12, 31), 4)

    assert due == (date(2027, 12, 31), date(2028, 1, 31), date(2028, 2, 29), date(2028, 3, 31))


def test_the_total_of_an_offer_is_known_when_its_count_is() -> None:
    weekly = Schedule(every=Every.WEEK, count=4)
    amount = Money.of(50)

    assert Offer(by=Speaker.CONSUMER, amount=amount, schedule=weekly).total == Money.of(200)
    assert Offer(by=Speaker.CONSUMER, amount=amount).total == amount
    assert (
        Offer(by=Speaker.CONSUMER, amount=amount, schedule=Schedule(every=Every.WEEK)).total is None
    )


def test_what_an_offer_costs_in_a_month_follows_its_rhythm() -> None:
    biweekly = Offer(
        by=Speaker.COLLECTOR, amount=Money.of(60), schedule=Schedule(every=Every.TWO_WEEKS)
    )

    assert biweekly.monthly_cents == pytest.approx(13000)


def test_the_rows_of_an_arrangement_add_up() -> None:
    rows = tuple(
        Instalment(amount=Money.of(85), due=day) for day in (date(2026, 5, 1), date(2026, 5, 15))
    )

    assert Arrangement(instalments=rows).total == Money.of(170)
