"""How the talk felt on the other side, the whole call as two lines."""

import streamlit as st

from calls.fold import CallState
from calls.turn import turn_number
from pages._inks import Inks, inks

_UNREAD = {"aria": False}
"""A mark that is not read out: what moved each mood stands in words beside its turn."""


def draw_mood(call: CallState) -> None:
    """Trust and tension along the turns, each line with its name at its end."""
    points = [
        {"turn": turn_number(n), "level": level, "what": what}
        for n, line in enumerate(call.lines)
        if line.mood is not None
        for what, level in (("trust", line.mood.trust), ("tension", line.mood.tension))
    ]
    if len(points) < 4:
        return
    agreed = [
        {"turn": turn_number(n), "what": "agreed"}
        for n, line in enumerate(call.lines)
        if line.move is not None and line.move.accepted is not None
    ][-1:]
    st.vega_lite_chart(_chart(points, agreed, inks()), height=200)
    st.caption("Trust and tension of the person on the line, turn by turn, each from 0 to 100.")


def _chart(
    points: list[dict[str, object]], agreed: list[dict[str, object]], ink: Inks
) -> dict[str, object]:
    x = {"field": "turn", "type": "quantitative", "title": "turn", "axis": {"tickMinStep": 1}}
    y = {
        "field": "level",
        "type": "quantitative",
        "title": None,
        "scale": {"domain": [0, 100]},
        "axis": {"values": [0, 50, 100]},
    }
    colour = {
        "field": "what",
        "type": "nominal",
        "legend": None,
        "scale": {"domain": ["trust", "tension"], "range": [ink.accent, ink.alarm]},
    }
    dash = {
        "field": "what",
        "type": "nominal",
        "legend": None,
        "scale": {"domain": ["trust", "tension"], "range": [[1, 0], [5, 3]]},
    }
    last = max(int(str(point["turn"])) for point in points)
    ends = [point for point in points if point["turn"] == last]
    return {
        "layer": [
            {
                "data": {"values": agreed},
                "mark": {**_UNREAD, "type": "rule", "color": ink.text, "strokeDash": [2, 3]},
                "encoding": {"x": x},
            },
            {
                "data": {"values": agreed},
                "mark": {
                    **_UNREAD,
                    "type": "text",
                    "color": ink.text,
                    "align": "right",
                    "dx": -4,
                    "y": 8,
                },
                "encoding": {"x": x, "text": {"field": "what"}},
            },
            {
                "data": {"values": points},
                "mark": {**_UNREAD, "type": "line", "point": {"size": 20}},
                "encoding": {"x": x, "y": y, "color": colour, "strokeDash": dash},
            },
            {
                "data": {"values": ends},
                "mark": {**_UNREAD, "type": "text", "align": "left", "dx": 6, "fontSize": 13},
                "encoding": {"x": x, "y": y, "color": colour, "text": {"field": "what"}},
            },
        ],
    }
