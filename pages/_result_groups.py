"""Whether groups are taken and score high as often as each other: shares first, then the table."""

from collections.abc import Sequence
from typing import Any

import streamlit as st

from pages._floor import store
from pages._inks import Inks, inks
from pages._parts import NO_MARK, rows
from pages._result_files import draw_downloads
from pages._texts import _, plural
from pages._who import acting
from training.assessments.exporting import impact_table
from training.assessments.impact import (
    ENOUGH,
    FEWEST,
    FOUR_FIFTHS,
    Group,
    Grouping,
    Rate,
    Table,
    impact,
)
from training.assessments.results import Results

_ROW = 40
_RATES = {
    Rate.SELECTED: _("Who is taken"),
    Rate.SCORED: _("Who scores above the median"),
}
_BY = {
    Grouping.SEX: _("By sex"),
    Grouping.ETHNICITY: _("By ethnicity"),
    Grouping.BOTH: _("By both"),
}


def draw_groups(found: Results) -> None:
    """Both rates by the grouping that is chosen, and the file for who audits it."""
    if not found.sample.set_up.asks_demographics:
        st.write(
            _(
                "This work sample does not ask candidates about sex or ethnicity, so nothing can "
                "be said about groups. The voluntary form is part of the set-up, step 3."
            )
        )
        return
    tables = impact(store(), acting(), found.sample.id)
    by = st.segmented_control(
        _("Groups"),
        list(Grouping),
        default=Grouping.SEX,
        format_func=lambda one: _BY[one],
        key="results_groups",
        required=True,
    )
    for made in tables:
        if made.grouping is by:
            _draw(made)
    _draw_export(found)


def _draw(made: Table) -> None:
    st.subheader(_RATES[made.rate], anchor=False)
    told = [group for group in made.groups if group.count is not None]
    if not told:
        st.write(
            _(
                "Too few to judge: no group has {fewest} people yet of whom it is known. Figures "
                "of smaller groups would tell of people."
            ).format(fewest=FEWEST)
        )
        return
    if not made.enough:
        st.write(
            _(
                "Too few to judge: that takes two groups of {enough} people. One person more or "
                "less moves what is shown here."
            ).format(enough=ENOUGH)
        )
    st.vega_lite_chart(
        _spec([_point(group) for group in told], inks()),
        height=_ROW * len(told) + 50,
        alt="; ".join(str(_point(group)["told"]) for group in told),
        key=f"shares_{made.rate}",
    )
    for group in told:
        if group.low:
            st.text(_low(group, made.enough))
    with st.expander(_("The same as a table")), st.container(key=f"wide_{made.rate}"):
        rows(_RATES[made.rate], _HEADS, [_cells(group) for group in made.groups])
    if made.untold:
        st.caption(plural("{n} person gave no answer.", "{n} people gave no answer.", made.untold))


_HEADS = (
    _("Group"),
    _("Of how many"),
    _("Share"),
    _("Ratio to the highest"),
    _("Fisher's exact p"),
    _("Ratio with one person more"),
    _("Enough to judge"),
)


def _low(group: Group, enough: bool) -> str:
    """A low ratio, what one person more would make of it, and what to do where it can be judged."""
    if group.with_one is not None and group.with_one >= FOUR_FIFTHS:
        told = _(
            "{name}: the ratio to the highest is {ratio:.2f}, below {line:.1f}. With one person "
            "more it would be {with_one:.2f}, so a single decision makes the difference."
        )
    else:
        told = _(
            "{name}: the ratio to the highest is {ratio:.2f}, below {line:.1f}, and with one "
            "person more it would be {with_one:.2f}."
        )
    name, what_to_do = group.name, f" {_('Look into why.')}" if enough else ""
    return (
        told.format(
            name=f"{name[:1].upper()}{name[1:]}",
            ratio=group.ratio,
            line=FOUR_FIFTHS,
            with_one=group.with_one,
        )
        + what_to_do
    )


def _cells(group: Group) -> tuple[str, ...]:
    if group.count is None:
        return (group.name, _("too few to tell"), *[NO_MARK] * 4, _("no"))
    return (
        group.name,
        _of(group),
        f"{group.count.rate:.0%}",
        _("highest") if group.highest else _figure(group.ratio),
        _figure(group.chance),
        _figure(group.with_one),
        _("yes") if group.enough else _("no"),
    )


def _of(group: Group) -> str:
    count = group.count
    return _("{k} of {n}").format(k=count.of_them, n=count.people) if count else ""


def _figure(value: float | None) -> str:
    return NO_MARK if value is None else f"{value:.2f}"


def _point(group: Group) -> dict[str, Any]:
    share = group.count.rate if group.count else 0.0
    words = f"{share:.0%} ({_of(group)})"
    return {
        "name": group.name,
        "share": share,
        "low": group.low,
        "words": words,
        "told": f"{group.name} {words}",
    }


def _spec(points: Sequence[dict[str, Any]], ink: Inks) -> dict[str, Any]:
    # Room on the right for the words beside a full bar.
    x = {
        "field": "share",
        "type": "quantitative",
        "title": None,
        "scale": {"domain": [0, 1.35], "nice": False},
        "axis": {"labelColor": ink.quiet, "grid": False, "values": [0, 0.5, 1], "format": ".0%"},
    }
    names = {"labelColor": ink.text, "labelLimit": 150, "ticks": False, "title": None}
    y = {"field": "name", "type": "nominal", "sort": None, "axis": names}
    color = {
        "field": "low",
        "legend": None,
        "scale": {"domain": [False, True], "range": [ink.accent, ink.other]},
    }
    words = {"type": "text", "align": "left", "dx": 6, "color": ink.text}
    return {
        "data": {"values": list(points)},
        "layer": [
            {"mark": {"type": "bar", "height": 12}, "encoding": {"x": x, "y": y, "color": color}},
            {"mark": words, "encoding": {"x": x, "y": y, "text": {"field": "words"}}},
        ],
    }


def _draw_export(found: Results) -> None:
    draw_downloads(
        _("The same figures, without names, for an independent auditor"),
        lambda kept, person, at: impact_table(kept, person, found.sample.id, at),
        "impact",
        _("Groups"),
    )
