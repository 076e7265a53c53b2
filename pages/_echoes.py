"""Values that a page puts into its fields, and what a browser sends back before it has them.

A form over a text changes other fields than the one that was left. Whoever goes on to the next
field at once sends, with it, what those others held before, as if it had been typed there; taken
for that, it would undo the change that was just made.
"""

from time import monotonic
from typing import Any

import streamlit as st

_REPLACED = "replaced_values"
_ON_ITS_WAY_SECONDS = 15.0
"""A busy server answers within this, and hardly anybody types the old words anew in less."""
_KEPT = 30


def put(key: str, value: Any) -> None:
    """Into a field, where it holds something else; it goes over what may be typed there."""
    if key not in st.session_state:
        st.session_state[key] = value
    elif st.session_state[key] != value:
        before = _replaced().setdefault(key, [])
        before.append((st.session_state[key], monotonic()))
        del before[:-_KEPT]
        st.session_state[key] = value


def is_echo(key: str) -> bool:
    """For callbacks: whether the value is one that was put aside a moment ago."""
    given = st.session_state[key]
    return any(
        value == given and monotonic() - at < _ON_ITS_WAY_SECONDS
        for value, at in _replaced().get(key, ())
    )


def _replaced() -> dict[str, list[tuple[Any, float]]]:
    found: dict[str, list[tuple[Any, float]]] = st.session_state.setdefault(_REPLACED, {})
    return found
