"""Second ratings on the page: a sheet that was saved stays, and another one may stand beside it."""

from functools import partial

import streamlit as st

from pages._floor import now, store
from pages._limited import draw_area
from pages._parts import clock, day, draw_trouble, keep_trouble_of_field
from pages._sheet import as_filled_in, draw_fields, fill_in
from pages._sheets import draw_sheets
from pages._texts import _
from pages._who import acting
from simulator.scenario import Scenario
from training.errors import TrainingError
from training.judging import LONGEST_ANSWER, Seen
from training.models import Attempt
from training.ratings import Rating
from training.scales import Scales, scales_for
from training.second_ratings import SecondRating, rate_again, second_ratings

_PLACE = "again"
_FIELDS = "again"
_WHY = "again_why"
_SEEN = {
    Seen.MACHINE: _("the machine's marks"),
    Seen.OTHERS: _("another's sheet"),
}


def draw_second_ratings(attempt: Attempt, scenario: Scenario, own: Rating) -> None:
    """Those that are there, each with its reason, and a way to add one of one's own."""
    scales = scales_for(store(), acting(), attempt.id)
    for one in second_ratings(store(), acting(), attempt.id):
        _draw(one, scenario, scales)
    with st.expander(_("I see it otherwise now")):
        st.text(
            _(
                "Your sheet stays as you saved it. What you fill in here is a second rating: it is "
                "kept as one, with what you had seen by then, and enters no figure."
            )
        )
        fill_in([own.sheet], _FIELDS)
        with st.form("again"):
            draw_fields(scenario, scales, _FIELDS)
            draw_area(_("What changed your mind"), LONGEST_ANSWER, _WHY, height=80)
            draw_trouble(_PLACE)
            st.form_submit_button(_("Keep a second rating"), on_click=partial(_keep, attempt.id))


def _draw(one: SecondRating, scenario: Scenario, scales: Scales) -> None:
    seen = _(" and ").join(_SEEN[what] for what in one.seen) or _("nothing of others")
    when = f"{day(one.at)}, {clock(one.at)}"
    draw_sheets(
        _("A second rating by {by}, {when}").format(by=one.by, when=when),
        [(one.by, one.sheet)],
        scenario,
        scales,
    )
    st.text(
        _("{reason} (by then {by} had seen {seen})").format(reason=one.reason, by=one.by, seen=seen)
    )


def _keep(attempt_id: str) -> None:
    why = st.session_state[_WHY]
    try:
        rate_again(store(), acting(), attempt_id, as_filled_in(_FIELDS), why, now())
    except TrainingError as error:
        keep_trouble_of_field(error, _PLACE)
