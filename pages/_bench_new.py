"""A new scenario: from a copy, as a variation of another one, or from the sheet with every part."""

from enum import StrEnum

import streamlit as st

from pages._bench import LONGEST_TITLE, own_names
from pages._floor import now
from pages._limited import draw_line
from pages._parts import draw_trouble, keep_trouble
from pages._shipped import bench, shelf
from pages._texts import _
from pages._who import acting
from training.bench import begin_file
from training.errors import TrainingError
from training.starting import copy_of, name_from, sheet_of, variation_of

_GO = "bench_go"
_AT = "bench_new"


class _Start(StrEnum):
    COPY = _("A copy of another one")
    VARIATION = _("A variation: only what differs is written down")
    SHEET = _("The sheet with every part explained")


def draw_new() -> None:
    """How it begins, and what it is called; then its file is there."""
    with st.popover(_("Start a new one"), type="primary", key="start_new"):
        how = _Start(st.radio(_("Begin from"), [one.value for one in _Start], key="new_how"))
        if how is not _Start.SHEET:
            st.selectbox(_("Which one"), _to_begin_from(how), format_func=_title, key="new_from")
        fits = draw_line(_("What trainees see as its title"), LONGEST_TITLE, "new_title")
        draw_trouble(_AT)
        st.button(_("Begin"), on_click=_begin, disabled=not fits)
        st.caption(_("It is a draft that nobody else can practise until bots have proven it."))


def follow_new() -> None:
    """Go on to the file that was just begun."""
    name = st.session_state.pop(_GO, None)
    if name is not None:
        st.query_params.from_dict({"scenario": name})


def begin_from(name: str, *, variation: bool) -> None:
    """For callbacks: the same from the page of a scenario, under its title and a number."""
    st.session_state["new_how"] = (_Start.VARIATION if variation else _Start.COPY).value
    st.session_state["new_from"] = name
    st.session_state["new_title"] = _free_title(_("{title} (ours)").format(title=_title(name)))
    _begin()


def _free_title(title: str) -> str:
    """The title, or with a number where its file is there already."""
    numbered = (title, *(f"{title} {n}" for n in range(2, 100)))
    free = (one for one in numbered if not bench().path(name_from(one)).exists())
    return next(free, title)


def may_be_varied(name: str) -> bool:
    """Whether a file is whole in itself: a chain of variations has one link."""
    one = shelf().scenarios.get(name)
    return one is None or one.extends is None


def _to_begin_from(how: _Start) -> list[str]:
    names = [*own_names(), *shelf().scenarios]
    return [one for one in names if how is _Start.COPY or may_be_varied(one)]


def _title(name: str) -> str:
    one = shelf().scenarios.get(name)
    return name if one is None else one.title


def _begin() -> None:
    how, title = _Start(st.session_state["new_how"]), st.session_state["new_title"].strip()
    name = name_from(title)
    if not title:
        wrong = TrainingError("title", _("the title is missing"), _("give it one of a few words"))
        keep_trouble(wrong, _AT)
        return
    try:
        start = "" if how is _Start.SHEET else st.session_state["new_from"]
        text = _text(how, start, name, title)
        reason = _("Began from {start}").format(start=start) if start else _("Began from the sheet")
        begin_file(bench(), acting(), name, text, reason, now())
    except TrainingError as error:
        keep_trouble(error, _AT)
    else:
        go_on_to(name)


def _text(how: _Start, start: str, name: str, title: str) -> str:
    if how is _Start.SHEET:
        return sheet_of(name, title)
    if how is _Start.VARIATION:
        return variation_of(start, name, title)
    return copy_of(bench(), start, name, title)


def go_on_to(name: str) -> None:
    """For callbacks: the file that was just begun is shown next."""
    st.session_state[_GO] = name
