"""Rewind: a call goes on from an earlier turn, beside the call as it was."""

from __future__ import annotations

import pytest

from calls.events import Said
from scoring.comparing import by_dimension
from scoring.marks import Dimension
from tests.training.shipped_calls import LINES, at, on_a_call
from training.errors import NoSuchAttempt, NotYours, TrainingError
from training.models import Attempt, Person, Purpose
from training.practice import end_call, take_back, take_turn
from training.progress import progress
from training.rewinding import branch, compared, family, lines_to_try_again
from training.store import Store
from training.wrap_up import hand_in

THREAT = "Pay or we take you to court."


def practised(
    store: Store,
    person: Person,
    *lines: str,
    seed: int = 1,
    purpose: Purpose = Purpose.PRIVATE,
) -> Attempt:
    """A call in which these lines were said, handed in."""
    attempt = on_a_call(store, person, seed=seed, purpose=purpose)
    return finished(store, person, attempt, *lines)


def finished(store: Store, person: Person, attempt: Attempt, *lines: str) -> Attempt:
    for n, line in enumerate(lines, start=1):
        attempt = take_turn(store, person, attempt, line, at(10 * n))
    attempt = end_call(store, person, attempt, at(500))
    return hand_in(store, person, attempt, at(600))


def said(attempt: Attempt) -> list[str]:
    call = attempt.state.call
    assert call is not None
    return [line.turn.text for line in call.lines]


def test_a_branch_begins_with_what_both_tries_share(store: Store, ana: Person) -> None:
    first = practised(store, ana, *LINES[:3], THREAT)
    last = lines_to_try_again(first)[-1]

    again = branch(store, ana, first, last, at(900))

    assert said(again) == said(first)[:7]
    assert again.events == first.events[: last - 1]
    assert (again.parent_attempt, again.parent_seq) == (first.id, last - 1)
    assert store.attempt(ana, first.id) == first


def test_what_is_said_instead_is_answered_as_in_a_call_that_went_so(
    store: Store, ana: Person, ben: Person
) -> None:
    first = practised(store, ana, *LINES[:3], THREAT)
    again = branch(store, ana, first, lines_to_try_again(first)[-1], at(900))

    kinder = finished(store, ana, again, LINES[3])

    straight = practised(store, ben, *LINES[:4])
    assert said(kinder) == said(straight)


def test_the_same_click_twice_makes_one_branch(store: Store, ana: Person) -> None:
    first = practised(store, ana, *LINES[:3])
    one = branch(store, ana, first, lines_to_try_again(first)[1], at(900))
    finished(store, ana, one, LINES[1])

    two = branch(store, ana, first, lines_to_try_again(first)[1], at(900))

    assert two.id == one.id
    assert two.state.handed_in
    assert len(family(store, ana, first)) == 2


def test_tries_are_listed_each_with_those_that_leave_it(store: Store, ana: Person) -> None:
    first = practised(store, ana, *LINES[:4])
    numbers = lines_to_try_again(first)
    early = finished(store, ana, branch(store, ana, first, numbers[1], at(900)), *LINES[1:3])
    late = branch(store, ana, first, numbers[3], at(910))
    deeper = branch(store, ana, early, lines_to_try_again(early)[2], at(920))
    practised(store, ana, LINES[0], seed=2)

    for member in (first, early, late, deeper):
        tries = family(store, ana, member)
        assert [one.attempt_id for one in tries] == [first.id, early.id, deeper.id, late.id]
        assert [one.parent for one in tries] == [None, first.id, early.id, first.id]
        assert [one.handed_in for one in tries] == [True, True, False, False]


@pytest.mark.parametrize("purpose", [Purpose.SUBMITTED, Purpose.DEMO])
def test_a_branch_is_private_whatever_it_leaves(
    store: Store, ana: Person, trainer: Person, purpose: Purpose
) -> None:
    first = practised(store, ana, *LINES[:2], purpose=purpose)

    again = finished(store, ana, branch(store, ana, first, lines_to_try_again(first)[0], at(900)))

    assert again.purpose is Purpose.PRIVATE
    with pytest.raises(NoSuchAttempt):
        store.attempt(trainer, again.id)
    assert [one.attempt_id for one in family(store, ana, first)] == [first.id, again.id]


