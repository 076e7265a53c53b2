"""A button that was pressed twice keeps once: the same words by the same person are one thing."""

from __future__ import annotations

from collections import Counter

import pytest

from tests.training.judging import MARK, reject, sheet, submitted
from tests.training.shipped_calls import at
from training.access_log import MACHINE, Deed
from training.accesses import Asked, accesses
from training.disputes import add_to_answer, answer_dispute, dispute, disputes
from training.errors import TrainingError
from training.models import Attempt, Person, Role
from training.people import sign_in_locally
from training.ratings import agree, consensus, rate, ratings
from training.remarks import coach, comment, remarks, take_back_remark
from training.second_ratings import rate_again, second_ratings
from training.store import Store
from training.verdicts import give_verdict, verdicts

WHY = "She paused twice."
AGAIN = at(3000)


@pytest.fixture
def attempt(store: Store, ana: Person) -> Attempt:
    return submitted(store, ana)


def test_what_is_said_of_a_call_is_kept_once(
    store: Store, ana: Person, trainer: Person, attempt: Attempt
) -> None:
    asked = dispute(store, ana, attempt.id, MARK, WHY, at(2000))
    assert dispute(store, ana, attempt.id, MARK, WHY, AGAIN) == asked
    for now in (at(2100), AGAIN):
        answer_dispute(store, trainer, attempt.id, asked.id, "You are right.", now)
        give_verdict(store, trainer, attempt.id, reject(MARK), now)
        comment(store, trainer, attempt.id, 0, "Well begun.", now)
        coach(store, trainer, attempt.id, "Slow down.", "numbers", now)
    for now in (at(2200), AGAIN):
        add_to_answer(store, trainer, attempt.id, asked.id, "And I set it aside.", now)

    (one,) = disputes(store, trainer, attempt.id)
    told = [(each.text, each.at) for each in one.answers]
    assert told == [("You are right.", at(2100)), ("And I set it aside.", at(2200))]
    assert [each.at for each in verdicts(store, trainer, attempt.id)] == [at(2100)]
    assert [each.text for each in remarks(store, trainer, attempt.id)] == [
        "Well begun.",
        "Slow down.",
    ]
    logged = Counter(one.deed for one in accesses(store, MACHINE, Asked(attempt_id=attempt.id)))
    assert [logged[each] for each in (Deed.COMMENTED, Deed.COACHED, Deed.VERDICT)] == [1, 1, 1]
    assert logged[Deed.ANSWERED] == 2


def test_what_is_rated_is_kept_once(store: Store, trainer: Person, attempt: Attempt) -> None:
    tessa = sign_in_locally(store, "Tessa", Role.TRAINER, at(0))
    for person in (trainer, tessa):
        first = rate(store, person, attempt.id, sheet(2), at(2000))
        assert rate(store, person, attempt.id, sheet(2), AGAIN) == first
    for now in (at(2100), AGAIN):
        agree(store, tessa, attempt.id, sheet(2), "We saw the same.", now)
        rate_again(store, tessa, attempt.id, sheet(3), "Milder now.", now)

    assert len(ratings(store, tessa, attempt.id)) == 2
    kept = consensus(store, tessa, attempt.id)
    assert kept is not None
    assert kept.at == at(2100)
    assert [one.at for one in second_ratings(store, tessa, attempt.id)] == [at(2100)]


def test_other_words_or_another_person_are_told_as_before(
    store: Store, ana: Person, trainer: Person, attempt: Attempt
) -> None:
    asked = dispute(store, ana, attempt.id, MARK, WHY, at(2000))
    with pytest.raises(TrainingError, match="disputed already"):
        dispute(store, ana, attempt.id, MARK, "Once more.", AGAIN)
    answer_dispute(store, trainer, attempt.id, asked.id, "You are right.", at(2100))
    with pytest.raises(TrainingError, match="somebody has answered it already"):
        answer_dispute(store, trainer, attempt.id, asked.id, "Or not.", AGAIN)
    note = coach(store, trainer, attempt.id, "Slow down.", "numbers", at(2100))
    take_back_remark(store, trainer, attempt.id, note.id, at(2110))

    again = coach(store, trainer, attempt.id, "Slow down.", "numbers", at(2120))

    assert again.id != note.id, "what was taken back can be said anew"
