"""The steps of a call beside the line, ticked as they are heard; they fade, and can be put away."""

from html import escape

import streamlit as st

from pages._texts import _
from pages._trying import acting, store
from scoring.flow import FlowStep
from simulator.scenario import Scenario
from training.models import Attempt
from training.wheels import Flow, Wheels, flow_of, wheels_for

_KEPT, _AWAY, _KEY = "wheels", "wheels_away", "wheels_shown"
_STEPS = {
    FlowStep.GREETING: (_("Greeting"), _("say hello and who you are")),
    FlowStep.RIGHT_PARTY: (_("Right party"), _("ask for something only they know")),
    FlowStep.NOTICES: (_("Notices"), _("say what the house must say")),
    FlowStep.REASON: (_("Reason"), _("ask openly what is going on")),
    FlowStep.LISTENING: (_("Listen"), _("take up what they told you")),
    FlowStep.AGREEMENT: (_("Agree"), _("settle what comes next, and read it back")),
    FlowStep.CLOSE: (_("Close"), _("thank them and say goodbye")),
}


def draw_wheels(attempt: Attempt, scenario: Scenario) -> None:
    """The steps, where this person has them and did not put them away."""
    wheels = _wheels(attempt, scenario)
    if wheels is not Wheels.OFF and not st.session_state.get(_AWAY, False):
        call = attempt.state.call
        goes_on = call is not None and not call.over
        st.html(_list(flow_of(attempt, scenario), wheels, goes_on=goes_on))


def draw_wheels_switch(attempt: Attempt, scenario: Scenario) -> None:
    """On and off, for whoever has them; what is chosen stays for the next call."""
    call = attempt.state.call
    if call is None or call.over or _wheels(attempt, scenario) is Wheels.OFF:
        return
    st.session_state.setdefault(_KEY, not st.session_state.get(_AWAY, False))
    st.toggle(_("Show the steps of a call"), key=_KEY, on_change=_choose)


def _choose() -> None:
    st.session_state[_AWAY] = not st.session_state[_KEY]


def _wheels(attempt: Attempt, scenario: Scenario) -> Wheels:
    """Counted once a call, as no call becomes clean while another goes on."""
    attempt_id, wheels = st.session_state.get(_KEPT, ("", Wheels.OFF))
    if attempt_id != attempt.id:
        wheels = wheels_for(store(), acting(), attempt, scenario)
        st.session_state[_KEPT] = (attempt.id, wheels)
    return Wheels(wheels)


def _list(flow: Flow, wheels: Wheels, *, goes_on: bool) -> str:
    """Sign and word for each step; what is open says nothing but its name."""
    inner = "".join(_item(step, taken=step in flow.taken) for step in flow.steps)
    following = flow.following
    told = ""
    if goes_on and wheels is Wheels.FULL and following is not None:
        following_told = escape(_STEPS[following][1])
        told = f'<p class="flow-next"><b>{_("Next")}</b> {following_told}.</p>'
    name = escape(_("The steps of a call"))
    return f'<ol class="flow" aria-label="{name}">{inner}</ol>{told}'


def _item(step: FlowStep, *, taken: bool) -> str:
    name = escape(_STEPS[step][0])
    if not taken:
        return f'<li><i aria-hidden="true">○</i> {name}</li>'
    told = f'{name}<span class="unseen">, {_("heard")}</span>'
    return f'<li class="done-right"><i aria-hidden="true">✓</i> {told}</li>'
