"""Figures of few observations have wide intervals."""

from __future__ import annotations

import numpy as np
import pytest

from scoring.few import _T, mean_of, wilson


def test_the_interval_of_a_share_is_wilsons() -> None:
    assert wilson(9, 10) == pytest.approx((0.5958, 0.9821), abs=1e-4)
    assert wilson(0, 0) is None


def test_the_interval_of_a_mean_is_students() -> None:
    assert mean_of([60, 70, 65, 75, 80]) == pytest.approx((70, 60.18, 79.82), abs=0.01)
    assert mean_of([60]) is None


@pytest.mark.parametrize("free", [1, 2, 4, 10, 30])
def test_between_the_values_of_the_table_lie_95_of_100(free: int) -> None:
    edge, far = np.arctan(_T[free - 1] / np.sqrt(free)), np.pi / 2

    within, whole = (  # with t = sqrt(free) tan(angle) the density is a power of a cosine
        np.trapezoid(np.cos(angle) ** (free - 1), angle)
        for angle in (np.linspace(-end, end, 20_001) for end in (edge, far))
    )

    assert within / whole == pytest.approx(0.95, abs=2e-4)


def test_equal_marks_are_no_certainty_and_no_interval_leaves_the_scale() -> None:
    mean = mean_of([100] * 5)

    assert mean is not None
    assert mean.low < 98
    assert mean.high == 100


def test_more_calls_leave_less_open() -> None:
    few, many = mean_of([60, 70] * 3), mean_of([60, 70] * 12)

    assert few is not None
    assert many is not None
    assert many.high - many.low < few.high - few.low
