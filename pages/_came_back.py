"""Who comes back to an attempt is told once where it stands: nothing of it is lost."""

from datetime import datetime
from html import escape

import streamlit as st

from calls.events import DialDecided, LookedUp, MessageSent, Said
from calls.turn import Speaker
from pages._floor import now
from pages._parts import clock, day
from pages._texts import _
from simulator.scenario import Scenario
from training.models import Attempt
from training.naming import named

_HERE = "been_here"
_BACK = "came_back_at"
_OWN = (Said, MessageSent, DialDecided)

# A line that is lost and found again leaves the page as it was: what waits there is shown then.
_LOST_LINE = """<script>
  if (!window.tellsOfALostLine) {
    window.tellsOfALostLine = true;
    let lost = false;
    const on = () => {
      const app = document.querySelector('[data-testid=stApp]');
      return navigator.onLine && app?.dataset.testConnectionState === 'CONNECTED';
    };
    const look = () => {
      if (on() && lost) {
        document.querySelectorAll('.came-back').forEach((told) => { told.hidden = false; });
      }
      lost = !on();
    };
    for (const change of ['online', 'offline']) addEventListener(change, look);
    new MutationObserver(look).observe(document.body, {
      subtree: true, attributeFilter: ['data-test-connection-state'],
    });
  }
</script>"""


def stays_here(attempt: Attempt) -> None:
    """For whoever begins an attempt, or goes on to its next page: they do not come back to it."""
    st.session_state.setdefault(_HERE, set()).add(attempt.id)


def draw_came_back(attempt: Attempt, scenario: Scenario) -> None:
    """One quiet line until they go on; nothing for whoever was here all the time."""
    here: set[str] = st.session_state.setdefault(_HERE, set())
    happened = _happened(attempt)
    if attempt.id not in here:
        st.session_state[_BACK] = (attempt.id, happened)
        here.add(attempt.id)
    if not any(isinstance(event, _OWN) for event in attempt.events):
        return
    hidden = "" if st.session_state.get(_BACK) == (attempt.id, happened) else " hidden"
    told = escape(where_it_stands(attempt, scenario))
    # With every step it is another line, so that one which a lost network brought out goes again.
    line = f'<p class="came-back" role="status" data-step="{happened}"{hidden}>{told}</p>'
    st.html(f"{line}{_LOST_LINE}", unsafe_allow_javascript=True)


def where_it_stands(attempt: Attempt, scenario: Scenario) -> str:
    """When they were here last, and after whose line."""
    when = _moment(attempt.events[-1].at)
    call = attempt.state.call
    if call is None or not call.lines:
        return _("You were here at {when}; nothing is lost.").format(when=when)
    line = call.lines[-1]
    if line.turn.speaker is Speaker.COLLECTOR:
        return _("You were here at {when}, after your own line; nothing is lost.").format(when=when)
    name = named(line, call, scenario.for_account(call.account))
    if name is None:
        return _("You were here at {when}, after their line; nothing is lost.").format(when=when)
    words = _("You were here at {when}, after the line of {name}; nothing is lost.")
    return words.format(when=when, name=name)


def _happened(attempt: Attempt) -> int:
    """What was done so far; to open a part of the desk is no step further."""
    return sum(not isinstance(event, LookedUp) for event in attempt.events)


def _moment(at: datetime) -> str:
    """The time on the reader's clock, with its day where that is another than today."""
    there = at.astimezone(now().tzinfo)
    if there.date() == now().date():
        return clock(there)
    return _("{time} on {day}").format(time=clock(there), day=day(there))
