"""Bands are as wide as the calls of the same person differ, and never narrower than they may be."""

from __future__ import annotations

import pytest

from training.assessments.bands import (
    ASSUMED,
    FEWEST,
    LEAST,
    Band,
    Basis,
    Error,
    Standing,
    band,
    measured,
)


def test_the_error_is_what_neither_person_nor_call_explains() -> None:
    """Two calls differ by 1 for everybody: that is the call. Half the people differ by 1 more."""
    calls = [(2.0, 3.0)] * 5 + [(2.0, 4.0)] * 5

    error = measured(calls, ())

    # The gaps are 1 and 2, their variance 10 * .25 / 9; of one call it is half of that.
    assert error.of_one_call**2 == pytest.approx(10 * 0.25 / 9 / 2)
    assert (error.basis, error.candidates) == (Basis.CALLS, 10)
    assert error.of(2) == pytest.approx(max(LEAST, error.of_one_call / 2**0.5))


def test_with_one_call_each_two_raters_are_all_there_is() -> None:
    error = measured([(3.0,)] * 12, [(2.0, 4.0)] * 12)

    assert error == Error(1.0, Basis.RATERS, 12)


@pytest.mark.parametrize("few", [0, 1, FEWEST - 1])
def test_with_few_candidates_the_error_is_assumed_and_more_calls_make_it_no_smaller(
    few: int,
) -> None:
    error = measured([(1.0, 5.0)] * few, ())

    assert error == Error(ASSUMED, Basis.NOTHING, few)
    assert error.of(4) == ASSUMED


def test_a_band_is_never_narrower_than_whole_levels_allow_and_stays_on_the_scale() -> None:
    alike = measured([(3.0, 3.0)] * 20, ())

    assert band(3.0, alike, 2) == Band(3.0 - LEAST, 3.0 + LEAST)
    assert band(4.5, Error(1.0, Basis.CALLS, 20), 1) == Band(3.5, 5)


@pytest.mark.parametrize(
    ("low", "high", "where"),
    [
        (3.0, 4.0, Standing.ABOVE),
        (2.9, 4.0, Standing.ACROSS),
        (2.0, 3.0, Standing.ACROSS),
        (2.0, 2.9, Standing.BELOW),
    ],
)
def test_only_a_band_that_is_whole_on_one_side_of_the_bar_says_anything(
    low: float, high: float, where: Standing
) -> None:
    assert Band(low, high).beside(3.0) is where
