"""Cohorts, scenarios and versions in figures: people are counted, and few are not told."""

from __future__ import annotations

from statistics import fmean

import pytest

from tests.training.floor import NOW
from tests.training.submitted_calls import call
from training.cohorts import Cohort, Member
from training.comparing_cohorts import cohort_figures, difficulties, versions

PEOPLE = ("Ana", "Ben", "Cem", "Dee", "Eve", "Fay")
LATER = ("Gus", "Hal", "Ida", "Jon", "Kim", "Lou")


def _cohort(name: str, *people: str) -> Cohort:
    return Cohort(name, name, None, tuple(Member(one.lower(), one, NOW) for one in people))


def test_a_cohorts_mean_counts_each_person_once() -> None:
    calls = [call(who, 50.0 + 4 * n) for n, who in enumerate(PEOPLE)]
    calls += [call("Ana", 50.0) for _ in range(40)]

    (found,) = cohort_figures(calls, [_cohort("Spring", *PEOPLE)])

    assert (found.people, found.calls) == (6, 46)
    assert found.mean is not None
    assert found.mean.value == pytest.approx(60.0), "not drawn down by one person's forty calls"
    assert found.mean.low < 60.0 < found.mean.high


def test_below_five_people_nothing_is_said() -> None:
    calls = [call(who, 80.0, passed=True) for who in PEOPLE[:4] for _ in range(3)]

    (cohort,) = cohort_figures(calls, [_cohort("Spring", *PEOPLE)])
    (scenario,) = difficulties(calls)

    assert (cohort.people, cohort.mean) == (4, None)
    assert (scenario.people, scenario.passed, scenario.grade) == (4, None, None)
    assert scenario.tells_apart is None


def test_a_scenario_is_as_hard_as_first_calls_of_it_were() -> None:
    hard = [call(who, 30.0, scenario="hard", passed=False) for who in PEOPLE]
    again = [call(who, 90.0, scenario="hard", passed=True) for who in PEOPLE]
    easy = [call(who, 85.0, scenario="easy", passed=True) for who in PEOPLE]

    first, second = difficulties([*hard, *again, *easy])

    assert (first.scenario_id, first.people) == ("hard", 6)
    assert first.grade is not None
    assert first.grade.value == 30.0
    assert first.passed is not None
    assert (first.passed.value, first.passed.low) == (0.0, 0.0)
    assert second.passed is not None
    assert second.passed.value == 1.0


def test_a_scenario_tells_apart_whom_others_tell_apart() -> None:
    calls = [
        call(who, grade, scenario=name)
        for n, who in enumerate(PEOPLE)
        for name, grade in (
            ("a", 40.0 + 8 * n),
            ("b", 45.0 + 7 * n + n % 2),
            ("c", 60.0 - 3 * n + n % 2),
        )
    ]

    found = {one.scenario_id: one.tells_apart for one in difficulties(calls)}

    assert found["a"] is not None
    assert found["c"] is not None
    assert found["a"].value > 0.9
    assert found["c"].value < -0.9
    assert -1.0 < found["a"].low < found["a"].value < found["a"].high < 1.0


def test_where_all_are_alike_nothing_is_said_of_telling_apart() -> None:
    calls = [call(who, 70.0, scenario=name) for who in PEOPLE for name in ("a", "b")]

    assert [one.tells_apart for one in difficulties(calls)] == [None, None]


def test_a_new_version_stands_beside_the_one_before() -> None:
    before = [call(who, 80.0 + n, content="old", days_ago=9) for n, who in enumerate(PEOPLE)]
    again = [call(who, 99.0, content="new", days_ago=3) for who in PEOPLE]
    after = [call(who, 60.0 + n, content="new", days_ago=2) for n, who in enumerate(LATER)]
    other = [call(who, 60.0, scenario="unchanged") for who in PEOPLE]

    first, second = versions([*before, *again, *after, *other])

    assert (first.nth, second.nth, second.people) == (1, 2, 6)
    assert first.grade is not None
    assert second.grade is not None
    assert second.since > again[-1].step.started_at, "by a second call they know what is coming"
    assert first.grade.value - second.grade.value == pytest.approx(20.0)
    assert first.grade.value == pytest.approx(fmean(80.0 + n for n in range(6)))


def test_parallel_forms_are_no_versions_of_one_another() -> None:
    first = [call(who, 80.0, form=1, days_ago=9) for who in PEOPLE]
    second = [call(who, 60.0, form=2, days_ago=8) for who in LATER]
    assert versions([*first, *second]) == ()

    changed = [call(f"{who} II", 70.0, form=2, content="new") for who in LATER]

    found = versions([*first, *second, *changed])
    assert [(one.form, one.nth, one.people) for one in found] == [(2, 1, 6), (2, 2, 6)]
