"""Small line charts: one dimension each, labelled where the line ends, in the inks of the theme."""

from collections.abc import Sequence
from typing import NamedTuple

import streamlit as st

_INKS = {"light": ("#0F6B6B", "#4A5B66"), "dark": ("#7CCBC6", "#A9B7BF")}
_HEIGHT = 150


class Point(NamedTuple):
    """One attempt: its number from 1 on, its day, its title, and its mark if there is one."""

    number: int
    day: str
    title: str
    mark: float | None


def draw_line(name: str, points: Sequence[Point]) -> None:
    """The marks of one dimension over the attempts; an attempt without a mark leaves a gap."""
    marked = [point for point in points if point.mark is not None]
    st.markdown(f"**{name}**")
    if not marked:
        st.caption("No opportunity in any attempt yet.")
        return
    ink, quiet = _INKS.get(st.context.theme.type or "light", _INKS["light"])
    told = ", ".join(f"{point.mark:.0f} on {point.day}" for point in marked)
    st.vega_lite_chart(
        _spec(points, marked[-1], ink, quiet),
        height=_HEIGHT,
        alt=f"{name}, of 100: {told}",
        key=f"line_{name}",
    )


def _spec(points: Sequence[Point], last: Point, ink: str, quiet: str) -> dict[str, object]:
    x = {
        "field": "number",
        "type": "quantitative",
        "title": None,
        "scale": {"domain": [0.75, len(points) + 0.5]},
        "axis": {
            "values": [point.number for point in points],
            "format": "d",
            "grid": False,
            "labelColor": quiet,
            "labelOverlap": True,
        },
    }
    y = {
        "field": "mark",
        "type": "quantitative",
        "title": None,
        "scale": {"domain": [0, 100]},
        "axis": {"values": [0, 50, 100], "labelColor": quiet},
    }
    tip = [
        {"field": "title", "type": "nominal"},
        {"field": "day", "type": "nominal"},
        {"field": "mark", "type": "quantitative", "format": ".0f"},
    ]
    end = {"text": {"field": "mark", "format": ".0f"}, "x": x, "y": y}
    return {
        "data": {"values": [point._asdict() for point in points]},
        "layer": [
            {
                "mark": {
                    "type": "line",
                    "color": ink,
                    "point": {"color": ink, "size": 45},
                    "invalid": "break-paths-filter-domains",
                },
                "encoding": {"x": x, "y": y, "tooltip": tip},
            },
            {
                "data": {"values": [last._asdict()]},
                "mark": {"type": "text", "align": "left", "dx": 8, "fontSize": 13, "color": ink},
                "encoding": end,
            },
        ],
    }
