"""Two to four candidates side by side: each duty as a row, with bands on one scale."""

from collections.abc import Mapping
from html import escape

import streamlit as st

from pages._floor import store
from pages._parts import wide
from pages._result import place_told
from pages._result_bands import band_told, called, stands_told
from pages._texts import _, plural
from pages._who import acting
from scoring.levels import mark_of
from training.assessments.bands import FEWEST as FEWEST_RATED
from training.assessments.bands import Band, Basis
from training.assessments.comparing import FEWEST, MOST, Beside, DutyLine, Shown, side_by_side
from training.assessments.results import Result, Results


def draw_comparison(found: Results) -> None:
    """Whom to look at, then the table."""
    named = called(found.lines)
    if len(named) < FEWEST:
        st.write(_("Once two candidates are rated they can stand side by side here."))
        return
    chosen = st.multiselect(
        _("Candidates, two to four"),
        list(named),
        format_func=named.__getitem__,
        max_selections=MOST,
        key="results_beside",
        placeholder=_("Choose candidates"),
    )
    if len(chosen) < FEWEST:
        st.caption(_("Choose at least two of those who are rated."))
        return
    made = side_by_side(store(), acting(), found.sample.id, chosen)
    bar = found.sample.set_up.bar
    st.html(wide(_table(made, bar, named), _("Candidates side by side")))
    st.caption(_meaning(made))


def _table(made: Beside, bar: float, named: Mapping[str, str]) -> str:
    names = [_("Duty"), *(named[one.candidacy.id] for one in made.chosen)]
    heads = "".join(f'<th scope="col">{escape(name)}</th>' for name in names)
    caption = escape(_("Bands of levels from 1 to 5"))
    first = _row(
        escape(_("All duties by their weights")),
        [_cell(one.band, escape(stands_told(one, bar)), bar) for one in made.chosen],
    )
    fails = _row(escape(_("Confirmed hard fails")), [_hard_fails(one) for one in made.chosen])
    duties = "".join(_duty(line) for line in made.lines)
    return (
        f'<table class="rows bands" style="--columns: {len(made.chosen)}">'
        f"<caption>{caption}</caption><thead><tr>{heads}</tr></thead>"
        f"<tbody>{first}{fails}{duties}</tbody></table>"
    )


def _row(head: str, cells: list[str]) -> str:
    return (
        f'<tr><th scope="row">{head}</th>' + "".join(f"<td>{one}</td>" for one in cells) + "</tr>"
    )


def _duty(line: DutyLine) -> str:
    name, duty = escape(_(line.duty.dimension.label)), escape(line.duty.duty)
    return _row(f"{name}<small>{duty}</small>", [_shown(one) for one in line.shown])


def _shown(one: Shown) -> str:
    if one.band is None:
        return escape(_("no opportunity"))
    turns = plural("{n} turn as evidence", "{n} turns as evidence", one.turns)
    return _cell(one.band, escape(turns if one.turns else _("no single turn named")))


def _cell(band: Band | None, under: str, bar: float | None = None) -> str:
    """The band drawn on the scale, told in figures, and what is said of it."""
    drawn = "" if band is None else _drawn(band, bar)
    return f"{drawn}<b>{escape(band_told(band))}</b><small>{under}</small>"


def _drawn(band: Band, bar: float | None) -> str:
    left, width = mark_of(band.low), mark_of(band.high) - mark_of(band.low)
    at = "" if bar is None else f'<i style="left: {mark_of(bar):.1f}%"></i>'
    span = f'<span style="left: {left:.1f}%; width: {width:.1f}%"></span>'
    return f'<span class="band" aria-hidden="true">{span}{at}</span>'


def _hard_fails(one: Result) -> str:
    told = [
        _("■ Not met: {asks} ({call}, {where})").format(
            asks=fail.asks, call=call.scenario.title, where=place_told(fail)
        )
        for call, fail in one.hard_fails
    ]
    if not one.looked_at:
        told.append(_("◆ An assessor has not looked at every one that the machine saw."))
    if not told:
        return escape(_("none"))
    return "".join(f"<p>{escape(line)}</p>" for line in told)


def _meaning(made: Beside) -> str:
    """How to read it: what the width rests on, and what cannot be told apart."""
    apart = [_(line.duty.dimension.label) for line in made.lines if line.told_apart]
    told = _("They stand in the order of their names.")
    told += " " + (
        _("Told apart: {duties}.").format(duties=", ".join(apart))
        if apart
        else _("In no duty can any two of them be told apart.")
    )
    told += " " + _(
        "Bands that do not touch are not enough for that: two levels must lie further apart than "
        "chance would part {n} candidates who are alike, 95 times of 100. Each duty is looked at "
        "by itself, so of many duties one may still stand out by chance."
    ).format(n=len(made.chosen))
    if any(line.error.basis is Basis.NOTHING for line in made.lines):
        told += " " + _(
            "How exact the level of a duty is, is not known yet for each: that takes {fewest} "
            "candidates with an opportunity in every call. Until then its band is assumed to reach "
            "a whole level to either side, and nobody is told apart by it."
        ).format(fewest=FEWEST_RATED)
    return told
