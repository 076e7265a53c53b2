"""Where somebody stands with each scenario."""

from __future__ import annotations

import json
from collections.abc import Mapping

from tests.training.shipped_calls import LAID_OFF, at, on_a_call
from training.models import Attempt, Person
from training.practice import end_call, take_turn
from training.progress import progress
from training.rewinding import branch, lines_to_try_again
from training.standing import NOT_TRIED, Standing, standings
from training.store import Store
from training.wrap_up import hand_in


def finished(store: Store, person: Person, seed: int) -> Attempt:
    attempt = end_call(store, person, on_a_call(store, person, seed=seed), at(60))
    return hand_in(store, person, attempt, at(90))


def _stands(store: Store, person: Person) -> Mapping[str, Standing]:
    return standings(store, person, progress(store, person))


def test_what_was_never_tried_is_left_out(store: Store, ana: Person) -> None:
    assert _stands(store, ana) == {}
    assert NOT_TRIED.last is None


def test_an_attempt_is_open_until_it_is_handed_in(store: Store, ana: Person) -> None:
    attempt = on_a_call(store, ana)

    assert _stands(store, ana)[LAID_OFF.id].open_attempt == attempt.id
    assert _stands(store, ana)[LAID_OFF.id].tried == 0

    hand_in(store, ana, end_call(store, ana, attempt, at(60)), at(90))

    assert _stands(store, ana)[LAID_OFF.id].open_attempt is None
    assert _stands(store, ana)[LAID_OFF.id].tried == 1


def test_an_attempt_without_a_grade_is_the_last_but_not_the_best(store: Store, ana: Person) -> None:
    attempt = finished(store, ana, seed=1)
    standing = _stands(store, ana)[LAID_OFF.id]

    assert standing.last is not None
    assert standing.last.attempt_id == attempt.id
    assert standing.best is None


def test_the_best_is_the_highest_grade(store: Store, ana: Person) -> None:
    for seed, grade in ((1, 61.0), (2, 83.5), (3, 70.0)):
        body = json.dumps({"scorecard": {"grade": {"value": grade}, "passed": grade > 70}})
        store.keep_review(ana, finished(store, ana, seed), "{}", at(100), body)
    standing = _stands(store, ana)[LAID_OFF.id]

    assert standing.tried == 3
    assert standing.best is not None
    assert standing.best.grade == 83.5


def test_nobody_stands_where_another_does(store: Store, ana: Person, ben: Person) -> None:
    finished(store, ana, seed=1)

    assert _stands(store, ben) == {}


def test_a_branch_is_no_try_of_the_whole(store: Store, ana: Person) -> None:
    attempt = take_turn(store, ana, on_a_call(store, ana), "Hello?", at(10))
    first = hand_in(store, ana, end_call(store, ana, attempt, at(60)), at(90))
    again = branch(store, ana, first, lines_to_try_again(first)[0], at(100))
    hand_in(store, ana, end_call(store, ana, again, at(160)), at(190))

    standing = _stands(store, ana)[LAID_OFF.id]

    assert standing.tried == 1
    assert standing.last is not None
    assert standing.last.attempt_id == first.id
