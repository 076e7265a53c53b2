"""Rules over time: a strip of signs for each, call by call, with the figures beside it."""

from collections.abc import Mapping, Sequence
from html import escape

import streamlit as st

from compliance_rules import Rule
from debriefs.signs import DONE_RIGHT
from pages._parts import NO_MARK, day, wide
from pages._texts import _, plural
from training.over_time import ENOUGH, IN_A_ROW, CameUp, RuleOverTime

_AT_ONCE = 10
_STRIP = 24
"""So many of the latest calls stand in a strip."""
_SIGNS = {(True, True): "●", (True, False): "○", (False, True): "■", (False, False): "□"}
"""By whether it was met, and whether the call counts."""
_WORDS = {True: _("met"), False: _("not met")}


def draw_rules(found: Sequence[RuleOverTime], rules: Mapping[str, Rule]) -> None:
    """What is to be worked on first; the rest folded away below."""
    if not found:
        st.write(_("No rule has come up in a marked call yet."))
        return
    done = sum(one.mastered for one in found)
    came_up = plural("{n} rule has come up", "{n} rules have come up", len(found))
    mastered = (
        plural("{n} is mastered", "{n} are mastered", done) if done else _("none is mastered")
    )
    told = _(
        "A rule is mastered when it was met in {in_a_row} calls that count, one after the other, "
        "in which it came up. Not met once, and it is to be earned again."
    ).format(in_a_row=IN_A_ROW)
    st.write(f"{came_up}; {mastered}. {told}")
    st.html(_table(found[:_AT_ONCE], rules) + _rest(found[_AT_ONCE:], rules))
    signs = _(
        "● met, ■ not met, hollow where it was practice; the latest on the right. A rule that "
        "only forbids something comes up when it is not met, and is never called mastered. The "
        "interval is 95 % after Wilson; below {enough} calls that count there is no share."
    ).format(enough=ENOUGH)
    st.html(f"<p>{signs}</p>")


def _rest(found: Sequence[RuleOverTime], rules: Mapping[str, Rule]) -> str:
    if not found:
        return ""
    more = _("{n} more").format(n=len(found))
    return f'<details class="more"><summary>{more}</summary>{_table(found, rules)}</details>'


def _table(found: Sequence[RuleOverTime], rules: Mapping[str, Rule]) -> str:
    heads = (_("Rule"), _("Call by call"), _("Met in calls that count"), _("Met in practice"), "")
    head = "".join(f'<th scope="col">{name}</th>' for name in heads)
    body = "".join(_row(one, rules) for one in found)
    name = _("Rules over time")
    return wide(
        f'<table class="rows figures over-time"><caption class="unseen">{name}</caption>'
        f"<thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>",
        name,
    )


def _row(one: RuleOverTime, rules: Mapping[str, Rule]) -> str:
    rule = rules.get(one.rule)
    name = escape(rule.title if rule else one.rule)
    if rule:
        name = f'<a href="rules?rule={escape(one.rule)}" target="_self">{name}</a>'
    cells = (_strip(one.came_up), _share(one), _of(one.practised), _stands(one))
    told = "".join(f"<td>{cell}</td>" for cell in cells)
    return f'<tr><th scope="row">{name}</th>{told}</tr>'


def _strip(calls: Sequence[CameUp]) -> str:
    """Signs for the eye and for the pointer; a screen reader hears the same in words."""
    shown = calls[-_STRIP:]
    before = "… " if len(shown) < len(calls) else ""
    signs = "".join(
        f'<a href="scorecard?attempt={escape(one.attempt_id)}" target="_self" '
        f'class="{"done-right" if one.met else "not-met"}" '
        f'title="{escape(_told(one))}" aria-label="{escape(_told(one))}">'
        f"{_SIGNS[one.met, one.counts]}</a>"
        for one in shown
    )
    return f'<span class="strip">{before}{signs}</span>'


def _told(one: CameUp) -> str:
    told = _("{met} on {day} in {title}").format(
        met=_WORDS[one.met], day=day(one.at), title=one.title
    )
    return told if one.counts else f"{told}, {_('practice')}"


def _share(one: RuleOverTime) -> str:
    if one.share is None:
        return _("{met}: too few to say").format(met=_of(one.counted)) if one.counted else NO_MARK
    of, low, high = (round(100 * part) for part in one.share)
    return _("{met}: {share} % ({low} to {high})").format(
        met=_of(one.counted), share=of, low=low, high=high
    )


def _of(met: Sequence[bool]) -> str:
    return _("{met} of {n}").format(met=sum(met), n=len(met)) if met else NO_MARK


def _stands(one: RuleOverTime) -> str:
    if one.mastered:
        return f'<span class="sign done-right"><i>{DONE_RIGHT.sign}</i> {_("mastered")}</span>'
    if not one.came_up[-1].met:
        return (
            plural("not again in {n} call since", "not again in {n} calls since", one.since)
            if one.since
            else _("in your last call")
        )
    if not one.counted:
        return _("no call that counts yet")
    return _("{n} more in a row").format(n=IN_A_ROW - one.in_a_row)
