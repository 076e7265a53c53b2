"""A page that could not be drawn: what to do, and the number under which it is in the log."""

import logging

import streamlit as st

from pages._floor import folder, now
from pages._parts import plain, sentence
from pages._texts import _
from training.errors import TrainingError
from training.log import keep_fault


def draw_broken_page(error: Exception, page: str) -> None:
    """Say what failed where that is known, else that it is no fault of the reader's."""
    number = keep_fault(folder(), error, page, now())
    told = _("This page could not be drawn to its end. That is a fault of the program, not yours.")
    if isinstance(error, TrainingError):
        told = plain(f"{sentence(error.wrong)} {sentence(error.allowed)}")
    st.error(
        _(
            "{told} What you sent or saved before is kept. Reload the page; if it comes again, "
            "tell whoever runs Right Party this number: **{number}**."
        ).format(told=told, number=number)
    )


class _Told(logging.Filter):
    """What Streamlit would log of itself, traceback and message, is told and kept as ours is.

    A callback runs before a page is drawn, and a fragment or a dialog after it: what fails there
    passes by the page that could catch it, and its message may quote what somebody said.
    """

    def filter(self, record: logging.LogRecord) -> bool:
        error = record.exc_info[1] if record.exc_info else None
        if not isinstance(error, Exception):
            return True
        draw_broken_page(error, "after a click")
        return False


def watch_over_clicks() -> None:
    """For app.py: from now on what fails outside the drawing of a page is told with its number."""
    log = logging.getLogger("streamlit.error_util")
    if not any(isinstance(one, _Told) for one in log.filters):
        log.addFilter(_Told())
