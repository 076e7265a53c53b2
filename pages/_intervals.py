"""A point with its interval on each line: the name above it, the value on the right.

Names stand above their lines, so that long ones are read on a phone too; two of one name are two.
"""

from collections.abc import Sequence
from typing import Any, NamedTuple

import streamlit as st

from pages._inks import Inks, inks

_ROW = 44
"""Room for a name and, under it, its line."""
_ROOM = 0.22
"""So much of the width is kept for figures right of their lines, on a phone too."""


class Interval(NamedTuple):
    """One line: its name, the value and both ends, and the same in words."""

    name: str
    value: float
    low: float
    high: float
    told: str


def draw_intervals(
    title: str, lines: Sequence[Interval], domain: tuple[float, float], form: str, key: str
) -> None:
    """In the order in which they come; what they are of is said by `title` to who cannot see."""
    st.vega_lite_chart(
        _spec(lines, domain, form, inks()),
        height=_ROW * len(lines) + 40,
        alt=f"{title}: {'; '.join(one.told for one in lines)}",
        key=key,
    )


def _spec(
    lines: Sequence[Interval], domain: tuple[float, float], form: str, ink: Inks
) -> dict[str, Any]:
    low, high = domain
    place = {"y": {"field": "nth", "type": "ordinal", "axis": None}}
    x: dict[str, Any] = {
        "field": "value",
        "type": "quantitative",
        "title": None,
        "scale": {"domain": [low, high + _ROOM * (high - low)], "nice": False},
        "axis": {"labelColor": ink.quiet, "grid": False, "values": [low, (low + high) / 2, high]},
    }
    span = {"x": {**x, "field": "low"}, "x2": {"field": "high"}, **place}
    dot = {"type": "point", "filled": True, "size": 80, "opacity": 1, "color": ink.accent}
    text = {"type": "text", "align": "left", "dx": 8, "fontSize": 13, "color": ink.text}
    name = {**text, "dx": 0, "dy": -15, "fontSize": 12, "color": ink.quiet}
    figure = {"field": "value", "format": form}
    return {
        "data": {"values": [{"nth": nth, **one._asdict()} for nth, one in enumerate(lines)]},
        "layer": [
            {"mark": name, "encoding": {"x": {"value": 0}, "text": {"field": "name"}, **place}},
            {"mark": {"type": "rule", "strokeWidth": 2, "color": ink.accent}, "encoding": span},
            {"mark": dot, "encoding": {"x": x, **place}},
            {"mark": text, "encoding": {"x": {**x, "field": "high"}, "text": figure, **place}},
        ],
    }
