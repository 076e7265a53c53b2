"""Work samples: for hiring managers, set up in four steps, signed off, and candidates invited."""

import streamlit as st

from pages._entrance import enter
from pages._floor import store
from pages._parts import choose_step, day, draw_trouble, name_tab, plain
from pages._sample_calls import draw_calls
from pages._sample_candidates import draw_candidates
from pages._sample_duties import draw_duties
from pages._sample_forms import draw_forms
from pages._sample_list import draw_list
from pages._sample_notice import draw_notice_step
from pages._sample_preview import draw_preview
from pages._samples import AT, draw_for_others, draw_saved, fixed, opened
from pages._texts import _
from pages._who import acting, hires, looks_over
from training.assessments.models import Assessment
from training.assessments.setting_up import what_is_missing

_CALLS, _DUTIES, _TOLD, _FORMS, _CANDIDATES = (
    _("1 The calls"),
    _("2 What counts"),
    _("3 What they are told"),
    _("4 Forms and sign-off"),
    _("Candidates"),
)


def draw() -> None:
    """One work sample where the address names it, else all of them."""
    name_tab(_("Work samples"))
    named = AT in st.query_params and looks_over()
    sample = opened() if named else None
    if sample is not None:
        _one(sample)
    elif named:
        st.title(_("There is no such work sample"), anchor=False)
        st.page_link("pages/work_samples.py", label=_("To all work samples"))
    else:
        st.title(_("Work samples"), anchor=False)
        if not draw_for_others():
            draw_list()


def _one(sample: Assessment) -> None:
    name_tab(sample.set_up.job)
    st.title(plain(sample.set_up.job), anchor=False)
    st.caption(_state(sample))
    steps = [_CALLS, _DUTIES, _TOLD, _FORMS, *([_CANDIDATES] if hires() else [])]
    first = _CANDIDATES if fixed(sample) and hires() else _CALLS if hires() else _FORMS
    step = choose_step(steps, f"sample_step_{sample.id}", first)
    _draw_next(sample)
    draw_trouble(AT)
    draw_saved(sample)
    if step == _CANDIDATES:
        st.page_link("pages/results.py", label=_("Results"), query_params={AT: sample.id})
        draw_candidates(sample)
    elif step == _FORMS:
        draw_forms(sample)
    else:
        _with_preview(sample, step)
    st.page_link("pages/work_samples.py", label=_("To all work samples"))


def _with_preview(sample: Assessment, step: str) -> None:
    left, right = st.columns([3, 2], gap="large")
    with left:
        if step == _CALLS:
            draw_calls(sample)
        elif step == _DUTIES:
            draw_duties(sample)
        else:
            draw_notice_step(sample)
    with right:
        draw_preview(sample)


def _draw_next(sample: Assessment) -> None:
    """What is to be done before the first candidate."""
    if sample.locked_at is None:
        missing = what_is_missing(store(), acting(), sample.id)
        ready = _("Ready: candidates can be invited.")
        st.write(_("Next: {what}").format(what=" ".join(missing)) if missing else ready)


def _state(sample: Assessment) -> str:
    if sample.closed_at is not None:
        return _("Work sample · closed on {day}").format(day=day(sample.closed_at))
    if sample.locked_at is not None:
        told = _("Work sample · locked on {day}: its candidates all get the same")
        return told.format(day=day(sample.locked_at))
    return _("Work sample · being set up; it is locked with the first invitation")


enter(draw)
