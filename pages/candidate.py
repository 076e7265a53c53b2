"""The candidate's page: from the link to the feedback sheet, and the one page they can reach."""

from collections.abc import Callable, Mapping

import streamlit as st

from pages._candidate_after import draw_after
from pages._candidate_before import draw_device, draw_notice, draw_room
from pages._candidate_call import draw_call
from pages._candidate_door import draw_door, leads_elsewhere
from pages._candidate_head import Candidate, draw_foot, draw_head, draw_pause
from pages._candidate_part import draw_desk_stage, draw_message, draw_next_part, draw_wrap_up
from pages._candidate_watch import draw_watch, was_lost
from pages._entrance import enter
from pages._floor import now, store
from pages._parts import draw_trouble, name_tab
from pages._texts import _
from pages._who import LINK, keep_candidate, token
from training.assessments.context import still_here
from training.assessments.opening import Withdrawn, candidate_here
from training.assessments.places import Stage, place

_STAGES: Mapping[Stage, Callable[[Candidate], None]] = {
    Stage.NOTICE: draw_notice,
    Stage.DEVICE: draw_device,
    Stage.ROOM: draw_room,
    Stage.NEXT_PART: draw_next_part,
    Stage.DESK: draw_desk_stage,
    Stage.CALL: draw_call,
    Stage.MESSAGE: draw_message,
    Stage.WRAP_UP: draw_wrap_up,
    Stage.OVER: draw_after,
}


def draw() -> None:
    """Whoever comes with a link is let in once; then the page is where the candidate stands."""
    here = candidate_here(store(), token(), now())
    if here is None or leads_elsewhere(here):
        name_tab(_("Work sample"))
        draw_door(here)
        return
    if here.assessment.dry_run_of is None:
        # Of a dry run neither: the browser stays that of whoever tries it, and the link leads back.
        st.query_params.pop(LINK, None)
        keep_candidate()
    job = here.assessment.set_up.job
    name_tab(_("Work sample: {job}").format(job=job))
    try:
        lost = still_here(store(), here.person, here.candidacy.id, token(), now())
        there = place(store(), here.person, here.candidacy.id, now())
    except Withdrawn:
        _draw_withdrawn(job, here.assessment.set_up.appeals_to)
        return
    candidate = Candidate(here, there)
    draw_head(candidate)
    was_lost(lost)
    draw_trouble()
    if there.paused:
        draw_pause(candidate)
    else:
        _STAGES[there.stage](candidate)
    draw_watch(candidate)
    draw_foot(candidate)


def _draw_withdrawn(job: str, appeals_to: str) -> None:
    st.title(_("Your invitation was withdrawn"))
    st.write(
        _(
            "The invitation to the work sample for {job} was taken back, so it does not go on "
            "here. What you did so far is read by nobody for a decision. If you did not expect "
            "this, write to {address}."
        ).format(job=job, address=appeals_to)
    )


enter(draw)
