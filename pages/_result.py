"""One candidate's result: levels by duty, hard fails by their turn, and the decision."""

import streamlit as st

from calls.turn import turn_number
from pages._hiring_decision import draw_decision
from pages._parts import NO_MARK, plain, rows
from pages._result_bands import band_told, called, stands_told
from pages._texts import _
from training.assessments.judged import HardFail, JudgedCall
from training.assessments.results import Result, Results


def draw_one(found: Results) -> None:
    """Whom to look at, then all that is known of them."""
    by_id = {line.candidacy.id: line for line in found.lines}
    chosen = st.selectbox(
        _("Candidate"),
        list(by_id),
        format_func=lambda one: called(by_id[one]),
        key="results_candidate",
        width=480,
    )
    line = by_id[chosen]
    st.subheader(plain(called(line)), anchor=False)
    st.text(
        _("{band}, {where}").format(
            band=band_told(line.band), where=stands_told(line, found.sample.set_up.bar)
        )
    )
    _draw_hard_fails(line)
    _draw_duties(found, line)
    st.subheader(_("The decision"), anchor=False)
    draw_decision(line.candidacy.id)


def _draw_hard_fails(line: Result) -> None:
    for call, fail in line.hard_fails:
        _draw_hard_fail(call, fail)
    if not line.looked_at:
        st.text(_("An assessor has not looked at every hard fail that the machine saw."))
    elif not line.hard_fails:
        st.text(_("No hard fail was confirmed."))


def _draw_hard_fail(call: JudgedCall, fail: HardFail) -> None:
    finding = fail.finding
    title = call.scenario.title
    where = (
        _("the whole call")
        if finding.turn is None
        else _("turn {n}").format(n=turn_number(finding.turn))
    )
    told = _("■ Hard fail: {what} ({call}, {where})").format(
        what=finding.message, call=title, where=where
    )
    st.markdown(f"**{plain(told)}**")
    if finding.quote:
        st.text(_("Said: “{words}”").format(words=finding.quote))
    st.text(_("Confirmed by {name}: {reason}").format(name=fail.said.by, reason=fail.said.reason))
    st.text(_("Better: “{words}”").format(words=finding.better))
    st.caption(plain(finding.citation))


def _draw_duties(found: Results, line: Result) -> None:
    whole = found.sample.set_up.total_weight
    cells = [
        (
            _(duty.dimension.label),
            level_told(line.levels.get(duty.dimension)),
            f"{100 * duty.weight / whole:.0f} %",
            duty.duty,
        )
        for duty in found.sample.set_up.duties
    ]
    with st.container(key="wide_duties"):
        rows(
            _("Levels from 1 to 5"),
            (_("Dimension"), _("Level"), _("Weight"), _("Duty")),
            cells,
        )
    st.caption(
        _(
            "Two people agreed on the levels of each call; here is their mean over the calls. "
            "Compliance has no scale of its own: 5 where nobody saw a rule not met, and each rule "
            "that was named costs as much as on a scorecard. A dash is no opportunity; its weight "
            "goes to the others."
        )
    )


def level_told(level: float | None) -> str:
    """A level to the half, which is all that two calls can tell."""
    if level is None:
        return NO_MARK
    return f"{round(2 * level) / 2:.1f}"
