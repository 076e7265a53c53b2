"""The scorecard of an attempt that was handed in."""

import streamlit as st

from pages._entrance import enter
from pages._opened import opened
from pages._parts import name_tab


def draw() -> None:
    """What is there once an attempt is handed in."""
    opened()
    name_tab("Handed in")
    st.title("Handed in", anchor=False)
    st.write("Your call and your wrap-up are kept as they are. The scorecard follows here.")
    st.page_link("pages/practise.py", label="To the scenarios")


enter(draw)
