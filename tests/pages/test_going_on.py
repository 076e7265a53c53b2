"""Who comes back finds the same turn, what they typed, and one line that says so."""

from __future__ import annotations

import re

import pytest
from streamlit.testing.v1 import AppTest

from pages._both_moods import FIRST, THEN, told_of
from tests.pages.finished import finished, tried_again
from tests.pages.test_more_than_a_call import CONFIRMED, MAYA, begun, compose
from tests.pages.visiting import begin_call, go, press, say, shown, sign_in, visit
from tests.training.floor import NOW
from training.models import Role
from training.people import sign_in_locally
from training.store import Store

HELLO = "Hello, may I speak with Ana Reyes please?"


def told(app: AppTest) -> str | None:
    """The line for whoever came back; None where it is not shown."""
    found = re.search(r'<p class="came-back" role="status" data-step="\d+">(.*?)</p>', shown(app))
    return found[1] if found else None


@pytest.fixture
def elsewhere() -> AppTest:
    """Another window, of the same person."""
    return sign_in(visit(), "Dana Wells")


def test_who_comes_back_is_told_once_after_whose_line_they_were(
    dana: AppTest, elsewhere: AppTest
) -> None:
    attempt = begin_call(dana)
    say(dana, HELLO)
    assert told(dana) is None

    go(elsewhere, "call", attempt=attempt)
    line = told(elsewhere)
    assert line is not None
    assert re.fullmatch(
        r"You were here at .*, after (their line|the line of Ana Reyes); nothing is lost\.", line
    )

    say(elsewhere, "This is Dana with Harbor Recovery.")
    assert told(elsewhere) is None
    assert HELLO in shown(elsewhere)


def test_a_call_that_nobody_said_a_word_in_needs_no_such_line(
    dana: AppTest, elsewhere: AppTest
) -> None:
    assert told(go(elsewhere, "call", attempt=begin_call(dana))) is None


def test_a_draft_is_there_again_in_another_window_until_it_is_sent(
    dana: AppTest, elsewhere: AppTest
) -> None:
    attempt = begun(dana, "stop_texting_me")
    field = f"{attempt}_{MAYA}_text"
    assert "Kept while you type" in shown(dana)
    compose(dana, field, CONFIRMED)
    assert "Saved at" in shown(dana)

    go(elsewhere, "call", attempt=attempt)
    assert elsewhere.text_area(key=field).value == CONFIRMED
    press(elsewhere, "Send the text …")
    press(elsewhere, "Send the text")
    assert elsewhere.text_area(key=field).value == ""

    again = sign_in(visit(), "Dana Wells")
    assert go(again, "call", attempt=attempt).text_area(key=field).value == ""


def test_saved_is_said_of_the_words_that_were_saved_and_of_no_others(dana: AppTest) -> None:
    attempt = begun(dana, "stop_texting_me")
    compose(dana, f"{attempt}_{MAYA}_text", CONFIRMED)
    assert "Saved at" in shown(dana)

    dana.query_params.clear()
    begun(dana, "stop_texting_me")

    assert "Saved at" not in shown(dana)


def test_the_time_since_the_call_is_told_to_those_who_want_clocks(dana: AppTest) -> None:
    attempt = begin_call(dana)
    assert "The call began at" in shown(dana)
    press(dana, "End call")
    assert "Since the call ended at" in shown(go(dana, "wrap_up", attempt=attempt))

    go(dana, "your_account").toggle(key="switch_clocks").set_value(False).run()
    assert 'role="timer"' not in shown(go(dana, "wrap_up", attempt=attempt))
    assert 'role="timer"' not in shown(go(dana, "call", attempt=attempt))


def test_two_tries_that_felt_the_same_are_one_line_and_say_so() -> None:
    calm, tense = [(1, 50), (3, 60)], [(1, 50), (3, 20)]

    assert told_of("Trust", {FIRST: calm, THEN: list(calm)}) == (
        "Trust was the same in both tries, turn by turn."
    )
    assert told_of("Trust", {FIRST: calm, THEN: tense}) == (
        "Trust, first: from 50 to 60, highest 60, lowest 50; "
        "this time: from 50 to 20, highest 50, lowest 20."
    )


def test_both_moods_of_two_tries_are_drawn_with_words(dana: AppTest, store: Store) -> None:
    first = finished(store)
    person = sign_in_locally(store, "Dana Wells", Role.TRAINEE, NOW)
    same = tried_again(store, person, first, [first.state.calls[0].turns[5].text], nth=2)

    page = go(dana, "rewind", attempt=same.id)
    assert "Both tries are the same, word for word" in shown(page)
    assert "Tension was the same in both tries, turn by turn." in shown(page)
    assert "upright mark" not in shown(page)
    charts = [chart.proto for chart in page.get("vega_lite_chart")]
    assert len(charts) == 2
    assert all(proto.alt for proto in charts)
