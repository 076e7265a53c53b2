"""The steps of a call stand beside the line of a first call, and can be put away."""

from __future__ import annotations

from streamlit.testing.v1 import AppTest

from tests.pages.visiting import begin_call, go, press, say, shown

FLOW = '<ol class="flow"'
HELLO = "Hello, may I speak with Marcus Webb, please?"


def test_the_first_call_shows_its_steps_and_what_comes_next(dana: AppTest) -> None:
    _first_call(dana)

    assert FLOW in shown(dana)
    assert "say hello and who you are" in shown(dana)

    say(dana, HELLO)

    assert 'Greeting<span class="unseen">, heard</span>' in shown(dana)
    assert "ask for something only they know" in shown(dana)


def test_they_can_be_put_away_and_stay_away(dana: AppTest) -> None:
    _first_call(dana)
    dana.toggle(key="wheels_shown").set_value(False).run()

    assert FLOW not in shown(dana)

    _first_call(dana)

    assert FLOW not in shown(dana)
    assert not dana.toggle(key="wheels_shown").value


def test_a_harder_call_has_none(dana: AppTest) -> None:
    begin_call(dana)

    assert FLOW not in shown(dana)
    assert "wheels_shown" not in [one.key for one in dana.toggle]


def _first_call(app: AppTest) -> None:
    app.query_params.clear()  # a window in which no attempt is open
    press(go(app, "brief", scenario="forgetful_payer"), "Practise privately")
    go(app, "call", attempt="".join(app.query_params["attempt"]))
