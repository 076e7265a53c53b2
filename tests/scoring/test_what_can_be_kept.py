"""Agreeing on what can be kept: what was asked and put to them, and what nothing makes up for."""

from datetime import timedelta

import pytest

from calls.context import CallContext
from calls.disposition import Disposition
from calls.money import Every, Money, Offer, Schedule
from calls.notation import parse_transcript
from calls.state import WrapUp
from calls.turn import Speaker
from commands.reviewing import recorded
from compliance_rules import shipped_checker
from scoring.marks import Dimension
from scoring.negotiation.limits import before_it_is_there
from scoring.review import Review, review
from tests.scoring.reviewing import BEGAN, TODAY, imported, mark_of, rows, score_of
from tests.shipped import SCENARIOS

ANA = SCENARIOS["laid_off_three_weeks_ago"]
MARCUS = SCENARIOS["forgetful_payer"]
TWO_WEEKS = TODAY + timedelta(days=14)
CALL = """collector: Is this Ana Reyes? Harbor Recovery here, about your car loan.
consumer: Yes. I lost my job, I can't do all of it.
collector: {asked}
consumer: {told}
collector: {put}
consumer: {answer}
collector: Thank you, goodbye."""
ASKED = "What comes in each month, and what has to be paid first?"
TOLD = "I get $2,000 a month from the state, and the rent is $1,100."


def call(
    asked: str = ASKED, told: str = TOLD, put: str = "Could you do $50?", answer: str = "Okay."
) -> str:
    return CALL.format(asked=asked, told=told, put=put, answer=answer)


def value(text: str, name: str) -> float | None:
    return mark_of(imported(text), Dimension.NEGOTIATION, name).value


# --- what they have ---


@pytest.mark.parametrize(
    ("asked", "marked"),
    [
        (ASKED, 60),
        ("What would work for you then?", 30),
        ("That is not my problem.", 0),
        ("So you can pay it today, right? Let's get this settled today.", 0),
    ],
)
def test_to_ask_what_they_have_is_more_than_to_ask_what_suits(asked: str, marked: float) -> None:
    told = TOLD if asked == ASKED else "I don't know, whatever."

    assert value(call(asked=asked, told=told), "means") == marked


def test_two_questions_about_what_they_have_are_enough() -> None:
    put = "And what goes out for food and the rent? Could you do $50 a month?"

    assert value(call(put=put), "means") == 100


def test_what_is_asked_after_the_yes_comes_too_late() -> None:
    late = call(asked="Could you do $50 a month?", told="Okay.", put=ASKED, answer=TOLD)

    assert value(late, "means") == 0


# --- pressing ---


def test_to_press_right_after_a_no_takes_from_the_whole() -> None:
    calm, pressed = call(), call(asked="You need to pay this today, I want all of it now.")

    assert value(calm, "no pressing") == 100
    assert value(pressed, "no pressing") == 50
    before, after = (score_of(imported(one), Dimension.NEGOTIATION) for one in (calm, pressed))
    assert before.value is not None
    assert after.value is not None
    assert after.value < before.value


# --- what nothing makes up for ---


def once(amount: int, days: int) -> Offer:
    return Offer(
        by=Speaker.COLLECTOR,
        amount=Money.of(amount),
        schedule=Schedule(every=Every.ONCE, start=TODAY + timedelta(days=days)),
    )


def test_what_falls_due_before_their_money_comes_is_measured_by_what_they_have_till_then() -> None:
    payday = (MARCUS.day("payday", TODAY) - TODAY).days

    assert before_it_is_there(MARCUS, once(80, 0), TODAY) == 2  # of $40 that are there today
    assert before_it_is_there(MARCUS, once(80, payday), TODAY) is None


def reviewed(text: str, amount: str, count: int, days: int = 14) -> Review:
    """A recorded call of Ana's with these rows put down after it."""
    wrap_up = WrapUp(
        notes="Plan agreed.",
        disposition=Disposition.ARRANGEMENT,
        arrangement=rows(amount, count, TODAY + timedelta(days=days)),
    )
    said = parse_transcript(text).model_copy(update={"began_at": BEGAN})
    checker = shipped_checker()
    return review(recorded(said, CallContext(), checker, ANA, wrap_up), checker, ANA)


def test_a_yes_that_cannot_be_kept_is_the_lowest_level_whatever_was_asked() -> None:
    firm = "So that is $1,140 in one payment on {day:%B} {day.day} by debit card, is that right?"
    made = reviewed(call(put=firm.format(day=TWO_WEEKS), answer="Yes, okay."), "1140", 1)

    score = score_of(made, Dimension.NEGOTIATION)
    assert score.value is not None
    assert score.value <= 10
    assert score.reason.startswith("no more than 10 of 100 with that outcome")


# --- what was put down, heard in the call ---


def test_what_was_put_down_was_agreed_where_they_took_it_up() -> None:
    put = "At $70 every two weeks it would be done by summer."
    agreed = reviewed(call(put=put, answer="Okay. And what if I am late with one?"), "70", 5)
    refused = reviewed(call(put=put, answer="No, I won't do that."), "70", 5)
    never_said = reviewed(call(), "75", 5)

    reasons = [
        mark_of(one, Dimension.NEGOTIATION, "outcome").reason
        for one in (agreed, refused, never_said)
    ]
    assert reasons[0].startswith("it is within authority and can be kept up")
    assert reasons[1].startswith("nothing was agreed")
    assert "$75.00" not in reasons[2]
