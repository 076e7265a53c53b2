"""The annotated transcript on a page, and the turn that an address asks for."""

from html import escape

import streamlit as st

from debriefs.transcript import Annotated, transcript_html
from pages._texts import _
from simulator.scenario import Scenario
from training.models import Attempt

_SHOW = """<script>
location.replace("#TURN")
let keep = setInterval(() => document.getElementById("TURN")?.scrollIntoView(), 200)
const leave = () => clearInterval(keep)
setTimeout(leave, 3000)
for (const act of ["wheel", "touchstart", "pointerdown", "keydown"])
  addEventListener(act, leave, {once: true})
</script>"""
"""Goes there, and holds on while plots above still grow, until somebody moves the page."""


def draw_transcript(call: Annotated) -> None:
    """What concerns the whole call, then turn by turn."""
    st.html(transcript_html(call))


def draw_beside(call: Annotated) -> None:
    """The same beside something long: it scrolls by itself, and by the keyboard."""
    label = escape(_("The call, turn by turn"))
    region = f'<div class="own-scroll" tabindex="0" role="region" aria-label="{label}">'
    st.html(f"{region}{transcript_html(call)}</div>")


def accounts(attempt: Attempt, scenario: Scenario) -> dict[int, str]:
    """Where there are several: with whom each conversation was, at its first turn."""
    if scenario.dial is None:
        return {}
    calls = attempt.state.calls
    starts = (sum(len(one.turns) for one in calls[:n]) for n in range(len(calls)))
    return {
        start: f"{scenario.for_account(one.account).consumer_name}, {one.account}"
        for start, one in zip(starts, calls, strict=True)
    }


def go_to_turn() -> None:
    """Once the transcript is drawn: show the turn that the address asks for, if it asks for one."""
    wanted = st.query_params.get("turn", "")
    if wanted.isdecimal():
        st.html(_SHOW.replace("TURN", f"turn-{int(wanted)}"), unsafe_allow_javascript=True)
