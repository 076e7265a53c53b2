"""One more of a list in a form, or without its last."""

from typing import Any

import streamlit as st

from datafiles import changed, read_text, removed
from pages._bench_table import listed
from pages._fields import Fields, Place, change
from pages._texts import _


def how_many(fields: Fields, at: Place) -> int:
    """How many a list has."""
    return len(listed(fields.at(at)))


def draw_more(
    fields: Fields, at: Place, label: str, new: dict[str, Any], *, least: int = 0
) -> None:
    """What adds one, and what takes out the last where more than `least` are there."""
    key = f"{fields.name}_{'_'.join(map(str, at))}"
    with st.container(horizontal=True):
        st.button(label, key=f"bench_more_{key}", on_click=_add, args=(fields.name, at, new))
        if how_many(fields, at) > least:
            st.button(
                _("Take out the last"),
                key=f"bench_less_{key}",
                on_click=_take_out,
                args=(fields.name, at),
            )


def free_id(fields: Fields, at: Place, stem: str) -> str:
    """A name that none of a list has."""
    taken = {str(one.get("id")) for one in listed(fields.at(at)) if isinstance(one, dict)}
    numbered = (f"{stem}_{n}" for n in range(2, len(taken) + 3))
    return next(one for one in (stem, *numbered) if one not in taken)


def _add(name: str, at: Place, new: dict[str, Any]) -> None:
    change(name, lambda one: changed(one.text, (*at, _length(one.text, at)), new))


def _take_out(name: str, at: Place) -> None:
    change(name, lambda one: removed(one.text, (*at, _length(one.text, at) - 1)))


def _length(text: str, at: Place) -> int:
    return how_many(Fields("", read_text(text, "")), at)
