"""The keys that work here, told where somebody looks for them: at the foot of every page."""

import streamlit as st

from pages._parts import facts

KEYS = (
    ("Tab", "to the next thing that can be used; with Shift, to the one before"),
    ("Enter", "follows a link, presses a button, opens what is folded away"),
    ("Enter, on a call", "says what you typed; with Shift, begins a new line"),
    ("Ctrl + Enter", "in longer texts: keeps or sends them (Cmd + Enter on a Mac)"),
    ("Space", "presses a button, sets or clears a box"),
    ("Arrow keys", "go through tabs, lists and choices"),
    ("Letters", "in an open list: leave the choices that have them"),
    ("Esc", "closes a list, a question or this, and changes nothing"),
    ("1, 2, 3 …", "in a drill: chooses that answer"),
    ("G", "in a drill: goes on to the next question"),
    ("R", "draws the page anew"),
)
"""What each does; letters and figures do so only while nobody types."""


def draw_keys() -> None:
    """A list behind a button, for those who want it."""
    with st.popover("Keys", type="tertiary"):
        st.markdown("**Keys that work here**")
        facts(KEYS)
        st.caption("Nothing here needs a mouse, and the keys of a screen reader are left alone.")
