"""The trainer's part of a scorecard: answers to disputes, and a verdict on any mark."""

from collections.abc import Iterable, Mapping
from functools import partial

import streamlit as st

from pages._floor import now, store
from pages._opened import moment
from pages._parts import draw_trouble, keep_trouble, plain
from pages._texts import _
from pages._who import acting
from scoring.judged import WHOLE, Decision, Ruling, Subject, subjects
from scoring.review import Review
from training.disputes import Dispute, answer_dispute
from training.errors import TrainingError
from training.judging import LONGEST_ANSWER
from training.models import Attempt
from training.verdicts import give_verdict

_PLACE = "verdict"
_ABOUT = "verdict_about"
_DECISION = "verdict_decision"
_VALUE = "verdict_value"
_WHY = "verdict_why"
_SAVED = "verdict_saved"
_WORDS = {
    Decision.ACCEPT: _("Accept it"),
    Decision.ADJUST: _("Adjust it"),
    Decision.REJECT: _("Set it aside"),
}


def draw_answers(attempt: Attempt, open_disputes: Iterable[Dispute]) -> None:
    """A field for each dispute that waits."""
    for one in open_disputes:
        key = f"answer_{one.id}"
        with st.form(f"form_{one.id}", width=640):
            st.markdown(
                _("**{by} disputes {name}**").format(by=plain(one.by), name=plain(one.name))
            )
            st.text(one.sentence)
            st.text_area(_("Your answer"), key=key, max_chars=LONGEST_ANSWER, height=100)
            st.form_submit_button(_("Answer"), on_click=partial(_answer, attempt.id, one.id, key))


def draw_verdict(attempt: Attempt, machine: Review) -> None:
    """One mark at a time, or the rest as it stands."""
    there = subjects(machine)
    st.markdown(_("**Your verdict**"))
    st.caption(
        _(
            "It outranks the machine's mark, the grade follows, and both stay on record with "
            "your name. A later verdict on the same mark takes the place of an earlier one."
        )
    )
    draw_trouble(_PLACE)
    if saved := st.session_state.pop(_SAVED, ""):
        st.success(saved)
    with st.container(key="verdict", width=640):
        if there:
            _choose(attempt, there)
        else:
            st.text(_("The machine gave no mark that could be judged one by one."))
        st.button(_("Accept the rest as it stands"), on_click=partial(_accept_the_rest, attempt.id))
    st.caption(_("Accepting the rest closes the attempt: it leaves the queue."))


def _choose(attempt: Attempt, there: Mapping[str, Subject]) -> None:
    """Which mark, what becomes of it, and why."""
    about = st.selectbox(
        _("Which mark"), list(there), format_func=lambda one: _label(there[one]), key=_ABOUT
    )
    choices = [one for one in Decision if there[about].is_mark or one is not Decision.ADJUST]
    decision = st.radio(
        _("What you decide"),
        choices,
        format_func=_WORDS.__getitem__,
        horizontal=True,
        key=_DECISION,
    )
    if decision is Decision.ADJUST:
        start = there[about].value
        st.number_input(
            _("The mark, from 0 to 100"),
            0,
            100,
            50 if start is None else round(start),
            key=f"{_VALUE}_{about}",
        )
    if decision is not Decision.ACCEPT:
        st.text_area(_("Why"), key=_WHY, max_chars=LONGEST_ANSWER, height=100)
    st.button(_("Save the verdict"), type="primary", on_click=partial(_save, attempt.id))


def _label(subject: Subject) -> str:
    if not subject.is_mark:
        return subject.name
    return f"{subject.name}, {_('no mark') if subject.value is None else f'{subject.value:.0f}'}"


def _save(attempt_id: str) -> None:
    state = st.session_state
    decision = Decision(state[_DECISION])
    value = state.get(f"{_VALUE}_{state[_ABOUT]}") if decision is Decision.ADJUST else None
    ruling = Ruling(state[_ABOUT], decision, value, state.get(_WHY, ""))
    if _give(attempt_id, ruling):
        state.pop(_WHY, None)


def _accept_the_rest(attempt_id: str) -> None:
    _give(attempt_id, Ruling(WHOLE, Decision.ACCEPT))


def _give(attempt_id: str, ruling: Ruling) -> bool:
    try:
        given = give_verdict(store(), acting(), attempt_id, ruling, now())
    except TrainingError as error:
        keep_trouble(error, _PLACE)
        return False
    st.session_state[_SAVED] = _("Saved at {moment}: {name}.").format(
        moment=moment(), name=plain(given.name)
    )
    return True


def _answer(attempt_id: str, dispute_id: str, key: str) -> None:
    text = st.session_state[key]
    try:
        answer_dispute(store(), acting(), attempt_id, dispute_id, text, now())
    except TrainingError as error:
        keep_trouble(error, _PLACE)
    else:
        st.session_state[_SAVED] = _("Your answer was saved at {moment}.").format(moment=moment())
