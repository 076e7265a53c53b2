"""Whether the forms of each call are alike for people: unknown, or by how much they differ."""

from collections.abc import Sequence
from typing import Any

import streamlit as st

from pages._floor import store
from pages._inks import Inks, inks
from pages._parts import plain
from pages._sample_list import title_of
from pages._texts import _
from pages._who import acting
from training.assessments.equivalence import ENOUGH, Difference, Equivalence, equivalence
from training.assessments.models import Assessment

_ROW = 40


def draw_equivalence(sample: Assessment) -> None:
    """Call by call; of calls with too few candidates, how many they are."""
    st.subheader(_("Alike for people?"), anchor=False)
    for one in equivalence(store(), acting(), sample.id):
        draw_one(one)
    st.caption(
        _(
            "A level is what two people agreed on for the one call, by the weights of the duties. "
            "Retakes are left out. Of twenty intervals one misses the truth by chance."
        )
    )


def draw_one(one: Equivalence) -> None:
    """One call: how many candidates are rated, or how far its forms are apart."""
    title = title_of(one.scenario_id)
    if one.differences is None:
        counts = ", ".join(
            _("form {form}: {n}").format(form=form, n=n) for form, n in sorted(one.rated.items())
        )
        st.text(
            _("{title}: unknown until each form has {enough} rated candidates ({counts}).").format(
                title=title, enough=ENOUGH, counts=counts or _("no form yet")
            )
        )
        return
    st.markdown(f"**{plain(title)}**")
    for difference in one.differences:
        st.text(_told(difference))
    st.vega_lite_chart(
        _spec(one.differences, inks()),
        height=_ROW * len(one.differences) + 60,
        alt="; ".join(map(_told, one.differences)),
        key=f"alike_{one.scenario_id}",
    )


def _told(one: Difference) -> str:
    said = (
        _("◆ {pair}: {value:+.2f} levels (95 % interval {low:+.2f} to {high:+.2f}), a difference")
        if one.found
        else _(
            "✓ {pair}: {value:+.2f} levels (95 % interval {low:+.2f} to {high:+.2f}), none found; "
            "up to {at_most:.2f} is not excluded"
        )
    )
    return said.format(
        pair=_pair(one), value=one.value, low=one.low, high=one.high, at_most=one.at_most
    )


def _pair(one: Difference) -> str:
    return _("Form {second} against form {first}").format(second=one.second, first=one.first)


def _spec(differences: Sequence[Difference], ink: Inks) -> dict[str, Any]:
    points = [
        {"pair": _pair(one), "value": one.value, "low": one.low, "high": one.high}
        for one in differences
    ]
    farthest = max(1.0, *(one.at_most for one in differences))
    x = {
        "field": "low",
        "type": "quantitative",
        "title": None,
        "scale": {"domain": [-farthest, farthest]},
        "axis": {"labelColor": ink.quiet, "grid": False, "format": "+.1f", "tickCount": 5},
    }
    names = {"labelColor": ink.text, "labelLimit": 190, "ticks": False, "title": None}
    y = {"field": "pair", "type": "nominal", "sort": None, "axis": names}
    none = {"type": "rule", "strokeDash": [4, 4], "color": ink.quiet}
    span = {"type": "rule", "strokeWidth": 2, "color": ink.accent}
    dot = {"type": "point", "filled": True, "size": 90, "opacity": 1, "color": ink.accent}
    return {
        "padding": {"left": 5, "right": 14, "top": 5, "bottom": 5},
        "data": {"values": points},
        "layer": [
            {"data": {"values": [{"low": 0}]}, "mark": none, "encoding": {"x": x}},
            {"mark": span, "encoding": {"x": x, "x2": {"field": "high"}, "y": y}},
            {"mark": dot, "encoding": {"x": {**x, "field": "value"}, "y": y}},
        ],
    }
