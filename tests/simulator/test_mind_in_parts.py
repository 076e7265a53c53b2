"""Several payments, each on its own day; lump sums; days left to when money comes."""

from datetime import timedelta

import pytest

from calls.fold import fold
from calls.money import Money, Offer
from calls.moves import Act, Move
from calls.state import CallState
from language.shipped import shipped_reader
from simulator.scripted import script, seed_for
from tests.shipped import SCENARIOS
from tests.simulator.playing import play
from tests.simulator.speaking import BEGAN

MARCUS = SCENARIOS["forgetful_payer"]
TODAY = BEGAN.date()
PAYDAY = MARCUS.day("payday", TODAY)


def called(*more: str) -> CallState:
    """The model call up to the debt, then these."""
    lines = script(MARCUS, (*MARCUS.model_call.lines[:3], *more), BEGAN)
    call = fold(play(MARCUS, lines, seed_for(MARCUS, "marcus"), shipped_reader(), BEGAN)).call
    assert call is not None
    return call


def last(call: CallState) -> Move:
    return [line.move for line in call.lines if line.move][-1]


def rows(offer: Offer | None) -> list[tuple[int, int]]:
    assert offer is not None
    return [(row.amount.cents, (row.due - TODAY).days) for row in offer.single_payments(TODAY)]


def test_two_payments_that_are_there_on_their_days_are_taken() -> None:
    later = f"{PAYDAY + timedelta(days=3):%B %-d}"

    call = called(f"Could you do $100 on {{payday}} and the rest on {later}?")

    due = (PAYDAY - TODAY).days
    assert rows(call.accepted) == [(10000, due), (8640, due + 3)]


def test_half_of_it_today_is_moved_to_the_day_on_which_they_are_paid() -> None:
    call = called("What about half now and half on {payday}?")

    own = last(call).counter
    assert own is not None
    assert own.total == Money.of("186.40")
    assert min(due for _, due in rows(own)) == (PAYDAY - TODAY).days


def test_what_is_in_parts_is_said_with_every_amount_and_day() -> None:
    later = f"{PAYDAY + timedelta(days=3):%B %-d}"
    wrong = f"So that's $90 on {{payday}} and $50 on {later}. Did I get that right?"

    call = called(f"Could you do $100 on {{payday}} and the rest on {later}?", wrong)

    text = call.lines[-1].turn.text
    assert Act.CORRECTS_RECAP in last(call).acts
    assert "86.40" in text


def test_parts_are_read_back_and_confirmed() -> None:
    later = f"{PAYDAY + timedelta(days=3):%B %-d}"
    right = f"So that's $100 on {{payday}} and $86.40 on {later}. Did I get that right?"

    call = called(f"Could you do $100 on {{payday}} and the rest on {later}?", right)

    assert Act.CONFIRMS_RECAP in last(call).acts


@pytest.mark.parametrize(
    "left_to_them",
    [
        "Could you pay the $186.40 when you get paid?",
        "Shall we say all of it once you're paid, the whole $186.40?",
        "What about the $186.40 on your next payday?",
    ],
)
def test_a_day_left_to_their_pay_day_is_that_day_and_they_say_which(left_to_them: str) -> None:
    call = called(left_to_them)

    assert call.accepted is not None
    assert call.accepted.schedule.start == PAYDAY
    assert "fifteenth" in call.lines[-1].turn.text


def test_asking_what_comes_first_when_they_are_paid_proposes_nothing() -> None:
    call = called("What would suit you for the $186.40?", "What comes first when you get paid?")

    assert call.accepted is None


@pytest.mark.parametrize(
    "asked",
    [
        "On a scale from zero to a thousand dollars, where do you stop?",
        "Where between fifty and three hundred dollars would you say you are?",
        "Did you pay $62 in August?",
        "What happened to the $62 in October?",
        "You've always paid your $62 on time before.",
        "Would zero dollars work for you?",
    ],
)
def test_amounts_that_are_only_spoken_of_are_no_offer(asked: str) -> None:
    move = last(called(asked))

    assert move.offer_heard is None
    assert move.accepted is None


def test_of_a_range_people_take_the_lower_end() -> None:
    call = called("Could you do somewhere between $50 and $80 on {payday}?")

    assert call.accepted is not None
    assert call.accepted.amount == Money.of(50)
