"""What a trainer says of a call reaches the trainee, and can be taken back for a while."""

from __future__ import annotations

import pytest

from drills.stock import Stock
from scoring.judged import WHOLE
from tests.shipped import EVERY
from tests.training.drilled import miss_one
from tests.training.judging import MARK, THREAT, accept, adjust, submitted
from tests.training.shipped_calls import at
from training.access_log import Deed
from training.accesses import who_looked
from training.drilling import drill, drills_given
from training.errors import NotYours, TrainingError
from training.judging import NotYoursToJudge, saw
from training.models import Attempt, Person, Purpose, Role
from training.people import sign_in_locally
from training.remarks import (
    acknowledge,
    coach,
    coaching,
    comment,
    note_of,
    remarks,
    take_back_remark,
)
from training.store import Store
from training.verdicts import give_verdict, take_back_verdict, verdicts
from training.waiting import waiting

STOCK = Stock(EVERY)
NOTE = "Say who you are before you say what it is about."


@pytest.fixture
def attempt(store: Store, ana: Person) -> Attempt:
    return submitted(store, ana)


def test_a_comment_stands_at_its_turn_for_the_trainee(
    store: Store, ana: Person, trainer: Person, attempt: Attempt
) -> None:
    turns = [turn.text for call in attempt.state.calls for turn in call.turns]
    threat = turns.index(THREAT)
    comment(store, trainer, attempt.id, threat, " Here she  stopped talking. ", at(2000))

    (said,) = remarks(store, ana, attempt.id)

    assert (said.turn, said.text, said.by) == (threat, "Here she stopped talking.", "Tom")
    with pytest.raises(TrainingError, match=f"turns 1 to {len(turns)}"):
        comment(store, trainer, attempt.id, len(turns), "Nobody said this.", at(2001))


def test_the_note_that_counts_is_the_latest_that_stands(
    store: Store, ana: Person, trainer: Person, attempt: Attempt
) -> None:
    first = coach(store, trainer, attempt.id, NOTE, "numbers", at(2000))
    second = coach(store, trainer, attempt.id, "Slow down.", "dial", at(2010))
    assert note_of(remarks(store, ana, attempt.id)) == second

    take_back_remark(store, trainer, attempt.id, second.id, at(2020))

    assert note_of(remarks(store, ana, attempt.id)) == first
    assert coaching(store, ana) == (first,)
    assert [one.stands for one in remarks(store, trainer, attempt.id)] == [True, False]


def test_what_was_said_is_taken_back_by_who_said_it_and_for_ten_minutes(
    store: Store, trainer: Person, attempt: Attempt
) -> None:
    tessa = sign_in_locally(store, "Tessa", Role.TRAINER, at(0))
    note = coach(store, trainer, attempt.id, NOTE, "numbers", at(2000))

    with pytest.raises(TrainingError, match="somebody else gave it"):
        take_back_remark(store, tessa, attempt.id, note.id, at(2001))
    with pytest.raises(TrainingError, match="older than 10 minutes"):
        take_back_remark(store, trainer, attempt.id, note.id, at(2000 + 601))


def test_a_verdict_that_was_taken_back_leaves_what_stood_before(
    store: Store, ana: Person, trainer: Person, attempt: Attempt
) -> None:
    give_verdict(store, trainer, attempt.id, adjust(MARK, 40), at(2000))
    wrong = give_verdict(store, trainer, attempt.id, adjust(MARK, 90), at(2010))
    take_back_verdict(store, trainer, attempt.id, wrong.id, at(2020))
    again = give_verdict(store, trainer, attempt.id, adjust(MARK, 90), at(2030))

    assert [one.stands for one in verdicts(store, ana, attempt.id)] == [True, False, True]
    assert again.id != wrong.id
    done = [one.deed for one in who_looked(store, ana)]
    assert done.count(Deed.TOOK_BACK) == 1
    with pytest.raises(TrainingError, match="older than 10 minutes"):
        take_back_verdict(store, trainer, attempt.id, again.id, at(2030 + 601))


