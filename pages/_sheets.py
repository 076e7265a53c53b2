"""Sheets of raters beside each other: levels, and evidence that leads to its turns."""

from collections.abc import Collection, Mapping, Sequence
from html import escape

import streamlit as st

from debriefs.transcript import with_turns_linked
from pages._texts import _
from scoring.rating_scales import Scale
from simulator.scenario import Scenario
from training.scales import Scales
from training.sheets import Rated, Sheet
from training.shipped import checker_for

Named = tuple[str, Sheet]
"""A sheet, and whose it is."""


def draw_sheets(
    caption: str,
    sheets: Sequence[Named],
    scenario: Scenario,
    scales: Scales,
    apart: Collection[str] = (),
) -> None:
    """One row a criterion; `apart` are those on which the levels are far from each other."""
    titles = {rule.id: rule.title for rule in checker_for(scenario.house).rules}
    heads = "".join(f'<th scope="col">{escape(name)}</th>' for name, sheet in sheets)
    lines = [_line(scale, sheets, apart) for scale in scales.values()]
    broken = "".join(f"<td>{_rules(sheet, titles)}</td>" for name, sheet in sheets)
    lines.append(f'<tr><th scope="row">{escape(_("Rules not met"))}</th>{broken}</tr>')
    st.html(
        f'<table class="rows sheets"><caption>{escape(caption)}</caption>'
        f"<thead><tr><td></td>{heads}</tr></thead><tbody>{''.join(lines)}</tbody></table>"
    )


def _line(scale: Scale, sheets: Sequence[Named], apart: Collection[str]) -> str:
    far = ""
    if scale.id in apart:
        word = escape(_("To discuss"))
        far = f'<br><span class="sign depends"><i aria-hidden="true">◆</i> {word}</span>'
    rated = [sheet.levels.get(scale.id) for name, sheet in sheets]
    several = len({one.scale for one in rated if one}) > 1
    cells = "".join(f"<td>{_rated(one)}{_by(one) if several else ''}</td>" for one in rated)
    return f'<tr><th scope="row">{escape(scale.name)}{far}</th>{cells}</tr>'


def _rated(one: Rated | None) -> str:
    if one is None:
        return escape(_("not rated"))
    level = _("no opportunity") if one.level is None else str(one.level)
    talked = f"<br>{escape(_('Discussed:'))} {with_turns_linked(one.discussed)}"
    return (
        f"<b>{escape(level)}</b> {with_turns_linked(one.evidence)}{talked if one.discussed else ''}"
    )


def _by(one: Rated | None) -> str:
    """By which words it was rated, where others read other ones."""
    if one is None:
        return ""
    told = _("by wording {version} of the scale").format(version=one.version)
    return f"<br><small>{escape(told)}</small>"


def _rules(sheet: Sheet, titles: Mapping[str, str]) -> str:
    return escape(", ".join(titles.get(rule, rule) for rule in sheet.not_met) or _("none"))
