"""The coverage map: a heat map that is a table, for eyes, keys and screen readers alike."""

from collections.abc import Sequence
from html import escape

import streamlit as st

from pages._parts import wide
from pages._texts import _, plural
from training.coverage import Across, Cell, CoverageMap, Rows

HOLE = "□"
_AT_ONCE = 60


def draw_map(found: CoverageMap, rows: Rows, across: Across) -> None:
    """The map, and what its signs mean; rules that are asked nowhere are left out."""
    cells = list(found.cells(rows, across))
    asked = {one.row for one in cells if one.of}
    by_row = {name: [one for one in cells if one.row == name] for name in asked}
    names = [name for name in dict.fromkeys(one.row for one in cells) if name in asked]
    words = _words(found, rows)
    heads = _heads(found, across)
    body = [_row(words.get(name, name), by_row[name], heads, across) for name in names]
    told, name = _meaning(rows, across), _("Coverage: {rows}").format(rows=_(rows.value))
    later = body[_AT_ONCE:]
    more = _("{n} more").format(n=len(later))
    rest = (
        f'<details class="more"><summary>{more}</summary>{_table(name, heads, later)}</details>'
        if later
        else ""
    )
    st.html(f"{_table(name, heads, body[:_AT_ONCE])}{rest}<p>{told}</p>")


def told_skill(name: str) -> str:
    """A skill in words: its dimension, then what it is called on the scorecard."""
    return name.replace("/", ": ")


def _words(found: CoverageMap, rows: Rows) -> dict[str, str]:
    """What the rows are called, where that is not their name; rules lead to the handbook."""
    if rows is Rows.SKILLS:
        return {name: escape(told_skill(name)) for name in found.things(rows)}
    return {
        rule.id: f'<a href="rules?rule={escape(rule.id)}" target="_self">{escape(rule.title)}</a>'
        for pack in found.packs
        for rule in pack.rules
    }


def _meaning(rows: Rows, across: Across) -> str:
    deeper = _("The deeper the colour, the more of them are touched.")
    if across is Across.SCENARIOS:
        deeper += " " + _("A point: not here, but in another scenario.")
    if rows is Rows.SKILLS:
        told = _(
            "A cell counts the scenarios in which a skill has an opportunity. {hole} is a hole: "
            "none of them gives one."
        )
    elif rows is Rows.TOPICS:
        told = _(
            "A cell counts the rules of a topic that come up, of those asked there. {hole} is a "
            "hole: rules are asked there, and none comes up. An empty cell: none is asked."
        )
    else:
        told = _(
            "A cell counts the scenarios in which a rule comes up, of those it is asked in. {hole} "
            "is a hole: it is asked there, and never comes up. An empty cell: it is not asked."
        )
    return escape(f"{told.format(hole=HOLE)} {deeper}")


def _heads(found: CoverageMap, across: Across) -> dict[str, str]:
    """The heads of the columns as they are drawn; a scenario leads to its file."""
    names = found.columns(across)
    if across is Across.LEVELS:
        return {name: escape(_("Level {level}").format(level=name)) for name in names}
    if across is Across.SCENARIOS:
        return {
            one.id: f'<a href="scenarios?scenario={escape(one.id)}" target="_self">'
            f"{escape(one.title)}</a>"
            for one in sorted(found.scenarios, key=lambda one: (one.level, one.id))
            if one.id in names
        }
    return {name: escape(name) for name in names}


def _table(name: str, heads: dict[str, str], body: Sequence[str]) -> str:
    head = "".join(f'<th scope="col">{told}</th>' for told in heads.values())
    return wide(
        f'<table class="covers"><caption class="unseen">{escape(name)}</caption>'
        f"<thead><tr><td></td>{head}</tr></thead><tbody>{''.join(body)}</tbody></table>",
        name,
    )


def _row(words: str, cells: Sequence[Cell], heads: dict[str, str], across: Across) -> str:
    by_column = {one.column: one for one in cells}
    # One scenario cannot touch everything: where each has a column, a hole is what none touches.
    elsewhere = across is Across.SCENARIOS and any(one.touched for one in cells)
    told = "".join(_cell(by_column[column], elsewhere=elsewhere) for column in heads)
    return f'<tr><th scope="row">{words}</th>{told}</tr>'


def _cell(cell: Cell, *, elsewhere: bool) -> str:
    if not cell.of:
        return "<td></td>"
    if cell.hole and elsewhere:
        return "<td>·</td>"
    if cell.hole:
        told = escape(_("hole: none of {of}").format(of=cell.of))
        return f'<td class="hole" title="{told}" aria-label="{told}">{HOLE}</td>'
    by = plural(
        "in {n} scenario: {names}",
        "in {n} scenarios: {names}",
        len(cell.by),
        names=", ".join(cell.by),
    )
    share = round(100 * cell.touched / cell.of)
    return f'<td style="--share: {share}%" title="{escape(by)}">{cell.touched}/{cell.of}</td>'
