"""Two things side by side, of which a narrow screen shows one at a time."""

from collections.abc import Mapping

import streamlit as st

from pages._texts import _


def draw_switch(sides: Mapping[str, str], key: str) -> None:
    """A switch between containers, each side's words with its key; hidden where both have room."""
    names = list(sides)
    with st.container(key="sides"):
        shown = st.segmented_control(
            _("Show"),
            names,
            default=names[0],
            key=key,
            required=True,
            width="stretch",
            label_visibility="collapsed",
        )
    away = ", ".join(f".st-key-{of}" for name, of in sides.items() if name != shown)
    st.html(f"<style>@media (max-width: 640px) {{ {away} {{ display: none }} }}</style>")
