"""Cohorts and scenarios in figures: plots first, the tables behind them, and files of each."""

from collections.abc import Callable, Sequence

import streamlit as st

from pages._intervals import Interval, draw_intervals
from pages._parts import NO_MARK, day, mark, rows
from pages._texts import _, plural
from scoring.few import Mean
from training.comparing_cohorts import CohortFigure, Difficulty, Share, Version
from training.over_time import ENOUGH

_OF_100 = (0.0, 100.0)
_TOO_FEW = _("too few to say")


def draw_cohort_figures(figures: Sequence[CohortFigure]) -> None:
    """Means of people's means; those of few people are in the table alone."""
    lines = [_line(_named(one), one.mean) for one in figures if one.mean is not None]
    if lines:
        draw_intervals(_("Mean grade by cohort"), lines, _OF_100, ".0f", "cohort_means")
    st.caption(
        _(
            "Each person counts once, by the mean of their calls; the line is the 95 % interval. "
            "Below {enough} people nothing is said. Intervals that overlap a good deal are no "
            "difference, and cohorts differ in more than how they were taught."
        ).format(enough=ENOUGH)
    )
    with st.expander(_("The same as a table"), key="cohort_table"):
        rows(
            _("Grades of submitted calls by cohort"),
            (_("Cohort"), _("People"), _("Calls"), _("Mean, with its interval")),
            [(one.name, str(one.people), str(one.calls), _interval(one.mean)) for one in figures],
        )


def draw_difficulties(found: Sequence[Difficulty]) -> None:
    """How hard each scenario is, and which tell people apart."""
    lines = [_line(_titled(one), one.grade) for one in found if one.grade is not None]
    if lines:
        draw_intervals(_("Mean grade by scenario"), lines, _OF_100, ".0f", "scenario_means")
    else:
        st.write(_("No scenario has graded calls of {enough} people yet.").format(enough=ENOUGH))
    st.caption(_("Everybody's first submitted call of each, the hardest on top."))
    _draw_telling_apart(found)
    with st.expander(_("The same as a table"), key="scenario_table"):
        heads = (
            *(_("Scenario"), _("Level"), _("People"), _("Mean, with its interval")),
            *(_("Passed, %"), _("Tells apart")),
        )
        rows(_("Scenarios by how hard they are"), heads, [_cells(one) for one in found])


def _draw_telling_apart(found: Sequence[Difficulty]) -> None:
    """How far each scenario tells people apart, those that do least on top."""
    known = [
        Interval(_titled(one), apart.value, apart.low, apart.high, f"{_titled(one)}: {_apart(one)}")
        for one in found
        if (apart := one.tells_apart) is not None
    ]
    st.markdown(_("**What tells people apart**"))
    if not known:
        told = _("No scenario has graded calls of {enough} people who submitted others, too.")
        st.write(told.format(enough=ENOUGH))
        return
    lines = sorted(known, key=lambda one: one.value)
    draw_intervals(_("Tells apart, by scenario"), lines, (-1.0, 1.0), ".2f", "telling_apart")
    st.caption(
        _(
            "How far grades here go with the same people's grades elsewhere, from -1 to 1, with "
            "95 % intervals. Near 0 or below, look at the scenario or at how it is marked."
        )
    )


def draw_versions(found: Sequence[Version]) -> None:
    """What changed with a new content of a scenario."""
    if not found:
        st.write(_("No scenario was submitted in more than one version yet."))
        return
    lines = [_line(_nth(one), one.grade) for one in found if one.grade is not None]
    if lines:
        draw_intervals(_("Mean grade by version"), lines, _OF_100, ".0f", "version_means")
    st.caption(
        _(
            "Everybody's first submitted call of each scenario; parallel forms are compared each "
            "with itself. Where the lines of one scenario do not overlap, the new version is "
            "easier or harder, or other people took it: grades from before and after are not the "
            "same measure then."
        )
    )
    with st.expander(_("The same as a table"), key="version_table"):
        heads = (_("Version"), _("Since"), _("People"), _("Mean, with its interval"))
        lines_of = [
            (_nth(one), day(one.since), str(one.people), _interval(one.grade)) for one in found
        ]
        rows(_("Versions of scenarios"), heads, lines_of)


def _line(name: str, mean: Mean | None) -> Interval:
    found = mean or Mean(0.0, 0.0, 0.0)
    return Interval(name, found.value, found.low, found.high, f"{name}: {_interval(mean)}")


def _named(one: CohortFigure) -> str:
    people = plural("{n} person", "{n} people", one.people)
    return f"{one.name} ({people})"


def _titled(one: Difficulty) -> str:
    return f"{one.title} ({one.people})"


def _nth(one: Version) -> str:
    told = (
        _("{title}, form {form}, version {nth} ({people})")
        if one.form
        else _("{title}, version {nth} ({people})")
    )
    return told.format(title=one.title, form=one.form + 1, nth=one.nth, people=one.people)


def _cells(one: Difficulty) -> tuple[str, ...]:
    passed = _share(one.passed, lambda value: f"{100 * value:.0f}")
    return one.title, str(one.level), str(one.people), _interval(one.grade), passed, _apart(one)


def _apart(one: Difficulty) -> str:
    return _share(one.tells_apart, lambda value: f"{value:.2f}")


def _interval(mean: Mean | None) -> str:
    if mean is None:
        return _TOO_FEW
    return _("{mean} ({low} to {high})").format(
        mean=mark(mean.value), low=mark(mean.low), high=mark(mean.high)
    )


def _share(found: Share | None, told: Callable[[float], str]) -> str:
    if found is None:
        return NO_MARK
    return _("{mean} ({low} to {high})").format(
        mean=told(found.value), low=told(found.low), high=told(found.high)
    )
