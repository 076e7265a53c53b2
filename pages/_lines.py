"""Small line charts: one dimension each, labelled where the line ends, in the inks of the theme."""

from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

import streamlit as st

from pages._inks import Inks, inks
from pages._texts import _
from scoring.few import Mean

_HEIGHT = 150


class Point(NamedTuple):
    """One attempt: its number from 1 on, its day, its title, and its mark if there is one.

    It is hollow where the attempt is practice and does not count.
    """

    number: int
    day: str
    title: str
    mark: float | None
    hollow: bool = False


def draw_line(name: str, points: Sequence[Point], mean: Mean | None = None, told: str = "") -> None:
    """The marks of one dimension over the attempts; an attempt without a mark leaves a gap.

    Behind them lies the interval of the mean, where there is one, and `told` says it in words.
    """
    marked = [point for point in points if point.mark is not None]
    st.markdown(f"**{name}**")
    if not marked:
        st.caption(_("No opportunity in any attempt yet."))
        return
    marks = ", ".join(
        _("{mark:.0f} on {day}").format(mark=point.mark, day=point.day) for point in marked
    )
    st.vega_lite_chart(
        _spec(points, marked[-1], inks(), mean),
        height=_HEIGHT,
        alt=". ".join(
            filter(None, (_("{name}, of 100: {marks}").format(name=name, marks=marks), told))
        ),
        key=f"line_{name}",
    )
    if told:
        st.caption(told)


def _spec(
    points: Sequence[Point], last: Point, of: Inks, mean: Mean | None = None
) -> dict[str, object]:
    """A hollow point lets the paper through."""
    ink, place = of.accent, _axes(points, of.quiet)
    tip: Any = [
        {"field": "title", "title": _("title"), "type": "nominal"},
        {"field": "day", "title": _("day"), "type": "nominal"},
        {"field": "mark", "title": _("mark"), "type": "quantitative", "format": ".0f"},
    ]
    line = {"type": "line", "color": ink, "invalid": "break-paths-filter-domains"}
    dot: dict[str, Any] = {"type": "point", "size": 45, "opacity": 1, "stroke": ink}
    text: dict[str, Any] = {"type": "text", "align": "left", "dx": 8, "fontSize": 13, "color": ink}
    figure = place | {"text": {"field": "mark", "format": ".0f"}}
    return {
        "data": {"values": [point._asdict() for point in points]},
        "layer": [
            *(_band(mean, of) if mean else ()),
            {"mark": line, "encoding": place},
            *(
                {
                    "transform": [{"filter": f"{condition}datum.hollow && datum.mark !== null"}],
                    "mark": dot | {"fill": fill},
                    "encoding": place | {"tooltip": tip},
                }
                for condition, fill in (("!", ink), ("", of.paper))
                # Of a layer without a point a screen reader would say that there is one.
                if any(
                    point.hollow == (not condition) for point in points if point.mark is not None
                )
            ),
            {"data": {"values": [last._asdict()]}, "mark": text, "encoding": figure},
        ],
    }


def _band(mean: Mean, of: Inks) -> Iterator[dict[str, Any]]:
    """The interval of the mean as a band, the mean as a line in it; words below say the same."""
    values = {"values": [mean._asdict()]}
    y = {"type": "quantitative", "scale": {"domain": [0, 100]}, "title": None}
    band = {"type": "rect", "color": of.zone, "opacity": 1, "aria": False}
    line = {"type": "rule", "color": of.quiet, "strokeDash": [4, 3], "aria": False}
    ends = {"y": y | {"field": "low"}, "y2": {"field": "high"}}
    yield {"data": values, "mark": band, "encoding": ends}
    yield {"data": values, "mark": line, "encoding": {"y": y | {"field": "value"}}}


def _axes(points: Sequence[Point], quiet: str) -> dict[str, Any]:
    numbers = [point.number for point in points]
    along = {"values": numbers, "format": "d", "grid": False, "labelColor": quiet}
    return {
        "x": {
            "field": "number",
            "type": "quantitative",
            "title": None,
            "scale": {"domain": [0.75, len(points) + 0.5]},
            "axis": {**along, "labelOverlap": True},
        },
        "y": {
            "field": "mark",
            "type": "quantitative",
            "title": None,
            "scale": {"domain": [0, 100]},
            "axis": {"values": [0, 50, 100], "labelColor": quiet},
        },
    }
