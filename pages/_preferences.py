"""What somebody switched off on the pages: asked once a window, remembered for every device."""

from functools import partial

import streamlit as st

from pages._floor import store
from pages._texts import _
from pages._who import acting
from training.preferences import Switch, set_switch, switched_off

_OFF = "switched_off"
_SAY = {
    Switch.CLOCKS: _("Clocks: how long a call has gone on, and how long its wrap-up takes"),
    Switch.SINGLE_KEYS: _(
        "Single keys: in drills a number chooses and G goes on; in a review A, J, S, N, B"
    ),
}


def is_on(switch: Switch) -> bool:
    """Whether whoever acts wants it: everything, until they switch it off."""
    return switch not in _off()


def draw_switches() -> None:
    """All of them, on the page of one's account."""
    for switch in Switch:
        draw_one(switch)


def draw_one(switch: Switch) -> None:
    """One of them, beside what it switches."""
    key = f"switch_{switch}"
    st.session_state.setdefault(key, is_on(switch))
    st.toggle(_SAY[switch], key=key, on_change=partial(_turn, switch, key))


def _turn(switch: Switch, key: str) -> None:
    on: bool = st.session_state[key]
    set_switch(store(), acting(), switch, on)
    st.session_state[_OFF] = (acting().id, _off() - {switch} if on else _off() | {switch})


def _off() -> frozenset[Switch]:
    person = acting()
    kept: tuple[str, frozenset[Switch]] | None = st.session_state.get(_OFF)
    if kept is None or kept[0] != person.id:
        kept = (person.id, switched_off(store(), person))
        st.session_state[_OFF] = kept
    return kept[1]
