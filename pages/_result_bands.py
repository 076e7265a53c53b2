"""One line for each candidate: the band beside the bar, then the table behind it."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import streamlit as st

from pages._hiring_decision import decision_told
from pages._inks import Inks, inks
from pages._paging import draw_paged
from pages._parts import rows
from pages._texts import _, plural
from scoring.levels import LEVELS
from training.assessments.bands import ASSUMED, FEWEST, Band, Basis, Error, Standing
from training.assessments.results import Result, Results

_ROW = 40
_WIDEST_NAME = 150
_STANDS = {
    Standing.ABOVE: _("above the bar"),
    Standing.ACROSS: _("across the bar"),
    Standing.BELOW: _("below the bar"),
    None: _("nothing could be rated"),
}
_FAILED = _("■ hard fail")
_UNSEEN = _("◆ hard fail to be looked at")
_UNSEEN_SHORT = _("◆ open")
_MIDDLE = sum(LEVELS) / len(LEVELS)


def draw_bands(found: Results) -> None:
    """The plot and the table, a page of many candidates at a time, and what the bands mean."""
    bar = found.sample.set_up.bar
    named = called(found.lines)

    def draw(some: Sequence[Result]) -> None:
        _draw_plot([_point(line, bar, named) for line in some if line.band is not None], bar)
        with st.expander(_("The same as a table")), st.container(key="wide_results"):
            heads = (_("Candidate"), _("Calls"), _("Band"), _("Beside the bar"), _("Decision"))
            rows(
                _("Bands of levels from 1 to 5"), heads, [_cells(line, bar, named) for line in some]
            )

    draw_paged(found.lines, draw)
    st.caption(f"{_meaning(bar)} {error_told(found.error)}")
    if len(found.sample.set_up.scenarios) == 1:
        st.caption(_("One call is a small sample of a person's work."))


def _draw_plot(points: Sequence[Mapping[str, Any]], bar: float) -> None:
    if not points:
        return
    st.vega_lite_chart(
        _spec(points, bar, inks()),
        height=_ROW * len(points) + 80,
        alt=_("Levels from 1 to 5, the bar at {bar:.1f}: {told}").format(
            bar=bar, told="; ".join(str(point["told"]) for point in points)
        ),
        key="bands",
    )


def called(lines: Sequence[Result]) -> dict[str, str]:
    """What candidates are called, by the ids of their candidacies; two of one name by their alias.

    Whether it was a retake is said, too.
    """
    names = {line.candidacy.id: _name(line) for line in lines}
    twice = Counter(names.values())
    return {
        line.candidacy.id: name if twice[name] == 1 else f"{name}, {line.candidacy.alias}"
        for line in lines
        for name in (names[line.candidacy.id],)
    }


def _name(line: Result) -> str:
    retake = _(" (retake)") if line.candidacy.retake_of else ""
    return f"{line.name}{retake}"


def band_told(band: Band | None) -> str:
    """A band in figures."""
    if band is None:
        return _("no level")
    return _("{low:.1f} to {high:.1f}").format(low=band.low, high=band.high)


def stands_told(line: Result, bar: float) -> str:
    """Where a candidate lies beside the bar, in words, and whether a hard fail is why."""
    if line.hard_fails:
        return _FAILED
    told = _STANDS[line.standing(bar)]
    return told if line.looked_at else f"{told}, {_UNSEEN}"


def error_told(error: Error) -> str:
    """What the width of the bands rests on."""
    if error.basis is Basis.NOTHING:
        return _(
            "How exact a level is, is not known yet: that takes {fewest} rated candidates with "
            "every call. Until then a band reaches {assumed:.0f} level to either side, as far as "
            "two raters may differ without talking it over."
        ).format(fewest=FEWEST, assumed=ASSUMED)
    if error.basis is Basis.RATERS:
        return plural(
            "A band reaches one standard error of measurement to either side, estimated from how "
            "differently two people saw the call of {n} candidate. How another call would have "
            "gone is not in it: the truth is wider.",
            "A band reaches one standard error of measurement to either side, estimated from how "
            "differently two people saw the calls of {n} candidates. How another call would have "
            "gone is not in it: the truth is wider.",
            error.candidates,
        )
    return plural(
        "A band reaches one standard error of measurement to either side, estimated from how "
        "differently the calls of {n} candidate came out.",
        "A band reaches one standard error of measurement to either side, estimated from how "
        "differently the calls of the same person came out, over {n} candidates.",
        error.candidates,
    )


def _meaning(bar: float) -> str:
    return _(
        "The dashed line is the bar, {bar:.1f}. Bands that overlap cannot be told apart, and are "
        "in the order of the invitations. A band across the bar says neither yes nor no."
    ).format(bar=bar)


def _point(line: Result, bar: float, named: Mapping[str, str]) -> dict[str, Any]:
    """Two of one name have lines of their own."""
    name = named[line.candidacy.id]
    told = f"{name} {band_told(line.band)}, {stands_told(line, bar)}"
    if line.band is None:
        return {"name": name, "told": told}
    low, high = line.band.low, line.band.high
    # Where there is more room: from the end of a band that lies low, and up to one that lies high.
    to_the_right = low + high <= 2 * _MIDDLE
    return {
        "name": name,
        "low": low,
        "high": high,
        "failed": bool(line.hard_fails),
        "where": _short(line, bar),
        "at": low if to_the_right else high,
        "to_the_right": to_the_right,
        "told": told,
    }


def _short(line: Result, bar: float) -> str:
    """Where they stand, in as few words as stand above a band on a phone."""
    if line.hard_fails:
        return _FAILED
    told = _STANDS[line.standing(bar)]
    return told if line.looked_at else f"{told}, {_UNSEEN_SHORT}"


def _cells(line: Result, bar: float, named: Mapping[str, str]) -> tuple[str, ...]:
    decided = decision_told(line.decision) if line.decision else _("none yet")
    where = stands_told(line, bar)
    name = named[line.candidacy.id]
    return (name, str(len(line.calls)), band_told(line.band), where, decided)


def _spec(points: Sequence[Mapping[str, Any]], bar: float, ink: Inks) -> dict[str, Any]:
    axis = {"labelColor": ink.quiet, "grid": False, "values": list(LEVELS), "format": "d"}
    x = {
        "field": "low",
        "type": "quantitative",
        "title": None,
        "scale": {"domain": [LEVELS[0], LEVELS[-1]], "nice": False},
        "axis": axis,
    }
    names = {"labelColor": ink.text, "labelLimit": _WIDEST_NAME, "ticks": False, "title": None}
    y = {"field": "name", "type": "nominal", "sort": None, "axis": names}
    color = {
        "field": "failed",
        "legend": None,
        "scale": {"domain": [False, True], "range": [ink.accent, ink.alarm]},
    }
    tall = {"type": "bar", "height": 10, "cornerRadius": 5}
    spans = {"x": x, "x2": {"field": "high"}, "y": y, "color": color}
    return {
        # The last number of the axis is whole, and the bar is named above the first candidate.
        "padding": {"left": 5, "right": 14, "top": 22, "bottom": 5},
        "data": {"values": list(points)},
        "layer": [
            *_line_of_the_bar(bar, x, ink),
            {"mark": tall, "encoding": spans},
            *(one for side in (True, False) for one in _words(side, x, y, ink)),
        ],
    }


def _line_of_the_bar(bar: float, x: Mapping[str, Any], ink: Inks) -> Iterator[dict[str, Any]]:
    """The bar through all candidates, named above the first of them."""
    at: dict[str, Any] = {"data": {"values": [{"low": bar, "named": _bar_named(bar)}]}}
    line = {"type": "rule", "strokeDash": [4, 4], "color": ink.quiet}
    yield {**at, "mark": line, "encoding": {"x": x}}
    named = {"type": "text", "y": -8, "color": ink.quiet, "fontSize": 12}
    yield {**at, "mark": named, "encoding": {"x": x, "text": {"field": "named"}}}


def _bar_named(bar: float) -> str:
    return _("bar {bar:.1f}").format(bar=bar)


def _words(
    to_the_right: bool, x: Mapping[str, Any], y: Mapping[str, Any], ink: Inks
) -> Iterator[dict[str, Any]]:
    """Where they stand, above the band and in the direction in which there is room."""
    mark = {
        "type": "text",
        "baseline": "bottom",
        "dy": -7,
        "color": ink.text,
        "fontSize": 12,
        "align": "left" if to_the_right else "right",
    }
    # Paper around the letters, so that the line of the bar does not run through them.
    for paper in ({"stroke": ink.paper, "strokeWidth": 5, "strokeJoin": "round"}, {}):
        yield {
            "transform": [{"filter": {"field": "to_the_right", "equal": to_the_right}}],
            "mark": {**mark, **paper},
            "encoding": {"x": {**x, "field": "at"}, "y": y, "text": {"field": "where"}},
        }
