"""One candidate's result: levels by duty, hard fails by their turn, and the decision."""

import streamlit as st

from calls.turn import turn_number
from pages._floor import now, store
from pages._hiring_decision import draw_decision
from pages._parts import NO_MARK, plain, rows
from pages._result_bands import band_told, called, stands_told
from pages._texts import _
from pages._who import acting
from training.assessments.judged import HardFail
from training.assessments.reading import CallRead, Read, read_candidate
from training.assessments.results import Result, Results


def choose(found: Results) -> str | None:
    """Whom to look at: the id of their candidacy; the choice stays from view to view.

    Nobody is chosen beforehand, since what they said is shown then, and that is logged.
    """
    named = called(found.lines)
    chosen = st.selectbox(
        _("Candidate"),
        list(named),
        index=None,
        format_func=named.__getitem__,
        key="results_candidate",
        placeholder=_("Choose a candidate"),
        width=480,
    )
    if chosen is None:
        st.caption(_("You read what they said then, and the access log has a line for it."))
    return chosen


def draw_one(found: Results) -> None:
    """Whom to look at, then all that is known of them."""
    chosen = choose(found)
    if chosen is None:
        return
    read = read_candidate(store(), acting(), chosen, now())
    line = read.result
    st.subheader(plain(called(found.lines)[chosen]), anchor=False)
    st.text(
        _("{band}, {where}").format(
            band=band_told(line.band), where=stands_told(line, found.sample.set_up.bar)
        )
    )
    _draw_hard_fails(read)
    _draw_duties(found, line)
    st.subheader(_("The decision"), anchor=False)
    draw_decision(line.candidacy.id)


def _draw_hard_fails(read: Read) -> None:
    for call in read.calls:
        for fail in call.judged.hard_fails:
            _draw_hard_fail(call, fail)
    if not read.result.looked_at:
        st.text(_("An assessor has not looked at every hard fail that the machine saw."))
    elif not read.result.hard_fails:
        st.text(_("No hard fail was confirmed."))


def _draw_hard_fail(call: CallRead, fail: HardFail) -> None:
    told = _("■ Hard fail. Not met: {asks} ({call}, {where})").format(
        asks=fail.asks, call=call.judged.scenario.title, where=place_told(fail)
    )
    st.markdown(f"**{plain(told)}**")
    if words := call.words(fail.finding.turn) or fail.finding.quote:
        st.text(_("Said: “{words}”").format(words=words))
    st.text(_("Confirmed by {name}: {reason}").format(name=fail.said.by, reason=fail.said.reason))
    st.text(_("Better: “{words}”").format(words=fail.finding.better))
    st.caption(plain(fail.finding.citation))


def place_told(fail: HardFail) -> str:
    """Where in its call a hard fail is."""
    turn = fail.finding.turn
    return _("the whole call") if turn is None else _("turn {n}").format(n=turn_number(turn))


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
