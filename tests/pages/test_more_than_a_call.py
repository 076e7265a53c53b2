"""Lists, machines, texts and e-mails on their pages: composed, asked about once, wrapped up."""

from __future__ import annotations

from datetime import timedelta

import pytest
from streamlit.testing.v1 import AppTest

from calls.events import DialDecision, Hints
from calls.turn import Channel
from tests.pages.visiting import buttons, go, press, shown
from tests.shipped import CHANNELS
from tests.training.floor import NOW, beginner
from training.beginning import begin
from training.dialling import decide_dial
from training.messages import By
from training.models import Attempt, Purpose, Role
from training.people import sign_in_locally
from training.practice import end_call, take_turn
from training.store import Store
from training.wrap_up import hand_in

MESSAGE = "Hello, this is Dana with Harbor. Please call me back at 800-555-0142. Thank you."
CONFIRMED = "Understood, no more texts will come to this number."
OWN = "maya.trent@mail.example"
MAYA, RUTH, KEANU = "HR-20771", "HR-20731", "HR-20735"


def played(store: Store, scenario: str, *, done: bool) -> Attempt:
    """An attempt of Dana's, as the terminal leaves it under her name."""
    person = sign_in_locally(store, "Dana Wells", Role.TRAINEE, NOW)
    situation = CHANNELS[scenario]
    attempt = begin(store, person, situation, Purpose.PRIVATE, 1, NOW)
    if situation.dial is not None:
        for account in attempt.accounts[:2]:
            attempt = decide_dial(
                store, person, attempt, account, DialDecision.DIAL, "allowed", NOW
            )
            attempt = take_turn(store, person, attempt, MESSAGE, NOW)
    else:
        box = situation.account.emails[-1].address
        attempt = take_turn(store, person, attempt, "No more texts.", NOW)
        if not attempt.state.calls[-1].written:
            attempt = end_call(store, person, attempt, NOW)
        attempt = take_turn(store, person, attempt, MESSAGE, NOW, by=By(Channel.EMAIL, to=box))
    return hand_in(store, person, attempt, NOW) if done else attempt


def begun(app: AppTest, scenario: str) -> str:
    """From the brief to where it is played; returns the id of the attempt."""
    press(go(app, "brief", scenario=scenario), "Practise privately")
    attempt = "".join(app.query_params["attempt"])
    go(app, "call", attempt=attempt)
    return attempt


def kept(store: Store, attempt: str) -> Attempt:
    return store.attempt(sign_in_locally(store, "Dana Wells", Role.TRAINEE, NOW), attempt)


def compose(app: AppTest, field: str, words: str) -> AppTest:
    app.text_area(key=field).set_value(words)
    return app.run()


@pytest.mark.parametrize("scenario", CHANNELS)
@pytest.mark.parametrize("page", ["call", "wrap_up"])
def test_what_was_begun_in_the_terminal_goes_on_on_its_page(
    dana: AppTest, store: Store, page: str, scenario: str
) -> None:
    attempt = played(store, scenario, done=False)

    assert CHANNELS[scenario].title in shown(go(dana, page, attempt=attempt.id))


@pytest.mark.parametrize("scenario", CHANNELS)
def test_a_scorecard_shows_every_mark_and_all_that_was_sent(
    dana: AppTest, store: Store, scenario: str
) -> None:
    attempt = played(store, scenario, done=True)
    page = shown(go(dana, "scorecard", attempt=attempt.id))

    assert "How it was marked" in page
    assert "can be answered" in page
    assert "Please call me back" in page
    decided = CHANNELS[scenario].dial is not None
    assert ("Right would be" in page) is decided
    assert ("Ruth Calder, HR-20731" in page) is decided


def test_a_text_is_counted_asked_about_once_and_answered(dana: AppTest, store: Store) -> None:
    attempt = begun(dana, "stop_texting_me")
    field = f"{attempt}_{MAYA}_text"
    compose(dana, field, CONFIRMED)
    press(dana, "Send the text …")

    assert "51 of 160 characters · 1 text" in shown(dana)
    assert CONFIRMED in shown(dana)
    assert kept(store, attempt).state.messages == ()
    press(dana, "Send the text")
    sent = kept(store, attempt).state
    assert [(one.channel, one.text) for one in sent.messages] == [(Channel.SMS, CONFIRMED)]
    assert sent.waiting is None
    assert dana.text_area(key=field).value == ""
    assert "portal" in shown(dana)


