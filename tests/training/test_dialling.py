"""Before a call: whom to dial, why, and from when on the others."""

from __future__ import annotations

from datetime import timedelta

import pytest

from calls.events import DialDecided, DialDecision, DialReason, MessageSent
from calls.turn import Channel
from scoring.marks import Dimension
from tests.scoring.reviewing import mark_of
from tests.shipped import EVERY
from tests.training.floor import NOW
from training.beginning import begin
from training.dialling import decide_dial, from_eight
from training.errors import NotOffered, TrainingError
from training.messages import By
from training.models import Attempt, Person, Purpose
from training.practice import take_turn
from training.reviews import record, review_attempt
from training.store import Store
from training.wrap_up import hand_in

LIST = EVERY["dial_or_not"]
HONOLULU, BOSTON, ATTORNEY = "HR-20735", "HR-20731", "HR-20749"
MESSAGE = "Hello, this is Dana Wells with Harbor. Please call me back at 800-555-0142. Thank you."


@pytest.fixture
def attempt(store: Store, ana: Person) -> Attempt:
    return begin(store, ana, LIST, Purpose.PRIVATE, 1, NOW)


def test_nobody_is_called_before_it_is_decided(attempt: Attempt) -> None:
    assert attempt.state.calls == ()
    assert attempt.accounts == LIST.accounts
    assert len(attempt.accounts) == 6


def test_who_is_dialled_has_a_machine_that_greets(
    store: Store, ana: Person, attempt: Attempt
) -> None:
    after = decide_dial(store, ana, attempt, HONOLULU, DialDecision.DIAL, "allowed", NOW)

    call = after.state.call
    assert call is not None
    assert call.channel is Channel.VOICEMAIL
    assert "voicemail" in call.turns[0].text


def test_what_is_said_to_a_machine_is_a_message_and_ends_the_call(
    store: Store, ana: Person, attempt: Attempt
) -> None:
    dialled = decide_dial(store, ana, attempt, HONOLULU, DialDecision.DIAL, "allowed", NOW)

    after = take_turn(store, ana, dialled, MESSAGE, NOW)

    sent = after.state.messages
    assert [(one.channel, one.account) for one in sent] == [(Channel.VOICEMAIL, HONOLULU)]
    assert after.state.call is not None
    assert after.state.call.over
    assert [turn.channel for turn in after.state.call.turns] == [Channel.VOICEMAIL] * 2


def test_the_same_decision_again_changes_nothing(
    store: Store, ana: Person, attempt: Attempt
) -> None:
    once = decide_dial(store, ana, attempt, BOSTON, DialDecision.NOT_NOW, "hours", NOW)

    again = decide_dial(store, ana, attempt, BOSTON, DialDecision.NOT_NOW, "hours", NOW)

    assert again.events == once.events


def test_a_decision_may_be_changed_until_the_account_was_dialled(
    store: Store, ana: Person, attempt: Attempt
) -> None:
    later = decide_dial(store, ana, attempt, BOSTON, DialDecision.NOT_NOW, "pause", NOW)
    later = decide_dial(store, ana, later, BOSTON, DialDecision.NOT_NOW, "hours", NOW)
    assert later.state.decided[BOSTON].reason == "hours"

    dialled = decide_dial(store, ana, later, HONOLULU, DialDecision.DIAL, "allowed", NOW)
    left = take_turn(store, ana, dialled, MESSAGE, NOW)
    with pytest.raises(TrainingError, match="it was dialled already"):
        decide_dial(store, ana, left, HONOLULU, DialDecision.NOT_NOW, "hours", NOW)


@pytest.mark.parametrize(
    ("account", "reason", "said"),
    [("HR-1", "hours", "there is no 'HR-1'"), (BOSTON, "tired", "there is no 'tired'")],
)
def test_only_accounts_and_reasons_of_the_list_can_be_named(
    store: Store, ana: Person, attempt: Attempt, account: str, reason: str, said: str
) -> None:
    with pytest.raises(NotOffered, match=said):
        decide_dial(store, ana, attempt, account, DialDecision.NOT_NOW, reason, NOW)


