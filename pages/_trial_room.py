"""Rooms in which attempts are played that are kept nowhere: they go with the window."""

import streamlit as st

from training.store import Store
from training.trials import Room


def room(of: str) -> Store:
    """The store of this window's attempts of one sort, such as trials on the bench."""
    key = _key(of)
    if key not in st.session_state:
        st.session_state[key] = Room()
    kept: Room = st.session_state[key]
    return kept.store


def leave_room(of: str) -> None:
    """Whoever comes in next begins anew."""
    st.session_state.pop(_key(of), None)


def _key(of: str) -> str:
    return f"{of}_room"
