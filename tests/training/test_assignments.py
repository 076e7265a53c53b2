"""Assignments: who gives what to whom, and when it counts as done."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from simulator.scenario import Scenario
from tests.shipped import SCENARIOS
from tests.training.floor import NOW
from tests.training.shipped_calls import LAID_OFF, LINES, at, on_a_call
from training.assignments import (
    NotYoursToAssign,
    Stage,
    all_assignments,
    assign,
    assignments,
    withdraw,
)
from training.errors import TrainingError
from training.models import Attempt, Person, Purpose, Role
from training.people import sign_in_locally
from training.practice import end_call, take_turn
from training.rewinding import branch, lines_to_try_again
from training.rights import ASSIGNS
from training.store import Store
from training.wrap_up import hand_in

TODAY = NOW.date()
FRIDAY = TODAY + timedelta(days=4)


def handed_in(
    store: Store,
    person: Person,
    scenario: Scenario = LAID_OFF,
    purpose: Purpose = Purpose.SUBMITTED,
    seconds: int = 60,
) -> Attempt:
    attempt = on_a_call(store, person, scenario, seconds, purpose, at(seconds))
    attempt = take_turn(store, person, attempt, LINES[0], at(seconds + 1))
    attempt = end_call(store, person, attempt, at(seconds + 2))
    return hand_in(store, person, attempt, at(seconds + 3))


def test_what_was_assigned_is_there_until_an_attempt_of_it_is_submitted(
    store: Store, ana: Person, trainer: Person
) -> None:
    given = assign(store, trainer, ana, LAID_OFF, FRIDAY, NOW, "Take your time with the budget.")

    (mine,) = assignments(store, ana)
    assert mine == given
    assert (mine.by, mine.title, mine.due) == ("Tom", LAID_OFF.title, FRIDAY)
    assert mine.stage(TODAY) is Stage.OPEN
    assert mine.stage(FRIDAY) is Stage.OPEN
    assert mine.stage(FRIDAY + timedelta(days=1)) is Stage.OVERDUE

    done = handed_in(store, ana)

    (mine,) = assignments(store, ana)
    assert mine.done_with == done.id
    assert mine.stage(FRIDAY + timedelta(days=1)) is Stage.DONE


def test_only_a_whole_attempt_that_was_submitted_since_counts(
    store: Store, ana: Person, ben: Person, trainer: Person
) -> None:
    handed_in(store, ana, seconds=-500)
    assign(store, trainer, ana, LAID_OFF, FRIDAY, NOW)

    handed_in(store, ana, purpose=Purpose.PRIVATE)
    handed_in(store, ben)
    handed_in(store, ana, SCENARIOS["forgetful_payer"], seconds=90)
    on_a_call(store, ana, LAID_OFF, 7, Purpose.SUBMITTED, at(200))
    first = handed_in(store, ana, purpose=Purpose.DEMO, seconds=300)
    again = branch(store, ana, first, lines_to_try_again(first)[0], at(400))
    hand_in(store, ana, end_call(store, ana, again, at(401)), at(402))

    (mine,) = assignments(store, ana)
    assert mine.done_with is None


def test_the_same_scenario_once_more_moves_the_day(
    store: Store, ana: Person, trainer: Person
) -> None:
    assign(store, trainer, ana, LAID_OFF, FRIDAY, NOW, "By Friday.")
    assign(store, trainer, ana, LAID_OFF, FRIDAY + timedelta(days=3), at(60), "Or Monday.")

    (mine,) = assignments(store, ana)
    assert (mine.due, mine.note) == (FRIDAY + timedelta(days=3), "Or Monday.")

    handed_in(store, ana)
    assign(store, trainer, ana, LAID_OFF, FRIDAY + timedelta(days=9), at(120))

    assert [one.stage(TODAY) for one in assignments(store, ana)] == [
        Stage.DONE,
        Stage.OPEN,
    ]


def test_what_is_taken_back_is_told_as_such_and_can_be_given_again(
    store: Store, ana: Person, trainer: Person
) -> None:
    given = assign(store, trainer, ana, LAID_OFF, FRIDAY, NOW)

    withdraw(store, trainer, given.id, at(60))
    again = withdraw(store, trainer, given.id, at(90))

    assert again.stage(TODAY) is Stage.WITHDRAWN
    assert again.withdrawn_at == at(60)
    assert assign(store, trainer, ana, LAID_OFF, FRIDAY, at(120)).stage(TODAY) is Stage.OPEN


def test_trainees_see_their_own_and_trainers_all(
    store: Store, ana: Person, ben: Person, trainer: Person
) -> None:
    mine = assign(store, trainer, ana, LAID_OFF, FRIDAY, NOW)
    his = assign(store, trainer, ben, SCENARIOS["forgetful_payer"], TODAY, NOW)

    assert assignments(store, ana) == (mine,)
    assert assignments(store, ben) == (his,)
    assert assignments(store, trainer) == ()
    assert all_assignments(store, trainer) == (his, mine)


def test_by_the_table_of_rights_others_assign_nothing(store: Store, ana: Person) -> None:
    trainer = sign_in_locally(store, "Tom", Role.TRAINER, NOW)
    given = assign(store, trainer, ana, LAID_OFF, FRIDAY, NOW)
    for role in set(Role) - ASSIGNS:
        other = sign_in_locally(store, "Other", role, NOW)

        with pytest.raises(NotYoursToAssign):
            assign(store, other, ana, LAID_OFF, FRIDAY, NOW)
        with pytest.raises(NotYoursToAssign):
            withdraw(store, other, given.id, NOW)
        with pytest.raises(NotYoursToAssign):
            all_assignments(store, other)


@pytest.mark.parametrize(
    ("scenario", "due", "note", "told"),
    [
        ("laid_off_three_weeks_ago", TODAY - timedelta(days=1), "", "a day from 2026-03-02 on"),
        ("no_point_any_more", FRIDAY, "", "it is played with care"),
        ("laid_off_three_weeks_ago", FRIDAY, "a" * 301, "at most 300 are possible"),
    ],
)
def test_what_cannot_be_assigned_is_explained(
    store: Store, ana: Person, trainer: Person, scenario: str, due: date, note: str, told: str
) -> None:
    with pytest.raises(TrainingError, match=told):
        assign(store, trainer, ana, SCENARIOS[scenario], due, NOW, note)

    assert assignments(store, ana) == ()


def test_only_trainees_are_given_calls(store: Store, trainer: Person) -> None:
    with pytest.raises(TrainingError, match="assign to a trainee"):
        assign(store, trainer, trainer, LAID_OFF, FRIDAY, NOW)


def test_an_assignment_that_is_not_there_cannot_be_taken_back(
    store: Store, trainer: Person
) -> None:
    with pytest.raises(TrainingError, match="one from the list"):
        withdraw(store, trainer, "none", NOW)
