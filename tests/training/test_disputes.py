"""A dispute is one sentence; it waits for an answer, and both stay on record."""

from __future__ import annotations

import pytest

from tests.training.judging import MARK, accept, submitted
from tests.training.shipped_calls import at
from training.disputes import answer_dispute, dispute, disputes
from training.errors import TrainingError
from training.models import Person, Purpose, Role
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
    assert (kept.answer, kept.answered_by) == ("You are right, I adjusted it.", "Tom")
    assert (kept.answered_at, kept.open, said.open) == (at(2100), False, True)


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

    assert [one.answer for one in disputes(store, ana, attempt.id)] == ["First."]


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
