"""A call of a work sample: the talk left, the desk right, the line within reach."""

import streamlit as st

from pages._candidate_head import Candidate, came_back
from pages._desk import draw_desk
from pages._floor import now
from pages._line import TakeTurn, draw_line
from pages._sides import draw_switch
from pages._talk import draw_talk
from pages._texts import _
from simulator.scenario import Scenario
from training.assessments.taking import say
from training.models import Attempt

_SIDE = "sample_side"


def draw_call(candidate: Candidate) -> None:
    """The call that is going on; when its minutes are over it can only be ended."""
    clock = candidate.there.clock
    over = clock is not None and clock.over

    def take_turn(drawn: Attempt, words: str) -> Attempt:
        came_back(candidate)
        return say(*candidate.way, drawn, words, now())

    draw_talk_and_desk(candidate.attempt, candidate.scenario, take_turn, over=over)


def draw_talk_and_desk(
    attempt: Attempt, scenario: Scenario, take_turn: TakeTurn, *, over: bool = False
) -> None:
    """Talk, line and desk; without a line where the call, or its time, is over."""
    call = attempt.state.call
    if call is None:
        return
    st.html(f'<a class="skip" href="#talk">{_("Skip to the call")}</a>')
    draw_switch({_("Call"): "side_call", _("Desk"): "side_desk"}, _SIDE)
    left, right = st.columns([3, 2], gap="medium")
    with left, st.container(key="side_call"):
        st.html('<span id="talk" tabindex="-1"></span>')
        draw_talk(attempt, call, scenario)
        if over:
            st.info(
                _(
                    "The minutes for this call are over. Everything you said is kept. End the "
                    "call, and go on to what comes after it."
                )
            )
        elif not call.over:
            draw_line(attempt, call, take_turn)
    with right, st.container(key="side_desk"):
        draw_desk(attempt, scenario, call)
