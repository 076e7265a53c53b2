"""The call, or a list or messages: the talk left, the desk right, the line within reach."""

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from calls.state import CallState
from calls.turn import Channel
from pages._answering import answer
from pages._came_back import draw_came_back
from pages._care import draw_beside
from pages._composer import draw_composer
from pages._desk import draw_desk
from pages._entrance import enter
from pages._floor import now
from pages._hints import draw_hints
from pages._line import draw_clock, draw_controls, draw_line, how_it_ended
from pages._messages import draw_messages
from pages._opened import PURPOSES, do, follow, go_to, opened
from pages._parts import draw_trouble, name_tab, plain
from pages._sides import draw_switch
from pages._talk import draw_talk
from pages._texts import _
from pages._trying import acting, store
from pages._voices import draw_fault, takes_time
from pages._wheels import draw_wheels, draw_wheels_switch
from pages._work_list import draw_work_list
from simulator.scenario import Scenario
from training import practice
from training.models import Attempt

_SIDE = "side"


def draw() -> None:
    """One attempt's call, wherever it stands."""
    follow()
    attempt = opened(answer=False)
    scenario = practice.scenario_of(store(), acting(), attempt)
    name_tab(_("Call: {title}").format(title=scenario.title))
    below = _as_it_goes_on(attempt, scenario)
    if below is not None and practice.waits(attempt):
        answer(below)


def _as_it_goes_on(attempt: Attempt, scenario: Scenario) -> DeltaGenerator | None:
    """A list, a conversation in writing or a call; where an answer can be waited for, the place."""
    call = attempt.state.call
    spoken = call is not None and call.channel is Channel.CALL and not call.over
    if scenario.dial is not None and not spoken:
        _head_without_a_call(attempt, scenario)
        draw_work_list(attempt, scenario)
        return None
    if call is None:
        _not_begun(scenario)
        return None
    if call.written:
        _head_without_a_call(attempt, scenario)
        return draw_messages(attempt, call, scenario)
    return _on_the_line(attempt, call, scenario.for_account(call.account))


def _on_the_line(attempt: Attempt, call: CallState, scenario: Scenario) -> DeltaGenerator:
    st.html(f'<a class="skip" href="#talk">{_("Skip to the call")}</a>')
    _head(attempt, call, scenario)
    if scenario.with_care:
        draw_beside(scenario)
    draw_trouble()
    draw_switch({_("Call"): "side_call", _("Desk"): "side_desk"}, _SIDE)
    left, right = st.columns([3, 2], gap="medium")
    with left, st.container(key="side_call"):
        st.html('<span id="talk" tabindex="-1"></span>')
        draw_talk(attempt, call, scenario)
        draw_came_back(attempt, scenario)
        draw_wheels(attempt, scenario)
        below = st.empty()
        with below:
            draw_fault(attempt)
        _line(attempt, call, scenario)
        draw_hints(attempt, scenario)
        draw_wheels_switch(attempt, scenario)
    with right, st.container(key="side_desk"):
        draw_desk(attempt, scenario, call)
    return below


def _not_begun(scenario: Scenario) -> None:
    st.title(plain(scenario.title), anchor=False)
    st.write(_("Nobody has been called yet."))
    st.button(_("Call"), type="primary", on_click=_do, args=(practice.start_call,))


def _head(attempt: Attempt, call: CallState, scenario: Scenario) -> None:
    with st.container(key="call_head", horizontal=True, vertical_alignment="center"):
        with st.container(width="stretch"):
            st.header(plain(scenario.title), anchor=False)
            st.caption(PURPOSES[attempt.purpose].capitalize())
        draw_clock(call)
        if call.over:
            st.button(_("To the wrap-up"), type="primary", on_click=_wrap_up)
            return
        draw_controls(call, scenario)


def _head_without_a_call(attempt: Attempt, scenario: Scenario) -> None:
    """Nothing to hold or to end: when all is written or decided, the wrap-up is next."""
    with st.container(key="call_head", horizontal=True, vertical_alignment="center"):
        with st.container(width="stretch"):
            st.header(plain(scenario.title), anchor=False)
            st.caption(PURPOSES[attempt.purpose].capitalize())
        st.button(_("To the wrap-up"), on_click=_wrap_up)


def _line(attempt: Attempt, call: CallState, scenario: Scenario) -> None:
    if call.over:
        following = (
            _("Next: what you write to them, then the wrap-up, while you still remember.")
            if scenario.more_than_a_call
            else _("Next: the wrap-up, while you still remember.")
        )
        st.info(f"{how_it_ended(call)} {following}")
        draw_composer(attempt, scenario, call.account)
        return
    draw_line(attempt, call, _take_turn)


def _take_turn(drawn: Attempt, words: str) -> Attempt:
    if takes_time(drawn):
        return practice.say(store(), acting(), drawn, words, now())
    return practice.take_turn(store(), acting(), drawn, words, now())


def _do(change: practice.Change) -> None:
    do(lambda drawn: change(store(), acting(), drawn, now()))


def _wrap_up() -> None:
    go_to("pages/wrap_up.py", st.session_state["attempt"])


enter(draw)
