"""A second opinion on the scorecard: a button where a model is set up, else nothing at all."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from streamlit.testing.v1 import AppTest

from language_model import Settings
from pages._parts import plain
from scoring.judge import judge_of
from tests.language_model import server as does
from tests.language_model.server import KEY, MODEL, ModelServer
from tests.pages.finished import finished
from tests.pages.visiting import buttons, go, press, shown, sign_in, visit
from tests.scoring.opinions import judges, remark
from tests.shipped import SCENARIOS
from tests.training.floor import NOW
from tests.training.judging import submitted
from tests.training.shipped_calls import at
from training.models import Role
from training.people import sign_in_locally
from training.second_opinions import ask_for_second_opinion
from training.store import Store

ASK = "Ask for a second opinion"
DEMAND = remark(6, "I need all of it today", "<b>A demand</b>.", "What can you manage?")
HARD = remark(6, "I need all of it today", "Too soft.", "Pay, or you will be arrested.")
MADE_UP = remark(6, "I am sorry to hear that")
CARING = ("How are you today?", "Is anybody with you?", "I am glad you told me.")


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[ModelServer]:
    """A model that is set up for this application."""
    with ModelServer() as running:
        monkeypatch.setenv("RIGHT_PARTY_MODEL", MODEL)
        monkeypatch.setenv("RIGHT_PARTY_MODEL_URL", running.url)
        monkeypatch.setenv("RIGHT_PARTY_MODEL_KEY", KEY)
        monkeypatch.setenv("RIGHT_PARTY_MODEL_SECONDS", "8")
        running.will(judges(5, 5, DEMAND, HARD, MADE_UP))
        yield running


def _scorecard(app: AppTest, store: Store) -> AppTest:
    return go(app, "scorecard", attempt=finished(store).id)


def _marks(page: str) -> str:
    """The rows of the dimensions, as far as they go."""
    return page[page.index('<div class="dimensions">') :].partition("</div>")[0]


def test_without_a_model_nothing_is_missing_and_nothing_is_offered(
    dana: AppTest, store: Store
) -> None:
    page = _scorecard(dana, store)

    assert "second opinion" not in shown(page).lower()
    assert ASK not in buttons(page)


def test_a_button_asks_and_what_comes_stands_beside_the_marks(
    dana: AppTest, store: Store, server: ModelServer
) -> None:
    before = shown(_scorecard(dana, store))
    assert plain("127.0.0.1") in before, "who is asked is told before anything is sent"
    assert server.asked == []

    after = shown(press(dana, ASK))

    assert "level 5 of 5, which is 100 of 100; the rules:" in after
    assert '<a href="#turn-6">turn 6</a>: “I need all of it today”' in after
    assert "&lt;b&gt;A demand&lt;/b&gt;" in after
    assert "“What can you manage?”" in after
    assert "Pay, or you will be arrested." not in after
    assert "6 remarks whose quote is not in the turn; 2 lines that the rules" in after
    assert "For a person" in after
    assert _marks(after) == _marks(before)
    assert ASK not in buttons(dana)


def test_a_fault_is_one_short_note_and_the_scorecard_is_whole(
    dana: AppTest, store: Store, server: ModelServer
) -> None:
    before = shown(_scorecard(dana, store))
    server.will(does.refuses(429, retry_after="0.1"))
    after = shown(press(dana, ASK))

    assert "No second opinion this time: it is too busy just now." in after
    assert _marks(after) == _marks(before)
    assert ASK in buttons(dana)
    assert "No second opinion" not in shown(dana.run())


def test_it_is_not_offered_where_care_is_needed(
    dana: AppTest, store: Store, server: ModelServer
) -> None:
    attempt = finished(store, CARING, scenario=SCENARIOS["no_point_any_more"])

    assert "second opinion" not in shown(go(dana, "scorecard", attempt=attempt.id)).lower()
    assert server.asked == []


def test_settings_that_will_not_do_offer_nothing(
    dana: AppTest, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("RIGHT_PARTY_MODEL", MODEL)

    assert ASK not in buttons(_scorecard(dana, store))


def test_the_queue_says_that_somebody_has_to_look_and_not_at_what(
    store: Store, server: ModelServer
) -> None:
    ana = sign_in_locally(store, "Ana", Role.TRAINEE, NOW)
    attempt = submitted(store, ana)
    settings = Settings.model_validate({"url": server.url, "model": MODEL, "key": KEY})
    ask_for_second_opinion(store, ana, attempt.id, judge_of(settings), at(3000))

    page = shown(go(sign_in(visit(), "Tom", Role.TRAINER), "queue"))

    assert "For a person</span> a language model and the rules see it differently" in page
    assert "ommunication" not in page
