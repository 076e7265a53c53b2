"""What others submitted, for pages that count over all of it: they say so while they go through."""

import streamlit as st

from pages._floor import store
from pages._texts import _
from pages._who import acting
from training.submitted import Submitted, submitted


def submitted_calls() -> tuple[Submitted, ...]:
    """All of it, the oldest first; after a start each call is marked once, and that takes time."""
    with st.spinner(_("Going through what was submitted …"), show_time=True):
        return submitted(store(), acting())
