"""The keys that work here, told where somebody looks for them: at the foot of every page."""

import streamlit as st

from pages._parts import facts
from pages._texts import _

KEYS = (
    (_("Tab"), _("to the next thing that can be used; with Shift, to the one before")),
    (_("Enter"), _("follows a link, presses a button, opens what is folded away")),
    (_("Enter, on a call"), _("says what you typed; with Shift, begins a new line")),
    (_("Ctrl + Enter"), _("in longer texts: keeps or sends them (Cmd + Enter on a Mac)")),
    (_("Space"), _("presses a button, sets or clears a box")),
    (_("Arrow keys"), _("go through tabs, lists and choices")),
    (_("Letters"), _("in an open list: leave the choices that have them")),
    (_("Esc"), _("closes a list, a question or this, and changes nothing")),
    ("1, 2, 3 …", _("in a drill: chooses that answer; can be switched off there")),
    ("G", _("in a drill: goes on to the next question; can be switched off there")),
    (
        "A, J, S, N, B",
        _("in a review: accepts, adjusts, sets aside, the next mark, the one before"),
    ),
    ("R", _("draws the page anew")),
)
"""What each does; letters and figures do so only while nobody types."""


def draw_keys() -> None:
    """A list behind a button, for those who want it."""
    with st.popover(_("Keys"), type="tertiary"):
        st.markdown(_("**Keys that work here**"))
        facts(KEYS)
        st.caption(_("Nothing here needs a mouse, and the keys of a screen reader are left alone."))
