"""After one's own sheet is saved: all sheets, what the raters agree on, and then the machine."""

import streamlit as st

from pages._discussing import draw_discussion
from pages._floor import store
from pages._machine_beside import draw_machine
from pages._rating_again import draw_second_ratings
from pages._sheets import draw_sheets
from pages._texts import _
from pages._who import acting
from simulator.scenario import Scenario
from training.models import Attempt, Purpose
from training.ratings import TOGETHER, Rating, by_people, consensus, ratings
from training.scales import scales_for
from training.sheets import far_apart


def draw_rated(attempt: Attempt, scenario: Scenario, own: Rating) -> None:
    """Apart first; together once there are two; of a work sample the machine comes last."""
    st.subheader(_("The ratings"), anchor=False)
    if not own.blind:
        st.caption(_("You had seen marks before: your sheet is kept and enters no figure."))
    there = ratings(store(), acting(), attempt.id)
    people = by_people(there)
    scales = scales_for(store(), acting(), attempt.id)
    made = consensus(store(), acting(), attempt.id)
    apart = far_apart(one.sheet for one in people) if made is None else ()
    draw_sheets(_("Apart"), [(one.by, one.sheet) for one in there], scenario, scales, apart)
    if len(people) < TOGETHER:
        st.text(_("A second person has not rated this call yet. Then you can agree on one sheet."))
    elif made is None:
        draw_discussion(attempt, scenario, people)
    else:
        draw_sheets(_("Together"), [(_("All"), made.sheet)], scenario, scales)
        st.text(_("{reason} (written down by {by})").format(reason=made.reason, by=made.by))
    draw_second_ratings(attempt, scenario, own)
    if attempt.purpose is Purpose.ASSESSMENT:
        draw_machine(attempt, made)
    else:
        label, query = _("To the scorecard"), {"attempt": attempt.id}
        st.page_link("pages/scorecard.py", label=label, query_params=query)
