"""After one's own sheet is saved: all sheets side by side, and what the raters agree on."""

from collections.abc import Sequence
from functools import partial

import streamlit as st

from pages._floor import now, store
from pages._parts import draw_trouble, keep_trouble, rows
from pages._sheet import as_filled_in, draw_fields
from pages._texts import _
from pages._who import acting
from scoring.rating_scales import load_scales
from simulator.scenario import Scenario
from training.errors import TrainingError
from training.judging import LONGEST_ANSWER
from training.models import Attempt
from training.ratings import TOGETHER, Rating, Sheet, agree, by_people, consensus, ratings

_PLACE = "together"
_WHY = "agreed_why"


def draw_rated(attempt: Attempt, scenario: Scenario, own: Rating) -> None:
    """Apart first; together once there are two."""
    st.subheader(_("The ratings"), anchor=False)
    if not own.blind:
        st.caption(_("You had seen marks before: your sheet is kept and enters no figure."))
    there = ratings(store(), acting(), attempt.id)
    _side_by_side(_("Apart"), [(one.by, one.sheet) for one in there])
    st.page_link(
        "pages/scorecard.py", label=_("To the scorecard"), query_params={"attempt": attempt.id}
    )
    if len(by_people(there)) < TOGETHER:
        st.text(_("A second person has not rated this call yet. Then you can agree on one sheet."))
        return
    made = consensus(store(), acting(), attempt.id)
    if made is not None:
        _side_by_side(_("Together"), [(_("All"), made.sheet)])
        st.text(_("{reason} (written down by {by})").format(reason=made.reason, by=made.by))
        return
    _agree(attempt, scenario)


def _side_by_side(caption: str, sheets: Sequence[tuple[str, Sheet]]) -> None:
    lines = [
        (scale.name, *(_level(sheet, scale.id) for name, sheet in sheets))
        for scale in load_scales().values()
    ]
    broken = (", ".join(sheet.not_met) or _("none") for name, sheet in sheets)
    names = (name for name, sheet in sheets)
    rows(caption, ("", *names), [*lines, (_("Rules not met"), *broken)])


def _level(sheet: Sheet, name: str) -> str:
    one = sheet.levels.get(name)
    if one is None:
        return _("not rated")
    return f"{_('no opportunity') if one.level is None else one.level}: {one.evidence}"


def _agree(attempt: Attempt, scenario: Scenario) -> None:
    with st.expander(_("Agree on one sheet, together")):
        st.text(
            _("Talk first. What you come to is kept beside the two sheets and enters no figure.")
        )
        with st.form("together"):
            draw_fields(scenario, "agreed")
            st.text_area(_("Why you came to this"), key=_WHY, max_chars=LONGEST_ANSWER, height=100)
            draw_trouble(_PLACE)
            st.form_submit_button(_("Keep it"), on_click=partial(_keep, attempt.id))


def _keep(attempt_id: str) -> None:
    why = st.session_state[_WHY]
    try:
        agree(store(), acting(), attempt_id, as_filled_in("agreed"), why, now())
    except TrainingError as error:
        keep_trouble(error, _PLACE)
