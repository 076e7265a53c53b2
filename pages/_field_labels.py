"""What a form calls the places of its file: one table, filled by its fields as they are drawn."""

from collections.abc import Sequence

import streamlit as st

from datafiles import Told, place_told

_LABELS = "field_labels"
_BETWEEN = ", "


def call_place(file: str, place: Sequence[str | int], label: str) -> None:
    """A field of the form of a file shows this place under this label."""
    _table(file)[place_told(place)] = label


def label_of(file: str, fault: Told) -> str:
    """The label of the field that a fault is in; none where no field of it was drawn yet."""
    labels, parts = _table(file), fault.place.split(_BETWEEN)
    inside = (_BETWEEN.join(parts[:n]) for n in range(len(parts), 0, -1))
    return next((labels[one] for one in inside if one in labels), "")


def _table(file: str) -> dict[str, str]:
    every: dict[str, dict[str, str]] = st.session_state.setdefault(_LABELS, {})
    return every.setdefault(file, {})