def test_a_message_on_a_machine_needs_a_machine(
    store: Store, ana: Person, attempt: Attempt
) -> None:
    with pytest.raises(TrainingError, match="no machine is listening"):
        take_turn(store, ana, attempt, MESSAGE, NOW, by=By(Channel.VOICEMAIL, HONOLULU))


def test_another_account_is_judged_by_its_own_clock_and_log(
    store: Store, ana: Person, attempt: Attempt
) -> None:
    dialled = decide_dial(store, ana, attempt, BOSTON, DialDecision.DIAL, "allowed", NOW)
    left = take_turn(store, ana, dialled, MESSAGE, NOW)

    done = hand_in(store, ana, left, NOW)

    made = review_attempt(store, ana, done.id, NOW)
    assert "fdcpa.comm.inconvenient_hours" in {one.rule for one in made.scorecard.must_change}
    contact = record(done, LIST).contacts[0]
    assert (contact.account, contact.context.city) == (BOSTON, "Boston")


def test_a_list_gone_through_as_is_right_gets_full_marks_for_it(
    store: Store, ana: Person, attempt: Attempt
) -> None:
    for made in LIST.model_call.decisions:
        days = made.next_in_days
        day = NOW.date() + timedelta(days=days or 0)
        at = None if days is None else from_eight(LIST, made.account, day)
        attempt = decide_dial(
            store, ana, attempt, made.account, made.decision, made.reason, NOW, at
        )
    attempt = hand_in(store, ana, take_turn(store, ana, attempt, MESSAGE, NOW), NOW)

    made_of_it = review_attempt(store, ana, attempt.id, NOW)

    for name in ("whom to dial", "reasons recorded", "next allowed time"):
        assert mark_of(made_of_it, Dimension.ACCURACY, name).value == 100, name
    assert made_of_it.scorecard.must_change == ()


def test_too_early_a_time_is_told_with_the_first_that_is_allowed(
    store: Store, ana: Person, attempt: Attempt
) -> None:
    at = from_eight(LIST, BOSTON, NOW.date() + timedelta(days=1)) - timedelta(hours=2)
    attempt = decide_dial(store, ana, attempt, BOSTON, DialDecision.NOT_NOW, "hours", NOW, at)
    attempt = hand_in(store, ana, attempt, NOW)

    mark = mark_of(
        review_attempt(store, ana, attempt.id, NOW), Dimension.ACCURACY, "next allowed time"
    )

    assert mark.value == 0
    assert mark.advice.startswith(f"{BOSTON} may be called again from March 3, 08:00")


def test_a_log_of_decisions_and_messages_comes_back_as_it_was(
    store: Store, ana: Person, attempt: Attempt
) -> None:
    dialled = decide_dial(store, ana, attempt, HONOLULU, DialDecision.DIAL, "allowed", NOW)
    left = take_turn(store, ana, dialled, MESSAGE, NOW)

    kept = store.attempt(ana, left.id)

    assert kept.state == left.state
    assert {type(event) for event in kept.events} >= {DialDecided, MessageSent}


def test_every_reason_says_what_it_means() -> None:
    assert all(reason.means for reason in DialReason)


def test_an_attempt_at_a_single_call_decides_nothing(store: Store, ana: Person) -> None:
    scenario = EVERY["forgetful_payer"]
    on_a_call = begin(store, ana, scenario, Purpose.PRIVATE, 1, NOW)
    account = on_a_call.accounts[0]

    with pytest.raises(TrainingError, match="nothing is to be decided here"):
        decide_dial(store, ana, on_a_call, account, DialDecision.DIAL, "allowed", NOW)


def test_accounts_of_the_list_have_their_own_people() -> None:
    boston = LIST.for_account(BOSTON)

    assert boston.consumer_name == "Ruth Calder"
    assert boston.facts == ()
    assert LIST.for_account(HONOLULU) == LIST
