"""What was on the table: both sides' offers along the turns, the zone, and where it ended."""

from collections.abc import Iterator, Mapping, Sequence

import streamlit as st

from calls.turn import turn_number
from debriefs.offers import facts_told, in_words, offer_told, worth_drawing
from debriefs.offers_html import counted_html, offers_html, who
from debriefs.plots import level_of
from debriefs.words import Day
from pages._inks import Inks, inks
from pages._parts import facts
from pages._texts import _
from scoring.negotiation import Bargaining, TabledOffer

_SHAPES = {"you": "circle", "they": "square"}
_ROOM = 0.5
"""Turns of room at the right, so that the last figure of the axis is not cut off."""


def draw_offers(made: Bargaining, turns: int, day: Day) -> None:
    """The plot along the turns of the call, and the table behind it; nothing without an offer."""
    if not made.offers:
        return
    st.subheader(_("What was on the table"), anchor=False)
    if worth_drawing(made):
        st.vega_lite_chart(offers_chart(made, inks(), turns, day), height=260)
    st.caption(in_words(made).replace("$", r"\$"))
    st.html(offers_html(made, day))
    facts(facts_told(made))
    if made.countables:
        with st.expander(_("How you bargained, counted (no mark rests on it)")):
            st.html(counted_html(made))


def offers_chart(made: Bargaining, ink: Inks, turns: int, day: Day) -> dict[str, object]:
    """The plot: a line for each side with its name at its first offer, on the band of the zone."""
    points = [_point(made, one, day) for one in made.offers]
    at = _axes(made, turns)
    whose = {"field": "who", "type": "nominal", "legend": None}
    names = list(_SHAPES)
    colour = {**whose, "scale": {"domain": names, "range": [ink.accent, ink.other]}}
    shape = {**whose, "scale": {"domain": names, "range": list(_SHAPES.values())}}
    first = list({point["who"]: point for point in reversed(points)}.values())
    agreed = [point for point in points if point["accepted"]]
    drawn = {**at, "color": colour}
    beside = {"align": "left", "dx": 14, "dy": 0}
    return {
        "description": in_words(made),
        "layer": [
            *_band(made, ink, turns),
            _layer(points, {"type": "line", "strokeWidth": 1.5}, drawn),
            _layer(
                points,
                {"type": "point", "size": 90, "filled": True, "opacity": 1},
                {**drawn, "shape": shape, "tooltip": {"field": "told"}},
            ),
            _layer(agreed, {"type": "point", "size": 320, "color": ink.text}, at),
            _layer(agreed, _text(ink.text) | beside, {**at, "text": {"value": _("agreed")}}),
            _layer(first, _text(None), {**drawn, "text": {"field": "who"}}),
        ],
    }


def _axes(made: Bargaining, turns: int) -> dict[str, object]:
    """Turns along the whole call, as under the moods, and money from nothing on."""
    x = {
        "field": "turn",
        "type": "quantitative",
        "title": _("turn"),
        "scale": {"domain": [0, turns + _ROOM], "nice": False},
        "axis": {"tickMinStep": 1, "grid": False},
    }
    y = {
        "field": "level",
        "type": "quantitative",
        "title": f"{made.offers[0].amount.symbol.strip()} {made.measure.value}",
        "scale": {"zero": True},
        "axis": {"tickCount": 5},
    }
    return {"x": x, "y": y}


def _layer(
    values: Sequence[object], mark: Mapping[str, object], encoding: Mapping[str, object]
) -> dict[str, object]:
    """Not read out mark by mark: the words under the plot say it."""
    return {"data": {"values": values}, "mark": {"aria": False, **mark}, "encoding": encoding}


def _text(ink: str | None) -> dict[str, object]:
    """Words to the left of a point."""
    style: dict[str, object] = {"type": "text", "align": "right", "dx": -12, "fontSize": 13}
    return style | ({"color": ink} if ink else {})


def _band(made: Bargaining, ink: Inks, turns: int) -> Iterator[dict[str, object]]:
    """What was possible, from edge to edge, with its name at its lower left."""
    if made.possible is None:
        return
    low, high = (money.cents / 100 for money in made.possible)
    edge = [{"turn": 0, "until": turns + _ROOM, "level": low, "most": high}]
    at = _axes(made, turns)
    yield _layer(
        edge,
        {"type": "rect", "color": ink.zone, "stroke": ink.accent, "strokeDash": [2, 3]},
        {**at, "x2": {"field": "until"}, "y2": {"field": "most"}},
    )
    name = _text(ink.text) | {"align": "left", "dx": 6, "dy": -10}
    yield _layer(edge, name, {**at, "text": {"value": _("what was possible")}})


def _point(made: Bargaining, one: TabledOffer, day: Day) -> dict[str, object]:
    return {
        "turn": turn_number(one.turn),
        "level": level_of(made, one),
        "who": who(one),
        "accepted": one.accepted,
        "told": _("turn {number}: {offer}").format(
            number=turn_number(one.turn), offer=offer_told(one, day)
        ),
    }
