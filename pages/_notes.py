"""The account note: kept at each pause in typing, from the desk and from the wrap-up alike."""

import streamlit as st

from pages._as_typed import take_as_typed
from pages._floor import now
from pages._opened import do, moment
from pages._parts import draw_trouble
from pages._texts import _
from pages._trying import acting, store
from training.models import Attempt
from training.wrap_up import note

_NOTE = "note"
_SAVED = "note_saved"
_DRAWN = "note_drawn"


def draw_notes(attempt: Attempt) -> None:
    """The note as it is kept, to be written on."""
    kept = attempt.state.wrap_up.notes
    first = st.session_state.get(_DRAWN) != attempt.id
    written = st.text_area(
        _("Your note"),
        value=kept,
        key=_NOTE,
        height=200,
        placeholder=_(
            "What was said, agreed and promised, so that the next person understands it."
        ),
        on_change=_keep,
    )
    if first and written != kept:
        # Written before the server started again: the browser still has it, the store not yet.
        _keep()
    st.session_state[_DRAWN] = attempt.id
    take_as_typed()
    draw_trouble(_NOTE)
    st.caption(_state(attempt))


def _keep() -> None:
    if do(lambda drawn: note(store(), acting(), drawn, st.session_state[_NOTE], now()), _NOTE):
        st.session_state[_SAVED] = moment()


def _state(attempt: Attempt) -> str:
    if not attempt.state.wrap_up.notes:
        return _("Kept while you type.")
    saved = st.session_state.get(_SAVED)
    return _("Saved at {saved}").format(saved=saved) if saved else _("Saved")
