"""Figures of agreement drawn: points with their intervals, and the tables behind them."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import streamlit as st

from pages._inks import Inks, inks
from pages._parts import plain, rows
from pages._texts import _, plural
from scoring.agreement import Agreement, Estimate
from scoring.alone import KAPPA, shown
from training.agreeing import AgreementTold, Line

_ROW = 76
"""Room for a name, and under it a line for people and one for the machine."""
_NONE = _("too few")
_WIDEST = 30
_FIGURE_ROOM = 0.2
"""So much of the width is kept for figures right of their lines."""


@dataclass(frozen=True)
class _Plot:
    """One figure for every line: its name, where it is in an `Agreement`, its line to look at."""

    title: str
    pick: Callable[[Agreement], Estimate | None]
    line: float
    told: str


_PLOTS = (
    _Plot(
        _("How far ratings agree"),
        lambda found: found.kappa,
        KAPPA,
        _(
            "Quadratic weighted kappa: 1 is full agreement, 0 is chance. The dashed line is "
            "{kappa:.2f}, the least that is asked."
        ).format(kappa=KAPPA),
    ),
    _Plot(
        _("Who is milder"),
        lambda found: found.difference,
        0.0,
        _(
            "Mean difference in levels: right of the dashed line the machine is milder than "
            "people (of two people, the second than the first, by the order of their ids)."
        ),
    ),
)


def draw_plots(lines: Sequence[Line]) -> None:
    """Kappa and mean difference, between people and beside the machine, each with its interval."""
    if not lines:
        return
    for plot in _PLOTS:
        points = [
            {"nth": nth, **point} for nth, line in enumerate(lines) for point in _points(line, plot)
        ]
        names = [{"nth": nth, "name": line.name} for nth, line in enumerate(lines)]
        st.subheader(plot.title, anchor=False)
        st.vega_lite_chart(
            _spec(points, names, plot, inks()),
            height=_ROW * len(lines) + 40,
            alt=f"{plot.title}: " + "; ".join(str(point["told"]) for point in points),
            key=f"plot_{plot.title}",
        )
        st.caption(
            _(
                "{told} Circles are people beside people, squares the machine beside people; lines "
                "are 95 % intervals over calls."
            ).format(told=plot.told)
        )


def _points(line: Line, plot: _Plot) -> Iterator[dict[str, Any]]:
    for who, among in (("people", line.people), ("machine", line.machine)):
        found = plot.pick(among) if among else None
        if found is not None:
            yield {
                "name": line.name,
                "who": who,
                "value": found.value,
                "low": found.low,
                "high": found.high,
                "told": f"{line.name}, {who} {shown(found, signed=plot.line == 0)}",
            }


def _spec(
    points: Sequence[dict[str, Any]], names: Sequence[dict[str, Any]], plot: _Plot, ink: Inks
) -> dict[str, Any]:
    lows, highs = ([point[end] for point in points] for end in ("low", "high"))
    least, most = min(0.0, *lows), max(1.0, *highs)
    kinds = {"field": "who", "legend": None}
    domain = ["people", "machine"]
    place = {
        **_BY_LINE,
        "yOffset": {"field": "who", "sort": domain},
        "color": {**kinds, "scale": {"domain": domain, "range": [ink.accent, ink.other]}},
    }
    x = {
        "field": "value",
        "type": "quantitative",
        "title": None,
        "scale": {"domain": [least, most + _FIGURE_ROOM * (most - least)], "nice": False},
        "axis": {"labelColor": ink.quiet, "grid": False, "tickCount": 5, "format": ".2~f"},
    }
    shape = {**kinds, "scale": {"domain": domain, "range": _SHAPES}}
    figure = {"field": "value", "format": "+.2f" if plot.line == 0 else ".2f"}
    line = {"type": "rule", "strokeDash": [4, 4], "color": ink.quiet}
    text = {"type": "text", "align": "left", "dx": 6}
    dot = {"type": "point", "filled": True, "size": 80, "opacity": 1}
    span = {"x": {**x, "field": "low"}, "x2": {"field": "high"}, **place}
    return {
        "data": {"values": list(points)},
        "layer": [
            {"data": {"values": list(names)}, "mark": _name(ink), "encoding": _NAMED},
            {"data": {"values": [{"value": plot.line}]}, "mark": line, "encoding": {"x": x}},
            {"mark": {"type": "rule", "strokeWidth": 2}, "encoding": span},
            {"mark": dot, "encoding": {"x": x, "shape": shape, **place}},
            {"mark": text, "encoding": {"x": {**x, "field": "high"}, "text": figure, **place}},
        ],
    }


_APART = {"paddingInner": 0.45, "paddingOuter": 0.3}
_BY_LINE: dict[str, Any] = {"y": {"field": "nth", "type": "ordinal", "axis": None, "scale": _APART}}
_NAMED = {"x": {"value": 0}, "text": {"field": "name"}, **_BY_LINE}


def _name(ink: Inks) -> dict[str, Any]:
    """What a line is about stands above it, so that long names are read on a phone too."""
    return {"type": "text", "align": "left", "dy": -26, "fontSize": 12, "color": ink.quiet}


_SHAPES = ["circle", "square"]
_FIGURES = (_("Pairs"), _("Calls"), _("Kappa"), _("ICC"), _("Mean difference"))


def draw_tables(told: AgreementTold) -> None:
    """The figures behind the plot, by criterion, by rule and by rater."""
    st.subheader(_("The figures"), anchor=False)
    with st.expander(_("By criterion")):
        _table(_("Levels from 1 to 5"), (*told.criteria, *told.older))
        for line in told.criteria:
            st.caption(plain(_by_which_words(line, told.older)))
    with st.expander(_("By rule")):
        if told.rules:
            _table(
                _("Not met, or not: a difference of 1 is one of them always, the other never"),
                (told.rules),
            )
        else:
            st.text(_("No rule was named in any call that somebody rated."))
    with st.expander(_("By rater")):
        for line in (*told.criteria, *told.rules[:_WIDEST]):
            if any(one.others.difference or one.machine.difference for one in line.raters):
                _raters(line)
        st.caption(_("+ is milder than the others or the machine, - stricter, in levels."))


def _by_which_words(line: Line, older: Sequence[Line]) -> str:
    """How many versions of its scale people rated by; figures are of one version each."""
    others = [one for one in older if one.id == line.id]
    today = plural(
        "{name}: {n} sheet by wording {version}, which is in use",
        "{name}: {n} sheets by wording {version}, which is in use",
        line.levels,
        name=line.name,
        version=line.version,
    )
    before = "; ".join(
        plural(
            "{n} by wording {version}, a line of its own",
            "{n} by wording {version}, a line of their own",
            one.levels,
            version=one.version,
        )
        for one in others
    )
    return f"{today}; {before}." if before else f"{today}."


def _table(caption: str, lines: Iterable[Line]) -> None:
    heads = ("", _("Between"), *_FIGURES)
    cells = [
        (line.name, who, *_figures(found))
        for line in lines
        for who, found in ((_("people"), line.people), (_("people and machine"), line.machine))
        if found is not None
    ]
    with st.container(key=f"wide_{caption[:3]}"):
        rows(caption, heads, cells)


def _figures(found: Agreement) -> tuple[str, ...]:
    return (
        str(found.pairs),
        str(found.attempts),
        _shown(found.kappa),
        _shown(found.icc),
        _shown(found.difference, signed=True),
    )


def _raters(line: Line) -> None:
    cells = [
        (one.name, beside, *_figures(found))
        for one in line.raters
        for beside, found in ((_("other people"), one.others), (_("the machine"), one.machine))
        if found.pairs
    ]
    with st.container(key=f"wide_{line.id}"):
        rows(line.name, (_("Rater"), _("Beside"), *_FIGURES), cells)


def _shown(found: Estimate | None, *, signed: bool = False) -> str:
    return _NONE if found is None else shown(found, signed=signed)
