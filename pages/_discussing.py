"""Raters come to one sheet: what differs is talked over, and what they agree on is filled in."""

from collections.abc import Sequence
from functools import partial

import streamlit as st

from pages._floor import now, store
from pages._limited import draw_area, draw_line
from pages._parts import draw_trouble, keep_trouble_of_field
from pages._sheet import as_filled_in, discussed_key, draw_fields, fill_in
from pages._texts import _
from pages._who import acting
from scoring.rating_scales import Scale
from simulator.scenario import Scenario
from training.errors import TrainingError
from training.judging import LONGEST_ANSWER, LONGEST_SENTENCE
from training.models import Attempt
from training.ratings import Rating, agree
from training.scales import scales_for
from training.sheets import far_apart

_PLACE = "together"
_FIELDS = "agreed"
_WHY = "agreed_why"


def draw_discussion(attempt: Attempt, scenario: Scenario, there: Sequence[Rating]) -> None:
    """One form for both; what they saw stands there already, and the level where it is the same."""
    apart = far_apart(one.sheet for one in there)
    st.subheader(_("Agree on one sheet, together"), anchor=False)
    st.text(
        _(
            "Talk first, with the turns before you. What you come to is kept beside your sheets, "
            "which stay as they are, and enters no figure."
        )
    )
    fill_in([one.sheet for one in there], _FIELDS)
    with st.form("together"):
        scales = scales_for(store(), acting(), attempt.id)
        draw_fields(scenario, scales, _FIELDS, partial(_discussed, apart))
        draw_area(_("Why you came to this"), LONGEST_ANSWER, _WHY)
        draw_trouble(_PLACE)
        st.form_submit_button(_("Keep it"), type="primary", on_click=partial(_keep, attempt.id))


def _discussed(apart: Sequence[str], scale: Scale) -> None:
    """A field more where the levels were far apart."""
    if scale.id in apart:
        draw_line(
            _("What you discussed about “{name}”").format(name=scale.name),
            LONGEST_SENTENCE,
            discussed_key(_FIELDS, scale.id),
            placeholder=_("what settled it"),
        )


def _keep(attempt_id: str) -> None:
    why = st.session_state[_WHY]
    try:
        agree(store(), acting(), attempt_id, as_filled_in(_FIELDS), why, now())
    except TrainingError as error:
        keep_trouble_of_field(error, _PLACE)