def test_an_attempt_that_was_closed_by_mistake_waits_again(
    store: Store, trainer: Person, attempt: Attempt
) -> None:
    closed = give_verdict(store, trainer, attempt.id, accept(WHOLE), at(2000))
    assert waiting(store, trainer) == ()

    take_back_verdict(store, trainer, attempt.id, closed.id, at(2010))

    (one,) = waiting(store, trainer)
    assert (one.attempt_id, one.verdicts, one.closed) == (attempt.id, 0, False)


def test_who_was_coached_says_once_that_they_read_it(
    store: Store, ana: Person, ben: Person, trainer: Person, attempt: Attempt
) -> None:
    note = coach(store, trainer, attempt.id, NOTE, "numbers", at(2000))
    remark = comment(store, trainer, attempt.id, 0, "A good start.", at(2001))
    assert note.read_at is None

    acknowledge(store, ana, attempt.id, note.id, at(3000))
    again = acknowledge(store, ana, attempt.id, note.id, at(4000))

    assert again.read_at == at(3000)
    with pytest.raises(NotYours):
        acknowledge(store, trainer, attempt.id, note.id, at(4000))
    with pytest.raises(TrainingError, match="no note of that id stands"):
        acknowledge(store, ana, attempt.id, remark.id, at(4000))
    assert coaching(store, ben) == ()


def test_a_note_that_was_taken_back_meanwhile_cannot_be_acknowledged(
    store: Store, ana: Person, trainer: Person, attempt: Attempt
) -> None:
    note = coach(store, trainer, attempt.id, NOTE, "numbers", at(2000))
    take_back_remark(store, trainer, attempt.id, note.id, at(2010))

    with pytest.raises(TrainingError, match="no note of that id stands"):
        acknowledge(store, ana, attempt.id, note.id, at(3000))

    (kept,) = remarks(store, trainer, attempt.id)
    assert kept.read_at is None, "what is refused leaves no trace"


def test_what_the_note_gives_comes_first_in_the_next_drill_until_it_is_done(
    store: Store, ana: Person, trainer: Person, attempt: Attempt
) -> None:
    coach(store, trainer, attempt.id, NOTE, "numbers", at(2000))
    (given,) = drills_given(store, ana, STOCK)
    assert (len(given.ahead), given.of, given.done) == (3, 3, False)

    began = at(3000)
    assert drill(store, ana, STOCK, began).ahead[:3] == given.ahead
    miss_one(store, ana, STOCK, began)

    (given,) = drills_given(store, ana, STOCK)
    assert given.done, "a wrong answer is explained, and counts as practised"


def test_private_practice_and_work_samples_get_no_remarks(store: Store, ana: Person) -> None:
    private = submitted(store, ana, 2, Purpose.PRIVATE)
    sample = submitted(store, ana, 3, Purpose.ASSESSMENT)
    ines = sign_in_locally(store, "Ines", Role.ASSESSOR, at(0))

    with pytest.raises(TrainingError, match="none of that id"):
        comment(store, ines, private.id, 0, "Hello.", at(2000))
    with pytest.raises(TrainingError, match="two people rate apart"):
        coach(store, ines, sample.id, NOTE, "numbers", at(2000))
    with pytest.raises(NotYoursToJudge):
        comment(store, ana, private.id, 0, "My own.", at(2000))


def test_who_reads_what_another_said_rates_the_call_blind_no_more(
    store: Store, trainer: Person, attempt: Attempt
) -> None:
    tessa = sign_in_locally(store, "Tessa", Role.TRAINER, at(0))
    remarks(store, tessa, attempt.id)
    assert not saw(store, tessa, attempt.id)

    comment(store, trainer, attempt.id, 0, "A calm start.", at(2000))
    assert not saw(store, trainer, attempt.id), "one's own words are nobody else's"
    remarks(store, tessa, attempt.id)
    assert saw(store, tessa, attempt.id)


def test_a_note_gives_something_that_can_be_drilled(
    store: Store, trainer: Person, attempt: Attempt
) -> None:
    with pytest.raises(TrainingError, match="none is chosen"):
        coach(store, trainer, attempt.id, NOTE, "", at(2000))
