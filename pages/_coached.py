"""What a trainer said of one's call: the note, to be acknowledged, with its one drill."""

from collections.abc import Mapping
from functools import partial

import streamlit as st

from compliance_rules import Rule
from pages._checking import checker
from pages._floor import now
from pages._parts import day, draw_trouble, keep_trouble
from pages._remarks import drill_name
from pages._said_of import moment_of
from pages._shipped import stock
from pages._texts import _
from pages._trying import acting, store
from training.drilling import drills_given
from training.errors import TrainingError
from training.given_drills import GivenDrill
from training.models import Attempt
from training.remarks import Remark, acknowledge, coaching, note_of, remarks

_PLACE = "coached"


def draw_notes(titles: Mapping[str, str]) -> None:
    """On Today: the notes that are not read yet, or whose drill is not done."""
    notes = coaching(store(), acting())
    given = _given() if notes else {}
    waiting = [
        one for one in notes if one.read_at is None or (one.id in given and not given[one.id].done)
    ]
    draw_trouble(_PLACE)
    if not waiting:
        return
    st.subheader(_("From your trainer"), anchor=False)
    for one in waiting:
        with st.container(border=True, key=f"note_{one.id}", width=800):
            title = titles.get(one.attempt_id, _("your call"))
            _draw_note(one, given.get(one.id), checker().by_id)
            st.page_link(
                "pages/scorecard.py",
                label=_("To the scorecard: {title}").format(title=title.replace("$", r"\$")),
                query_params={"attempt": one.attempt_id},
            )


def draw_note_of(attempt: Attempt, rules: Mapping[str, Rule]) -> None:
    """On the scorecard: the note of this call, for whose it is and for those who read it."""
    said = remarks(store(), acting(), attempt.id)
    note = note_of(said)
    if note is None:
        return
    mine = attempt.person_id == acting().id
    with st.container(border=True, key="coaching_note", width=800):
        draw_trouble(_PLACE)
        _draw_note(note, _given().get(note.id) if mine else None, rules, mine=mine)
        if comments := sum(one.turn is not None and one.stands for one in said):
            st.caption(
                _("Comments at turns: {n}. They stand beside the turns below.").format(n=comments)
            )


def _given() -> dict[int, GivenDrill]:
    return {one.note.id: one for one in drills_given(store(), acting(), stock())}


def _draw_note(
    note: Remark, given: GivenDrill | None, rules: Mapping[str, Rule], *, mine: bool = True
) -> None:
    st.caption(_("Coaching note from {by}, {day}").format(by=note.by, day=day(note.at)))
    st.text(note.text)
    if note.drill:
        _draw_drill(note.drill, given, rules)
    if note.read_at is not None:
        read = _("✓ Read on {when}") if mine else _("✓ The trainee read it on {when}")
        st.text(read.format(when=moment_of(note.read_at)))
    elif mine:
        st.button(
            _("I have read it"),
            key=f"read_{note.id}",
            on_click=partial(_read, note.attempt_id, note.id),
        )
    else:
        st.text(_("Not acknowledged yet."))


def _draw_drill(drill: str, given: GivenDrill | None, rules: Mapping[str, Rule]) -> None:
    """What is to be drilled; how far, only to whose drill it is."""
    name = drill_name(drill, rules)
    if given is None:
        st.text(_("To drill: {name}").format(name=name))
    elif given.done:
        st.text(_("✓ Drilled: {name}").format(name=name))
    else:
        done = given.of - len(given.ahead)
        told = _("To drill: {name}, {done} of {of} questions answered since.")
        st.text(told.format(name=name, done=done, of=given.of))
        st.page_link("pages/drill.py", label=_("To the drill: these come first"))


def _read(attempt_id: str, note_id: int) -> None:
    try:
        acknowledge(store(), acting(), attempt_id, note_id, now())
    except TrainingError as error:
        keep_trouble(error, _PLACE)
