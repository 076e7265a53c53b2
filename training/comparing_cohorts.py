"""Cohorts and scenarios in figures, each with its 95 % interval and how many observations it has.

Calls of one person are no independent observations, so that people are what is counted: each is one
observation, by the mean of their calls. Below five people nothing is said.
"""

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from statistics import StatisticsError, correlation, fmean

from scoring.few import Mean, mean_of, wilson
from training.cohorts import Cohort
from training.over_time import ENOUGH
from training.submitted import Submitted

_Z = 1.959964


@dataclass(frozen=True)
class CohortFigure:
    """A cohort: its people with a graded call, those calls, and the mean of people's means."""

    name: str
    people: int
    calls: int
    mean: Mean | None


@dataclass(frozen=True)
class Share:
    """A share with Wilson's interval."""

    value: float
    low: float
    high: float


@dataclass(frozen=True)
class Difficulty:
    """How hard a scenario is, by everybody's first whole call of it, and what it tells apart.

    `passed` is the share that passed its bar; `tells_apart` how far grades here go with the same
    people's grades elsewhere, a correlation with its interval after Fisher.
    """

    scenario_id: str
    title: str
    level: int
    people: int
    passed: Share | None
    grade: Mean | None
    tells_apart: Share | None


@dataclass(frozen=True)
class Version:
    """One content of a scenario or of a parallel form of it: since when, by how many, and how.

    `form` is 0 for the scenario as it stands; `nth` counts contents within the form. Of each
    person the first call on it counts.
    """

    scenario_id: str
    title: str
    form: int
    nth: int
    since: datetime
    people: int
    grade: Mean | None


def cohort_figures(
    calls: Iterable[Submitted], cohorts: Iterable[Cohort]
) -> tuple[CohortFigure, ...]:
    """Every cohort by name, as it is made up now."""
    graded = _by_person(one for one in calls if _graded(one))
    found = []
    for cohort in cohorts:
        mine = [graded[one.id] for one in cohort.members if one.id in graded]
        means = [fmean(_grades(each)) for each in mine]
        mean = mean_of(means) if len(means) >= ENOUGH else None
        found.append(CohortFigure(cohort.name, len(mine), sum(map(len, mine)), mean))
    return tuple(found)


def difficulties(calls: Sequence[Submitted]) -> tuple[Difficulty, ...]:
    """Every scenario that somebody submitted a graded call of, the hardest known ones first."""
    first = _first_calls(calls)
    every: dict[str, list[Submitted]] = {}
    for one in first.values():
        every.setdefault(one.step.scenario_id, []).append(one)
    found = [_difficulty(name, mine, first) for name, mine in every.items()]
    return tuple(sorted(found, key=_hardest))


def _hardest(one: Difficulty) -> tuple[bool, float, str]:
    return one.grade is None, one.grade.value if one.grade else 0.0, one.scenario_id


def _difficulty(
    name: str, mine: Sequence[Submitted], first: Mapping[tuple[str, str], Submitted]
) -> Difficulty:
    enough = len(mine) >= ENOUGH
    latest = mine[-1]
    barred = [one.step.passed for one in mine if one.step.passed is not None]
    return Difficulty(
        scenario_id=name,
        title=latest.step.title,
        level=latest.level,
        people=len(mine),
        passed=_share(sum(barred), len(barred)) if len(barred) >= ENOUGH else None,
        grade=mean_of(_grades(mine)) if enough else None,
        tells_apart=_tells_apart(name, mine, first),
    )


def _share(part: int, whole: int) -> Share | None:
    interval = wilson(part, whole)
    return None if interval is None else Share(part / whole, *interval)


def _tells_apart(
    name: str, mine: Sequence[Submitted], first: Mapping[tuple[str, str], Submitted]
) -> Share | None:
    """Of people who were graded elsewhere too; None where they are too few, or all alike."""
    elsewhere: dict[str, list[float]] = {}
    for (person, scenario), one in first.items():
        if scenario != name:
            elsewhere.setdefault(person, []).append(one.step.grade or 0.0)
    pairs = [
        (one.step.grade or 0.0, fmean(elsewhere[one.person_id]))
        for one in mine
        if one.person_id in elsewhere
    ]
    if len(pairs) < ENOUGH:
        return None
    try:
        found = correlation(*zip(*pairs, strict=True))
    except StatisticsError:
        return None
    held = min(0.999, max(-0.999, found))
    spread = _Z / math.sqrt(len(pairs) - 3)
    return Share(held, math.tanh(math.atanh(held) - spread), math.tanh(math.atanh(held) + spread))


def versions(calls: Sequence[Submitted]) -> tuple[Version, ...]:
    """Forms of scenarios that were submitted in more than one content, each in its order.

    Parallel forms are no versions of one another: they are compared each with itself. By a second
    call people know what is coming, so that of each the first on any form and content counts.
    """
    found: dict[tuple[str, int], dict[str, list[Submitted]]] = {}
    for one in _first_calls(calls).values():
        of = found.setdefault((one.step.scenario_id, one.step.form), {})
        of.setdefault(one.scenario_hash, []).append(one)
    return tuple(
        _version(name, form, nth, mine)
        for (name, form), of in sorted(found.items())
        if len(of) > 1
        for nth, mine in enumerate(of.values(), start=1)
    )


def _version(name: str, form: int, nth: int, mine: Sequence[Submitted]) -> Version:
    return Version(
        scenario_id=name,
        title=mine[-1].step.title,
        form=form,
        nth=nth,
        since=mine[0].step.started_at,
        people=len(mine),
        grade=mean_of(_grades(mine)) if len(mine) >= ENOUGH else None,
    )


def _first_calls(calls: Iterable[Submitted]) -> dict[tuple[str, str], Submitted]:
    """Everybody's first graded call of each scenario: by the second they know what is coming."""
    found: dict[tuple[str, str], Submitted] = {}
    for one in calls:
        if _graded(one):
            found.setdefault((one.person_id, one.step.scenario_id), one)
    return found


def _graded(one: Submitted) -> bool:
    return one.without_help and one.step.grade is not None


def _grades(calls: Iterable[Submitted]) -> list[float]:
    return [one.step.grade for one in calls if one.step.grade is not None]


def _by_person(calls: Iterable[Submitted]) -> dict[str, list[Submitted]]:
    found: dict[str, list[Submitted]] = {}
    for one in calls:
        found.setdefault(one.person_id, []).append(one)
    return found
