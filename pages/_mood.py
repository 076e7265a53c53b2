"""How the talk felt on the other side, the whole call as two lines."""

from collections.abc import Mapping, Sequence

import streamlit as st

from calls.fold import CallState
from calls.turn import turn_number
from pages._inks import Inks, inks
from pages._texts import _

_NAMES = [_("trust"), _("tension")]
_UNREAD = {"aria": False}
"""A mark that is not read out: what moved each mood stands in words beside its turn."""


def draw_mood(call: CallState) -> None:
    """Trust and tension along the turns, each line with its name at its end."""
    points = [
        {"turn": turn_number(n), "level": level, "what": what}
        for n, line in enumerate(call.lines)
        if line.mood is not None
        for what, level in zip(_NAMES, (line.mood.trust, line.mood.tension), strict=True)
    ]
    if len(points) < 4:
        return
    agreed = [
        {"turn": turn_number(n), "what": _("agreed")}
        for n, line in enumerate(call.lines)
        if line.move is not None and line.move.accepted is not None
    ][-1:]
    st.vega_lite_chart(_chart(points, agreed, inks()), height=200)
    st.caption(_("Trust and tension of the person on the line, turn by turn, each from 0 to 100."))


def _chart(
    points: list[dict[str, object]], agreed: list[dict[str, object]], ink: Inks
) -> dict[str, object]:
    x = {"field": "turn", "type": "quantitative", "title": _("turn"), "axis": {"tickMinStep": 1}}
    y = {
        "field": "level",
        "type": "quantitative",
        "title": None,
        "scale": {"domain": [0, 100]},
        "axis": {"values": [0, 50, 100]},
    }
    by_name = {"field": "what", "type": "nominal", "legend": None}
    colour = {**by_name, "scale": {"domain": _NAMES, "range": [ink.accent, ink.alarm]}}
    dash = {**by_name, "scale": {"domain": _NAMES, "range": [[1, 0], [5, 3]]}}
    last = max(int(str(point["turn"])) for point in points)
    ends = [point for point in points if point["turn"] == last]
    named = {"type": "text", "align": "left", "dx": 6, "fontSize": 13}
    rule = {"type": "rule", "color": ink.text, "strokeDash": [2, 3]}
    beside = {"type": "text", "color": ink.text, "align": "right", "dx": -4, "y": 8}
    told = {"text": {"field": "what"}}
    line = {"type": "line", "point": {"size": 20}}
    return {
        "layer": [
            _layer(agreed, rule, {"x": x}),
            _layer(agreed, beside, {"x": x, **told}),
            _layer(points, line, {"x": x, "y": y, "color": colour, "strokeDash": dash}),
            _layer(ends, named, {"x": x, "y": y, "color": colour, **told}),
        ],
    }


def _layer(
    values: Sequence[object], mark: Mapping[str, object], encoding: Mapping[str, object]
) -> dict[str, object]:
    return {"data": {"values": values}, "mark": {**_UNREAD, **mark}, "encoding": encoding}
