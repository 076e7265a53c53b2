"""Forms are alike for people by figures of people, and unknown before there are enough."""

from __future__ import annotations

import pytest

from tests.training.assessments.conftest import Four, Taken
from training.assessments.equivalence import (
    ENOUGH,
    equivalence,
    of_levels,
    t_quantile,
    welch,
)
from training.assessments.hiring import NotYoursToHire


@pytest.mark.parametrize(
    ("freedom", "published"), [(20, 2.086), (29, 2.045), (40, 2.021), (60, 2.000), (120, 1.980)]
)
def test_quantiles_are_those_of_published_tables(freedom: int, published: float) -> None:
    assert t_quantile(freedom) == pytest.approx(published, abs=0.0006)


def test_an_interval_is_welchs() -> None:
    """Worked by hand: variances 2.5 and 10 of five each."""
    one, other = [1, 2, 3, 4, 5], [2, 4, 6, 8, 10]

    value, low, high = welch(one, other)

    error = (2.5 / 5 + 10 / 5) ** 0.5
    freedom = 2.5**2 / (0.5**2 / 4 + 2**2 / 4)
    assert value == 3
    assert freedom == pytest.approx(5.882, abs=0.001)
    assert high - value == pytest.approx(value - low) == pytest.approx(error * t_quantile(freedom))


def test_forms_that_all_get_the_same_level_differ_by_exactly_that() -> None:
    assert welch([3.0] * 4, [4.0] * 4) == (1.0, 1.0, 1.0)


def test_it_is_unknown_until_every_form_has_enough() -> None:
    enough, few = [2.0, 4.0] * (ENOUGH // 2), [2.0, 4.0] * (ENOUGH // 2 - 1)

    assert of_levels("x", {1: enough, 2: enough, 3: few}).differences is None
    assert of_levels("x", {1: enough}).differences is None
    known = of_levels("x", {1: enough, 2: enough, 3: enough}).differences

    assert known is not None
    assert [(one.first, one.second) for one in known] == [(1, 2), (1, 3), (2, 3)]
    assert not any(one.found for one in known)
    assert {round(one.at_most, 2) for one in known} == {0.53}


def test_a_harder_form_is_found() -> None:
    easy, hard = [3.5, 4.5] * (ENOUGH // 2), [2.0, 3.0] * (ENOUGH // 2)

    (found,) = of_levels("x", {1: easy, 2: hard}).differences or ()

    assert found.found
    assert found.value == -1.5
    assert found.low < -1.5 < found.high < 0


def test_each_candidate_counts_on_the_form_that_they_had(four: Four) -> None:
    (found,) = equivalence(four.store, four.mara, four.made.id)

    assert found.scenario_id == four.made.set_up.scenarios[0]
    assert sum(found.rated.values()) == 4
    assert max(found.rated.values()) - min(found.rated.values()) <= 1
    assert found.differences is None


def test_it_is_for_who_hires(one: Taken) -> None:
    with pytest.raises(NotYoursToHire):
        equivalence(one.store, one.ines, one.candidacy.assessment_id)
