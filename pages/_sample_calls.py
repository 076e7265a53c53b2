"""Step 1 of a work sample: for which job, with which calls, and in how many minutes."""

import streamlit as st

from pages._limited import draw_line
from pages._sample_list import begin_from
from pages._samples import at, fix, fixed
from pages._shipped import scenarios
from pages._texts import _
from pages._who import hires
from training.assessments.forms import may_be_assessed
from training.assessments.models import LONGEST_JOB, SCENARIOS, Assessment, Minutes

_PARTS = ("desk", "call", "wrap_up", "message")
_MOST_MINUTES = 120
_MOST_CALLS = 4


def draw_calls(sample: Assessment) -> None:
    """What everybody who applies does."""
    st.subheader(_("The calls"), anchor=False)
    closed = fixed(sample) or not hires()
    set_up = sample.set_up
    if fixed(sample) and hires():
        st.caption(_("It is locked. To ask something else, begin another one as a copy."))
        st.button(_("Begin a copy"), on_click=begin_from, args=(sample,))
    known = scenarios()
    options = [one.id for one in known.values() if may_be_assessed(one)]
    options += [one for one in set_up.scenarios if one not in options]
    with st.form(at(sample, "calls"), border=False):
        draw_line(_("For which job"), LONGEST_JOB, at(sample, "job"), set_up.job, disabled=closed)
        st.multiselect(
            _("Which calls, in this order"),
            options,
            list(set_up.scenarios),
            max_selections=_MOST_CALLS,
            format_func=lambda name: known[name].title if name in known else name,
            key=at(sample, "scenarios"),
            disabled=closed,
            help=_("Only those with parallel forms that nobody practises."),
        )
        if len(set_up.scenarios) < SCENARIOS:
            st.info(_("One call is a small sample of a person's work. Two say more."))
        st.checkbox(
            _("One written message after the last call"),
            set_up.written_message,
            key=at(sample, "written_message"),
            disabled=closed,
        )
        _minutes(sample, closed=closed)
        if not closed:
            st.form_submit_button(_("Save"), type="primary", on_click=_save, args=(sample,))


def _minutes(sample: Assessment, *, closed: bool) -> None:
    st.markdown(f"**{_('Minutes for each part')}**")
    labels = (_("Desk"), _("Call"), _("Wrap-up"), _("Message"))
    for column, part, label in zip(st.columns(4), _PARTS, labels, strict=True):
        with column:
            st.number_input(
                label,
                1,
                _MOST_MINUTES,
                getattr(sample.set_up.minutes, part),
                key=at(sample, part),
                disabled=closed,
            )
    st.caption(
        _("Generous on purpose: it is no test of typing. Desk, call and wrap-up are for each call.")
    )


def _save(sample: Assessment) -> None:
    given = st.session_state
    fix(
        sample,
        {
            "job": given[at(sample, "job")].strip(),
            "scenarios": tuple(given[at(sample, "scenarios")]),
            "written_message": given[at(sample, "written_message")],
            "minutes": Minutes(**{part: given[at(sample, part)] for part in _PARTS}),
        },
    )
