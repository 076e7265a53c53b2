"""Assessors rate a work sample without names, agree, see the machine, and somebody decides."""

from __future__ import annotations

import pytest
from streamlit.testing.v1 import AppTest

from scoring.rating_scales import load_scales
from tests.pages.visiting import buttons, go, press, shown, sign_in, visit
from tests.training.assessments.samples import assessor, manager
from tests.training.assessments.taken import THEN, agreed, raters, taken
from tests.training.judging import sheet
from training.assessments.confirming import confirm, confirmations, places
from training.assessments.deciding import decisions
from training.assessments.models import Candidacy, Decision
from training.models import Attempt, Role
from training.ratings import consensus, own_rating, rate
from training.reviews import review_attempt
from training.second_ratings import second_ratings
from training.store import Store

WHY = "Turn 4 settles it."


@pytest.fixture
def sample(store: Store) -> tuple[Candidacy, Attempt]:
    candidacy, (attempt,) = taken(store)
    return candidacy, attempt


@pytest.fixture
def ines(store: Store) -> AppTest:
    assessor(store, "Ines")
    return sign_in(visit(), "Ines", Role.ASSESSOR)


def _fill_in(app: AppTest, prefix: str, level: str) -> None:
    for name in load_scales():
        app.text_input(key=f"{prefix}_seen_{name}").set_value("turn 4: the threat")
        app.radio(key=f"{prefix}_level_{name}").set_value(level)


def test_a_rater_sees_an_alias_and_neither_name_nor_mark(
    ines: AppTest, store: Store, sample: tuple[Candidacy, Attempt]
) -> None:
    candidacy, attempt = sample
    _, ugo = raters(store)
    rate(store, ugo, attempt.id, sheet(4), THEN)
    pages = {
        "queue": shown(go(ines, "queue")),
        "scorecard": shown(go(ines, "scorecard", attempt=attempt.id)),
        "rating": shown(go(ines, "rating", attempt=attempt.id)),
    }

    for name, page in pages.items():
        assert candidacy.alias in page, name
        assert "Okoro" not in page, name
        assert "of 100" not in page, name
    assert "scorecard?" not in pages["queue"]
    assert "marks are hidden until two people have rated" in pages["scorecard"]
    assert "arrested" in pages["rating"]
    assert "The machine's view" not in pages["rating"]


def test_a_level_without_its_turn_is_not_saved_and_then_the_other_is_due(
    ines: AppTest, store: Store, sample: tuple[Candidacy, Attempt]
) -> None:
    _, attempt = sample
    person, _ = raters(store)
    go(ines, "rating", attempt=attempt.id)
    _fill_in(ines, "rated", "2")
    ines.text_input(key="rated_seen_empathy").set_value("Somehow cold")
    press(ines, "Save")
    assert "for 'Contact with empathy': it names no turn" in shown(ines).replace("\\", "")
    assert own_rating(store, person, attempt.id) is None

    ines.text_input(key="rated_seen_empathy").set_value("turn 4: cold")
    press(ines, "Save")

    page = shown(ines)
    assert own_rating(store, person, attempt.id) is not None
    assert "A second person has not rated this call yet" in page
    assert "It opens once two of you have rated this call apart and agreed" in page
    assert "a second person's are due" in shown(go(ines, "queue"))


def test_what_is_far_apart_is_discussed_and_then_the_machine_opens(
    ines: AppTest, store: Store, sample: tuple[Candidacy, Attempt]
) -> None:
    _, attempt = sample
    person, ugo = raters(store)
    rate(store, person, attempt.id, sheet(1), THEN)
    rate(store, ugo, attempt.id, sheet(4), THEN)
    go(ines, "rating", attempt=attempt.id)
    assert "To discuss" in shown(ines)
    _fill_in(ines, "agreed", "2")
    ines.text_area(key="agreed_why").set_value(WHY)
    press(ines, "Keep it")
    told = "What you discussed about 'What is left behind': it is missing."
    assert told in shown(ines).replace("\\", "")
    assert consensus(store, person, attempt.id) is None
    for name in load_scales():
        ines.text_input(key=f"agreed_discussed_{name}").set_value("Ugo showed turn 4.")
    press(ines, "Keep it")

    page = shown(ines)
    assert "One counts only after somebody read the turn" in page
    assert "You tied the debt to arrest" in page
    assert len(ines.get("vega_lite_chart")) == 1
    press(ines, "Keep it")
    assert "The answer is missing" in shown(ines)
    ines.radio(key="holds_0").set_value(True)
    ines.text_input(key="holds_why_0").set_value("She said it.")
    press(ines, "Keep it")
    assert "It is so: She said it." in shown(ines)
    assert [one.confirmed for one in confirmations(store, person, attempt.id)] == [True]
    assert "Nothing waits for you" in shown(go(ines, "queue"))


def test_a_change_of_mind_is_kept_as_a_second_rating(
    ines: AppTest, store: Store, sample: tuple[Candidacy, Attempt]
) -> None:
    _, attempt = sample
    person, _ = raters(store)
    agreed(store, attempt)
    go(ines, "rating", attempt=attempt.id)
    ines.radio(key="again_level_empathy").set_value("4")
    ines.text_area(key="again_why").set_value("I read turn 6 anew.")
    press(ines, "Keep a second rating")

    (kept,) = second_ratings(store, person, attempt.id)
    assert kept.sheet.levels["empathy"].level == 4
    page = shown(ines)
    assert "A second rating by Ines" in page
    assert "by then Ines had seen the machine's marks and another's sheet" in page


def _deciding() -> None:
    # This function is a script of its own: it brings what it needs.
    import streamlit as st  # noqa: PLC0415

    from pages._hiring_decision import draw_decision  # noqa: PLC0415

    draw_decision(st.query_params["candidacy"])


def test_a_manager_decides_once_nothing_is_missing(
    store: Store, sample: tuple[Candidacy, Attempt]
) -> None:
    candidacy, attempt = sample
    person, _ = raters(store)
    held = sign_in(visit(), "Mara", Role.HIRING_MANAGER).session_state["who"]
    app = AppTest.from_function(_deciding, default_timeout=60)
    app.session_state["who"] = held
    app.query_params["candidacy"] = candidacy.id
    assert "0 of 2 people have rated it" in shown(app.run())
    assert buttons(app) == []
    agreed(store, attempt)
    for place in places(review_attempt(store, person, attempt.id, THEN)):
        confirm(store, person, attempt.id, place, True, "So it is.", THEN)

    press(app.run(), "Keep the decision")
    assert "The decision is missing" in shown(app)
    app.radio(key=f"decision_{candidacy.id}_what").set_value(Decision.NEXT_STEP)
    app.text_area(key=f"decision_{candidacy.id}_why").set_value("Kind, and to be talked with.")
    press(app, "Keep the decision")

    (kept,) = decisions(store, manager(store), candidacy.id)
    assert (kept.decision, kept.by) == (Decision.NEXT_STEP, "Mara")
    assert "Go on to the next step: Kind, and to be talked with." in shown(app)
