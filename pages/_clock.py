"""A clock that counts by itself: nothing is drawn again for it, and nobody is hurried."""

from datetime import datetime, timedelta
from html import escape

import streamlit as st

from pages._floor import now
from pages._preferences import is_on
from training.preferences import Switch


def draw_clock(told: str, since: datetime, until: datetime | None = None, before: str = "") -> None:
    """Minutes and seconds from a moment on, for those who want clocks.

    `told` says since when, for whoever asks or listens; `before` stands beside it where the page
    does not say by itself what is counted.
    """
    if not is_on(Switch.CLOCKS):
        return
    passed = max(timedelta(), (until or now()) - since)
    kind = "clock stopped" if until else "clock"
    label = escape(told, quote=True)
    named = f"<small>{escape(before)}</small> " if before else ""
    st.html(
        f'{named}<span class="{kind}" role="timer" title="{label}" aria-label="{label}" '
        f'style="--passed: -{passed.total_seconds():.0f}s"></span>',
        width="content",
    )
