"""How the talk felt on the other side, the whole call as lines: what carries it, and the rest."""

from collections.abc import Mapping, Sequence

import streamlit as st

from calls.moves import Mood
from calls.turn import turn_number
from debriefs import Whole
from debriefs.plots import set_apart
from pages._inks import Inks, inks
from pages._texts import _

_FIRST = {"trust": _("trust"), "tension": _("tension")}
_REST = {"engagement": _("engagement"), "shame": _("shame"), "patience": _("patience")}
_UNREAD = {"aria": False}
"""A mark that is not read out: what moved each mood stands in words beside its turn."""

_Points = list[dict[str, object]]


def draw_mood(whole: Whole) -> None:
    """Trust and tension along the turns, and below them what else moved, each named at its end."""
    moods = {turn_number(n): mood for n, mood in sorted(whole.moods.items())}
    if len(moods) < 2:
        return
    yes_at = whole.bargaining.yes_at if whole.bargaining else None
    agreed: _Points = []
    if yes_at is not None:
        agreed = [{"turn": turn_number(yes_at), "what": _("agreed")}]
    ink = inks()
    st.vega_lite_chart(_chart(moods, _FIRST, agreed, (ink.accent, ink.alarm), ink), height=200)
    st.caption(_("Trust and tension of the person on the line, turn by turn, each from 0 to 100."))
    rest = (ink.other, ink.text, ink.quiet)
    st.vega_lite_chart(_chart(moods, _REST, agreed, rest, ink), height=180)
    st.caption(
        _(
            "How much they took part, how ashamed they were, and how much patience they had left. "
            "What moved each stands beside its turn."
        )
    )


def _chart(
    moods: Mapping[int, Mood],
    names: Mapping[str, str],
    agreed: _Points,
    colours: Sequence[str],
    ink: Inks,
) -> dict[str, object]:
    points: _Points = [
        {"turn": turn, "level": getattr(mood, key), "what": name}
        for turn, mood in moods.items()
        for key, name in names.items()
    ]
    x = {"field": "turn", "type": "quantitative", "title": _("turn"), "axis": {"tickMinStep": 1}}
    y = {
        "field": "level",
        "type": "quantitative",
        "title": None,
        "scale": {"domain": [0, 100]},
        "axis": {"values": [0, 50, 100]},
    }
    by_name = {"field": "what", "type": "nominal", "legend": None}
    domain = list(names.values())
    colour = {**by_name, "scale": {"domain": domain, "range": list(colours)}}
    dash = {
        **by_name,
        "scale": {"domain": domain, "range": [[1, 0], [5, 3], [1, 3]][: len(domain)]},
    }
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
            _layer(_ends(moods, names), named, {"x": x, "y": y, "color": colour, **told}),
        ],
    }


def _ends(moods: Mapping[int, Mood], names: Mapping[str, str]) -> _Points:
    """Where the name of each line stands: at its end, and clear of the names below it."""
    last = max(moods)
    placed = set_apart({name: getattr(moods[last], key) for key, name in names.items()})
    return [{"turn": last, "level": level, "what": name} for name, level in placed.items()]


def _layer(
    values: Sequence[object], mark: Mapping[str, object], encoding: Mapping[str, object]
) -> dict[str, object]:
    return {"data": {"values": values}, "mark": {**_UNREAD, **mark}, "encoding": encoding}
