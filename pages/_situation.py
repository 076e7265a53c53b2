"""Who is called and why, and what may be offered: how every brief begins."""

import streamlit as st

from pages._parts import bullets
from pages._texts import _
from simulator.scenario import Scenario


def draw_situation(scenario: Scenario) -> None:
    """What somebody knows who is about to call."""
    brief = scenario.brief
    if scenario.content_note:
        st.info(scenario.content_note)
    st.text(brief.who)
    st.text(brief.situation)
    st.text(brief.task)
    st.subheader(_("What you may offer"), anchor=False)
    bullets(brief.may_offer)
