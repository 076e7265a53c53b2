"""Looking a message over before it goes out: a hint like any other, by the rules that mark it."""

from __future__ import annotations

from calls.events import DialDecision, Hints
from calls.turn import Channel
from scoring.hints import Hint
from tests.shipped import EVERY
from tests.training.floor import NOW, beginner
from training.beginning import begin
from training.dialling import decide_dial
from training.drafts import check_draft
from training.hinting import choose_hints
from training.messages import By, as_email, ways_open
from training.models import Attempt, Person, Purpose
from training.practice import take_turn
from training.store import Store

STOP, DIAL, INVOICE = (
    EVERY[name] for name in ("stop_texting_me", "dial_or_not", "no_purchase_order")
)
KEANU, MONA = "HR-20735", "HR-20749"
WHY = "Why don't you want texts? You still owe $240.00 to Foldway Pay."
CONFIRMED = "Understood, no more texts will come to this number."
TEXT = By(Channel.SMS, STOP.account.id)
AT_WORK = By(Channel.EMAIL, STOP.account.id, "mtrent@brightreel.example")


def attempt_with(store: Store, ana: Person, level: Hints) -> Attempt:
    begun = begin(store, ana, STOP, Purpose.PRIVATE, 1, NOW)
    return choose_hints(store, ana, begun, level, NOW)


def looked_over(
    store: Store, ana: Person, words: str, by: By, level: Hints = Hints.FULL
) -> tuple[Hint, ...]:
    return check_draft(store, ana, attempt_with(store, ana, level), words, by, NOW)


def test_a_full_look_says_what_is_not_met_and_what_would_be_better(
    store: Store, ana: Person
) -> None:
    found = looked_over(store, ana, WHY, TEXT)

    assert any("opt-out" in one.text for one in found)
    assert all(one.better or one.text for one in found)


def test_a_gentle_one_only_asks(store: Store, ana: Person) -> None:
    found = looked_over(store, ana, WHY, TEXT, Hints.GENTLE)

    assert found
    assert all(one.text.endswith("?") and not one.better for one in found)


def test_what_may_be_sent_is_not_remarked_on(store: Store, ana: Person) -> None:
    attempt = attempt_with(store, ana, Hints.FULL)
    own = By(Channel.EMAIL, STOP.account.id, "maya.trent@mail.example")
    confirmed = take_turn(store, ana, attempt, CONFIRMED, NOW)

    assert check_draft(store, ana, attempt, CONFIRMED, TEXT, NOW) == ()
    assert check_draft(store, ana, confirmed, STOP.model_call.lines[-1], own, NOW) == ()


def test_an_address_at_work_and_a_missing_way_out_are_told(store: Store, ana: Person) -> None:
    found = looked_over(store, ana, as_email("Your jacket", "You owe us $240."), AT_WORK)

    told = " ".join(one.text for one in found)
    assert "private address" in told
    assert "how to get no more of them" in told


def test_nothing_is_said_where_no_hints_are_on_and_nothing_is_ever_kept(
    store: Store, ana: Person
) -> None:
    attempt = attempt_with(store, ana, Hints.FULL)
    check_draft(store, ana, attempt, WHY, TEXT, NOW)

    assert store.attempt(ana, attempt.id).events == attempt.events
    assert looked_over(store, ana, WHY, TEXT, Hints.OFF) == ()


def test_an_assessment_says_nothing_before_sending(store: Store, ana: Person) -> None:
    attempt = begin(store, beginner(ana, Purpose.ASSESSMENT), STOP, Purpose.ASSESSMENT, 1, NOW)

    assert check_draft(store, ana, attempt, WHY, TEXT, NOW) == ()


def test_what_cannot_be_sent_is_not_looked_over(store: Store, ana: Person) -> None:
    no_address = By(Channel.EMAIL, STOP.account.id)

    assert looked_over(store, ana, "  ", TEXT) == ()
    assert looked_over(store, ana, WHY, no_address) == ()


def test_a_machine_is_told_nothing_of_a_debt(store: Store, ana: Person) -> None:
    attempt = begin(store, ana, DIAL, Purpose.PRIVATE, 1, NOW)
    attempt = choose_hints(store, ana, attempt, Hints.FULL, NOW)
    attempt = decide_dial(store, ana, attempt, KEANU, DialDecision.DIAL, "allowed", NOW)
    machine = By(Channel.VOICEMAIL, KEANU)

    told = check_draft(store, ana, attempt, DIAL.poor_call.lines[0], machine, NOW)
    assert any("there is a debt" in one.text for one in told)
    assert check_draft(store, ana, attempt, DIAL.model_call.lines[0], machine, NOW) == ()
    sent = take_turn(store, ana, attempt, DIAL.model_call.lines[0], NOW, by=machine)
    assert choose_hints(store, ana, sent, Hints.GENTLE, NOW).state.hints is Hints.GENTLE


def test_what_is_open_depends_on_the_account_and_on_what_goes_on(store: Store, ana: Person) -> None:
    writing = begin(store, ana, STOP, Purpose.PRIVATE, 1, NOW)
    listed = begin(store, ana, DIAL, Purpose.PRIVATE, 1, NOW)
    calling = begin(store, ana, INVOICE, Purpose.PRIVATE, 1, NOW)
    otherwise = decide_dial(store, ana, listed, MONA, DialDecision.OTHER_CHANNEL, "attorney", NOW)
    dialled = decide_dial(store, ana, otherwise, KEANU, DialDecision.DIAL, "allowed", NOW)

    assert ways_open(writing, STOP, STOP.account.id) == (Channel.SMS, Channel.EMAIL)
    assert ways_open(listed, DIAL, KEANU) == ()
    assert ways_open(calling, INVOICE, INVOICE.account.id) == ()
    assert ways_open(otherwise, DIAL, MONA) == (Channel.SMS,)
    assert ways_open(dialled, DIAL, KEANU) == (Channel.VOICEMAIL,)
