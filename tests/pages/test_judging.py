"""Trainers judge what was submitted, trainees dispute it, and each sees what is theirs."""

from __future__ import annotations

from streamlit.testing.v1 import AppTest

from pages._unsent import key_of
from tests.pages.visiting import go, press, shown, sign_in, visit
from tests.training.judging import MARK, submitted
from tests.training.shipped_calls import at
from training.disputes import dispute
from training.models import Attempt, Person, Purpose, Role
from training.store import Store
from training.verdicts import verdicts

WHY = "She paused twice."


def _as(name: str, role: Role) -> AppTest:
    return sign_in(visit(), name, role)


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


def test_a_trainer_reads_it_and_is_offered_no_way_back_into_it(
    trainer: AppTest, attempt: Attempt
) -> None:
    page = shown(go(trainer, "scorecard", attempt=attempt.id))

    assert "turn-1" in page
    assert "rewind?attempt" not in page
