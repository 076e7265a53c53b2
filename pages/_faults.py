"""A page that could not be drawn: what to do, and the number under which it is in the log."""

import streamlit as st

from pages._floor import folder, now
from pages._parts import plain, sentence
from training.errors import TrainingError
from training.log import keep_fault


def draw_fault(error: Exception, page: str) -> None:
    """Say what failed where that is known, else that it is no fault of the reader's."""
    number = keep_fault(folder(), error, page, now())
    told = "This page could not be drawn to its end. That is a fault of the program, not yours."
    if isinstance(error, TrainingError):
        told = plain(f"{sentence(error.wrong)} {sentence(error.allowed)}")
    st.error(
        f"{told} What you sent or saved before is kept. Reload the page; if it comes again, tell "
        f"whoever runs Right Party this number: **{number}**."
    )
