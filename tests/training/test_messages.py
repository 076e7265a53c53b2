"""Texts and e-mails: turns of one conversation that each go their own way."""

from __future__ import annotations

import pytest

from calls.turn import Channel, Speaker
from scoring.marks import Dimension
from tests.scoring.reviewing import mark_of
from tests.shipped import EVERY
from tests.training.floor import NOW
from training.beginning import begin
from training.errors import NotOffered, TrainingError
from training.messages import By
from training.models import Attempt, Person, Purpose
from training.practice import end_call, take_back, take_turn, words_to_take_back
from training.reviews import review_attempt
from training.store import Store
from training.wrap_up import hand_in

STOP = EVERY["stop_texting_me"]
CONFIRMED = "Understood, no more texts will come to this number."
EMAIL = By(Channel.EMAIL, to="maya.trent@mail.example")


@pytest.fixture
def attempt(store: Store, ana: Person) -> Attempt:
    return begin(store, ana, STOP, Purpose.PRIVATE, 1, NOW)


def test_the_other_side_has_written_first(attempt: Attempt) -> None:
    call = attempt.state.call
    assert call is not None
    assert call.written
    assert "maya" in call.turns[0].text
    assert call.revealed == ("stop_texts",)


def test_a_line_in_a_conversation_in_writing_is_a_message_and_answered(
    store: Store, ana: Person, attempt: Attempt
) -> None:
    after = take_turn(store, ana, attempt, CONFIRMED, NOW)

    assert [one.channel for one in after.state.messages] == [Channel.SMS]
    assert after.state.call is not None
    assert [turn.speaker for turn in after.state.call.turns] == [
        Speaker.CONSUMER,
        Speaker.COLLECTOR,
        Speaker.CONSUMER,
    ]


def test_an_e_mail_goes_on_in_the_same_conversation_and_is_answered_the_way_it_came(
    store: Store, ana: Person, attempt: Attempt
) -> None:
    attempt = take_turn(store, ana, attempt, CONFIRMED, NOW)

    after = take_turn(store, ana, attempt, "Hi Maya,\n\nthis is Dana.", NOW, by=EMAIL)

    assert len(after.state.calls) == 1
    assert [turn.channel for turn in after.state.calls[0].turns[-2:]] == [Channel.EMAIL] * 2
    assert after.state.messages[-1].text == "Hi Maya,\n\nthis is Dana."


def test_the_same_message_sent_twice_is_one(store: Store, ana: Person, attempt: Attempt) -> None:
    once = take_turn(store, ana, attempt, CONFIRMED, NOW)

    assert take_turn(store, ana, attempt, CONFIRMED, NOW).events == once.events


def test_a_message_that_went_out_cannot_be_taken_back(
    store: Store, ana: Person, attempt: Attempt
) -> None:
    after = take_turn(store, ana, attempt, CONFIRMED, NOW)

    assert words_to_take_back(after) is None
    with pytest.raises(TrainingError, match="there is nothing to take back"):
        take_back(store, ana, after, NOW)


def test_who_is_texted_on_about_it_blocks_the_number(
    store: Store, ana: Person, attempt: Attempt
) -> None:
    for words in ("You owe $240.00.", "Can you pay $240.00 today?", "Pay $240.00 now."):
        attempt = take_turn(store, ana, attempt, words, NOW)

    assert attempt.state.call is not None
    assert attempt.state.call.over


def test_a_conversation_in_writing_can_be_handed_in_as_it_stands(
    store: Store, ana: Person, attempt: Attempt
) -> None:
    after = take_turn(store, ana, attempt, CONFIRMED, NOW)

    assert hand_in(store, ana, after, NOW).state.handed_in


def test_what_is_sent_after_it_was_left_is_kept_and_not_answered(
    store: Store, ana: Person, attempt: Attempt
) -> None:
    left = end_call(store, ana, attempt, NOW)

    after = take_turn(store, ana, left, "Hi Maya.", NOW, by=EMAIL)

    assert [one.channel for one in after.state.messages] == [Channel.EMAIL]
    assert after.state.calls[0].turns[-1].speaker is Speaker.COLLECTOR


@pytest.mark.parametrize(
    ("by", "said"),
    [(By(Channel.CALL), "there is no 'call'"), (By(Channel.SMS, "HR-1"), "there is no 'HR-1'")],
)
def test_a_message_goes_by_a_way_and_to_an_account_that_there_is(
    store: Store, ana: Person, attempt: Attempt, by: By, said: str
) -> None:
    with pytest.raises(NotOffered, match=said):
        take_turn(store, ana, attempt, "Hello", NOW, by=by)


def test_of_two_addresses_one_is_named_and_then_kept_to(
    store: Store, ana: Person, attempt: Attempt
) -> None:
    with pytest.raises(TrainingError, match="one of mtrent@brightreel"):
        take_turn(store, ana, attempt, "Hi Maya.", NOW, by=By(Channel.EMAIL))

    attempt = take_turn(store, ana, attempt, "Hi Maya.", NOW, by=EMAIL)
    attempt = take_turn(store, ana, attempt, "Are you there?", NOW, by=By(Channel.EMAIL))

    assert [one.to for one in attempt.state.messages] == [EMAIL.to] * 2


def test_what_went_to_an_address_at_work_is_told_and_keeps_from_the_end(
    store: Store, ana: Person, attempt: Attempt
) -> None:
    at_work = By(Channel.EMAIL, to="mtrent@brightreel.example")
    attempt = take_turn(store, ana, attempt, CONFIRMED, NOW)
    attempt = take_turn(store, ana, attempt, "Hi Maya. Reply STOP to opt out.", NOW, by=at_work)
    attempt = hand_in(store, ana, attempt, NOW)

    made = review_attempt(store, ana, attempt.id, NOW)

    assert mark_of(made, Dimension.COMMUNICATION, "private address").value == 0
    assert (
        "an e-mail went to mtrent@brightreel.example, an address at work" in made.scorecard.missing
    )
