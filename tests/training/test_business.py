"""Between businesses: the e-mail after a call, a part in dispute, and which laws are off."""

from __future__ import annotations

import pytest

from calls.moves import Act
from calls.turn import Channel
from simulator.scripted import seed_for
from tests.shipped import EVERY
from tests.training.floor import NOW
from training.beginning import begin
from training.errors import TrainingError
from training.messages import By
from training.models import Attempt, Person, Purpose
from training.practice import end_call, take_turn
from training.rehearsal import rehearsed
from training.reviews import review_attempt
from training.store import Store
from training.wrap_up import hand_in

INVOICE = EVERY["no_purchase_order"]
EMAIL = By(Channel.EMAIL)
SCRIPT = INVOICE.model_call.lines


@pytest.fixture
def attempt(store: Store, ana: Person) -> Attempt:
    return begin(store, ana, INVOICE, Purpose.PRIVATE, seed_for(INVOICE, "clerk"), NOW)


def said(store: Store, ana: Person, attempt: Attempt, *lines: str) -> Attempt:
    for line in lines:
        attempt = take_turn(store, ana, attempt, line, NOW)
    return attempt


def test_who_writes_while_a_call_goes_on_is_told_to_end_it(
    store: Store, ana: Person, attempt: Attempt
) -> None:
    with pytest.raises(TrainingError, match="a call is going on"):
        take_turn(store, ana, attempt, "Here it is again.", NOW, by=EMAIL)


def test_an_e_mail_after_a_call_is_a_line_of_it_and_nobody_answers(
    store: Store, ana: Person, attempt: Attempt
) -> None:
    over = end_call(store, ana, attempt, NOW)

    after = take_turn(store, ana, over, "Here is the invoice again.", NOW, by=EMAIL)

    assert len(after.state.calls) == 1
    assert after.state.calls[0].turns[-1].channel is Channel.EMAIL
    assert after.state.waiting is None


def test_asking_when_goes_past_what_is_not_booked_and_asking_how_does_not(
    store: Store, ana: Person, attempt: Attempt
) -> None:
    when = said(store, ana, attempt, *SCRIPT[:3], "But when will it be paid?")
    how = said(store, ana, when, "How does an invoice get into your system?")

    assert Act.STANDS_BY in _acts(when)
    assert Act.DISCLOSES in _acts(how)
    assert how.state.call is not None
    assert "merger" in how.state.call.revealed


def test_the_laws_for_consumers_are_off_and_the_result_says_why(
    store: Store, ana: Person, attempt: Attempt
) -> None:
    over = end_call(store, ana, said(store, ana, attempt, *SCRIPT[:3]), NOW)
    handed = hand_in(store, ana, over, NOW)

    off = review_attempt(store, ana, handed.id, NOW).check.packs_off

    laws = {one.law: one.reason for one in off if one.pack == "uk"}
    assert "consumer credit" in laws["conc"]
    assert "company" in laws["breathing_space"]
    assert "late_payment" not in laws


def test_a_day_to_answer_by_is_no_day_to_pay_on() -> None:
    call = rehearsed(INVOICE, INVOICE.model_call, NOW).state.calls[0]

    assert call.accepted is not None
    assert call.accepted.schedule.start == INVOICE.day("run_day", NOW.date())


def _acts(attempt: Attempt) -> tuple[Act, ...]:
    move = attempt.state.call.lines[-1].move if attempt.state.call else None
    return move.acts if move else ()
