"""What a trainer said of a call a moment ago, each with the way to take it back."""

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import NamedTuple

import streamlit as st

from calls.turn import turn_number
from pages._floor import now, store
from pages._parts import clock, draw_trouble, keep_trouble
from pages._said_of import verdict_line
from pages._texts import _
from pages._who import acting
from training.errors import TrainingError
from training.judging import UNDO_FOR
from training.models import Attempt
from training.remarks import Remark, take_back_remark
from training.verdicts import Verdict, take_back_verdict

_PLACE = "take_back"


class _Said(NamedTuple):
    """One thing: its line, until when it can be taken back, and how."""

    key: str
    line: str
    until: str
    take_back: Callable[[], None]


def draw_just_said(attempt: Attempt, given: Sequence[Verdict], said: Sequence[Remark]) -> None:
    """The newest on top, for as long as it can be taken back."""
    draw_trouble(_PLACE)
    found = list(_recent(attempt, given, said))
    if not found:
        return
    st.markdown(_("**You said just now**"))
    for one in reversed(found):
        with st.container(horizontal=True, vertical_alignment="center", key=f"said_{one.key}"):
            st.text(one.line)
            st.button(
                _("Take it back"),
                key=f"back_{one.key}",
                on_click=one.take_back,
                help=_("Possible until {time}; that you did is kept.").format(time=one.until),
            )


def _recent(attempt: Attempt, given: Sequence[Verdict], said: Sequence[Remark]) -> Iterator[_Said]:
    me, since = acting().name, now() - UNDO_FOR
    for verdict in given:
        if verdict.stands and verdict.by == me and verdict.at >= since:
            undo = partial(_verdict_back, attempt.id, verdict.id)
            line, until = verdict_line(verdict, named=True), clock(verdict.at + UNDO_FOR)
            yield _Said(f"verdict_{verdict.id}", line, until, undo)
    for one in said:
        if one.stands and one.by == me and one.at >= since:
            undo = partial(_remark_back, attempt.id, one.id)
            until = clock(one.at + UNDO_FOR)
            yield _Said(f"remark_{one.id}", _line(one), until, undo)


def _line(one: Remark) -> str:
    if one.turn is None:
        return _("Note: “{text}”").format(text=one.text)
    return _("At turn {n}: “{text}”").format(n=turn_number(one.turn), text=one.text)


def _verdict_back(attempt_id: str, verdict_id: int) -> None:
    try:
        take_back_verdict(store(), acting(), attempt_id, verdict_id, now())
    except TrainingError as error:
        keep_trouble(error, _PLACE)


def _remark_back(attempt_id: str, remark_id: int) -> None:
    try:
        take_back_remark(store(), acting(), attempt_id, remark_id, now())
    except TrainingError as error:
        keep_trouble(error, _PLACE)
