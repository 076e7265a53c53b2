"""The figures of agreement are those of the papers they are named after."""

from __future__ import annotations

import random

import numpy as np
import pytest

from scoring.agreement import (
    FEWEST,
    Estimate,
    Pair,
    agreement,
    counted,
    difference,
    icc_of_any_two,
    icc_of_one_judge,
    kappa,
    standardised,
)
from scoring.alone import Condition, conditions, may_mark_alone

COHEN = np.array([[44, 5, 1], [7, 20, 3], [9, 5, 6]], dtype=float)
SHROUT_AND_FLEISS = (
    (9, 2, 5, 8),
    (6, 1, 3, 2),
    (8, 4, 6, 8),
    (7, 1, 2, 6),
    (10, 5, 6, 9),
    (6, 2, 4, 7),
)


def _pairs(count: int, gap: int = 0, noise: float = 0.0, attempts: int | None = None) -> list[Pair]:
    draw = random.Random(3)
    found = []
    for n in range(count):
        first = draw.randrange(4 - gap)
        second = draw.randrange(5) if draw.random() < noise else first + gap
        found.append(Pair(f"a{n % (attempts or count)}", first, second))
    return found


def _mean_squares(rows: np.ndarray) -> tuple[float, float, float, float]:
    """Between, within, judges, error: as in a textbook, for any number of judges."""
    count, judges = rows.shape
    mean = rows.mean()
    between = judges * ((rows.mean(axis=1) - mean) ** 2).sum() / (count - 1)
    within = ((rows - rows.mean(axis=1, keepdims=True)) ** 2).sum() / (count * (judges - 1))
    of_judges = count * ((rows.mean(axis=0) - mean) ** 2).sum() / (judges - 1)
    rest = rows - rows.mean(axis=1, keepdims=True) - rows.mean(axis=0) + mean
    return between, within, of_judges, (rest**2).sum() / ((count - 1) * (judges - 1))


def _textbook_icc(rows: np.ndarray) -> tuple[float, float]:
    between, within, of_judges, error = _mean_squares(rows)
    count, judges = rows.shape
    one = (between - within) / (between + (judges - 1) * within)
    rest = (judges - 1) * error + judges * (of_judges - error) / count
    return one, (between - error) / (between + rest)


def test_the_textbook_gives_the_published_icc() -> None:
    one, two = _textbook_icc(np.array(SHROUT_AND_FLEISS, dtype=float))

    assert (round(one, 2), round(two, 2)) == (0.17, 0.29)


@pytest.mark.parametrize("seed", range(5))
def test_icc_from_a_table_is_that_of_the_textbook(seed: int) -> None:
    draw = random.Random(seed)
    pairs = [Pair(str(n), draw.randrange(5), draw.randrange(5)) for n in range(30)]
    rows = np.array([pair[1:] for pair in pairs], dtype=float)
    table = counted(pairs, 5)

    found = float(icc_of_any_two(table)), float(icc_of_one_judge(table))

    assert found == pytest.approx(_textbook_icc(rows))


def test_kappa_weighs_a_miss_by_its_square() -> None:
    """By hand: the weighted misses over those that the margins alone would give."""
    missed = 5 + 7 + 3 + 5 + 4 * (1 + 9)
    rows, columns, total = COHEN.sum(axis=1), COHEN.sum(axis=0), COHEN.sum()
    chance = sum(rows[i] * columns[j] * (i - j) ** 2 for i in range(3) for j in range(3)) / total

    assert float(kappa(COHEN)) == pytest.approx(1 - missed / chance)


def test_equal_ratings_agree_wholly_and_differ_by_nothing() -> None:
    told = agreement(_pairs(40), 5, same_raters=True)

    assert told.kappa == Estimate(1.0, 1.0, 1.0)
    assert told.icc == Estimate(1.0, 1.0, 1.0)
    assert told.difference == Estimate(0.0, 0.0, 0.0)


def test_a_stricter_judge_is_seen_in_the_difference_and_in_icc() -> None:
    table = counted(_pairs(40, gap=1), 5)

    assert float(difference(table)) == 1.0
    assert float(icc_of_one_judge(table)) < 1.0
    assert float(standardised(table)) > 0.5


def test_too_few_pairs_give_no_figure() -> None:
    told = agreement(_pairs(FEWEST - 1), 5, same_raters=True)

    assert (told.pairs, told.kappa, told.icc, told.difference) == (FEWEST - 1, None, None, None)
    assert agreement(_pairs(FEWEST - 1), 5, same_raters=True).difference is None


def test_ratings_that_are_all_the_same_give_no_kappa() -> None:
    told = agreement([Pair(str(n), 2, 2) for n in range(20)], 5, same_raters=False)

    assert (told.kappa, told.icc, told.standardised) == (None, None, None)
    assert told.difference == Estimate(0.0, 0.0, 0.0)


def test_the_same_pairs_give_the_same_intervals_in_any_order() -> None:
    pairs = _pairs(40, noise=0.4)

    assert agreement(pairs, 5, same_raters=True) == agreement(pairs[::-1], 5, same_raters=True)


def test_an_interval_counts_attempts_and_not_ratings() -> None:
    """Ten attempts rated eight times each tell less than eighty attempts."""
    few = agreement(_pairs(80, noise=0.5, attempts=10), 5, same_raters=True).kappa
    one_each = agreement(_pairs(80, noise=0.5), 5, same_raters=True).kappa
    repeated = [Pair(f"a{n}", *pair[1:]) for n, pair in enumerate(_pairs(10, noise=0.5))] * 8
    same = agreement(repeated, 5, same_raters=True).kappa

    assert few is not None
    assert one_each is not None
    assert same is not None
    assert same.high - same.low > one_each.high - one_each.low


def _told(pairs: list[Pair]) -> list[bool | None]:
    people = agreement(pairs, 5, same_raters=False)
    machine = agreement(pairs, 5, same_raters=True)
    return [one.met for one in conditions(people, machine, {"a call": machine})]


def test_all_conditions_together_let_the_machine_mark_alone() -> None:
    assert _told(_pairs(120)) == [True] * 6


def test_too_few_double_ratings_are_too_few_however_well_all_agree() -> None:
    assert _told(_pairs(99)) == [False, *[True] * 5]


def test_what_is_not_known_is_not_met() -> None:
    met = _told(_pairs(3))

    assert met == [False, None, None, None, None, None]
    assert not may_mark_alone([Condition("", True, ""), Condition("", None, "")])


def test_the_worst_group_decides() -> None:
    pairs = _pairs(120)
    whole = agreement(pairs, 5, same_raters=True)
    harsh = agreement(_pairs(20, gap=1), 5, same_raters=True)

    told = conditions(whole, whole, {"a call": whole, "another": harsh})

    assert [one.met for one in told] == [*[True] * 5, False]
    assert "another, the furthest of 2" in told[-1].found
