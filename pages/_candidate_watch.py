"""What the page hears of the browser: that it is there, and that something was pasted."""

from datetime import timedelta
from pathlib import Path

import streamlit as st

from pages._candidate_head import LOST, Candidate
from pages._floor import now
from pages._texts import _
from pages._who import token
from training.assessments.context import pasted, still_here
from training.assessments.places import WITH_CLOCK, Clock, place
from training.errors import TrainingError

_KEY = "watch"
_EVERY_SECONDS = 20
_DRAWN_AT = "clock_drawn_at"

_HEARS = Path(__file__).with_suffix(".js").read_text("utf-8")


def was_lost(lost: timedelta) -> None:
    """Say that a connection was lost, and that it costs nothing."""
    lost = st.session_state.pop(LOST, None) or lost
    if lost:
        minutes = max(1, round(lost.total_seconds() / 60))
        st.info(
            _(
                "Your connection was lost for about {minutes} min. That time does not count, and "
                "everything you sent is here."
            ).format(minutes=minutes)
        )


def draw_watch(candidate: Candidate) -> None:
    """Hear of the browser from now on, as long as there is something to hear of."""
    st.session_state[_DRAWN_AT] = _told_by(candidate.there.clock)
    if candidate.there.stage in WITH_CLOCK:
        _heartbeat(candidate)


@st.fragment(run_every=_EVERY_SECONDS)
def _heartbeat(candidate: Candidate) -> None:
    """Every few seconds, without drawing anything; a stage whose minutes end is drawn anew."""
    hears(candidate)
    try:
        lost = still_here(*candidate.way, token(), now())
        there = place(*candidate.way, now())
    except TrainingError:
        st.rerun()
    drawn, told = candidate.there, _told_by(there.clock)
    moved = (there.stage, there.paused) != (drawn.stage, drawn.paused)
    if lost or moved or told != st.session_state[_DRAWN_AT]:
        st.rerun()


def hears(candidate: Candidate, *, asks: bool = False) -> dict[str, object]:
    """Listen for what is pasted; with `asks` also what the browser says of itself."""
    listen = st.components.v2.component("candidate_watch", js=_HEARS)
    heard = listen(
        key=_KEY,
        data={"asks": asks},
        height="content",
        on_pasted_change=lambda: _pasted(candidate),
        on_device_change=lambda: None,
    )
    return dict(heard.get("device") or {})


def _pasted(candidate: Candidate) -> None:
    heard = st.session_state[_KEY].get("pasted") or {}
    try:
        characters = int(heard.get("characters", 0))
        pasted(*candidate.way, characters, str(heard.get("where", "")), now())
    except TrainingError:
        return  # it is context: nothing is lost, and nobody is stopped for it


def _told_by(clock: Clock | None) -> tuple[bool, bool]:
    """What the page says of a clock besides its figures: that it ends soon, that it has ended."""
    return (False, False) if clock is None else (clock.ends_soon, clock.over)
