"""The trainee's part of a scorecard: one sentence about a mark that seems wrong."""

from functools import partial

import streamlit as st

from pages._floor import now
from pages._limited import draw_line
from pages._opened import moment
from pages._parts import draw_trouble, keep_trouble
from pages._texts import _
from pages._trying import acting, store
from scoring.judged import subjects
from scoring.review import Review
from training.disputes import ANSWERED_WITHIN, dispute
from training.errors import TrainingError
from training.judging import LONGEST_SENTENCE
from training.models import Attempt

_PLACE = "dispute"
_ABOUT = "dispute_about"
_SENTENCE = "dispute_sentence"
_SAVED = "dispute_saved"


def draw_dispute(attempt: Attempt, machine: Review) -> None:
    """Which mark, and what is wrong about it; it goes to the trainers' queue."""
    there = subjects(machine)
    st.markdown(_("**Does a mark seem wrong?**"))
    draw_trouble(_PLACE)
    if saved := st.session_state.pop(_SAVED, ""):
        st.success(saved)
    with st.form("dispute", clear_on_submit=False, width=640):
        st.selectbox(
            _("Which mark"), list(there), format_func=lambda one: there[one].name, key=_ABOUT
        )
        draw_line(_("What is wrong, in one sentence"), LONGEST_SENTENCE, _SENTENCE)
        st.form_submit_button(_("Dispute it"), on_click=partial(_send, attempt.id))
    st.caption(
        _(
            "An answer is due within {days} days; your sentence and the answer both stay here."
        ).format(days=ANSWERED_WITHIN.days)
    )


def _send(attempt_id: str) -> None:
    state = st.session_state
    try:
        dispute(store(), acting(), attempt_id, state[_ABOUT], state[_SENTENCE], now())
    except TrainingError as error:
        keep_trouble(error, _PLACE)
    else:
        state[_SAVED] = _("Sent at {moment}. You will find the answer here.").format(
            moment=moment()
        )
        state[_SENTENCE] = ""
