"""What a candidate sees of a work sample, in their order, beside what is being set up."""

from html import escape

import streamlit as st

from pages._floor import store
from pages._parts import bullets, plain
from pages._shipped import scenarios
from pages._situation import draw_situation
from pages._texts import _
from pages._who import acting
from simulator.scenario import Scenario
from training.assessments.forms import forms
from training.assessments.models import Assessment, Minutes, Paragraph
from training.assessments.notices import told


def draw_preview(sample: Assessment) -> None:
    """The parts with their minutes, the notice, and what is read before each call."""
    set_up = sample.set_up
    with st.container(border=True, key="sample_preview"):
        st.subheader(_("What the candidate sees"), anchor=False)
        st.markdown(
            _("**{job}** · at most {n} minutes").format(
                job=plain(set_up.job), n=set_up.whole_minutes()
            )
        )
        calls = [_call(sample, name) for name in set_up.scenarios]
        bullets(_parts(sample, len(calls)))
        with st.expander(_("The notice, and what they agree to")):
            draw_paragraphs(told(set_up))
            st.checkbox(plain(set_up.consent), disabled=True, key=f"preview_consent_{sample.id}")
        for nth, scenario in enumerate(calls, start=1):
            if scenario is not None:
                with st.expander(_("Before call {n}").format(n=nth)):
                    draw_situation(scenario)
        st.caption(
            _("Names, days and amounts are those of one form; each candidate gets one of several.")
        )


def draw_paragraphs(paragraphs: tuple[Paragraph, ...]) -> None:
    """A notice as it is read."""
    st.html(
        "".join(f"<p><b>{escape(one.heading)}</b><br>{escape(one.text)}</p>" for one in paragraphs)
    )


def _parts(sample: Assessment, calls: int) -> list[str]:
    minutes = sample.set_up.minutes
    found = [
        _("Notice and consent, without a clock"),
        _("A look at their device, and a practice call that nobody looks at"),
    ]
    found += [_call_told(nth, minutes) for nth in range(1, calls + 1)]
    if sample.set_up.written_message:
        found.append(_("One written message: {n} minutes").format(n=minutes.message))
    if sample.set_up.asks_demographics:
        found.append(_("A voluntary form: sex and ethnicity"))
    return [*found, _("The end, with the address for appeals; later a feedback sheet")]


def _call_told(nth: int, minutes: Minutes) -> str:
    return _("Call {nth}: desk {desk}, call {call}, wrap-up {wrap_up} minutes").format(
        nth=nth, desk=minutes.desk, call=minutes.call, wrap_up=minutes.wrap_up
    )


def _call(sample: Assessment, scenario_id: str) -> Scenario | None:
    """A form of the call as it was drawn; before that as it would be."""
    drawn = [one for one in forms(store(), acting(), sample.id) if one.scenario_id == scenario_id]
    if drawn:
        return drawn[0].scenario
    written = scenarios().get(scenario_id)
    return written.form(1) if written and len(written.form_names) > 1 else written
