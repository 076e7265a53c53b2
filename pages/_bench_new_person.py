"""Somebody new of the house's own: from the sheet, or as somebody else is."""

from collections.abc import Callable
from functools import partial

import streamlit as st

from datafiles import changed
from pages._bench import around
from pages._bench_table import listed
from pages._fields import Fields, change
from pages._floor import now
from pages._limited import draw_line
from pages._parts import draw_trouble, keep_trouble
from pages._shipped import bench
from pages._texts import _
from pages._who import acting
from pages._within import go_within
from training.bench import PERSON, begin_file
from training.errors import TrainingError
from training.people import LONGEST_NAME
from training.starting import name_from, person_like, renamed

_AT = "bench_new_person"
_CALLED, _LIKE = "new_person_called", "new_person_like"
_OPEN = "new_person"

Then = Callable[[str, str], None]
"""What comes after somebody new is there, by the name of the file and their own."""


def draw_new_person() -> None:
    """On the page of the people: whoever is begun is shown next."""
    _draw(_go_on_to)


def draw_new_person_here(fields: Fields) -> None:
    """In the form of a scenario: whoever is begun owes here, and picks up where who owed did."""

    def put_in(name: str, called: str) -> None:
        change(fields.name, lambda one: _with_person(one.text, fields, name, called))

    _draw(put_in, here=True)


def _draw(then: Then, *, here: bool = False) -> None:
    known = around().personas
    with st.popover(_("Somebody new"), key=_OPEN, on_change="rerun"):
        fits = draw_line(_("First and last name"), LONGEST_NAME, _CALLED)
        st.selectbox(
            _("Begin as"),
            sorted(known),
            index=None,
            format_func=lambda one: known[one].name,
            placeholder=_("the sheet with every part explained"),
            key=_LIKE,
        )
        draw_trouble(_AT)
        label = _("Begin, and put them in here") if here else _("Begin")
        begin = partial(_begin, then)
        st.button(label, key="new_person_begin", on_click=begin, disabled=not fits)


def _begin(then: Then) -> None:
    called = " ".join(st.session_state[_CALLED].split())
    name = name_from(called)
    if not called:
        wrong = TrainingError("name", _("the name is missing"), _("give first and last name"))
        keep_trouble(wrong, _AT)
        return
    like = st.session_state[_LIKE]
    try:
        text = person_like(bench(), like or "", name, called)
        reason = _("Began as {like}").format(like=like) if like else _("Began from the sheet")
        begin_file(bench(), acting(), f"{PERSON}{name}", text, reason, now())
    except TrainingError as error:
        keep_trouble(error, _AT)
    else:
        st.session_state[_CALLED] = ""
        st.session_state[_OPEN] = False
        then(name, called)


def _go_on_to(name: str, _called: str) -> None:
    go_within({"person": name})


def _with_person(text: str, fields: Fields, name: str, called: str) -> str:
    """Who owed goes, and their name with them: in the brief, the scripts, the forms."""
    before = str(fields.at(("consumer",)))
    text = changed(text, ("consumer",), name)
    for nth, one in enumerate(listed(fields.at(("answered_by",)))):
        if isinstance(one, dict) and one.get("persona") == before:
            text = changed(text, ("answered_by", nth, "persona"), name)
            text = _picks_up_as(text, fields, nth, name.partition("_")[0])
    known = around().personas.get(before)
    return text if known is None else renamed(text, known.name, called)


def _picks_up_as(text: str, fields: Fields, nth: int, called: str) -> str:
    """What they are called in the file, where they pick up and in both scripts."""
    before = fields.at(("answered_by", nth, "id"))
    text = changed(text, ("answered_by", nth, "id"), called)
    for script in ("model_call", "poor_call"):
        if fields.at((script, "answered_by")) == before:
            text = changed(text, (script, "answered_by"), called)
    return text
