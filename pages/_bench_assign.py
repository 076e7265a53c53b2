"""A proven scenario is given to a trainee, from the page on which it was written."""

from datetime import timedelta
from functools import partial

import streamlit as st

from pages._floor import now, store
from pages._limited import draw_line
from pages._parts import day, day_format, draw_trouble, keep_trouble
from pages._texts import _
from pages._who import acting
from simulator.scenario import Scenario
from training.assignments import assign
from training.errors import TrainingError
from training.judging import LONGEST_SENTENCE
from training.models import Role
from training.people import person_named

_AT = "bench_assign"
_NAME, _DUE, _NOTE = "assign_name", "assign_due", "assign_note"
_SOON = timedelta(days=7)


def draw_assign(scenario: Scenario) -> None:
    """To whom, by when, and a sentence with it; what was given stands on that person's Today."""
    with st.popover(_("Assign it"), key="bench_assigning"):
        st.text_input(_("Trainee"), key=_NAME)
        today = now().date()
        st.date_input(
            _("To be submitted by"),
            today + _SOON,
            min_value=today,
            key=_DUE,
            format=day_format(),
        )
        fits = draw_line(_("A sentence with it"), LONGEST_SENTENCE, _NOTE)
        draw_trouble(_AT)
        if told := st.session_state.pop(f"{_AT}_done", None):
            st.success(told)
        give = partial(_assign, scenario)
        st.button(_("Assign"), type="primary", on_click=give, disabled=not fits)
        st.caption(_("Several at once get a path: see Cohorts."))


def _assign(scenario: Scenario) -> None:
    state = st.session_state
    try:
        trainee = person_named(store(), state[_NAME], Role.TRAINEE)
        given = assign(store(), acting(), trainee, scenario, state[_DUE], now(), state[_NOTE])
    except TrainingError as error:
        keep_trouble(error, _AT)
        return
    state[_NAME] = ""
    state[f"{_AT}_done"] = _("{name} has it until {day}.").format(
        name=trainee.name, day=day(given.due)
    )
