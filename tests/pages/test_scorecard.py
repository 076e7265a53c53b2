"""The scorecard: what must change and where it was said, for the one who said it alone."""

from __future__ import annotations

import pytest
from streamlit.testing.v1 import AppTest

from tests.pages.finished import MARKUP, THREAT, finished
from tests.pages.visiting import begin_call, go, shown, sign_in, visit
from tests.training.floor import NOW
from tests.training.shipped_calls import LINES
from training.models import Purpose, Role
from training.people import sign_in_locally
from training.reviews import kept_reviews
from training.store import Store


def test_the_first_screen_says_what_must_change_and_where(dana: AppTest, store: Store) -> None:
    page = shown(go(dana, "scorecard", attempt=finished(store).id))

    assert "Not passed yet" in page
    assert "What must change" in page
    assert 'href="#finding-' in page
    assert "70 of 100 or more" in page


def test_each_finding_shows_rule_law_reason_and_better_words(dana: AppTest, store: Store) -> None:
    page = shown(go(dana, "scorecard", attempt=finished(store).id))

    for words in (
        "No talk of arrest or jail",
        "15 U.S.C. 1692e",
        "the text of the rule",
        "You tied the debt to arrest",
        "<b>Better</b>",
    ):
        assert words in page


def test_every_turn_is_in_the_transcript(dana: AppTest, store: Store) -> None:
    attempt = finished(store, LINES)
    page = shown(go(dana, "scorecard", attempt=attempt.id))
    call = attempt.state.call
    assert call is not None

    assert [f'id="turn-{n}"' in page for n in range(1, len(call.turns) + 1)] == [True] * len(
        call.turns
    )
    assert "Done right" in page


def test_words_are_shown_as_they_were_typed(dana: AppTest, store: Store) -> None:
    page = shown(go(dana, "scorecard", attempt=finished(store, (MARKUP, THREAT)).id))

    assert "&lt;script&gt;" in page
    assert "<script>alert" not in page


@pytest.mark.parametrize(
    ("purpose", "is_shown"), [(Purpose.PRIVATE, True), (Purpose.ASSESSMENT, False)]
)
def test_the_model_call_is_shown_after_practice_and_to_no_candidate(
    dana: AppTest, store: Store, purpose: Purpose, is_shown: bool
) -> None:
    page = shown(go(dana, "scorecard", attempt=finished(store, purpose=purpose).id))

    assert "How it was marked" in page
    assert ("A good call" in page) is is_shown


def test_a_dimension_without_opportunity_says_why(dana: AppTest, store: Store) -> None:
    page = shown(go(dana, "scorecard", attempt=finished(store, ()).id))

    assert "There is nothing to judge" in page
    assert "no opportunity: no conversation took place" in page


def test_the_wrap_up_stands_beside_what_was_due(dana: AppTest, store: Store) -> None:
    page = shown(go(dana, "scorecard", attempt=finished(store).id))

    assert "Your wrap-up beside the call" in page
    assert "<td>Refused</td>" in page
    assert "not wrong number" not in page
    assert "Will not pay, she says." in page


def test_each_entry_says_whether_it_is_as_on_the_call_and_where(
    dana: AppTest, store: Store
) -> None:
    page = shown(go(dana, "scorecard", attempt=finished(store, LINES).id))

    assert "never marked" in page
    assert "not as on the call" in page
    assert "it says that they will not pay, but a payment was agreed" in page
    assert '(<a href="#turn-' in page
    assert "the reason that they gave" in page


def test_a_mark_for_the_wrap_up_quotes_what_was_recorded(dana: AppTest, store: Store) -> None:
    page = shown(go(dana, "scorecard", attempt=finished(store).id))

    assert "<li>wrap-up: “how the call ended: Refused" in page


def test_a_grade_that_a_rule_holds_down_says_so(dana: AppTest, store: Store) -> None:
    page = shown(go(dana, "scorecard", attempt=finished(store, (*LINES[:-1], THREAT)).id))

    assert "The marks alone come to" in page
    assert "A critical rule of law that is not met holds the grade at" in page


def test_what_was_on_the_table_is_drawn_with_its_figures_behind_it(
    dana: AppTest, store: Store
) -> None:
    dana = go(dana, "scorecard", attempt=finished(store, LINES).id)
    page = shown(dana)

    assert "What was on the table" in page
    assert "(agreed)" in page
    assert "The band is what was possible" in page
    assert "<dt>It takes</dt>" in page
    _offers, first, rest = (chart.proto.spec for chart in dana.get("vega_lite_chart"))
    assert all(f'"{mood}"' in first for mood in ("trust", "tension"))
    assert all(f'"{mood}"' in rest for mood in ("engagement", "shame", "patience"))


def test_where_nobody_offered_anything_no_table_is_shown(dana: AppTest, store: Store) -> None:
    page = shown(go(dana, "scorecard", attempt=finished(store, LINES[:2]).id))

    assert "What was on the table" not in page


def test_the_review_is_kept(dana: AppTest, store: Store) -> None:
    attempt = finished(store)
    go(dana, "scorecard", attempt=attempt.id)
    dana.run()
    person = sign_in_locally(store, "Dana Wells", Role.TRAINEE, NOW)

    assert len(kept_reviews(store, person, attempt.id)) == 1


def test_before_it_is_handed_in_there_is_no_scorecard(dana: AppTest) -> None:
    attempt = begin_call(dana)

    assert "when you hand in" in shown(go(dana, "scorecard", attempt=attempt))


def test_nobody_sees_another_persons_scorecard(store: Store) -> None:
    attempt = finished(store)
    page = shown(go(sign_in(visit(), "Ben"), "scorecard", attempt=attempt.id))

    assert "There is no such attempt here" in page
    assert "arrest" not in page


def test_mood_and_offers_stand_beside_the_turns_and_the_model_call_below(
    dana: AppTest, store: Store
) -> None:
    page = shown(go(dana, "scorecard", attempt=finished(store, LINES).id))

    assert "Now: trust " in page
    assert "Who is speaking" in page
    assert "A good call" in page


def test_the_debrief_can_be_taken_along_on_paper(dana: AppTest, store: Store) -> None:
    app = go(dana, "scorecard", attempt=finished(store).id)

    labels = [getattr(one, "label", "") for one in app.get("download_button")]
    assert "The debrief to print (PDF)" in labels
