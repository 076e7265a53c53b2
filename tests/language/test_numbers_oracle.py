"""Amounts, counts, rhythms and days are read exactly from turns whose values we know."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.spoken import in_words
from calls.money import Money
from calls.turn import Speaker, Turn
from language.numbers import AMERICAN, Habits
from language.reading import Reading
from language.shipped import shipped_reader
from tests.conftest import Samples
from tests.language.phrasings import Phrase, in_hundreds, in_pairs, phrases, said_in_pairs

TODAY = date(2026, 3, 11)


def read(text: str, speaker: Speaker = Speaker.CONSUMER, today: date | None = TODAY) -> Reading:
    return shipped_reader().read(Turn(speaker=speaker, text=text), today=today)


def found(reading: Reading) -> tuple[object, ...]:
    return (
        tuple((m.amount.cents, m.amount.currency) for m in reading.money if m.amount),
        tuple((s.every, s.count, s.begins) for s in reading.schedules),
        tuple(d.day for d in reading.dates),
    )


def wanted(phrase: Phrase) -> tuple[object, ...]:
    return phrase.amounts, phrase.plans, phrase.days


def test_every_phrasing_of_the_oracle_is_read_exactly(
    samples: Samples, figure: Callable[[str, object], None]
) -> None:
    cases = list(phrases(samples(small=100, full=2_000)))
    readings = [read(case.text, case.speaker, case.today) for case in cases]
    pairs = list(zip(cases, readings, strict=True))
    wrong = [
        f"{case.kind}: {case.text!r} on {case.today}: wanted {wanted(case)}, got {found(reading)}"
        for case, reading in pairs
        if found(reading) != wanted(case)
    ]

    exact = Counter(case.kind for case, reading in pairs if found(reading) == wanted(case))
    for kind, count in sorted(Counter(case.kind for case in cases).items()):
        figure(f"oracle.{kind.replace(' ', '_')}", f"{exact[kind]} of {count} exact")

    assert len(cases) >= 500
    assert wrong == []


def test_the_oracle_repeats_itself_in_few_sentences(samples: Samples) -> None:
    texts = [case.text for case in phrases(samples(small=100, full=2_000))]

    assert len(set(texts)) >= 500


def test_both_sides_of_the_call_are_in_the_oracle() -> None:
    speakers = Counter(case.speaker for case in phrases(50))

    assert min(speakers.values()) > 100


@given(st.integers(11, 9_999), st.booleans(), st.booleans())
def test_any_amount_in_words_is_read_as_that_amount(n: int, hyphen: bool, joined: bool) -> None:
    words = in_words(n, hyphen=hyphen, joined=joined)

    (mention,) = read(f"they asked me for {words} dollars").money

    assert mention.amount == Money.of(n)
    assert mention.text == f"{words} dollars"


@given(st.integers(110, 2_999).filter(said_in_pairs), st.booleans())
def test_pairs_of_words_are_one_amount(n: int, hyphen: bool) -> None:
    words = in_pairs(n, hyphen=hyphen)

    (mention,) = read(f"i could do {words} a month").money

    assert mention.amount == Money.of(n)


@given(st.integers(1_100, 9_999).filter(lambda n: n % 1000 >= 100))
def test_hundreds_beyond_ten_are_understood(n: int) -> None:
    (mention,) = read(f"it says {in_hundreds(n)} dollars here").money

    assert mention.amount == Money.of(n)


@given(st.integers(0, 9_999_999))
def test_any_amount_in_digits_is_read_to_the_cent(cents: int) -> None:
    amount = Money(cents=cents)

    (mention,) = read(f"It came to {amount}, with everything.").money

    assert mention.amount == amount
    assert mention.text == str(amount)


@given(st.text(max_size=80))
def test_any_text_at_all_is_read_without_fault(text: str) -> None:
    reading = read(text)

    assert all(m.text == text[m.start : m.end] for m in reading.money)
    assert all(d.text == text[d.start : d.end] for d in reading.dates)
    assert all(s.text == text[s.start : s.end] for s in reading.schedules)


def test_a_place_has_its_own_currency_and_order_of_day_and_month() -> None:
    british = Habits(currency="GBP", day_first=True)

    assert Habits(currency="USD", day_first=False) == AMERICAN
    assert british != AMERICAN


@pytest.mark.parametrize("today", [None, TODAY])
def test_a_birth_date_needs_no_calendar(today: date | None) -> None:
    (mention,) = read("March fourth, nineteen eighty-eight", today=today).dates

    assert mention.day == date(1988, 3, 4)


def test_without_the_day_of_the_call_a_relative_day_is_only_named() -> None:
    (mention,) = read("by friday", today=None).dates

    assert (mention.day, mention.text) == (None, "friday")
