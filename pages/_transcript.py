"""The annotated transcript on a page, and the turn that an address asks for."""

import streamlit as st

from debriefs.transcript import Annotated, transcript_html


def draw_transcript(call: Annotated) -> None:
    """What concerns the whole call, then turn by turn."""
    st.html(transcript_html(call))


def go_to_turn() -> None:
    """Once the transcript is drawn: show the turn that the address asks for, if it asks for one."""
    wanted = st.query_params.get("turn", "")
    if wanted.isdecimal():
        script = f"<script>location.replace('#turn-{int(wanted)}')</script>"
        st.html(script, unsafe_allow_javascript=True)
