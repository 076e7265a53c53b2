"""The brief gives the next form of a call, and says whether it can count."""

from __future__ import annotations

from dataclasses import replace

from streamlit.testing.v1 import AppTest

from pages._form_given import RULE, told_of
from tests.pages.finished import finished
from tests.pages.visiting import SCENARIO, begin_call, buttons, go, press, shown
from tests.shipped import SCENARIOS
from tests.training.shipped_calls import LAID_OFF
from training.forms import Given
from training.models import Purpose
from training.store import Store

FORMS = len(LAID_OFF.form_names)


def test_each_time_another_form_is_begun_until_all_were_seen(store: Store, dana: AppTest) -> None:
    first, second = (LAID_OFF.form(number).consumer_name for number in (0, 1))
    page = shown(go(dana, "brief", scenario=SCENARIO))
    assert first in page
    assert f"Form 1 of {FORMS}, new to you: this can count." in page
    assert RULE in page

    page = shown(go(dana, "brief", attempt=begin_call(dana)))
    assert first in page
    assert "Submit an attempt" not in buttons(dana)

    dana.query_params.clear()
    page = shown(go(dana, "brief", scenario=SCENARIO))
    assert second in page
    assert first not in page
    assert "Form 2 of" in page

    for number in range(1, FORMS):
        finished(store, scenario=LAID_OFF.form(number), purpose=Purpose.SUBMITTED, lines=())
    page = shown(go(dana, "brief", scenario=SCENARIO))
    assert f"You were on all {FORMS} forms of this call" in page
    assert first in page


def test_a_form_seen_in_another_window_is_not_begun_as_new(store: Store, dana: AppTest) -> None:
    go(dana, "brief", scenario=SCENARIO)
    finished(store, lines=())

    press(dana, "Submit an attempt")

    assert "in another window" in shown(dana)
    assert LAID_OFF.form(1).consumer_name in shown(dana)


def test_a_call_with_one_form_says_so() -> None:
    one = Given(next(each for each in SCENARIOS.values() if each.forms is None), 0, 1)

    assert told_of(one).startswith("New to you: this can count.")
    assert "it has no other form" in told_of(replace(one, seen=1))
