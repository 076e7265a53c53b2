"""Charts of an audit as SVG, drawn without a browser and without a network."""

from collections.abc import Mapping, Sequence
from typing import Any

import altair as alt
import vl_convert

from audit.totals import Totals

_INK, _TEAL, _LINE = "#1B2A33", "#0F6B6B", "#D5D2C9"
_COLOURS = {"not_met": "#B3261E", "depends": "#8A5A00", "reminder": "#4A5B66"}
_WORDS = {"not_met": "not met", "depends": "depends", "reminder": "reminder"}
MOST = 20
"""Rules and collectors that a chart shows; the tables have them all."""


def by_rule(totals: Totals) -> str:
    """Findings by rule and by how firmly they stand; the most frequent rules."""
    sums: dict[str, int] = {}
    for (rule, _), count in totals.by_rule.items():
        sums[rule] = sums.get(rule, 0) + count
    top = sorted(sums, key=lambda rule: (-sums[rule], rule))[:MOST]
    rows = [
        {
            "rule": rule,
            "standing": _WORDS[standing],
            "findings": totals.by_rule[rule, standing],
        }
        for rule in top
        for standing in _WORDS
    ]
    return _bars(rows, "rule", top)


def by_collector(totals: Totals) -> str:
    """Calls in which something was not met, by who called."""
    top = sorted(
        totals.by_collector, key=lambda one: (-totals.by_collector[one]["with_not_met"], one)
    )
    rows = [
        {"collector": one, "calls": totals.by_collector[one]["with_not_met"]} for one in top[:MOST]
    ]
    chart = alt.Chart(_data(rows)).encode(
        y=alt.Y("collector:N", sort=top, title=None, axis=alt.Axis(labelLimit=300)),
        x=alt.X("calls:Q", title="calls with something not met", axis=_whole(rows, "calls")),
    )
    return _svg(
        chart.mark_bar(color=_TEAL) + chart.mark_text(align="left", dx=4).encode(text="calls:Q")
    )


def by_week(totals: Totals) -> str:
    """The share of calls of a week in which something was not met."""
    rows = [
        {
            "week": week,
            "share": round(100 * counts["with_not_met"] / counts["calls"], 1),
            "of": f"{counts['with_not_met']} of {counts['calls']}",
        }
        for week, counts in sorted(totals.by_week.items())
    ]
    chart = alt.Chart(_data(rows)).encode(
        x=alt.X("week:N", title=None, axis=alt.Axis(labelAngle=-45)),
        y=alt.Y("share:Q", title="% of the week's calls", scale=alt.Scale(domain=[0, 100])),
    )
    bars = chart.mark_bar(color=_TEAL, size=18)
    return _svg(bars + chart.mark_text(dy=-6).encode(text="of:N") if len(rows) <= MOST else bars)


def _data(rows: Sequence[Mapping[str, Any]]) -> alt.InlineData:
    return alt.InlineData(values=list(rows))


def _bars(rows: Sequence[Mapping[str, Any]], name: str, order: Sequence[str]) -> str:
    chart = alt.Chart(_data(rows)).mark_bar()
    return _svg(
        chart.encode(
            y=alt.Y(f"{name}:N", sort=list(order), title=None, axis=alt.Axis(labelLimit=360)),
            x=alt.X("findings:Q", title="findings", axis=_whole(rows, "findings")),
            color=alt.Color(
                "standing:N",
                scale=alt.Scale(domain=list(_WORDS.values()), range=list(_COLOURS.values())),
                legend=alt.Legend(title=None, orient="top"),
            ),
            order=alt.Order("standing:N", sort="descending"),
        )
    )


def _whole(rows: Sequence[Mapping[str, Any]], field: str) -> alt.Axis:
    """Counts are whole: an axis without halves."""
    return alt.Axis(
        format="d", tickMinStep=1, tickCount=min(8, max((r[field] for r in rows), default=1))
    )


def _svg(chart: Any) -> str:
    drawn = (
        chart.properties(width=520)
        .configure(background="transparent", font="sans-serif")
        .configure_view(stroke=None)
        .configure_axis(labelColor=_INK, titleColor=_INK, gridColor=_LINE, domainColor=_LINE)
        .configure_text(color=_INK)
    )
    return str(vl_convert.vegalite_to_svg(drawn.to_dict()))
