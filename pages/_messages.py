"""A conversation in writing: what was written, the composer, and the desk beside it."""

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from calls.state import CallState
from pages._came_back import draw_came_back
from pages._composer import draw_composer
from pages._desk import draw_desk
from pages._hints import draw_hints
from pages._parts import draw_trouble
from pages._sides import draw_switch
from pages._talk import draw_talk
from pages._texts import _
from pages._voices import draw_fault
from simulator.scenario import Scenario
from training.models import Attempt

_SIDE = "messages_side"


def draw_messages(attempt: Attempt, call: CallState, scenario: Scenario) -> DeltaGenerator:
    """Left what was written and what is written next, right the desk; the place for an answer."""
    draw_trouble()
    draw_switch({_("Messages"): "side_messages", _("Desk"): "side_desk"}, _SIDE)
    left, right = st.columns([3, 2], gap="medium")
    with left, st.container(key="side_messages"):
        draw_talk(attempt, call, scenario, 220)
        draw_came_back(attempt, scenario)
        if call.over:
            st.info(_("They write no more. What you still send is not answered."))
        below = st.empty()
        with below:
            draw_fault(attempt)
        draw_composer(attempt, scenario, call.account)
        draw_hints(attempt, scenario)
    with right, st.container(key="side_desk"):
        draw_desk(attempt, scenario, call)
    return below
