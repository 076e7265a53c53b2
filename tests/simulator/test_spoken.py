from datetime import date
from random import Random

import pytest

from calls.money import Every, Money
from simulator import spoken
from simulator.values import Weekday, When

MONDAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (7, "seven"),
        (40, "forty"),
        (85, "eighty-five"),
        (468, "four hundred sixty-eight"),
        (1140, "one thousand one hundred forty"),
    ],
)
def test_numbers_are_said_in_words(value: int, words: str) -> None:
    assert spoken.number(value) == words


@pytest.mark.parametrize(
    ("value", "words"),
    [(1, "first"), (12, "twelfth"), (15, "fifteenth"), (20, "twentieth"), (22, "twenty-second")],
)
def test_days_of_the_month_are_ordinals(value: int, words: str) -> None:
    assert spoken.ordinal(value) == words


def test_a_round_sum_is_said_either_way_and_an_odd_one_in_figures() -> None:
    said = {spoken.amount(Money.of(85), Random(seed)) for seed in range(20)}

    assert said == {"eighty-five dollars", "$85"}
    assert spoken.amount(Money.of("1140.50"), Random(1)) == "$1,140.50"


@pytest.mark.parametrize(
    ("money", "ways"),
    [
        (Money.of(40, "GBP"), {"forty pounds", "£40"}),
        (Money.of(1, "GBP"), {"one pound", "£1"}),
        (Money.of("59.99", "EUR"), {"€59.99"}),
        (Money.of(60, "AUD"), {"sixty dollars", "$60"}),
    ],
)
def test_an_amount_is_said_as_at_home(money: Money, ways: set[str]) -> None:
    assert {spoken.amount(money, Random(seed)) for seed in range(20)} == ways


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (date(2026, 11, 23), "today"),
        (date(2026, 11, 24), "tomorrow"),
        (date(2026, 11, 30), "the thirtieth"),
        (date(2026, 12, 15), "the fifteenth"),
        (date(2027, 1, 15), "January fifteenth"),
        (date(2026, 12, 23), "December twenty-third"),  # the call itself is on a twenty-third
    ],
)
def test_a_day_is_named_as_people_name_it(day: date, words: str) -> None:
    assert spoken.day(day, MONDAY) == words


def test_a_single_payment_has_no_rhythm() -> None:
    assert spoken.rhythm(Every.ONCE, Random(1)) is None
    assert spoken.rhythm(Every.HALF_MONTH, Random(1)) == "twice a month"


@pytest.mark.parametrize(
    ("when", "day"),
    [
        (When(in_days=12), date(2026, 12, 5)),
        (When(days_ago=3), date(2026, 11, 20)),
        (When(day_of_month=15), date(2026, 12, 15)),
        (When(day_of_month=23), date(2026, 12, 23)),
        (When(weekday=Weekday.FRIDAY), date(2026, 11, 27)),
        (When(weekday=Weekday.MONDAY), date(2026, 11, 30)),
    ],
)
def test_a_day_is_counted_from_the_day_of_the_call(when: When, day: date) -> None:
    assert when.on(MONDAY) == day


def test_a_day_told_in_two_ways_is_refused() -> None:
    with pytest.raises(ValueError, match="a day is told in one way"):
        When(in_days=3, day_of_month=15)
