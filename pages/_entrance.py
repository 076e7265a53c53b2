"""Pages are entered through app.py, which knows who is acting; there is no side door."""

import runpy
from collections.abc import Callable
from contextvars import ContextVar
from pathlib import Path

import streamlit as st

_APP = Path(__file__).parent.parent / "app.py"
_through_app = ContextVar("_through_app", default=False)


def show(page: st.Page) -> None:
    """For app.py: run this page."""
    came = _through_app.set(True)
    try:
        page.run()
    finally:
        _through_app.reset(came)


def enter(draw: Callable[[], None]) -> None:
    """The last line of a page: draw it, by way of app.py.

    Until app.py has run once after a start, Streamlit takes this folder for its older kind of pages
    and runs the file that an address names by itself.
    """
    if _through_app.get():
        draw()
    else:
        runpy.run_path(str(_APP))
