"""Rules beside people: a field of figures, darker where a rule is not met more often."""

from collections.abc import Mapping, Sequence
from html import escape

import streamlit as st

from compliance_rules import Rule
from pages._parts import NO_MARK, wide
from pages._texts import _
from training.monday import RulePerson

_AT_ONCE = 12
_SHADES = 4


def draw_heat(cells: Sequence[RulePerson], rules: Mapping[str, Rule]) -> None:
    """The rules that were not met most often on top; those that everybody met are folded away."""
    if not cells:
        st.write(_("No rule has come up in a marked call yet."))
        return
    people = sorted({(one.who, one.person_id) for one in cells})
    by_place = {(one.rule, one.person_id): one for one in cells}
    missed: dict[str, int] = {}
    for one in cells:
        missed[one.rule] = missed.get(one.rule, 0) + one.came_up - one.met
    in_order = sorted(missed, key=lambda rule: (-missed[rule], rule))
    shown = [rule for rule in in_order if missed[rule]][:_AT_ONCE] or in_order[:_AT_ONCE]
    rest = [rule for rule in in_order if rule not in shown]
    st.html(_table(shown, people, by_place, rules) + _folded(rest, people, by_place, rules))
    st.caption(
        _(
            "In each field: calls in which the rule was not met, of those in which it came up. "
            "The darker, the larger that share. {none} means that it did not come up."
        ).format(none=NO_MARK)
    )


def _folded(
    rest: Sequence[str],
    people: Sequence[tuple[str, str]],
    by_place: Mapping[tuple[str, str], RulePerson],
    rules: Mapping[str, Rule],
) -> str:
    if not rest:
        return ""
    head = _("{n} more").format(n=len(rest))
    inner = _table(rest, people, by_place, rules)
    return f'<details class="more"><summary>{head}</summary>{inner}</details>'


def _table(
    shown: Sequence[str],
    people: Sequence[tuple[str, str]],
    by_place: Mapping[tuple[str, str], RulePerson],
    rules: Mapping[str, Rule],
) -> str:
    head = "".join(f'<th scope="col">{escape(who)}</th>' for who, _id in people)
    body = "".join(
        f'<tr><th scope="row">{_name(rule, rules)}</th>'
        + "".join(_cell(by_place.get((rule, person))) for _who, person in people)
        + "</tr>"
        for rule in shown
    )
    name = _("Rules beside people")
    return wide(
        f'<table class="rows figures heat"><caption class="unseen">{name}</caption>'
        f'<thead><tr><th scope="col">{_("Rule")}</th>{head}</tr></thead>'
        f"<tbody>{body}</tbody></table>",
        name,
    )


def _name(rule: str, rules: Mapping[str, Rule]) -> str:
    known = rules.get(rule)
    if known is None:
        return escape(rule)
    return f'<a href="rules?rule={escape(rule)}" target="_self">{escape(known.title)}</a>'


def _cell(one: RulePerson | None) -> str:
    if one is None:
        return f"<td>{NO_MARK}</td>"
    missed = one.came_up - one.met
    shade = -(-_SHADES * missed // one.came_up)
    told = _("{missed} of {n}").format(missed=missed, n=one.came_up)
    return f'<td class="shade-{shade}">{told}</td>'
