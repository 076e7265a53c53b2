"""What a person decides of a candidate: what is missing before, then the decision and why."""

from functools import partial

import streamlit as st

from pages._floor import now, store
from pages._limited import draw_area
from pages._parts import bullets, clock, day, draw_trouble, keep_trouble, sentence
from pages._texts import _
from pages._who import acting
from training.assessments.deciding import Decided, decide, decisions, missing
from training.assessments.models import DECIDES, Decision
from training.errors import TrainingError
from training.judging import LONGEST_ANSWER

_WORDS = {
    Decision.HIRE: _("Hire"),
    Decision.NEXT_STEP: _("Go on to the next step"),
    Decision.NOT_NOW: _("Not now"),
    Decision.CLOSED: _("Closed without a decision"),
}


def decision_told(decision: Decision) -> str:
    """A decision as people say it."""
    return _WORDS[decision]


def draw_decision(candidacy_id: str) -> None:
    """Decisions so far, the last one counts; what has to happen first; and the form."""
    there = decisions(store(), acting(), candidacy_id)
    for one in there:
        _told(one)
    if left := missing(store(), acting(), candidacy_id):
        st.text(_("A person decides, once those who rated have said what they saw. Before that:"))
        bullets(map(sentence, left))
        return
    st.text(
        _("Nothing decides by itself: you do, and the reason stays on record with your name.")
        if not there
        else _("A later decision takes the place of the last one; all of them stay on record.")
    )
    _form(candidacy_id)


def _told(one: Decided) -> None:
    when = f"{day(one.at)}, {clock(one.at)}"
    st.text(
        _("{decision}: {reason} ({by}, {when})").format(
            decision=decision_told(one.decision), reason=one.reason, by=one.by, when=when
        )
    )


def _form(candidacy_id: str) -> None:
    place = _place(candidacy_id)
    with st.form(place, width=640):
        st.radio(
            _("What you decide"),
            list(DECIDES),
            index=None,
            format_func=decision_told,
            horizontal=True,
            key=f"{place}_what",
        )
        draw_area(_("Why, so that the candidate could read it"), LONGEST_ANSWER, f"{place}_why")
        draw_trouble(place)
        st.form_submit_button(
            _("Keep the decision"), type="primary", on_click=partial(_keep, candidacy_id)
        )


def _place(candidacy_id: str) -> str:
    return f"decision_{candidacy_id}"


def _keep(candidacy_id: str) -> None:
    state, place = st.session_state, _place(candidacy_id)
    decision: Decision | None = state[f"{place}_what"]
    if decision is None:
        wrong, allowed = _("the decision is missing"), _("choose one of the three")
        keep_trouble(TrainingError(place, wrong, allowed), place)
        return
    try:
        decide(store(), acting(), candidacy_id, decision, state[f"{place}_why"], now())
    except TrainingError as error:
        keep_trouble(error, place)
