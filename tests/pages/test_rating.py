"""Raters fill in their sheets apart, then together, and agreement is shown."""

from __future__ import annotations

from streamlit.testing.v1 import AppTest

from scoring.agreement import FEWEST
from scoring.judged import WHOLE
from tests.pages.visiting import go, press, shown
from tests.training.floor import NOW
from tests.training.judging import ARREST, accept, sheet, submitted
from tests.training.shipped_calls import at
from training.models import Attempt, Person, Role
from training.people import sign_in_locally
from training.ratings import consensus, own_rating, rate, ratings
from training.store import Store
from training.verdicts import give_verdict


def test_a_rater_sees_the_call_and_no_mark_before_saving(
    trainer: AppTest, store: Store, tom: Person, attempt: Attempt
) -> None:
    tessa = sign_in_locally(store, "Tessa", Role.TRAINER, NOW)
    rate(store, tessa, attempt.id, sheet(4), at(1900))
    page = shown(go(trainer, "rating", attempt=attempt.id))

    assert "arrested" in page
    assert "the threat" not in page
    assert "of 100" not in page
    for name in ("accuracy", "communication", "conduct", "empathy", "negotiation"):
        trainer.text_input(key=f"rated_seen_{name}").set_value("turn 2: the greeting")
        trainer.radio(key=f"rated_level_{name}").set_value("2")
    press(trainer, "Save")

    own = own_rating(store, tom, attempt.id)
    assert own is not None
    assert own.blind
    assert '<a href="#turn-4">turn 4</a>: the threat' in shown(trainer)
    assert len(ratings(store, tom, attempt.id)) == 2


def test_a_sheet_with_a_level_missing_is_not_saved(
    trainer: AppTest, store: Store, tom: Person, attempt: Attempt
) -> None:
    press(go(trainer, "rating", attempt=attempt.id), "Save")

    assert "its level is missing" in shown(trainer)
    assert own_rating(store, tom, attempt.id) is None


def test_who_opened_the_scorecard_is_told_that_it_is_not_blind(
    trainer: AppTest, attempt: Attempt
) -> None:
    go(trainer, "scorecard", attempt=attempt.id)

    assert "You have seen marks of this call" in shown(go(trainer, "rating", attempt=attempt.id))
    assert "Rate it, not blind" in shown(go(trainer, "queue"))


def test_two_who_rated_apart_agree_together(
    trainer: AppTest, store: Store, tom: Person, attempt: Attempt
) -> None:
    tessa = sign_in_locally(store, "Tessa", Role.TRAINER, NOW)
    for person in (tessa, tom):
        rate(store, person, attempt.id, sheet(4), at(1900))
    go(trainer, "rating", attempt=attempt.id)
    for name in ("accuracy", "communication", "conduct", "empathy", "negotiation"):
        trainer.text_input(key=f"agreed_seen_{name}").set_value("turn 2")
        trainer.radio(key=f"agreed_level_{name}").set_value("3")
    trainer.multiselect(key="agreed_rules").set_value([ARREST])
    trainer.text_area(key="agreed_why").set_value("We both weigh turn 2.")
    press(trainer, "Keep it")

    page = shown(trainer)
    made = consensus(store, tom, attempt.id)
    assert made is not None
    assert made.sheet.not_met == (ARREST,)
    assert "We both weigh turn 2. (written down by Tom)" in page


def test_a_sheet_of_a_language_model_makes_no_second_person(
    trainer: AppTest, store: Store, tom: Person, attempt: Attempt
) -> None:
    tessa = sign_in_locally(store, "Tessa", Role.TRAINER, NOW)
    rate(store, tessa, attempt.id, sheet(4, model_rated=True), at(1900))
    rate(store, tom, attempt.id, sheet(4), at(1900))

    page = shown(go(trainer, "rating", attempt=attempt.id))

    assert "A second person has not rated this call yet" in page
    assert "Keep it" not in [button.label for button in trainer.button]


def test_agreement_without_ratings_says_that_nothing_is_known(trainer: AppTest) -> None:
    page = shown(go(trainer, "agreement"))

    assert "nothing is known here" in page
    assert "only assists" in page


def test_agreement_shows_plots_first_and_what_is_not_known(
    trainer: AppTest, store: Store, ana: Person, tom: Person
) -> None:
    tessa = sign_in_locally(store, "Tessa", Role.TRAINER, NOW)
    for seed in range(1, FEWEST + 1):
        attempt = submitted(store, ana, seed)
        rules = (ARREST,) if seed % 2 else ()
        for number, person in enumerate((tom, tessa)):
            rate(
                store,
                person,
                attempt.id,
                sheet(1 + (seed + number * (seed % 2)) % 5, *rules),
                at(2000),
            )
    give_verdict(store, tom, attempt.id, accept(WHOLE), at(2100))
    page = shown(go(trainer, "agreement"))

    assert f"{2 * FEWEST} blind ratings by 2 people." in page
    assert "The machine may mark nothing alone yet: it assists." in page
    assert "What is not known" in page
    assert "Kept apart, in no figure: 1 verdicts." in page
    assert len(trainer.get("vega_lite_chart")) == 2
    assert page.index("How far ratings agree") < page.index("The figures")
    assert page.count("at least 100 attempts rated by two people apart (10 so far)") > 5
    assert "No talk of arrest or jail" in page
