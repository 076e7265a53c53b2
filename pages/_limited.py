"""Fields for words of a bearable length: whatever is pasted stays in them, and is told as too long.

A browser's own limit drops what is pasted over it without a word. Where a field stands in a form,
the page knows of its words when the button is pressed: then nothing is kept, and all stays there.
"""

from typing import Literal

import streamlit as st

from pages._texts import _, plural
from training.judging import too_many

Width = int | Literal["stretch"]


def draw_area(
    label: str,
    longest: int,
    key: str,
    value: str = "",
    *,
    height: int | Literal["content"] = 100,
    disabled: bool = False,
) -> bool:
    """A field of some lines; whether what is in it fits, so that a button can wait for it."""
    with st.container(gap="xsmall"):
        st.text_area(label, value, height=height, key=key, disabled=disabled)
        return _told(key, longest)


def draw_line(
    label: str,
    longest: int,
    key: str,
    value: str = "",
    *,
    placeholder: str | None = None,
    disabled: bool = False,
    live: bool = False,
    width: Width = "stretch",
) -> bool:
    """The same in one line."""
    with st.container(gap="xsmall", width=width):
        st.text_input(label, value, key=key, placeholder=placeholder, disabled=disabled, live=live)
        return _told(key, longest)


def fits(key: str, longest: int) -> bool:
    """For callbacks: whether what is in a field is of a bearable length."""
    return not too_many(st.session_state.get(key) or "", longest)


def _told(key: str, longest: int) -> bool:
    """How many characters are too many, if any."""
    over = too_many(st.session_state.get(key) or "", longest)
    if over:
        head = plural("◆ One character too many.", "◆ {n} characters too many.", over)
        rest = _("At most {most} are possible; all of it is still here.").format(most=longest)
        st.html(f'<p role="status">{head} {rest}</p>')
    return not over
