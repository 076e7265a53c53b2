"""Trainers judge what was submitted, trainees dispute it, and each sees what is theirs."""

from __future__ import annotations

import pytest
from streamlit.testing.v1 import AppTest

from pages._unsent import key_of
from scoring.agreement import FEWEST
from scoring.judged import WHOLE
from tests.pages.visiting import go, press, shown, sign_in, visit
from tests.training.floor import NOW
from tests.training.judging import MARK, accept, sheet, submitted
from tests.training.shipped_calls import at
from training.disputes import dispute
from training.models import Attempt, Person, Purpose, Role
from training.people import sign_in_locally
from training.ratings import consensus, own_rating, rate, ratings
from training.store import Store
from training.verdicts import give_verdict, verdicts

ARREST = "fdcpa.false.arrest_imprisonment"
WHY = "She paused twice."


@pytest.fixture
def ana(store: Store) -> Person:
    return sign_in_locally(store, "Ana", Role.TRAINEE, NOW)


@pytest.fixture
def tom(store: Store) -> Person:
    return sign_in_locally(store, "Tom", Role.TRAINER, NOW)


@pytest.fixture
def attempt(store: Store, ana: Person) -> Attempt:
    return submitted(store, ana)


def _as(name: str, role: Role) -> AppTest:
    return sign_in(visit(), name, role)


@pytest.fixture
def trainer() -> AppTest:
    return _as("Tom", Role.TRAINER)


@pytest.fixture
def trainee() -> AppTest:
    return _as("Ana", Role.TRAINEE)


def test_an_empty_queue_says_what_will_be_there(trainer: AppTest) -> None:
    assert "Nothing waits for you" in shown(go(trainer, "queue"))


def test_the_queue_lists_what_was_submitted_and_tells_no_mark(
    trainer: AppTest, store: Store, ana: Person, attempt: Attempt
) -> None:
    private = submitted(store, ana, 2, Purpose.PRIVATE)
    dispute(store, ana, attempt.id, MARK, WHY, at(2000))
    page = shown(go(trainer, "queue"))

    assert "1 attempt waits. 1 dispute is open." in page
    assert f'href="rating?attempt={attempt.id}"' in page
    assert "Communication: room to speak" in page
    assert WHY not in page
    assert private.id not in page


def test_the_queue_and_agreement_are_for_those_who_judge(trainee: AppTest) -> None:
    for page in ("queue", "agreement"):
        assert "for those who judge" in shown(go(trainee, page))


def test_who_watches_over_the_rules_reads_and_judges_nothing(attempt: Attempt) -> None:
    page = shown(go(_as("Cora", Role.COMPLIANCE), "scorecard", attempt=attempt.id))

    assert "What must change" in page
    assert "Review it" not in page


def test_a_trainer_adjusts_a_mark_and_the_trainee_sees_both(
    trainer: AppTest, store: Store, ana: Person, attempt: Attempt
) -> None:
    go(trainer, "review", attempt=attempt.id)
    trainer.selectbox(key=key_of(attempt, "verdict_about")).set_value(MARK).run()
    press(trainer, "Adjust it")
    trainer.number_input(key=key_of(attempt, f"verdict_value_{MARK}")).set_value(90)
    trainer.text_area(key=key_of(attempt, "verdict_why")).set_value("You let her *finish*.")
    press(trainer, "Save the verdict")

    assert "✓ Saved at" in shown(trainer)
    (kept,) = verdicts(store, ana, attempt.id)
    assert (kept.ruling.value, kept.by) == (90, "Tom")
    page = shown(go(_as("Ana", Role.TRAINEE), "scorecard", attempt=attempt.id))
    assert "90 instead of the machine&#x27;s" in page
    assert "You let her *finish*." in page


def test_a_verdict_without_a_reason_says_what_is_missing(
    trainer: AppTest, attempt: Attempt, store: Store, tom: Person
) -> None:
    press(go(trainer, "review", attempt=attempt.id), "Set it aside")
    press(trainer, "Save the verdict")

    assert "It is missing" in shown(trainer)
    assert verdicts(store, tom, attempt.id) == ()


