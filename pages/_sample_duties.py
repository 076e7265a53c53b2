"""Step 2 of a work sample: which duties of the posting count how much, and the bar."""

import streamlit as st

from pages._floor import store
from pages._limited import draw_area
from pages._parts import plain
from pages._samples import at, fix, fixed
from pages._texts import _
from pages._who import acting, hires
from scoring.marks import Dimension
from training.assessments.duties import IN_POSTINGS
from training.assessments.models import LONGEST_DUTY, Assessment, Duty, SetUp
from training.assessments.setting_up import rated_by

_TWO_LINES = 80


def draw_duties(sample: Assessment) -> None:
    """Each dimension with the duty that it stands for."""
    closed = fixed(sample) or not hires()
    st.subheader(_("What counts"), anchor=False)
    st.write(
        _(
            "What is scored has to be a duty of the posting. Put it in the words of yours; a "
            "weight of 0 leaves a dimension out."
        )
    )
    known = {duty.dimension: duty for duty in sample.set_up.duties}
    with st.form(at(sample, "duties"), border=False):
        for dimension in Dimension:
            _row(sample, dimension, known.get(dimension), closed=closed)
        st.number_input(
            _("The bar: the weighted level that passes, of 5"),
            1.0,
            5.0,
            sample.set_up.bar,
            step=0.1,
            format="%.1f",
            key=at(sample, "bar"),
            disabled=closed,
            width=360,
        )
        st.caption(
            _(
                "Raters give levels from 1 to 5. The bar is shown to whoever decides; it decides "
                "nothing by itself."
            )
        )
        if not closed:
            st.form_submit_button(_("Save"), type="primary", on_click=_save, args=(sample,))
    st.caption(_scales(sample))


def _scales(sample: Assessment) -> str:
    """By which words people rate, and that they stay once somebody is invited."""
    listed = ", ".join(
        _("{name} (wording {version})").format(name=plain(one.name), version=one.version)
        for one in rated_by(store(), acting(), sample.id)
    )
    told = (
        _("Rated by the scales that it was locked with: {listed}.")
        if fixed(sample)
        else _("Rated by the scales as they are on the day it is locked; today: {listed}.")
    )
    return told.format(listed=listed)


def _row(sample: Assessment, dimension: Dimension, duty: Duty | None, *, closed: bool) -> None:
    words, weight = st.columns([4, 1])
    with words:
        draw_area(
            dimension.label,
            LONGEST_DUTY,
            at(sample, f"duty_{dimension}"),
            duty.duty if duty else IN_POSTINGS[dimension],
            height=_TWO_LINES,
            disabled=closed,
        )
    with weight:
        st.number_input(
            _("Weight"),
            0,
            100,
            duty.weight if duty else 0,
            key=at(sample, f"weight_{dimension}"),
            disabled=closed,
            help=_share(sample.set_up, duty),
        )


def _share(set_up: SetUp, duty: Duty | None) -> str:
    share = duty.weight / set_up.total_weight if duty else 0
    return _("{share} of the whole as saved").format(share=f"{share:.0%}")


def _save(sample: Assessment) -> None:
    given = st.session_state
    weights = {one: given[at(sample, f"weight_{one}")] for one in Dimension}
    duties = tuple(
        {
            "dimension": one,
            "duty": given[at(sample, f"duty_{one}")].strip(),
            "weight": weights[one],
        }
        for one in Dimension
        if weights[one]
    )
    fix(sample, {"duties": duties, "bar": given[at(sample, "bar")]})
