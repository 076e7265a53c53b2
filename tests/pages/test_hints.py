"""Hints on the call page: off at first, then one line under the input."""

from __future__ import annotations

from streamlit.testing.v1 import AppTest

from calls.events import Hints
from tests.pages.visiting import begin_call, go, press, say, shown


def want(app: AppTest, level: Hints) -> None:
    app.segmented_control(key="hints").set_value(level).run()


def test_nobody_is_told_anything_who_does_not_want_it(dana: AppTest) -> None:
    begin_call(dana)
    say(dana, "Calm down and pay up.")

    assert dana.segmented_control(key="hints").value is Hints.OFF
    assert 'class="hint"' not in shown(dana)


def test_a_full_hint_stands_under_the_line_and_is_announced(dana: AppTest) -> None:
    begin_call(dana)
    say(dana, "Calm down and pay up.")
    want(dana, Hints.FULL)

    assert '<p class="hint" role="status">' in shown(dana)
    assert "Better" in shown(dana)


def test_a_choice_that_is_let_go_of_changes_nothing(dana: AppTest) -> None:
    begin_call(dana)
    want(dana, Hints.FULL)
    dana.segmented_control(key="hints").set_value(None).run()

    assert not dana.exception
    say(dana, "Calm down and pay up.")
    assert '<p class="hint" role="status">' in shown(dana)


def test_the_choice_is_kept_when_the_page_is_drawn_anew(dana: AppTest) -> None:
    attempt = begin_call(dana)
    want(dana, Hints.GENTLE)
    go(dana, "practise")
    go(dana, "call", attempt=attempt)

    assert dana.segmented_control(key="hints").value is Hints.GENTLE


def test_the_scorecard_says_which_hints_were_on(dana: AppTest) -> None:
    attempt = begin_call(dana)
    want(dana, Hints.FULL)
    say(dana, "Hello, may I speak with Ana Reyes?")
    press(dana, "End call")
    go(dana, "wrap_up", attempt=attempt)
    press(dana, "Hand in")
    press(dana, "Hand in as it is")
    go(dana, "scorecard", attempt=attempt)

    assert "Full hints were on" in shown(dana)
