"""Progress: one's own attempts, in figures that can be taken along."""

from __future__ import annotations

from streamlit.testing.v1 import AppTest

from tests.pages.finished import finished
from tests.pages.visiting import go, shown, sign_in, visit
from tests.training.shipped_calls import LINES
from training.store import Store


def test_the_empty_page_offers_what_fills_it(dana: AppTest) -> None:
    assert "once you hand one in" in shown(go(dana, "progress"))


def test_attempts_are_listed_with_their_marks(dana: AppTest, store: Store) -> None:
    for seed, lines in ((1, None), (2, LINES)):
        attempt = finished(store, lines, seed=seed) if lines else finished(store, seed=seed)
        go(dana, "scorecard", attempt=attempt.id)
    page = shown(go(dana, "progress"))

    assert "You handed in 2 attempts" in page
    assert f'href="scorecard?attempt={attempt.id}"' in page
    assert "(again)" in page
    assert len(dana.get("vega_lite_chart")) >= 5


def test_an_attempt_nobody_has_looked_at_yet_has_no_marks(dana: AppTest, store: Store) -> None:
    finished(store)
    page = shown(go(dana, "progress"))

    assert "You handed in 1 attempt and passed none so far." in page
    assert "open it to have it marked" in page


def test_an_attempt_in_which_nothing_was_said_is_shown_as_such(dana: AppTest, store: Store) -> None:
    silent, spoken = finished(store, (), seed=1), finished(store, seed=2)
    for attempt in (silent, spoken):
        go(dana, "scorecard", attempt=attempt.id)

    page = shown(go(dana, "progress"))

    assert "In 1 of them there was no conversation." in page
    assert page.count("<td>no conversation</td>") == 1


def test_other_peoples_attempts_are_not_here(store: Store) -> None:
    finished(store)

    assert "once you hand one in" in shown(go(sign_in(visit(), "Ben"), "progress"))