def test_a_trainer_sees_what_was_submitted_and_not_how_it_was_tried_again(
    store: Store, ana: Person, trainer: Person
) -> None:
    first = practised(store, ana, *LINES[:2], purpose=Purpose.SUBMITTED)
    finished(store, ana, branch(store, ana, first, lines_to_try_again(first)[0], at(900)))

    assert [one.attempt_id for one in family(store, trainer, first)] == [first.id]


def test_a_branch_is_told_apart_in_ones_progress(store: Store, ana: Person) -> None:
    first = practised(store, ana, *LINES[:2])
    finished(store, ana, branch(store, ana, first, lines_to_try_again(first)[0], at(900)), LINES[0])

    steps = progress(store, ana)

    assert [one.branch for one in steps] == [False, True]
    assert steps[1].seen_before


def test_what_was_taken_back_is_no_place_to_go_back_to(store: Store, ana: Person) -> None:
    attempt = on_a_call(store, ana)
    attempt = take_turn(store, ana, attempt, "Pay up!", at(10))
    attempt = take_back(store, ana, attempt, at(11))
    first = finished(store, ana, attempt, LINES[0])
    gone = next(one.seq for one in first.events if isinstance(one, Said) and one.text == "Pay up!")

    assert gone not in lines_to_try_again(first)
    with pytest.raises(TrainingError, match="nothing was said there"):
        branch(store, ana, first, gone, at(900))


def test_an_attempt_is_handed_in_before_it_is_tried_again(store: Store, ana: Person) -> None:
    attempt = take_turn(store, ana, on_a_call(store, ana), LINES[0], at(10))

    with pytest.raises(TrainingError, match="hand it in first"):
        branch(store, ana, attempt, lines_to_try_again(attempt)[0], at(900))


def test_an_assessment_is_made_once(store: Store, ana: Person) -> None:
    made = practised(store, ana, *LINES[:2], purpose=Purpose.ASSESSMENT)

    with pytest.raises(TrainingError, match="an assessment is made once"):
        branch(store, ana, made, lines_to_try_again(made)[0], at(900))


def test_nobody_branches_off_somebody_elses_attempt(
    store: Store, ana: Person, trainer: Person
) -> None:
    made = practised(store, ana, *LINES[:2], purpose=Purpose.SUBMITTED)

    with pytest.raises(NotYours):
        branch(store, trainer, made, lines_to_try_again(made)[0], at(900))


def test_both_ends_are_laid_side_by_side(store: Store, ana: Person) -> None:
    first = practised(store, ana, *LINES[:5], THREAT)
    again = branch(store, ana, first, lines_to_try_again(first)[-1], at(900))
    kinder = finished(store, ana, again, *LINES[5:9])

    made = compared(store, ana, first.id, kinder.id, at(2000))

    assert made.shared == 11
    harsh, kind = made.partings
    assert harsh is not None
    assert kind is not None
    assert (harsh.said.quote, kind.said.quote) == (THREAT, LINES[5])
    assert harsh.because
    assert {told.fact for told in made.second.told} > {told.fact for told in made.first.told}
    assert made.told_in_both == {told.fact for told in made.first.told}
    assert made.second.moods[-1].trust > made.first.moods[-1].trust
    assert len(made.first.not_met) > len(made.second.not_met)
    assert all(
        (kinder_score or 0) >= (score or 0)
        for dimension, (score, kinder_score) in by_dimension(made).items()
        if dimension is Dimension.EMPATHY
    )


def test_a_try_beside_itself_differs_in_nothing(store: Store, ana: Person) -> None:
    first = practised(store, ana, *LINES[:3])

    made = compared(store, ana, first.id, first.id, at(2000))

    assert made.shared == len(said(first))
    assert made.first == made.second
    assert made.partings == (None, None)


def test_two_calls_that_share_no_turn_are_not_compared(store: Store, ana: Person) -> None:
    first, other = practised(store, ana, LINES[0]), practised(store, ana, LINES[0], seed=2)

    with pytest.raises(TrainingError, match="choose two tries of one call"):
        compared(store, ana, first.id, other.id, at(2000))


def test_a_try_that_goes_on_is_not_compared_yet(store: Store, ana: Person) -> None:
    first = practised(store, ana, *LINES[:2])
    again = branch(store, ana, first, lines_to_try_again(first)[0], at(900))

    with pytest.raises(TrainingError, match="hand it in first"):
        compared(store, ana, first.id, again.id, at(2000))
