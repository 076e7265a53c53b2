"""A scenario is tried on the bench as it is held: on the telephone, in writing, from a list."""

from __future__ import annotations

import pytest
from streamlit.testing.v1 import AppTest

from tests.pages.visiting import buttons, go, press, shown, sign_in, visit
from tests.training.floor import NOW
from training.bench import Bench, begin_file
from training.models import Person, Role
from training.starting import copy_of, sheet_of
from training.store import Store

NAME = "mine"
CONFIRMED = "Understood, no more texts will come to this number."
KEANU = "HR-20735"


@pytest.fixture
def trainer() -> AppTest:
    return sign_in(visit(), "Tom", Role.TRAINER)


def tried(app: AppTest, bench: Bench, tom: Person, text: str) -> AppTest:
    """The step *Try* of a scenario of the house's own that says this."""
    begin_file(bench, tom, NAME, text, "Began", NOW)
    go(app, "scenarios", scenario=NAME)
    app.segmented_control(key="bench_step").set_value("Try")
    return app.run()


def composed(app: AppTest, field: str, words: str, button: str) -> AppTest:
    """What is written in the field that ends so, looked over, and sent."""
    next(one for one in app.text_area if str(one.key).endswith(field)).set_value(words)
    press(app.run(), f"{button} …")
    return press(app, button)


def test_a_call_shows_what_goes_on_in_their_head(
    trainer: AppTest, store: Store, bench: Bench, tom: Person
) -> None:
    press(tried(trainer, bench, tom, sheet_of(NAME, "Mine")), "Call")
    trainer.chat_input(key="bench_line").set_value("Hello, is that Marcus Webb?").run()

    page = shown(trainer)
    assert "In their head" in page
    assert "of 100" in page
    assert "what happened: if asked" in page
    assert store.attempts(tom) == ()

    trainer.chat_input(key="bench_line").set_value("You owe us $120.").run()
    assert "You owe us $120." in shown(trainer)
    press(trainer, "Go back before it")
    page = shown(trainer)
    assert "Hello, is that Marcus Webb?" in page
    assert "You owe us $120." not in page
    press(trainer, "End the call")
    assert "The call is over." in shown(trainer)


def test_a_text_is_answered_and_taken_back_to_say_something_else(
    trainer: AppTest, store: Store, bench: Bench, tom: Person
) -> None:
    text = copy_of(bench, "stop_texting_me", NAME, "Mine")
    press(tried(trainer, bench, tom, text), "Begin")
    composed(trainer, "_text", CONFIRMED, "Send the text")

    page = shown(trainer)
    assert CONFIRMED in page
    assert "of 100" in page
    assert "portal" in page
    press(trainer, "Go back before it")
    assert CONFIRMED not in shown(trainer)
    composed(trainer, "_text", "You still owe us $240.", "Send the text")
    assert "You still owe us $240." in shown(trainer)
    assert store.attempts(tom) == ()


def test_a_list_is_decided_on_spoken_to_and_decided_anew(
    trainer: AppTest, store: Store, bench: Bench, tom: Person
) -> None:
    text = copy_of(bench, "dial_or_not", NAME, "Mine")
    press(tried(trainer, bench, tom, text), "Begin")
    assert "Nobody has been reached yet." in shown(trainer)
    trainer.radio(key="work_list").set_value(KEANU).run()
    trainer.segmented_control(key=f"decision_{KEANU}").set_value("dial").run()
    press(trainer, next(one for one in buttons(trainer) if one.startswith("Dial ")))

    assert "A machine has picked up" in shown(trainer)
    composed(trainer, "_machine", "This is Dana with Harbor. Please call me.", "Leave the message")
    assert "Please call me." in shown(trainer)
    steps = trainer.selectbox[-1]
    assert [one.split(". ")[0] for one in steps.options] == ["2", "1"]
    steps.select_index(1).run()
    press(trainer, "Go back before it")
    assert "Please call me." not in shown(trainer)
    assert f"decision_{KEANU}" in [one.key for one in trainer.segmented_control]
    assert store.attempts(tom) == ()


def test_what_is_drawn_after_a_trial_is_peoples_work_again(
    trainer: AppTest, store: Store, bench: Bench, tom: Person
) -> None:
    press(tried(trainer, bench, tom, sheet_of(NAME, "Mine")), "Call")
    press(go(trainer, "brief", scenario="forgetful_payer"), "Practise privately")
    attempt = "".join(trainer.query_params["attempt"])

    assert [one.id for one in store.attempts(tom)] == [attempt]
