"""A language model on the pages: offered where one is set up, and nowhere else."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import escape
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from calls.events import Voiced
from tests.language_model import server as does
from tests.language_model.server import KEY, MODEL, ModelServer
from tests.pages.visiting import SCENARIO, begin_call, go, press, say, shown, sign_in, visit
from tests.training.floor import NOW
from training import practice
from training.models import Role
from training.people import sign_in_locally
from training.store import Store

HELLO = "Hello, may I speak with Ana Reyes please?"


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[ModelServer]:
    """A model that is set up for this application."""
    with ModelServer() as running:
        monkeypatch.setenv("RIGHT_PARTY_MODEL", MODEL)
        monkeypatch.setenv("RIGHT_PARTY_MODEL_URL", running.url)
        monkeypatch.setenv("RIGHT_PARTY_MODEL_KEY", KEY)
        monkeypatch.setenv("RIGHT_PARTY_MODEL_SECONDS", "2")
        yield running


def with_model(app: AppTest) -> str:
    """A call in which the model speaks."""
    go(app, "brief", scenario=SCENARIO)
    app.segmented_control(key="voice").set_value(Voiced.MODEL).run()
    press(app, "Practise privately")
    attempt = "".join(app.query_params["attempt"])
    go(app, "call", attempt=attempt)
    return attempt


def heard(app: AppTest) -> str:
    """The page without the marks of words that come one after the other."""
    return re.sub(r"</?span[^>]*>", "", shown(app))


def test_without_a_model_nobody_is_asked_which_voice(dana: AppTest) -> None:
    go(dana, "brief", scenario=SCENARIO)

    assert not [one for one in dana.get("button_group") if "speaks" in str(one.proto)]
    assert "language model" not in shown(dana)


def test_the_model_is_chosen_on_the_brief_and_speaks_in_the_call(
    dana: AppTest, store: Store, server: ModelServer
) -> None:
    server.will(does.says("Yes … this is Ana. Who's calling?"))
    attempt = with_model(dana)
    say(dana, HELLO)

    assert '<span class="typed"><span style="--after: 0ms">Yes</span>' in shown(dana)
    assert escape("Yes … this is Ana. Who's calling?") in heard(dana)
    dana.run()  # once only
    assert escape("Yes … this is Ana. Who's calling?") in shown(dana)
    person = sign_in_locally(store, "Dana Wells", Role.TRAINEE, NOW)
    call = store.attempt(person, attempt).state.call
    assert call is not None
    assert call.voice is Voiced.MODEL
    assert "written line" not in shown(dana)


def test_the_written_lines_are_chosen_where_nothing_is(dana: AppTest, server: ModelServer) -> None:
    begin_call(dana)
    say(dana, HELLO)

    assert server.asked == []


def test_where_the_model_fails_the_call_goes_on_with_a_short_note(
    dana: AppTest, server: ModelServer
) -> None:
    server.will(does.hangs(60))
    with_model(dana)
    say(dana, HELLO)

    assert "The last reply is a written line" in shown(dana)
    assert "it did not answer in time" in shown(dana)
    assert not dana.chat_input[0].disabled


def test_nothing_hostile_is_shown(dana: AppTest, server: ModelServer) -> None:
    server.will(does.says("My sister would lend me some. **How can I help you?**"))
    with_model(dana)
    say(dana, HELLO)

    assert "sister" not in heard(dana)
    assert "help you" not in heard(dana)


def test_a_setting_that_will_not_do_is_told_on_the_brief(
    dana: AppTest, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("RIGHT_PARTY_MODEL", MODEL)
    go(dana, "brief", scenario=SCENARIO)

    assert "RIGHT_PARTY_MODEL_URL: Field required" in shown(dana)


def test_what_was_said_is_shown_while_it_is_being_answered(
    dana: AppTest, store: Store, server: ModelServer
) -> None:
    attempt_id = with_model(dana)
    person = sign_in_locally(store, "Dana Wells", Role.TRAINEE, NOW)
    kept: list[int] = []

    def looks_first(to: does.Answering, asked: does.Asked) -> None:
        call = store.attempt(person, attempt_id).state.call
        kept.append(0 if call is None else len(call.lines))
        does.says("Yes … this is Ana. Who's calling?")(to, asked)

    server.will(looks_first)
    say(dana, HELLO)

    assert kept == [2], "the line is kept before the model is asked"
    assert escape("Yes … this is Ana. Who's calling?") in heard(dana)


def test_a_line_that_a_crash_left_waiting_is_answered_when_the_page_is_opened(
    dana: AppTest, store: Store, server: ModelServer
) -> None:
    attempt_id = with_model(dana)
    person = sign_in_locally(store, "Dana Wells", Role.TRAINEE, NOW)
    attempt = store.attempt(person, attempt_id)
    practice.say(store, person, attempt, HELLO, attempt.started_at)
    server.will(does.says("Yes … this is Ana. Who's calling?"))

    assert escape("Who's calling?") in heard(go(dana, "call", attempt=attempt_id))


def test_a_trial_of_a_trainer_can_have_the_model_too(server: ModelServer, tmp_path: Path) -> None:
    trainer = sign_in(visit(), "Tom", Role.TRAINER)
    press(go(trainer, "scenarios", scenario="forgetful_payer"), "Copy it")
    trainer.segmented_control(key="bench_step").set_value("Try").run()
    trainer.segmented_control(key="voice").set_value(Voiced.MODEL).run()
    press(trainer, "Call")
    server.will(does.says("Yes … this is Marcus. Who's calling?"))
    trainer.chat_input(key="bench_line").set_value("Hello, is that Marcus Webb?").run()

    assert escape("Yes … this is Marcus. Who's calling?") in heard(trainer)
    assert len(server.asked) > 0
    assert list((tmp_path / "scenarios").glob("*.yaml"))
