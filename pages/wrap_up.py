"""The wrap-up: what happened, what was agreed, what to follow up, the note; then hand in."""

import streamlit as st

from calls.state import CallState
from calls.turn import Channel
from pages._came_back import draw_came_back
from pages._clock import draw_clock
from pages._decisions import draw_decisions
from pages._entrance import enter
from pages._floor import now
from pages._opened import PURPOSES, do, follow, go_to, opened
from pages._parts import clock, draw_trouble, name_tab
from pages._talk import draw_talk
from pages._texts import _
from pages._trying import acting, store
from pages._wrapping_up import draw_form, draw_hand_in
from simulator.scenario import Scenario
from training import wrap_up
from training.models import Attempt, Purpose
from training.practice import scenario_of


def draw() -> None:
    """One form in the order in which people think; each field is kept as it is left."""
    follow()
    attempt = opened()
    call = attempt.state.call
    if attempt.state.handed_in:
        _handed_in(attempt)
        return
    scenario = scenario_of(store(), acting(), attempt)
    if _is_on_the_line(call, scenario):
        _still_talking(attempt)
        return
    name_tab(_("Wrap-up: {title}").format(title=scenario.title))
    st.title(_("Wrap-up"), anchor=False)
    with st.container(horizontal=True, vertical_alignment="center"):
        st.caption(
            _("{title} · {n} · kept as you go").format(
                title=scenario.title, n=PURPOSES[attempt.purpose]
            )
        )
        _time_taken(attempt)
    draw_came_back(attempt, scenario)
    draw_trouble()
    left, right = st.columns([3, 2], gap="large")
    with left:
        if scenario.dial is not None:
            draw_decisions(attempt, scenario)
        draw_form(attempt, scenario)
    with right:
        _what_was_said(attempt, scenario)
    with st.container(key="next"):
        draw_hand_in(attempt, scenario.house.currency, _finish)
        readers = _READERS[attempt.purpose]
        st.caption(
            _("After this nothing changes any more and you see your scorecard. {readers}").format(
                readers=readers
            )
        )


def _time_taken(attempt: Attempt) -> None:
    """How long ago the call ended; it is told on the scorecard and never marked."""
    call = attempt.state.call
    if call is not None and call.ended_at is not None:
        ended = clock(call.ended_at.astimezone(now().tzinfo))
        told = _("Since the call ended at {time}").format(time=ended)
        draw_clock(told, call.ended_at, before=_("since the call"))


def _is_on_the_line(call: CallState | None, scenario: Scenario) -> bool:
    """Whether somebody is on the line, or is to be called first; a list can be left as it is."""
    return scenario.dial is None if call is None else not (call.over or call.written)


def _what_was_said(attempt: Attempt, scenario: Scenario) -> None:
    """The last conversation; where more can be written or decided, the way back to it."""
    call = attempt.state.call
    if call is not None:
        st.subheader(
            _("The call") if call.channel is Channel.CALL else _("What was said"), anchor=False
        )
        draw_talk(attempt, call, scenario.for_account(call.account))
    if scenario.more_than_a_call:
        label = _("Back to the list") if scenario.dial else _("Back, to write to them")
        st.page_link("pages/call.py", label=label, query_params={"attempt": attempt.id})


_READERS = {
    Purpose.PRIVATE: _("Only you see it."),
    Purpose.SUBMITTED: _(
        "Trainers read and judge it, and whoever watches over the rules reads it."
    ),
    Purpose.ASSESSMENT: _("An assessor reads and judges it."),
    Purpose.DEMO: _("Nobody judges it."),
}


def _finish() -> None:
    if do(lambda drawn: wrap_up.finish(store(), acting(), drawn, now())):
        go_to("pages/scorecard.py", st.session_state["attempt"])


def _handed_in(attempt: Attempt) -> None:
    st.title(_("This wrap-up is handed in"))
    st.page_link(
        "pages/scorecard.py", label=_("To the scorecard"), query_params={"attempt": attempt.id}
    )


def _still_talking(attempt: Attempt) -> None:
    st.title(_("The call is still going on"))
    st.write(_("The wrap-up opens when somebody has ended the call."))
    st.page_link("pages/call.py", label=_("Back to the call"), query_params={"attempt": attempt.id})


enter(draw)
