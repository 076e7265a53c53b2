"""A dispute is one sentence; it waits for an answer, and both stay on record."""

from __future__ import annotations

import pytest
from sqlite_utils import Database

from tests.training.judging import MARK, accept, submitted
from tests.training.shipped_calls import at
from training.disputes import (
    add_to_answer,
    answer_dispute,
    dispute,
    disputes,
    take_back_answer,
)
from training.errors import TrainingError
from training.migrations import migrations
from training.models import Attempt, Person, Purpose, Role
from training.people import sign_in_locally
from training.store import Store
from training.verdicts import give_verdict
from training.waiting import waiting

WHY = "I did let her finish, she paused twice."


def test_a_dispute_is_answered_and_both_stay(store: Store, ana: Person, trainer: Person) -> None:
    attempt = submitted(store, ana)
    said = dispute(store, ana, attempt.id, MARK, f"  {WHY} ", at(2000))
    answer_dispute(store, trainer, attempt.id, said.id, "You are right, I adjusted it.", at(2100))

    (kept,) = disputes(store, ana, attempt.id)

    assert (kept.sentence, kept.by, kept.at) == (WHY, "Ana", at(2000))
    (answer,) = kept.answers
    assert (answer.text, answer.by) == ("You are right, I adjusted it.", "Tom")
    assert (answer.at, kept.open, said.open) == (at(2100), False, True)


def test_it_waits_with_the_trainer_and_says_only_which_mark(
    store: Store, ana: Person, trainer: Person
) -> None:
    attempt = submitted(store, ana)
    give_verdict(store, trainer, attempt.id, accept("whole"), at(1900))
    assert waiting(store, trainer) == ()

    said = dispute(store, ana, attempt.id, MARK, WHY, at(2000))
    (one,) = waiting(store, trainer)
    assert one.disputed == ("Communication: room to speak",)

    answer_dispute(store, trainer, attempt.id, said.id, "Seen.", at(2100))
    assert waiting(store, trainer) == ()


def test_of_two_answers_the_first_is_kept(store: Store, ana: Person, trainer: Person) -> None:
    tessa = sign_in_locally(store, "Tessa", Role.TRAINER, at(0))
    attempt = submitted(store, ana)
    said = dispute(store, ana, attempt.id, MARK, WHY, at(2000))
    answer_dispute(store, trainer, attempt.id, said.id, "First.", at(2100))

    with pytest.raises(TrainingError, match="somebody has answered it already"):
        answer_dispute(store, tessa, attempt.id, said.id, "Second.", at(2101))

    assert _said(store, ana, attempt) == ["First."]


def _said(store: Store, person: Person, attempt: Attempt) -> list[str]:
    found = disputes(store, person, attempt.id)
    return [answer.text for one in found for answer in one.answers]


def test_an_answer_that_nobody_was_shown_is_taken_back_and_the_dispute_waits_again(
    store: Store, ana: Person, trainer: Person
) -> None:
    tessa = sign_in_locally(store, "Tessa", Role.TRAINER, at(0))
    attempt = submitted(store, ana)
    said = dispute(store, ana, attempt.id, MARK, WHY, at(2000))
    answered = answer_dispute(store, trainer, attempt.id, said.id, "No.", at(2100))
    number = answered.answers[0].id
    for person, when, told in ((tessa, 2101, "somebody else"), (trainer, 2701, "10 minutes")):
        with pytest.raises(TrainingError, match=told):
            take_back_answer(store, person, attempt.id, number, at(when))

    back = take_back_answer(store, trainer, attempt.id, number, at(2700))

    assert back.open
    assert [one.disputed for one in waiting(store, trainer)] == [(said.name,)]
    assert _said(store, ana, attempt) == []
    with pytest.raises(TrainingError, match="none of that number"):
        take_back_answer(store, trainer, attempt.id, number, at(2700))
    answer_dispute(store, tessa, attempt.id, said.id, "You are right.", at(2710))
    assert _said(store, ana, attempt) == ["You are right."]


