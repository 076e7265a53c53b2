"""Rhythms, counts and days that a turn names."""

from __future__ import annotations

from datetime import date

import pytest

from calls.money import Every
from calls.turn import Speaker, Turn
from language.line import read_line
from language.numbers import Habits, read_numbers
from language.reading import Reading
from language.shipped import shipped_reader

TODAY = date(2026, 3, 11)  # a Wednesday


def read(text: str) -> Reading:
    return shipped_reader().read(Turn(speaker=Speaker.CONSUMER, text=text), today=TODAY)


def days(text: str) -> list[date | None]:
    return [mention.day for mention in read(text).dates]


def schedules(text: str) -> list[tuple[Every | None, int | None, date | None]]:
    return [(s.every, s.count, s.begins) for s in read(text).schedules]


def march(day: int) -> date:
    return date(2026, 3, day)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("the fifteenth", march(15)),
        ("by the 5th", date(2026, 4, 5)),
        ("end of the month", march(31)),
        ("mid-month then", march(15)),
        ("Friday", march(13)),
        ("next Friday", march(20)),
        ("this coming Tuesday", march(17)),
        ("friday week", march(20)),
        ("a week from Monday", march(23)),
        ("monday next week", march(16)),
        ("by friday the 20th", march(20)),
        ("Wednesday", march(18)),
        ("in twelve days", march(23)),
        ("in a fortnight's time", march(25)),
        ("in a couple of weeks", march(25)),
        ("first of next month", date(2026, 4, 1)),
        ("the last friday of the month", march(27)),
        ("end of april", date(2026, 4, 30)),
        ("15 March", march(15)),
        ("15/3", march(15)),
        ("3-15-88", date(1988, 3, 15)),
        ("March fourth, eighty-eight", date(1988, 3, 4)),
        ("march four nineteen eighty eight", date(1988, 3, 4)),
        ("two weeks ago", date(2026, 2, 25)),
        ("it was last Friday", date(2026, 3, 6)),
        ("2moro", march(12)),
        ("may 5th", date(2026, 5, 5)),
        ("the 31st", march(31)),
    ],
)
def test_a_day_is_found_from_the_day_of_the_call(text: str, wanted: date) -> None:
    assert days(text) == [wanted]


@pytest.mark.parametrize(
    "text",
    ["when I get paid", "once my unemployment starts", "next week", "on payday", "in a few days"],
)
def test_a_day_that_only_the_speaker_knows_is_named_without_a_date(text: str) -> None:
    assert days(text) == [None]


@pytest.mark.parametrize(
    "text",
    [
        "one second please",
        "the first thing I said",
        "after the second payment",
        "on the third floor",
        "i sat in the sun",
        "you may call",
        "thirty days past due",
        "24 months",
        "I march to my own drum",
        "a third party",
        "give me a minute",
    ],
)
def test_other_words_name_no_day(text: str) -> None:
    assert days(text) == []


def test_a_second_day_leans_on_the_words_of_the_first() -> None:
    assert days("either the 20th or the 27th") == [march(20), march(27)]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("every other Friday", (Every.TWO_WEEKS, None, march(13))),
        ("three equal payments", (None, 3, None)),
        ("biweekly", (Every.TWO_WEEKS, None, None)),
        ("twice a month", (Every.HALF_MONTH, None, None)),
        ("on the 1st and 15th", (Every.HALF_MONTH, None, march(15))),
        ("50 a month for six months", (Every.MONTH, 6, None)),
        ("each payday", (None, None, None)),
        ("half now and half on the fifteenth", (None, 2, TODAY)),
        ("two fifty dollar payments", (None, 2, None)),
        ("a twelve-month plan", (Every.MONTH, 12, None)),
        ("spread it over ten weeks", (Every.WEEK, 10, None)),
        ("three payments over three months", (Every.MONTH, 3, None)),
        ("a one-time payment", (Every.ONCE, 1, None)),
        ("one lump sum", (Every.ONCE, 1, None)),
        ("85 every two weeks from the twenty-second", (Every.TWO_WEEKS, None, march(22))),
        ("monthly, on the 5th", (Every.MONTH, None, date(2026, 4, 5))),
        ("the 5th of every month", (Every.MONTH, None, date(2026, 4, 5))),
        ("50 a week from monday", (Every.WEEK, None, march(16))),
        ("split it in half", (None, 2, None)),
    ],
)
def test_a_schedule_is_read_as_far_as_it_is_named(
    text: str, wanted: tuple[Every | None, int | None, date | None]
) -> None:
    assert schedules(text) == [wanted]


@pytest.mark.parametrize(
    "text",
    [
        "give me a week",
        "a week from monday",
        "a month ago",
        "30 days past due",
        "out of work for six months",
        "my monthly statement",
        "five hundred dollar payments",
        "i sent a payment",
    ],
)
def test_a_stretch_of_time_is_no_rhythm(text: str) -> None:
    assert schedules(text) == []


def test_two_rhythms_are_two_schedules() -> None:
    found = schedules("i get paid biweekly but could do 50 a month for six months")

    assert found == [(Every.TWO_WEEKS, None, None), (Every.MONTH, 6, None)]


def test_a_place_that_writes_the_day_first_is_read_so() -> None:
    text = "on 3/4 then"

    (_, _, dates) = read_numbers(text, read_line(text), TODAY, habits=Habits(day_first=True))

    assert [d.day for d in dates] == [date(2026, 4, 3)]


@pytest.mark.parametrize(
    "text",
    ["One payment can be moved, with no fee.", "If you are one payment behind, call us."],
)
def test_one_payment_of_a_plan_is_no_plan_of_one_payment(text: str) -> None:
    assert read(text).schedules == ()
    assert read("I'd do it in one payment.").schedules != ()


def test_how_long_a_plan_runs_is_no_day_and_its_first_day_is() -> None:
    (plan,) = schedules("forty dollars a month for twelve months from friday")

    assert plan == (Every.MONTH, 12, march(13))
    assert days("three months from today") == [date(2026, 6, 11)]
    assert days("set it for two weeks from friday") == [march(27)]


@pytest.mark.parametrize(("written", "month"), [("Nov.", 11), ("Mar.", 3), ("Sept.", 9)])
def test_a_month_cut_short_is_read_with_its_stop(written: str, month: int) -> None:
    turn = Turn(speaker=Speaker.CONSUMER, text=f"I can pay on 24 {written}")

    (day,) = shipped_reader().read(turn, today=date(2026, 1, 5)).dates

    assert day.day == date(2026, month, 24)
