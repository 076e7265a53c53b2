"""The annotated transcript on a page, and the turn that an address asks for."""

import streamlit as st

from debriefs.transcript import Annotated, transcript_html

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


def go_to_turn() -> None:
    """Once the transcript is drawn: show the turn that the address asks for, if it asks for one."""
    wanted = st.query_params.get("turn", "")
    if wanted.isdecimal():
        st.html(_SHOW.replace("TURN", f"turn-{int(wanted)}"), unsafe_allow_javascript=True)
