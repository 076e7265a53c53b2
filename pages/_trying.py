"""Whose attempt is drawn, and where it is kept: people's work, or a trial that is kept nowhere.

What draws an attempt asks here for its store and its person, so that a call on the bench goes
through the same fields and buttons as everybody's. Who is signed in is asked of `_who` alone.
"""

import streamlit as st

from pages import _floor, _who
from training.models import Person
from training.store import Store

_TRIAL = "trial_drawn"


def store() -> Store:
    """Where the attempt is that is drawn now."""
    tried = _trial()
    return _floor.store() if tried is None else tried[1]


def acting() -> Person:
    """Whose attempt is drawn now."""
    tried = _trial()
    return _who.acting() if tried is None else tried[0]


def is_trial() -> bool:
    """Whether what is drawn is kept nowhere."""
    return _trial() is not None


def try_as(person: Person, where: Store) -> None:
    """From here on a trial is drawn: played by that person, and kept in that room."""
    st.session_state[_TRIAL] = (person, where)


def leave_trial() -> None:
    """Before a page is drawn: what comes is people's work, unless the page says otherwise.

    Between two pages it stays as it was drawn, as that is what a click is about.
    """
    st.session_state.pop(_TRIAL, None)


def _trial() -> tuple[Person, Store] | None:
    tried: tuple[Person, Store] | None = st.session_state.get(_TRIAL)
    return tried
