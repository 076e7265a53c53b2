"""All work samples, with what each waits for, and the form that begins another."""

from html import escape

import streamlit as st

from pages._floor import now, store
from pages._parts import day, draw_trouble, keep_trouble
from pages._samples import AT
from pages._shipped import scenarios
from pages._texts import _
from pages._who import acting, hires
from training.assessments.duties import usual_duties
from training.assessments.forms import may_be_assessed
from training.assessments.inviting import candidacies
from training.assessments.models import SCENARIOS, Assessment
from training.assessments.results import count_rated
from training.assessments.setting_up import (
    assessments,
    make,
    set_up_from,
    what_is_missing,
)
from training.errors import TrainingError

_NEW = "new_sample"
_JOB, _APPEALS = "new_sample_job", "new_sample_appeals"
_BAR = 3.0
"""What is asked to begin with: the middle of the scale on average."""


def draw_list() -> None:
    """What there is, then a new one."""
    follow_new()
    found = assessments(store(), acting())
    if found:
        st.html(f'<ol class="queue">{"".join(map(_entry, found))}</ol>')
    else:
        st.write(
            _(
                "No work sample is here yet. In one, everybody who applies for a job holds the "
                "same calls; two people rate them without names, and a person decides."
            )
        )
    if hires():
        _draw_new()
    elif not found:
        st.caption(_("A hiring manager makes one; you look it over before it is used."))


def follow_new() -> None:
    """Go to what a callback has just made."""
    if made := st.session_state.pop(_NEW, None):
        st.query_params[AT] = made
        st.rerun()


def begin_from(sample: Assessment) -> None:
    """For callbacks: another work sample that begins as a copy of this one."""
    st.session_state[_NEW] = make(store(), acting(), sample.set_up, now()).id


def _entry(sample: Assessment) -> str:
    way = _("Open it") if hires() else _("Look it over")
    link = f'<a href="work_samples?{AT}={escape(sample.id)}" target="_self">{escape(way)}'
    unseen = f'<span class="unseen">: {escape(sample.set_up.job)}</span></a>'
    results = ""
    if hires() and sample.locked_at is not None:
        results = f' <a href="results?{AT}={escape(sample.id)}" target="_self">'
        rated = count_rated(store(), acting(), sample.id)
        told = _("Results: {n} rated").format(n=rated)
        results += f"{escape(told)}{unseen}"
    return (
        f"<li><b>{escape(sample.set_up.job)}</b><p>{escape(_told(sample))}</p>"
        f'<p class="ways-on">{link}{unseen}{results}</p></li>'
    )


def _told(sample: Assessment) -> str:
    if sample.locked_at is None:
        missing = what_is_missing(store(), acting(), sample.id)
        begun = _("Begun on {day}.").format(day=day(sample.made_at))
        return f"{begun} {' '.join(missing) or _('Ready: candidates can be invited.')}"
    told = _("Locked on {day}.").format(day=day(sample.locked_at))
    if sample.closed_at is not None:
        told = _("Closed on {day}.").format(day=day(sample.closed_at))
    if not hires():
        return told
    invited = candidacies(store(), acting(), sample.id)
    done = sum(one.finished_at is not None for one in invited)
    return f"{told} " + _("{n} invited, {done} finished.").format(n=len(invited), done=done)


def _draw_new() -> None:
    st.subheader(_("Set up a work sample"), anchor=False)
    good = [one for one in scenarios().values() if may_be_assessed(one)]
    if not good:
        st.info(_("No scenario here has parallel forms, so that nobody can be assessed yet."))
        return
    st.write(
        _(
            "It begins with what is usual: {n} calls, the duties of such postings with their "
            "weights, and a notice as a template. Change what is different at your company, draw "
            "the forms, and have somebody else look it over."
        ).format(n=min(SCENARIOS, len(good)))
    )
    draw_trouble(_NEW)
    with st.form("new_sample_form", width=800):
        st.text_input(_("For which job"), key=_JOB, placeholder=_("Collector, early arrears"))
        st.text_input(
            _("Who answers questions and appeals"),
            key=_APPEALS,
            placeholder=_("Name and address, as candidates read it"),
        )
        st.form_submit_button(_("Begin"), type="primary", on_click=_begin)


def _begin() -> None:
    good = [one.id for one in scenarios().values() if may_be_assessed(one)]
    told = {
        "job": st.session_state[_JOB].strip(),
        "appeals_to": st.session_state[_APPEALS].strip(),
        "scenarios": good[:SCENARIOS],
        "duties": usual_duties(),
        "bar": _BAR,
    }
    try:
        st.session_state[_NEW] = make(store(), acting(), set_up_from(told), now()).id
    except TrainingError as error:
        keep_trouble(error, _NEW)


def title_of(scenario_id: str) -> str:
    """What a scenario is called, as long as it is here."""
    found = scenarios().get(scenario_id)
    return found.title if found else scenario_id
