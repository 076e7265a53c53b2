"""Rates of groups beside each other, exactly, and nothing of groups that would be people."""

from __future__ import annotations

import pytest

from tests.training.assessments.conftest import Taken
from tests.training.assessments.samples import manager
from training.assessments.hiring import NotYoursToHire
from training.assessments.impact import (
    ENOUGH,
    FEWEST,
    Count,
    Group,
    Grouping,
    Rate,
    Table,
    fisher,
    impact,
    table,
)


def _made(*groups: tuple[str, int, int], untold: int = 0) -> Table:
    """Groups by sex: so many of so many."""
    outcomes, told = {}, {}
    for name, counted, people in groups:
        for number in range(people):
            outcomes[f"{name} {number}"] = number < counted
            told[f"{name} {number}"] = (name, "no answer")
    outcomes |= {f"silent {number}": True for number in range(untold)}
    return table(Rate.SELECTED, Grouping.SEX, outcomes, told)


def _of(made: Table, name: str) -> Group:
    return next(group for group in made.groups if group.name == name)


@pytest.mark.parametrize(
    ("one", "other", "chance"),
    [
        (Count(3, 4), Count(1, 4), 34 / 70),  # Fisher's lady and her tea
        (Count(1, 10), Count(11, 14), 0.002759),  # the textbooks' 2 x 2 table
        (Count(5, 10), Count(5, 10), 1),
        (Count(0, 5), Count(5, 5), 2 / 252),
    ],
)
def test_the_test_is_exact_and_the_same_either_way(one: Count, other: Count, chance: float) -> None:
    assert fisher(one, other) == pytest.approx(chance, abs=5e-6)
    assert fisher(other, one) == fisher(one, other)


def test_each_group_stands_beside_the_highest_and_one_person_more_is_told() -> None:
    made = _made(("female", 12, 40), ("male", 16, 40), untold=7)

    female, male = _of(made, "female"), _of(made, "male")

    assert male.highest
    assert male.ratio is None
    assert female.ratio == pytest.approx(0.75)
    assert female.low
    assert female.with_one == pytest.approx(13 / 16)
    assert female.chance == fisher(Count(12, 40), Count(16, 40))
    assert (made.enough, made.untold) == (True, 7)


def test_too_few_to_judge_is_said_of_groups_in_which_one_person_moves_much() -> None:
    made = _made(("female", 5, ENOUGH - 1), ("male", 20, ENOUGH))

    assert not _of(made, "female").enough
    assert not made.enough


def test_nothing_is_told_of_a_group_of_four_nor_of_what_it_could_be_worked_out_from() -> None:
    alone = _made(("another", 1, FEWEST - 1), ("female", 4, 8), ("male", 5, 20))
    among_silent = _made(("another", 1, FEWEST - 1), ("female", 4, 8), ("male", 5, 20), untold=5)

    assert [group.name for group in alone.groups if group.count] == ["male"]
    assert [group.name for group in among_silent.groups if group.count] == ["female", "male"]
    assert _of(among_silent, "another") == Group("another", None)


def test_where_nobody_was_counted_there_is_no_ratio() -> None:
    made = _made(("female", 0, 9), ("male", 0, 9))

    assert [group.ratio for group in made.groups] == [None, None]


def test_who_gave_no_answer_is_counted_apart_and_who_was_not_decided_on_is_not(
    one: Taken,
) -> None:
    one.agreed()
    found = impact(one.store, manager(one.store), one.candidacy.assessment_id)

    assert [(made.rate, made.untold) for made in found if made.grouping is Grouping.BOTH] == [
        (Rate.SELECTED, 0),
        (Rate.SCORED, 1),
    ]
    with pytest.raises(NotYoursToHire):
        impact(one.store, one.ines, one.candidacy.assessment_id)
