"""Whose attempt is drawn, and where it is kept: people's work, or a trial that is kept nowhere.

What draws an attempt asks here for its store and its person, so that a call on the bench goes
through the same fields and buttons as everybody's. Who is signed in is asked of `_who` alone.
"""

import streamlit as st

from pages import _floor, _who
from training.models import Person
from training.store import Store

_TRIAL = "trial_drawn"
_PAGE = "page_drawn"

Home = tuple[Person, Store]
"""Whose an attempt is, and where it is kept."""


def store() -> Store:
    """Where the attempt is that is drawn now."""
    tried = trial()
    return _floor.store() if tried is None else tried[1]


def acting() -> Person:
    """Whose attempt is drawn now."""
    tried = trial()
    return _who.acting() if tried is None else tried[0]


def is_trial() -> bool:
    """Whether what is drawn is kept nowhere."""
    return trial() is not None


def trial() -> Home | None:
    """The trial that is drawn now, for a button that begins something: it is given to its click."""
    tried: Home | None = st.session_state.get(_TRIAL)
    return tried


def home(tried: Home | None) -> Home:
    """For callbacks: whose it is and where it is kept, as it was when the button was drawn.

    Who is signed in is asked anew, as they may have gone since.
    """
    return (_who.acting(), _floor.store()) if tried is None else tried


def try_as(person: Person, where: Store) -> None:
    """From here on a trial is drawn: played by that person, and kept in that room."""
    st.session_state[_TRIAL] = (person, where)


def leave_trial() -> None:
    """From here on it is people's work that is drawn."""
    st.session_state.pop(_TRIAL, None)


def enter_page(name: str) -> None:
    """Before a page is drawn: what comes is people's work, unless the page says otherwise.

    The same page anew stays what it was until it says so: it may be cut short before that, and the
    next click is about what still stands there.
    """
    if st.session_state.get(_PAGE) != name:
        leave_trial()
    st.session_state[_PAGE] = name
