"""Situations with messages or decisions before a call: pages have no room for them yet."""

import streamlit as st

from simulator.scenario import Scenario


def draw_where_it_is_played(scenario: Scenario) -> None:
    """Says that it is played in the terminal so far, and how."""
    st.info(
        "So far this one is played in the terminal, where you decide whom to dial and write texts "
        f"and e-mails: `python cli.py play {scenario.id}`. Its pages come later."
    )
