"""The account note: kept as soon as the field is left, from the desk and from the wrap-up alike."""

import streamlit as st

from pages._floor import now, store
from pages._opened import do, moment
from pages._who import acting
from training.models import Attempt
from training.wrap_up import LONGEST_NOTE, note

_NOTE = "note"
_SAVED = "note_saved"


def draw_notes(attempt: Attempt) -> None:
    """The note as it is kept, to be written on."""
    if _NOTE not in st.session_state:
        st.session_state[_NOTE] = attempt.state.wrap_up.notes
    st.text_area(
        "Your note",
        key=_NOTE,
        max_chars=LONGEST_NOTE,
        height=200,
        placeholder="What was said, agreed and promised, so that the next person understands it.",
        on_change=_keep,
    )
    st.caption(_state(attempt))


def _keep() -> None:
    if do(lambda drawn: note(store(), acting(), drawn, st.session_state[_NOTE], now())):
        st.session_state[_SAVED] = moment()


def _state(attempt: Attempt) -> str:
    if not attempt.state.wrap_up.notes:
        return "Kept when you leave the field."
    saved = st.session_state.get(_SAVED)
    return f"Saved at {saved}" if saved else "Saved"
