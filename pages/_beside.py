"""Calls that are held beside a page: how far they are, and the way to stop them."""

from typing import Any

import streamlit as st

from commands.beside import Beside
from pages._texts import _

_SOON = 90


def draw_progress(held: Beside[Any]) -> None:
    """Figures of what runs; the caller draws them again."""
    done, total = len(held.calls), held.total
    left = held.seconds_left
    told = _("{done} of {total} calls").format(done=done, total=total)
    if left is not None:
        told += _(", about {time} left").format(time=_time(left))
    st.progress(done / total, text=told)
    st.button(_("Stop"), on_click=held.stop)
    st.caption(_("You may leave this page; it goes on, and its result is kept."))


def _time(seconds: float) -> str:
    if seconds >= _SOON:
        return _("{n} minutes").format(n=f"{seconds / 60:.0f}")
    return _("1 second") if seconds < 1.5 else _("{n} seconds").format(n=f"{seconds:.0f}")
