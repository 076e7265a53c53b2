"""How a rule of the house's own came into use and was taken back, and the way to take it back."""

from functools import partial

import streamlit as st

from pages._floor import now, store
from pages._limited import draw_line
from pages._parts import bullets, clock, day, draw_trouble, keep_trouble
from pages._texts import _
from pages._who import acting
from training.adopting import TAKEN_BACK, Adoption, adoptions, own_rule_files, take_back
from training.errors import TrainingError
from training.judging import LONGEST_SENTENCE

_AT = "rule_back"


def draw_way_back(name: str) -> None:
    """For a rule that is in use: why it is taken back, and the button that does so."""
    draw_trouble(_AT)
    if not own_rule_files(store()).path(name).is_file():
        return
    st.subheader(_("The way back"), anchor=False)
    with st.container(horizontal=True, vertical_alignment="bottom"):
        why = f"{_AT}_why_{name}"
        fits = draw_line(_("Why you take it back"), LONGEST_SENTENCE, why, width=420)
        back = partial(_take_back, name, why)
        st.button(_("Take it back"), on_click=back, disabled=not fits)
    st.caption(
        _(
            "What ships is asked again at once, and what was proposed stays under Versions. "
            "The reason stands with it for good."
        )
    )


def draw_history(name: str) -> None:
    """Each time a version came into use or was taken back, the newest first."""
    there = [one for one in adoptions(store(), acting()) if one.name == name]
    if there:
        st.subheader(_("What was in use"), anchor=False)
        bullets(map(_line, reversed(there)))


def _line(one: Adoption) -> str:
    at = one.at.astimezone(now().tzinfo)
    told = (
        _("Taken back · {by} · {day} {clock} · {reason}")
        if one.number == TAKEN_BACK
        else _("Version {number} adopted · {by} · {day} {clock} · {reason}")
    )
    return told.format(
        number=one.number, by=one.by, day=day(at), clock=clock(at), reason=one.reason
    )


def _take_back(name: str, why: str) -> None:
    try:
        take_back(store(), acting(), name, st.session_state.get(why, ""), now())
    except TrainingError as error:
        keep_trouble(error, _AT)
