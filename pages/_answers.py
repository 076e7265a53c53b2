"""Disputes, for who judges: a field for each that waits; what was said, taken back or added to."""

from collections.abc import Callable, Iterable
from functools import partial

import streamlit as st

from pages._floor import now, store
from pages._limited import draw_area
from pages._opened import moment
from pages._parts import clock, draw_trouble, due_line, keep_trouble, plain
from pages._said_of import answer_line
from pages._texts import _
from pages._who import acting
from training.disputes import Answer, Dispute, add_to_answer, answer_dispute, take_back_answer
from training.errors import TrainingError
from training.judging import LONGEST_ANSWER, UNDO_FOR
from training.models import Attempt

_PLACE = "answers"
_SAVED = "answer_saved"


def draw_answers(
    attempt: Attempt, said: Iterable[Dispute], to_mark: Callable[[str], None] | None = None
) -> None:
    """Every dispute of an attempt, with what can be said now; where marks are, the way to its."""
    draw_trouble(_PLACE)
    if saved := st.session_state.pop(_SAVED, ""):
        st.html(f'<p role="status">✓ {saved}</p>')
    for one in said:
        if one.open:
            _draw_open(attempt, one)
            if to_mark is not None:
                st.button(
                    _("Go to the mark: {name}").format(name=plain(one.name)),
                    key=f"to_mark_{one.id}",
                    on_click=to_mark,
                    args=(one.about,),
                )
        else:
            _draw_answered(attempt, one)


def _draw_open(attempt: Attempt, one: Dispute) -> None:
    key = f"answer_{one.id}"
    with st.form(f"form_{one.id}", width=640):
        _draw_disputed(one)
        st.caption(due_line(one.due, now().date()))
        draw_area(_("Your answer"), LONGEST_ANSWER, key)
        st.form_submit_button(_("Answer"), on_click=partial(_answer, attempt.id, one.id, key))


def _draw_answered(attempt: Attempt, one: Dispute) -> None:
    """What was said to it; as long as it may be taken back, the way to do so."""
    with st.container(border=True, width=640, key=f"answered_{one.id}"):
        _draw_disputed(one)
        for nth, answer in enumerate(one.answers):
            st.text(answer_line(one, nth))
            if _may_go(answer):
                _draw_undo(attempt, answer)
        if one.answers[-1].shown:
            st.caption(_("Whoever disputed may have read it: it stays, and can be added to."))
        with st.popover(_("Add to the answer"), key=f"add_to_{one.id}"):
            key = f"added_{one.id}"
            fits = draw_area(_("What you add"), LONGEST_ANSWER, key)
            add = partial(_add, attempt.id, one.id, key)
            st.button(_("Add it"), key=f"add_{one.id}", on_click=add, disabled=not fits)


def _draw_disputed(one: Dispute) -> None:
    told = _("**{by} disputes {name}**").format(by=plain(one.by), name=plain(one.name))
    st.markdown(told)
    st.text(one.sentence)


def _may_go(answer: Answer) -> bool:
    mine = answer.by == acting().name
    return mine and not answer.shown and now() - answer.at <= UNDO_FOR


def _draw_undo(attempt: Attempt, answer: Answer) -> None:
    until = _("Possible until {time}, and until they open the call; that you did is kept.")
    st.button(
        _("Take it back"),
        key=f"back_answer_{answer.id}",
        on_click=partial(_take_back, attempt.id, answer.id),
        help=until.format(time=clock(answer.at + UNDO_FOR)),
    )


def _answer(attempt_id: str, dispute_id: str, key: str) -> None:
    text = st.session_state[key]
    try:
        answer_dispute(store(), acting(), attempt_id, dispute_id, text, now())
    except TrainingError as error:
        keep_trouble(error, _PLACE)
    else:
        st.session_state[_SAVED] = _("Your answer was saved at {moment}.").format(moment=moment())


def _add(attempt_id: str, dispute_id: str, key: str) -> None:
    text = st.session_state[key]
    try:
        add_to_answer(store(), acting(), attempt_id, dispute_id, text, now())
    except TrainingError as error:
        keep_trouble(error, _PLACE)
    else:
        st.session_state[key] = ""
        st.session_state[_SAVED] = _("Added at {moment}.").format(moment=moment())


def _take_back(attempt_id: str, answer_id: int) -> None:
    try:
        take_back_answer(store(), acting(), attempt_id, answer_id, now())
    except TrainingError as error:
        keep_trouble(error, _PLACE)
    else:
        st.session_state[_SAVED] = _("Taken back at {moment}. The dispute waits again.").format(
            moment=moment()
        )
