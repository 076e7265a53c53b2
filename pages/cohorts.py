"""Cohorts: for trainers, who learns together, on which path, and where everybody stands."""

import streamlit as st

from pages._checking import checker
from pages._cohort import cohort_line, draw_cohort, where_they_stand
from pages._enrolling import draw_enrolling
from pages._entrance import enter
from pages._floor import store
from pages._one_time import draw_one_time
from pages._parts import name_tab, plain
from pages._path_making import draw_paths
from pages._shipped import scenarios
from pages._submitted import submitted_calls
from pages._texts import _
from pages._who import acting, coaches
from training.cohorts import cohorts
from training.paths import given_paths, paths
from training.submitted import Submitted


def draw() -> None:
    """Passwords to hand over first; then the cohorts, their paths, and the way in."""
    name_tab(_("Cohorts"))
    st.title(_("Cohorts"), anchor=False)
    if not coaches():
        st.write(_("This page is for trainers: they enrol trainees and give them paths."))
        st.page_link("pages/today.py", label=_("Back to Today"))
        return
    draw_one_time()
    known = cohorts(store(), acting())
    made, given = paths(store(), acting()), given_paths(store(), acting())
    calls = _by_person() if given else {}
    rules = checker().by_id
    for one in known:
        going = where_they_stand(one, given, calls)
        line = plain(cohort_line(one, going))
        with st.expander(line, key=f"cohort_{one.id}", expanded=len(known) == 1):
            draw_cohort(one, going, made, scenarios(), rules)
    if known:
        st.caption(
            _(
                "What is done is worked out from what was submitted. Practice counts for no step, "
                "and whether somebody drilled is theirs to know."
            )
        )
    draw_paths(made, scenarios(), rules)
    draw_enrolling(first=not known)


def _by_person() -> dict[str, list[Submitted]]:
    found: dict[str, list[Submitted]] = {}
    for one in submitted_calls():
        found.setdefault(one.person_id, []).append(one)
    return found


enter(draw)
