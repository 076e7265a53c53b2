"""What is an amount, what is none, and what an amount is the amount of."""

from __future__ import annotations

from datetime import date

import pytest

from calls.money import Country, Money
from calls.turn import Speaker, Turn
from language.line import read_line
from language.numbers import Habits, habits_of, read_numbers
from language.reading import AmountRole, MoneyMention, Reading
from language.shipped import shipped_reader

TODAY = date(2026, 3, 11)


def read(text: str, before: Reading | None = None) -> Reading:
    turn = Turn(speaker=Speaker.CONSUMER, text=text)
    return shipped_reader().read(turn, before=before, today=TODAY)


def amounts(text: str) -> list[str]:
    return [str(m.amount) for m in read(text).money if m.amount]


def the_amount(text: str) -> MoneyMention:
    (mention,) = read(text).money
    return mention


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("two fifty a month", ["$250.00"]),
        ("one forty would be it", ["$140.00"]),
        ("$1,140.50", ["$1,140.50"]),
        ("eleven hundred and forty dollars", ["$1,140.00"]),
        ("1.2k tops", ["$1,200.00"]),
        ("85", ["$85.00"]),
        ("2148.75, that's all", ["$2,148.75"]),
        ("fifty, maybe", ["$50.00"]),
        ("I can send three-forty tomorrow", ["$340.00"]),
        ("a tenner a week mate", ["£10.00"]),
        ("60 cents", ["$0.60"]),
        ("fifty p", ["£0.50"]),
        ("forty or fifty a week", ["$40.00", "$50.00"]),
        ("between 40 and 50 i'd say", ["$40.00", "$50.00"]),
        ("two or three hundred bucks", ["$200.00", "$300.00"]),
        ("100-150 a month", ["$100.00", "$150.00"]),
        ("one eighty-six forty, that's what it says", ["$186.40"]),
        ("75 down and fifty a week", ["$75.00", "$50.00"]),
        ("a couple hundred bucks", ["$200.00"]),
        ("two and a half grand", ["$2,500.00"]),
        ("twelve dollars fifty", ["$12.50"]),
        ("100bucks rn", ["$100.00"]),
        ("150 a mnth", ["$150.00"]),
        ("$50/mo", ["$50.00"]),
        ("US$ 40, not A$40", ["$40.00", "A$40.00"]),
    ],
)
def test_amounts_as_people_say_them(text: str, wanted: list[str]) -> None:
    assert amounts(text) == wanted


@pytest.mark.parametrize(
    "text",
    [
        "one second please",
        "a couple of things came up",
        "no one told me",
        "it's been 24 months",
        "thirty days past due",
        "call me at 5",
        "around ten thirty would suit",
        "3:30 works",
        "I'm 34",
        "she turned sixty in June",
        "it's 1234",
        "last four are 5512",
        "my social is five five one two",
        "4111 1111 1111 1111",
        "call 866-784-1160",
        "555-1234",
        "my zip is 77002",
        "123 Elm Street",
        "apartment 50",
        "I work 40 hours a week",
        "i have 3 kids",
        "we have 15 employees",
        "twenty-four percent interest",
        "half an hour",
        "March fourth, eighty-eight",
        "05/11/1979",
        "case number 55012",
        "option two",
        "press 50 for more",
        "I got let go in 2019",
        "you may call me",
        "five, ten, fifteen minutes",
        "a few hundred letters",
        "fifty-fifty",
        "the first thing I did",
        "section 1692",
        "one day at a time",
        "twenty people before me",
        "they agreed, see $x^2$ for the rest",
    ],
)
def test_other_numbers_are_no_amounts(text: str) -> None:
    assert amounts(text) == []


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("I could pay 80", AmountRole.PAYMENT),
        ("fifty, maybe", AmountRole.PAYMENT),
        ("Your balance is $640.00 as of today", AmountRole.BALANCE),
        ("I know I owe nine hundred", AmountRole.BALANCE),
        ("there's a late fee of $25", AmountRole.FEE),
        ("I make 1800 a month", AmountRole.INCOME),
        ("i get paid 600 every two weeks", AmountRole.INCOME),
        ("rent is 950", AmountRole.COST),
        ("the electric bill was $140", AmountRole.COST),
        ("$40", AmountRole.OTHER),
        ("the state owes me $3,400", AmountRole.INCOME),
        ("I owe $3,400", AmountRole.BALANCE),
    ],
)
def test_near_words_give_an_amount_its_role(text: str, role: AmountRole) -> None:
    assert the_amount(text).role is role


