"""The inks of charts, by what they mean, in the theme that the reader has."""

from typing import NamedTuple

import streamlit as st

_SETTINGS = {
    "accent": "blueColor",
    "other": "orangeColor",
    "alarm": "redColor",
    "quiet": "grayColor",
    "text": "textColor",
    "paper": "backgroundColor",
    "zone": "blueBackgroundColor",
}
"""Where each is set in `.streamlit/config.toml`."""


class Inks(NamedTuple):
    """One colour for each meaning."""

    accent: str
    other: str
    alarm: str
    quiet: str
    text: str
    paper: str
    zone: str


def inks() -> Inks:
    """The inks of the theme at hand: Streamlit gives its own colours to pages, not to charts."""
    theme = "dark" if st.context.theme.type == "dark" else "light"
    return Inks(**{ink: st.get_option(f"theme.{theme}.{of}") for ink, of in _SETTINGS.items()})
