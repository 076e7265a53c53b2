"""The two scripted calls and the bands of the bots as forms."""

import streamlit as st

from pages._fields import Fields
from pages._texts import _
from simulator.bands import PROVED_AGAINST
from simulator.bots.bot import bot_names
from simulator.house import House


def draw_scripts(fields: Fields, house: House) -> None:
    """The call that wins and the call that loses, one line each for what the collector says."""
    who = {
        str(one["id"]): str(one["id"])
        for one in fields.at(("answered_by",)) or ()
        if isinstance(one, dict) and "id" in one
    }
    ends = {
        str(one["id"]): str(one["id"]).replace("_", " ")
        for one in fields.at(("end_states",)) or ()
        if isinstance(one, dict) and "id" in one
    }
    st.markdown(_("**The call that wins**"))
    _script(fields, "model_call", who)
    fields.choice(_("It ends as"), ("model_call", "end_state"), ends)
    wrap_up = ("model_call", "wrap_up")
    fields.words(_("Its note"), (*wrap_up, "note"), long=True)
    known = {one.value: one.value.replace("_", " ") for one in house.dispositions}
    fields.choice(_("Filed as"), (*wrap_up, "disposition"), known)
    st.markdown(_("**The call that loses**"))
    _script(fields, "poor_call", who)
    fields.words(_("Why it loses"), ("poor_call", "why"), long=True)
    st.caption(_("{payday} stands for a day that the scenario names.").format(payday="{payday}"))


def _script(fields: Fields, name: str, who: dict[str, str]) -> None:
    fields.choice(_("Who picks up"), (name, "answered_by"), who)
    fields.lines(_("What the collector says"), (name, "lines"), height=240)


def draw_bands(fields: Fields) -> None:
    """What each bot should reach here, as `70 to 100`; what is empty does not matter."""
    st.caption(_("From and to, of 100, such as 70 to 100. What is empty does not matter."))
    for bot in bot_names():
        if bot in PROVED_AGAINST:
            continue
        at = ("bands", bot)
        st.markdown(f"**{bot}**")
        left, middle, right = st.columns(3)
        with left:
            fields.span(_("Good ends"), (*at, "ends"))
        with middle:
            fields.span(_("Mean grade"), (*at, "grade"))
        with right:
            fields.span(_("Walked away"), (*at, "walks_away"))
        if fields.at((*at, "walks_away")) is not None:
            fields.words(_("Why they walk away"), (*at, "because"))