@pytest.mark.parametrize(
    "text", ["I can't do 200", "i cant pay 80 a week", "There is no way I could send $90"]
)
def test_an_amount_that_is_refused_is_marked(text: str) -> None:
    assert the_amount(text).negated


@pytest.mark.parametrize(
    "text",
    ["why don't we say 200", "Not more than 50", "I can't talk, but I could do 200", "No, 50."],
)
def test_other_negations_refuse_no_amount(text: str) -> None:
    assert not the_amount(text).negated


def test_only_the_refused_one_of_two_amounts_is_marked() -> None:
    first, second = read("i cant do 200 maybe 100").money

    assert (first.negated, second.negated) == (True, False)


@pytest.mark.parametrize(
    ("text", "share"),
    [
        ("half of it", 0.5),
        ("I can pay half today", 0.5),
        ("a third of it now", 1 / 3),
        ("three quarters of that", 0.75),
        ("40% of the balance", 0.4),
        ("take 30 percent off", 0.7),
        ("I'd pay the full amount", 1.0),
    ],
)
def test_shares_of_another_amount(text: str, share: float) -> None:
    mention = the_amount(text)

    assert mention.amount is None
    assert mention.share == pytest.approx(share)


def test_a_bare_number_after_an_identifier_was_asked_is_no_amount() -> None:
    asked = Turn(speaker=Speaker.COLLECTOR, text="Could you confirm the last four of your social?")
    before = shipped_reader().read(asked)

    assert read("maybe 85", before).money == ()
    assert read("maybe 85").money != ()


def test_a_place_gives_plain_numbers_their_currency() -> None:
    text = "i could do 40 a month"

    (money, _, _) = read_numbers(text, read_line(text), TODAY, habits=Habits(currency="GBP"))

    assert [m.amount for m in money] == [Money.of(40, "GBP")]


@pytest.mark.parametrize(
    ("country", "text", "wanted"),
    [
        ("GB", "I can do forty, or a fiver a week", ["£40.00", "£5.00"]),
        ("GB", "that's 20 dollars, not pounds", ["$20.00"]),
        ("AU", "sixty dollars a fortnight", ["A$60.00"]),
        ("AU", "$85 on the third, maybe a tenner before", ["A$85.00", "A$10.00"]),
        ("IE", "59 euros and fifty cents", ["€59.50"]),
        ("IE", "I could do 30 a month", ["€30.00"]),
    ],
)
def test_a_reader_knows_the_money_of_its_place(
    country: Country, text: str, wanted: list[str]
) -> None:
    reader = shipped_reader().at_home_in(habits_of(country))

    reading = reader.read(Turn(speaker=Speaker.CONSUMER, text=text), today=TODAY)

    assert [str(m.amount) for m in reading.money if m.amount] == wanted


def test_a_reader_of_another_place_remembers_nothing_of_this_one() -> None:
    turn = Turn(speaker=Speaker.CONSUMER, text="I can do forty by 3/4.")
    british = shipped_reader().at_home_in(habits_of("GB"))

    here, there = (one.read(turn, today=TODAY) for one in (shipped_reader(), british))

    assert [here.dates[0].day, there.dates[0].day] == [date(2027, 3, 4), date(2026, 4, 3)]
    assert shipped_reader().at_home_in(habits_of("US")) is shipped_reader()


def test_one_named_currency_holds_for_the_other_numbers_of_the_turn() -> None:
    assert amounts("not £60, i could do 40 a month") == ["£60.00", "£40.00"]


def test_mentions_point_at_their_words() -> None:
    text = "Well… I\u2019d do two hundred and fifty bucks, ok?"

    mention = the_amount(text)

    assert mention.text == "two hundred and fifty bucks"
    assert text[mention.start : mention.end] == mention.text


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("I was hoping for something closer to 240", ["$240.00"]),
        ("i could go as high as 350", ["$350.00"]),
        ("nothing below 45", ["$45.00"]),
        ("80 and we are done", ["$80.00"]),
        ("How does 35 sound?", ["$35.00"]),
        ("How about 10 then", ["$10.00"]),
        ("11 works", []),
        ("12 is good for me", []),
    ],
)
def test_bargaining_needs_no_currency(text: str, wanted: list[str]) -> None:
    assert amounts(text) == wanted
