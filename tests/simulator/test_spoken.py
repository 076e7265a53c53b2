from datetime import date, timedelta
from random import Random

import pytest

from calls.money import Country, Every, Money
from calls.turn import Speaker, Turn
from language.numbers import habits_of
from language.shipped import shipped_reader
from simulator import spoken
from simulator.bots import wording
from simulator.scripted import script
from simulator.values import Weekday, When
from tests.shipped import SCENARIOS
from tests.simulator.speaking import BEGAN

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
    assert spoken.day(day, MONDAY, "US") == words


def _year() -> list[date]:
    return [MONDAY + timedelta(days=n) for n in range(1, 330, 4)]


def test_outside_america_the_day_comes_before_its_month() -> None:
    seventh = date(2027, 5, 7)
    assert spoken.day(seventh, MONDAY, "CA") == "May seventh"
    for country in ("GB", "IE", "AU", "NZ"):
        assert spoken.day(seventh, MONDAY, country) == "the seventh of May"
        chosen = {wording.day(seventh, MONDAY, country, Random(seed)) for seed in range(40)}
        assert chosen == {"the seventh of May", "7 May", "7th May"}


@pytest.mark.parametrize("country", ["US", "GB"])
def test_a_day_is_read_as_it_was_said(country: Country) -> None:
    reader = shipped_reader().at_home_in(habits_of(country))
    for when in _year():
        said = {wording.day(when, MONDAY, country, Random(seed)) for seed in range(20)}
        for words in said:
            turn = Turn(speaker=Speaker.CONSUMER, text=f"I can pay {spoken.on(words)}.")
            assert [one.day for one in reader.read(turn, 0, None, MONDAY).dates] == [when], words


def test_people_speak_of_days_as_where_the_house_calls() -> None:
    for name, said in (
        ("little_english_ireland", "the eighth of November"),
        ("little_english", "November eighth"),
    ):
        scenario = SCENARIOS[name]
        ago = {"days": {"some_day": When(days_ago=15)}}
        assert script(scenario.model_copy(update=ago), ("{some_day}",), BEGAN) == (said,)


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
