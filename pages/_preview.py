"""A scenario seen as a trainee sees it: brief, call, wrap-up and debrief, kept nowhere."""

from html import escape

import streamlit as st

from pages._bench import looked, own_names, writing
from pages._floor import now
from pages._shipped import shelf
from pages._texts import _
from pages._trial_room import leave_room, room
from pages._trying import is_trial, leave_trial, try_as
from pages._who import acting
from simulator.scenario import Scenario
from training.errors import NoSuchAttempt
from training.models import Person
from training.rights import WRITES
from training.trials import previews_as

_ROOM = "preview"
_GO = "preview_go"
_MARK = "preview"


def draw_begin_preview(name: str) -> None:
    """For the bench: the whole way of a trainee, over what is in the field just now."""
    st.button(_("See it as a trainee"), on_click=_begin, args=(name,))
    if st.session_state.pop(_GO, None) == name:
        st.switch_page("pages/brief.py", query_params={"scenario": name, _MARK: "1"})


def draw_if_preview() -> None:
    """Before a page about an attempt is drawn: if it is a preview, say so, and the way back."""
    if not _is_preview():
        leave_trial()
        return
    try_as(_trainee(), room(_ROOM))
    told = escape(_("Preview: you see what a trainee sees. It is kept nowhere and counts nowhere."))
    with st.container(key="previewing", horizontal=True, vertical_alignment="center"):
        st.html(f'<p role="status"><b>{told}</b></p>')
        name = _name()
        if name:
            st.page_link(
                "pages/scenarios.py", label=_("Back to the bench"), query_params={"scenario": name}
            )


def on_preview(query: dict[str, str]) -> dict[str, str]:
    """The address of what follows: a preview stays one."""
    return {**query, _MARK: "1"} if is_trial() else query


def previewed(name: str) -> Scenario | None:
    """The scenario as it is in the field, or as it ships; None where there is none, or faults."""
    if name in own_names():
        return looked(name, writing(name).text).scenario
    return shelf().scenarios.get(name)


def _begin(name: str) -> None:
    """Each preview begins with a trainee who has never been on a call."""
    leave_room(_ROOM)
    st.session_state[_GO] = name


def _is_preview() -> bool:
    if acting().role not in WRITES:
        return False
    if "attempt" not in st.query_params:
        return _MARK in st.query_params
    try:
        room(_ROOM).attempt(_trainee(), st.query_params["attempt"])
    except NoSuchAttempt:
        return False
    return True


def _name() -> str:
    if "attempt" not in st.query_params:
        return st.query_params.get("scenario", "")
    return room(_ROOM).attempt(_trainee(), st.query_params["attempt"]).scenario_id


def _trainee() -> Person:
    return previews_as(room(_ROOM), acting(), now())