def test_an_e_mail_has_a_subject_and_an_address_that_is_chosen(dana: AppTest, store: Store) -> None:
    attempt = begun(dana, "stop_texting_me")
    dana.segmented_control(key=f"way_{MAYA}").set_value(Channel.EMAIL).run()
    prefix = f"{attempt}_{MAYA}"
    dana.text_input(key=f"{prefix}_subject").set_value("Your jacket")
    compose(dana, f"{prefix}_body", "Hi Maya,\n\nit is all in here.")
    press(dana, "Send the e-mail …")
    assert "No address is named" in shown(dana)

    dana.selectbox(key=f"{prefix}_to").set_value(OWN).run()
    press(dana, "Send the e-mail …")
    press(dana, "Send the e-mail")
    (message,) = kept(store, attempt).state.messages
    assert message.to == OWN
    assert message.text == "Subject: Your jacket\n\nHi Maya,\n\nit is all in here."
    assert "by e-mail" in shown(dana)


def test_what_is_written_is_looked_over_only_where_hints_are_on(dana: AppTest) -> None:
    attempt = begun(dana, "stop_texting_me")
    compose(dana, f"{attempt}_{MAYA}_text", "Why? You owe $240.00 to Foldway Pay.")
    assert "Before you send it" not in shown(dana)

    dana.segmented_control(key="hints").set_value(Hints.FULL).run()
    assert "Before you send it" in shown(dana)
    assert "whoever holds the phone" in shown(dana)


def test_an_assessment_has_the_composer_and_no_word_on_what_is_in_it(
    dana: AppTest, store: Store
) -> None:
    person = sign_in_locally(store, "Dana Wells", Role.TRAINEE, NOW)
    invited = beginner(person, Purpose.ASSESSMENT)
    taken = begin(store, invited, CHANNELS["stop_texting_me"], Purpose.ASSESSMENT, 1, NOW)
    go(dana, "call", attempt=taken.id)
    page = shown(compose(dana, f"{taken.id}_{MAYA}_text", "You owe $240.00 to Foldway Pay."))

    assert "Send the text …" in buttons(dana)
    assert "characters" in page
    assert "Before you send it" not in page
    assert "hints" not in page.casefold()


def test_a_list_is_decided_on_dialled_and_handed_in(dana: AppTest, store: Store) -> None:
    attempt = begun(dana, "dial_or_not")
    dana.radio(key="work_list").set_value(RUTH).run()
    assert "contacts" in kept(store, attempt).state.looked_up
    dana.segmented_control(key=f"decision_{RUTH}").set_value(DialDecision.NOT_NOW).run()
    press(dana, "Record it")
    assert "The reason is missing" in shown(dana)

    dana.radio(key=f"why_{RUTH}").set_value("hours").run()
    tomorrow = kept(store, attempt).started_at.date() + timedelta(days=1)
    dana.date_input(key=f"day_{RUTH}").set_value(tomorrow).run()
    press(dana, "Record it")
    decided = kept(store, attempt).state.decided[RUTH]
    assert (decided.decision, decided.reason) == (DialDecision.NOT_NOW, "hours")
    assert decided.next_at is not None

    dana.radio(key="work_list").set_value(KEANU).run()
    dana.segmented_control(key=f"decision_{KEANU}").set_value(DialDecision.DIAL).run()
    press(dana, "Dial 808-555-0127")
    compose(dana, f"{attempt}_{KEANU}_machine", MESSAGE)
    assert "14 words · about 6 seconds" in shown(dana)
    press(dana, "Leave the message …")
    press(dana, "Leave the message")
    assert kept(store, attempt).state.calls[-1].over

    page = shown(go(dana, "wrap_up", attempt=attempt))
    assert "Not now: it is too early or too late where they are; from " in page
    assert "4 of 6 decisions" in page
    press(dana, "Hand in")
    press(dana, "Hand in as it is")
    assert "What was said and sent" in shown(go(dana, "scorecard", attempt=attempt))


def test_after_a_call_an_e_mail_can_be_written(dana: AppTest, store: Store) -> None:
    scenario = "no_purchase_order"
    account = CHANNELS[scenario].account
    attempt = begun(dana, scenario)
    press(dana, "End call")
    compose(dana, f"{attempt}_{account.id}_body", MESSAGE)
    press(dana, "Send the e-mail …")
    press(dana, "Send the e-mail")

    assert [one.to for one in kept(store, attempt).state.messages] == [account.emails[0].address]


def test_they_are_listed_like_any_other_and_counted(dana: AppTest, store: Store) -> None:
    for scenario in CHANNELS:
        go(dana, "scorecard", attempt=played(store, scenario, done=True).id)

    for title in (one.title for one in CHANNELS.values()):
        assert title in shown(go(dana, "practise").text_input(key="words").set_value(title).run())
    assert f"You handed in {len(CHANNELS)} attempts" in shown(go(dana, "progress"))
