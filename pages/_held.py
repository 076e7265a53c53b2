"""Fields over a text: what one holds, and its key, which is new where another edit changed it.

A form over a text changes other fields than the one that was left. Whoever goes on to the next
field at once sends, with it, what those others held before, as if it had been typed there; taken
for that, it would undo the change that was just made. A field with another value is therefore
another field, and what still comes for the one before it is known by its key. So what comes for
a field that stands there was typed by somebody, also where it is what stood there before.
"""

from typing import Any

import streamlit as st

REVISIONS = "field_revisions"
_PAST = "past_fields"
_MARK = "~"
_KEPT = 10
"""So many fields behind is no browser that still answers."""


def held(key: str, value: Any) -> str:
    """The key of a field that holds this value, over what may be typed in the one before it."""
    revisions: dict[str, int] = st.session_state.setdefault(REVISIONS, {})
    there = revised(key, revisions)
    if there in st.session_state and st.session_state[there] != value:
        past = _past().setdefault(key, {})
        past[there] = st.session_state[there]
        for old in list(past)[:-_KEPT]:
            del past[old]
        revisions[key] = revisions.get(key, 0) + 1
        there = revised(key, revisions)
    if there not in st.session_state:
        st.session_state[there] = value
    return there


def is_echo(key: str) -> bool:
    """For callbacks: whether it is what a field held that is another by now."""
    past = _past().get(_base(key), {})
    return key in past and past[key] == st.session_state[key]


def revised(key: str, revisions: dict[str, int]) -> str:
    """The key that a field has by now."""
    number = revisions.get(key, 0)
    return f"{key}{_MARK}{number}" if number else key


def _base(key: str) -> str:
    base, mark, number = key.rpartition(_MARK)
    return base if mark and number.isdigit() else key


def _past() -> dict[str, dict[str, Any]]:
    found: dict[str, dict[str, Any]] = st.session_state.setdefault(_PAST, {})
    return found
