"""The ways between the pages on a narrow screen, where Streamlit puts its own behind a sign."""

from collections.abc import Iterable

import streamlit as st


def draw_ways(pages: Iterable[st.Page]) -> None:
    """One row of links in the head; look.css shows it where there is no other."""
    with st.container(key="ways", horizontal=True, gap=None):
        for page in pages:
            st.page_link(page)
