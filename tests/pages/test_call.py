"""The call: what is said is kept before it is shown, and nothing is lost."""

from __future__ import annotations

from html import escape

from streamlit.testing.v1 import AppTest

from calls.events import Said
from tests.pages.visiting import begin_call, buttons, go, press, say, shown, sign_in, visit
from tests.training.floor import NOW, adding
from training.messages import LONGEST_LINE
from training.models import Role
from training.people import sign_in_locally
from training.practice import take_turn
from training.store import Store
from training.wrap_up import LONGEST_NOTE

HELLO = "Hello, may I speak with Ana Reyes please?"
MARKUP = "<b>$40</b> & $50 <script>alert(1)</script>"


def test_the_person_picks_up_and_answers(dana: AppTest, store: Store) -> None:
    attempt = begin_call(dana)
    say(dana, HELLO)

    person = sign_in_locally(store, "Dana Wells", Role.TRAINEE, NOW)
    call = store.attempt(person, attempt).state.call
    assert call is not None
    assert [turn.text for turn in call.turns][1] == HELLO
    assert all(escape(line.turn.text) in shown(dana) for line in call.lines)


def test_a_reload_finds_the_same_turn(dana: AppTest) -> None:
    attempt = begin_call(dana)
    say(dana, HELLO)
    again = go(sign_in(visit(), "Dana Wells"), "call", attempt=attempt)

    assert _talk(again) == _talk(dana)
    assert HELLO in "".join(_talk(again))


def test_what_is_typed_is_shown_as_it_was_typed(dana: AppTest) -> None:
    begin_call(dana)
    say(dana, MARKUP)

    assert "&lt;b&gt;$40&lt;/b&gt; &amp; $50 &lt;script&gt;" in shown(dana)


def test_a_line_taken_back_is_gone_and_comes_back_to_be_changed(dana: AppTest) -> None:
    begin_call(dana)
    before = _talk(dana)
    say(dana, HELLO)
    press(dana, "Take back the last line")

    assert _talk(dana) == before
    assert dana.chat_input[0].proto.value == HELLO


def test_words_that_come_too_late_come_back(dana: AppTest, store: Store) -> None:
    attempt_id = begin_call(dana)
    person = sign_in_locally(store, "Dana Wells", Role.TRAINEE, NOW)
    attempt = store.attempt(person, attempt_id)
    take_turn(store, person, attempt, "Hello from the other window", attempt.started_at)
    say(dana, HELLO)

    assert "The call went on in another window" in shown(dana)
    assert dana.chat_input[0].proto.value == HELLO
    assert "Hello from the other window" in "".join(_talk(dana))


def test_a_line_that_is_too_long_comes_back_with_what_to_do(dana: AppTest) -> None:
    begin_call(dana)
    before = _talk(dana)
    said = "x" * (LONGEST_LINE + 1)
    say(dana, said)

    assert "say it in two turns" in shown(dana).replace("\\", "")
    assert dana.chat_input[0].proto.value == said
    assert _talk(dana) == before


def test_what_may_be_offered_is_at_hand_during_the_call(dana: AppTest) -> None:
    begin_call(dana)

    assert [one.label for one in dana.expander] == ["What you may offer"]
    assert "Instalments from $40 a month" in shown(dana)


def test_nobody_is_named_before_they_said_who_they_are(dana: AppTest) -> None:
    begin_call(dana)
    before = "".join(_talk(dana))
    for line in ("Hello, may I speak with Ana Reyes please?", "Is this Ana Reyes?"):
        say(dana, line)

    assert "<b>The person who answers</b>" in before
    assert "Ana Reyes</b>" not in before
    assert "<b>Ana Reyes</b>" in "".join(_talk(dana))
    assert "<b>The person who answers</b>" in _talk(dana)[0]


def test_back_from_a_call_is_its_brief_and_the_way_on(dana: AppTest) -> None:
    attempt = begin_call(dana)
    del dana.query_params["attempt"]
    page = shown(go(dana, "brief", attempt=attempt))

    assert "Laid off three weeks ago" in page
    assert [link.proto.label for link in dana.get("page_link")].count("Back to the call") == 1


def test_hold_stops_the_talk_until_it_is_taken_off(dana: AppTest) -> None:
    begin_call(dana)
    press(dana, "Hold")
    held = dana.chat_input[0].disabled
    press(dana, "Take off hold")

    assert held
    assert not dana.chat_input[0].disabled


def test_an_ended_call_leads_to_the_wrap_up(dana: AppTest) -> None:
    begin_call(dana)
    press(dana, "End call")

    assert not dana.chat_input
    assert "To the wrap-up" in buttons(dana)


def test_what_is_opened_at_the_desk_is_on_record(dana: AppTest, store: Store) -> None:
    attempt = begin_call(dana)
    dana.session_state["desk_tab"] = "Contacts"
    dana.run()
    person = sign_in_locally(store, "Dana Wells", Role.TRAINEE, NOW)

    assert "account" in store.attempt(person, attempt).state.looked_up


def test_a_note_is_kept_as_it_was_typed(dana: AppTest, store: Store) -> None:
    attempt = begin_call(dana)
    dana.text_area(key="note").set_value("Laid off.  Two kids;\n$40?").run()
    person = sign_in_locally(store, "Dana Wells", Role.TRAINEE, NOW)

    assert store.attempt(person, attempt).state.wrap_up.notes == "Laid off.  Two kids;\n$40?"
    assert "Saved at" in shown(dana)


def test_a_note_that_is_too_long_stays_in_its_field(dana: AppTest, store: Store) -> None:
    attempt = begin_call(dana)
    long = "x" * (LONGEST_NOTE + 1)
    dana.text_area(key="note").set_value(long).run()
    person = sign_in_locally(store, "Dana Wells", Role.TRAINEE, NOW)

    assert "This note has 10001 characters" in shown(dana)
    assert dana.text_area(key="note").value == long
    assert store.attempt(person, attempt).state.wrap_up.notes == ""


def test_only_the_last_lines_are_drawn_until_the_earlier_are_asked_for(
    dana: AppTest, store: Store
) -> None:
    attempt_id = begin_call(dana)
    person = sign_in_locally(store, "Dana Wells", Role.TRAINEE, NOW)
    attempt = store.attempt(person, attempt_id)
    at = attempt.started_at
    store.append(person, attempt, adding(*(Said(seq=1, at=at, text=f"{n}") for n in range(30))))
    dana.run()
    few = len(_talk(dana))
    dana.toggle[0].set_value(True).run()

    assert few == 20
    assert len(_talk(dana)) == 32


def _talk(app: AppTest) -> list[str]:
    """The lines of the talk, in order."""
    bodies = [element.proto.body for element in app.get("html")]
    return [body for body in bodies if 'class="line' in body]