def test_an_answer_that_was_shown_stays_and_is_added_to(
    store: Store, ana: Person, trainer: Person
) -> None:
    attempt = submitted(store, ana)
    said = dispute(store, ana, attempt.id, MARK, WHY, at(2000))
    with pytest.raises(TrainingError, match="there is no answer to add to"):
        add_to_answer(store, trainer, attempt.id, said.id, "More.", at(2050))
    answer_dispute(store, trainer, attempt.id, said.id, "No.", at(2100))
    assert not disputes(store, trainer, attempt.id)[0].answers[0].shown
    assert not disputes(store, ana, attempt.id)[0].answers[0].shown, "for the first time"
    (shown,) = disputes(store, trainer, attempt.id)[0].answers
    assert shown.shown

    with pytest.raises(TrainingError, match="they may have read it, and it stays - add to it"):
        take_back_answer(store, trainer, attempt.id, shown.id, at(2110))
    more = add_to_answer(store, trainer, attempt.id, said.id, "You did, at turn 3.", at(2120))

    take_back_answer(store, trainer, attempt.id, more.answers[1].id, at(2130))
    assert _said(store, ana, attempt) == ["No."], "what was added is no more shown than it is read"


def test_what_was_answered_before_answers_had_numbers_is_kept() -> None:
    db = Database(memory=True)
    migrations.apply(db, stop_before="several_answers")
    row = {"dispute_id": "d", "answer": "No.", "person_id": "p", "at": "2026-03-02"}
    db.table("answers").insert(row)

    migrations.apply(db)

    assert list(db.view("standing_answers").rows) == [{"id": 1, **row}]


def test_after_the_answer_more_can_be_said(store: Store, ana: Person, trainer: Person) -> None:
    attempt = submitted(store, ana)
    said = dispute(store, ana, attempt.id, MARK, WHY, at(2000))
    with pytest.raises(TrainingError, match="disputed already"):
        dispute(store, ana, attempt.id, MARK, "Once more.", at(2001))
    answer_dispute(store, trainer, attempt.id, said.id, "No.", at(2100))

    dispute(store, ana, attempt.id, MARK, "Turn 3 was hers.", at(2200))

    assert [one.open for one in disputes(store, ana, attempt.id)] == [False, True]


@pytest.mark.parametrize("sentence", ["   ", "so " * 200])
def test_a_dispute_is_one_sentence(store: Store, ana: Person, sentence: str) -> None:
    attempt = submitted(store, ana)

    with pytest.raises(TrainingError, match="please write 1 to 300 characters"):
        dispute(store, ana, attempt.id, MARK, sentence, at(2000))


def test_a_mark_that_is_not_there_cannot_be_disputed(store: Store, ana: Person) -> None:
    attempt = submitted(store, ana)

    with pytest.raises(TrainingError, match="there is no 'empathy/luck' - one of"):
        dispute(store, ana, attempt.id, "empathy/luck", WHY, at(2000))


def test_nobody_answers_for_a_private_attempt(store: Store, ana: Person) -> None:
    attempt = submitted(store, ana, purpose=Purpose.PRIVATE)

    with pytest.raises(TrainingError, match="nobody but you sees it"):
        dispute(store, ana, attempt.id, MARK, WHY, at(2000))


def test_an_answer_belongs_to_its_attempt(store: Store, ana: Person, trainer: Person) -> None:
    one, other = submitted(store, ana, 1), submitted(store, ana, 2)
    said = dispute(store, ana, one.id, MARK, WHY, at(2000))

    with pytest.raises(TrainingError, match="none of that id"):
        answer_dispute(store, trainer, other.id, said.id, "Seen.", at(2100))


def test_what_waits_is_the_oldest_first_and_nobody_elses(
    store: Store, ana: Person, ben: Person, trainer: Person
) -> None:
    late, early = submitted(store, ana, 5), submitted(store, ben, 2)
    submitted(store, ana, 3, Purpose.PRIVATE)
    submitted(store, ana, 4, Purpose.ASSESSMENT)
    own = submitted(store, trainer, 6)

    found = waiting(store, trainer)

    assert [(one.attempt_id, one.who) for one in found] == [(early.id, "Ben"), (late.id, "Ana")]
    assert own.id not in [one.attempt_id for one in found]
    assert waiting(store, ana) == ()