def test_what_was_begun_for_one_attempt_is_not_left_for_the_next(
    trainer: AppTest, store: Store, ana: Person, attempt: Attempt
) -> None:
    other = submitted(store, ana, 2)
    go(trainer, "review", attempt=attempt.id)
    trainer.selectbox(key=key_of(attempt, "verdict_about")).set_value(MARK).run()
    press(trainer, "Set it aside")
    trainer.text_area(key=key_of(attempt, "comment")).set_value("You were kind.")
    trainer.text_area(key=key_of(attempt, "coaching_note")).set_value("Identity first.").run()

    go(trainer, "review", attempt=other.id)

    assert [one.value for one in trainer.text_area] == ["", ""], "no reason is asked for here"
    assert trainer.selectbox(key=key_of(other, "verdict_about")).value != MARK


def test_accepting_the_rest_takes_it_off_the_queue(trainer: AppTest, attempt: Attempt) -> None:
    press(go(trainer, "review", attempt=attempt.id), "Accept the rest as it stands")

    assert "it left the queue" in shown(trainer)
    assert "Nothing else waits for you." in shown(trainer)
    assert "Nothing waits for you" in shown(go(trainer, "queue"))

    press(go(trainer, "review", attempt=attempt.id), "Take it back")
    assert "1 attempt waits." in shown(go(trainer, "queue"))


def test_accepting_goes_on_to_the_next_mark_that_nobody_judged(
    trainer: AppTest, store: Store, tom: Person, attempt: Attempt
) -> None:
    go(trainer, "review", attempt=attempt.id)
    first = trainer.selectbox(key=key_of(attempt, "verdict_about")).value
    press(trainer, "Accept it")
    second = trainer.selectbox(key=key_of(attempt, "verdict_about")).value
    press(press(trainer, "Next"), "Back")

    assert trainer.selectbox(key=key_of(attempt, "verdict_about")).value == second != first
    assert "1 judged" in trainer.selectbox(key=key_of(attempt, "verdict_about")).label
    assert [one.ruling.about for one in verdicts(store, tom, attempt.id)] == [first]


def test_what_a_trainer_says_is_read_acknowledged_and_drilled(
    trainer: AppTest, trainee: AppTest, attempt: Attempt
) -> None:
    go(trainer, "review", attempt=attempt.id)
    trainer.selectbox(key=key_of(attempt, "comment_turn")).set_value(1)
    trainer.text_area(key=key_of(attempt, "comment")).set_value("Ask *who* speaks first.")
    press(trainer, "Keep the comment")
    assert "Tom: “Ask *who* speaks first.”" in shown(trainer)
    trainer.text_area(key=key_of(attempt, "coaching_note")).set_value(
        "Identity first, then the amount."
    )
    trainer.selectbox(key=key_of(attempt, "coaching_drill")).set_value("numbers")
    press(trainer, "Give the note")
    assert "Identity first, then the amount." in shown(trainer)
    assert "Another note takes its place." in shown(trainer)
    assert "Not acknowledged yet." in shown(go(trainer, "scorecard", attempt=attempt.id))

    today = shown(go(trainee, "today"))
    assert "Identity first, then the amount." in today
    assert "To drill: Numbers and dates, 0 of 3 questions answered since." in today
    press(go(trainee, "scorecard", attempt=attempt.id), "I have read it")

    page = shown(trainee)
    assert "✓ Read on" in page
    assert "Tom: “Ask *who* speaks first.”" in page
    assert "✓ The trainee read it" in shown(go(trainer, "scorecard", attempt=attempt.id))


def test_a_review_is_for_who_judges_and_not_for_work_samples(
    trainee: AppTest, store: Store, ana: Person, attempt: Attempt
) -> None:
    sample = submitted(store, ana, 3, Purpose.ASSESSMENT)

    assert "no such attempt here" in shown(go(trainee, "review", attempt=attempt.id))
    assessor = _as("Ines", Role.ASSESSOR)
    assert "no such attempt here" in shown(go(assessor, "review", attempt=sample.id))


def test_what_was_private_is_not_there_for_a_trainer(
    trainer: AppTest, store: Store, ana: Person
) -> None:
    private = submitted(store, ana, 2, Purpose.PRIVATE)

    for page in ("scorecard", "rating"):
        assert "no such attempt here" in shown(go(trainer, page, attempt=private.id))


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
        rules = ("fdcpa.false.arrest_imprisonment",) if seed % 2 else ()
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


def test_a_trainer_reads_it_and_is_offered_no_way_back_into_it(
    trainer: AppTest, attempt: Attempt
) -> None:
    page = shown(go(trainer, "scorecard", attempt=attempt.id))

    assert "turn-1" in page
    assert "rewind?attempt" not in page
