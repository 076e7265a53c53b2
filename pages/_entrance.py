"""Pages are entered through app.py, which knows who is acting; there is no side door."""

import runpy
from collections.abc import Callable
from contextvars import ContextVar
from importlib import import_module
from pathlib import Path

import streamlit as st

from pages._faults import draw_broken_page
from pages._texts import _
from pages._trying import enter_page
from pages._who import look_anew

_APP = Path(__file__).parent.parent / "app.py"
_LOADING = _("Loading the scenarios and the rules. This takes a few seconds after each start …")
_through_app = ContextVar("_through_app", default=False)


@st.cache_resource(show_spinner=_LOADING)
def load() -> None:
    """Import and load, once after a start, what pages need; the browser says so meanwhile.

    The imports alone take seconds: at the top of this file they would keep the screen empty.
    """
    import_module("pages._shipped").scenarios()


def show(page: st.Page) -> None:
    """For app.py: run this page."""
    load()
    enter_page(page.url_path)
    came = _through_app.set(True)
    try:
        page.run()
    except Exception as error:  # noqa: BLE001 - whatever it is: it is written down and told
        draw_broken_page(error, page.title)
    finally:
        _through_app.reset(came)
        look_anew()


def enter(draw: Callable[[], None]) -> None:
    """The last line of a page: draw it, by way of app.py.

    Until app.py has run once after a start, Streamlit takes this folder for its older kind of pages
    and runs the file that an address names by itself.
    """
    if _through_app.get():
        draw()
    else:
        runpy.run_path(str(_APP))
