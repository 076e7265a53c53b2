"""Where the machine may mark alone: each condition at its limit, whatever the ratings."""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scoring.agreement import FEWEST, Agreement, Estimate, Pair, agreement
from scoring.alone import DOUBLE_RATINGS, Condition, conditions, may_mark_alone

STEPS = 5
LEVEL = st.integers(0, STEPS - 1)
RATED = st.lists(st.tuples(LEVEL, LEVEL), min_size=1, max_size=160)
GOOD = Estimate(0.8, 0.7, 0.9)
NO_GAP = Estimate(0.0, -0.1, 0.1)
GROUPS = {"a call": Agreement(200, 100, GOOD, GOOD, NO_GAP, NO_GAP)}
QUICK = settings(max_examples=40, deadline=None)


def _of(kappa: float, standardised: float = 0.0, attempts: int = DOUBLE_RATINGS) -> Agreement:
    def sure(value: float) -> Estimate:
        return Estimate(value, value, value)

    figures = sure(kappa), sure(kappa), sure(standardised), sure(standardised)
    return Agreement(attempts, attempts, *figures)


def _pairs(rated: Sequence[tuple[int, int]]) -> list[Pair]:
    return [Pair(f"a{n}", *levels) for n, levels in enumerate(rated)]


def _found(pairs: Sequence[Pair], *, same: bool = True) -> Agreement:
    return agreement(pairs, STEPS, same_raters=same)


def _met(
    people: Agreement, machine: Agreement, groups: Mapping[str, Agreement] = GROUPS
) -> list[bool | None]:
    return [one.met for one in conditions(people, machine, groups)]


@pytest.mark.parametrize(
    ("people", "machine", "group", "failing"),
    [
        (_of(0.7), _of(0.7, 0.15), _of(0.7, 0.1), None),
        (_of(0.8), _of(0.7, -0.15), _of(0.7, -0.1), None),
        (_of(0.8, attempts=99), _of(0.8), _of(0.8), 0),
        (_of(0.699), _of(0.75), _of(0.75), 1),
        (_of(0.75), _of(0.699), _of(0.75), 2),
        (_of(0.9), _of(0.799), _of(0.9), 3),
        (_of(0.8), _of(0.8, 0.151), _of(0.8), 4),
        (_of(0.8), _of(0.8, -0.151), _of(0.8), 4),
        (_of(0.8), _of(0.8), _of(0.8, 0.101), 5),
        (_of(0.8), _of(0.8), _of(0.8, -0.101), 5),
    ],
    ids=str,
)
def test_each_condition_holds_at_its_limit_and_not_a_hair_beyond(
    people: Agreement, machine: Agreement, group: Agreement, failing: int | None
) -> None:
    met = _met(people, machine, {"a call": group})

    assert met == [n != failing for n in range(6)]


def test_a_figure_near_its_limit_is_shown_to_a_third_digit() -> None:
    told = conditions(_of(0.699), _of(0.8, 0.151), {"a call": _of(0.8, 0.101)})

    assert "0.699" in told[1].found
    assert "+0.151" in told[4].found
    assert "+0.101" in told[5].found


@QUICK
@given(RATED, RATED)
def test_whatever_is_not_known_or_not_met_keeps_the_machine_from_marking_alone(
    people: list[tuple[int, int]], machine: list[tuple[int, int]]
) -> None:
    ours, theirs = _found(_pairs(people), same=False), _found(_pairs(machine))
    told = conditions(ours, theirs, {"a call": theirs})

    assert may_mark_alone(told) == all(one.met is True for one in told)
    if len(people) < DOUBLE_RATINGS:
        assert not may_mark_alone(told)
    if len(machine) < FEWEST:
        assert [one.met for one in told[2:]] == [None] * 4


@QUICK
@given(st.lists(st.integers(0, STEPS - 2), min_size=1, max_size=6))
def test_a_machine_that_is_a_level_milder_never_marks_alone(few: list[int]) -> None:
    levels = (few * DOUBLE_RATINGS)[:DOUBLE_RATINGS]
    people = _found(_pairs([(level, level) for level in levels]), same=False)
    milder = _found(_pairs([(level, level + 1) for level in levels]))

    met = _met(people, milder, {"a call": milder})

    assert met[5] is False
    assert not all(met)


@QUICK
@given(st.lists(st.integers(0, STEPS - 1), min_size=FEWEST, max_size=40), st.integers(1, 3))
def test_where_people_all_said_the_same_any_difference_is_too_much(
    levels: list[int], always: int
) -> None:
    same = _found(_pairs([(always, level) for level in levels]))
    equal = sum(levels) == always * len(levels)

    met = _met(_of(0.8), _of(0.8), {"a call": _of(0.8), "another": same})

    assert met[5] is equal


@QUICK
@given(st.lists(st.tuples(LEVEL, LEVEL), min_size=FEWEST, max_size=60), st.integers(0, 2**20))
def test_the_order_of_ratings_and_of_groups_changes_nothing(
    rated: list[tuple[int, int]], seed: int
) -> None:
    pairs = _pairs(rated)
    mixed = random.Random(seed).sample(pairs, len(pairs))
    groups = {"one": _found(pairs), "two": _of(0.8, 0.05)}

    told = conditions(_of(0.8), _found(pairs), groups)
    again = conditions(_of(0.8), _found(mixed), dict(reversed(groups.items())))

    assert told == again


def test_groups_with_too_few_ratings_are_told_and_decide_nothing() -> None:
    few = _found(_pairs([(0, 4)] * (FEWEST - 1)))
    (*_, alone) = conditions(_of(0.8), _of(0.8), {"few": few})
    (*_, beside) = conditions(_of(0.8), _of(0.8), {"few": few, "enough": _of(0.8)})

    assert alone == Condition(alone.text, None, f"no group has {FEWEST} ratings")
    assert beside.met is True
    assert f"1 with fewer than {FEWEST} ratings left out" in beside.found


def test_more_ratings_of_the_same_kind_never_take_the_right_away() -> None:
    for many in (100, 150, 200):
        rated = [(n % STEPS, n % STEPS) for n in range(many)]
        whole = _found(_pairs(rated))

        assert _met(_found(_pairs(rated), same=False), whole, {"a call": whole}) == [True] * 6
