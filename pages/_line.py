"""The line of a call: what is said next, what can be done with the call, and its clock."""

from collections.abc import Callable
from functools import partial

import streamlit as st

from calls.state import CallState
from calls.turn import Speaker
from pages import _clock as counting
from pages._floor import now
from pages._opened import do
from pages._parts import clock, draw_trouble
from pages._texts import _
from pages._trying import acting, store
from simulator.scenario import Scenario
from training import practice
from training.errors import TrainingError
from training.models import Attempt

_LINE = "line"
_TAKEN = "line_taken"
_BACK = "line_back"

TakeTurn = Callable[[Attempt, str], Attempt]
"""How the words that were typed are said, from the attempt as it was drawn."""


def draw_controls(call: CallState, scenario: Scenario) -> None:
    """Hold, hand over, end: while somebody is on the line."""
    if call.on_hold:
        st.button(_("Take off hold"), on_click=_do, args=(practice.take_off_hold,))
    else:
        st.button(_("Hold"), on_click=_do, args=(practice.hold,))
    _transfer(scenario)
    st.button(_("End call"), on_click=_do, args=(practice.end_call,))


def _transfer(scenario: Scenario) -> None:
    """Whom the house may hand a call over to; a second click, as it cannot be undone."""
    if not scenario.house.teams:
        return
    with st.popover(_("Transfer…")):
        st.caption(_("Tell them first where you put them through. For you the call is over then."))
        for team in scenario.house.teams:
            st.button(
                _("To the {team}").format(team=team),
                on_click=_hand_over,
                args=(team,),
                width="stretch",
            )


def draw_clock(call: CallState) -> None:
    """Minutes and seconds into the call."""
    at = clock(call.began_at.astimezone(now().tzinfo))
    counting.draw_clock(
        _("The call began at {clock}").format(clock=at), call.began_at, call.ended_at
    )


def draw_line(attempt: Attempt, call: CallState, take_turn: TakeTurn) -> None:
    """Where the next words are typed, and the last ones taken back."""
    say = partial(_say, take_turn)
    draw_trouble(_LINE)
    if _BACK in st.session_state:
        st.session_state[_LINE] = st.session_state.pop(_BACK)
    words = st.chat_input(
        _("The call is on hold") if call.on_hold else _("What do you say?"),
        key=_LINE,
        disabled=call.on_hold,
        submit_mode="disable",
        on_submit=say,
    )
    if words and not st.session_state.pop(_TAKEN, False):
        # Sent to a server that had just started: nothing was drawn yet that could call back.
        say()
        st.rerun()
    said = practice.words_to_take_back(attempt)
    with st.container(key="under_line", horizontal=True, vertical_alignment="center"):
        st.caption(_("Enter sends. Every line is kept the moment you send it."))
        st.button(
            _("Take back the last line"),
            type="tertiary",
            disabled=said is None,
            help=_("For a line that slipped out: it counts as never said. Once, the last one."),
            on_click=_take_back,
        )


def how_it_ended(call: CallState) -> str:
    """Who ended a call, in a sentence."""
    if call.transferred_to is not None:
        return _("You handed the call over to the {team}.").format(team=call.transferred_to)
    mine = call.ended_by is Speaker.COLLECTOR
    return _("You ended the call.") if mine else _("They ended the call.")


def _say(take_turn: TakeTurn) -> None:
    words = st.session_state[_LINE]
    st.session_state[_TAKEN] = True

    def take(drawn: Attempt) -> Attempt:
        try:
            return take_turn(drawn, words)
        except TrainingError:
            st.session_state[_BACK] = words
            raise

    do(take, _LINE)


def _take_back() -> None:
    drawn: Attempt = st.session_state["attempt"]
    words = practice.words_to_take_back(drawn)
    if do(lambda one: practice.take_back(store(), acting(), one, now()), _LINE) and words:
        st.session_state[_BACK] = words


def _do(change: practice.Change) -> None:
    do(lambda drawn: change(store(), acting(), drawn, now()))


def _hand_over(team: str) -> None:
    do(lambda drawn: practice.transfer(store(), acting(), drawn, team, now()))
