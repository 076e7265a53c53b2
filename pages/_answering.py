"""The answer to what was just said, where it is waited for: a model takes some seconds."""

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from pages._opened import do
from pages._parts import draw_trouble
from pages._talk import type_out
from pages._texts import _
from pages._trying import acting, store
from pages._voices import voice
from training.practice import resume


def answer(below: DeltaGenerator) -> None:
    """What was said is drawn; now it is answered, and the page drawn with it."""
    with below, st.spinner(_("They are thinking …")):
        answered = do(lambda drawn: resume(store(), acting(), drawn.id, voice()))
    if answered:
        type_out(st.session_state["attempt"])
        st.rerun()
    draw_trouble()
