"""Step 3 of a work sample: what candidates are told, and what is asked and kept of them."""

from collections.abc import Mapping

import streamlit as st

from pages._floor import folder
from pages._limited import draw_area, draw_line
from pages._parts import bullets
from pages._samples import at, fix, fixed
from pages._texts import _
from pages._who import hires
from training.assessments.models import (
    LONGEST_APPEALS_TO,
    LONGEST_CONSENT,
    LONGEST_PART,
    Assessment,
)
from training.assessments.notices import SLOTS, Template, templates

_LONGEST = 3650
_SHORTEST = 30


def draw_notice_step(sample: Assessment) -> None:
    """The place with its template, then the text in use."""
    closed = fixed(sample) or not hires()
    st.subheader(_("What they are told"), anchor=False)
    known = templates(folder())
    if not closed:
        _draw_place(sample, known)
    with st.form(at(sample, "told"), border=False):
        draw_line(
            _("Who answers questions and appeals"),
            LONGEST_APPEALS_TO,
            at(sample, "appeals_to"),
            sample.set_up.appeals_to,
            disabled=closed,
        )
        st.number_input(
            _("What they typed is kept for so many days"),
            _SHORTEST,
            _LONGEST,
            sample.set_up.keep_days,
            key=at(sample, "keep_days"),
            disabled=closed,
            width=360,
        )
        st.checkbox(
            _("Ask for sex and ethnicity on a voluntary form, kept apart"),
            sample.set_up.asks_demographics,
            key=at(sample, "asks_demographics"),
            disabled=closed,
            help=_("Without it nothing can be said of adverse impact."),
        )
        _draw_text(sample, closed=closed)
        if not closed:
            st.form_submit_button(_("Save"), type="primary", on_click=_save, args=(sample,))


def _draw_place(sample: Assessment, known: Mapping[str, Template]) -> None:
    chosen = st.selectbox(
        _("Where the candidates are"),
        list(known),
        list(known).index(sample.set_up.place) if sample.set_up.place in known else 0,
        format_func=lambda name: known[name].place,
        key=at(sample, "place"),
        width=360,
    )
    if chosen != sample.set_up.place:
        st.write(
            _(
                "The text of {place} takes the place of the one below, with all that was written "
                "in it. Until you take it, nothing changes."
            ).format(place=known[chosen].place)
        )
        label = _("Take the text of this place")
        st.button(label, on_click=_take_place, args=(sample, chosen))
    template = known.get(sample.set_up.place)
    if template and template.for_counsel:
        st.info(_("These texts are templates for counsel and no legal advice."))
        with st.expander(_("What to ask counsel before you use it")):
            bullets(template.for_counsel)


def _take_place(sample: Assessment, chosen: str) -> None:
    fix(sample, {"place": chosen, "notice": (), "consent": ""})


def _draw_text(sample: Assessment, *, closed: bool) -> None:
    with st.expander(_("The text, part by part")):
        st.caption(
            _("Words in braces are filled in: {slots}. A part without words is left out.").format(
                slots=", ".join(f"{{{one}}}" for one in SLOTS)
            )
        )
        for part in sample.set_up.notice:
            draw_area(
                part.heading,
                LONGEST_PART,
                at(sample, f"part_{part.id}"),
                part.text,
                disabled=closed,
            )
        draw_line(
            _("What they agree to"),
            LONGEST_CONSENT,
            at(sample, "consent"),
            sample.set_up.consent,
            disabled=closed,
        )


def _save(sample: Assessment) -> None:
    given = st.session_state
    texts = {one: given[at(sample, f"part_{one.id}")].strip() for one in sample.set_up.notice}
    told = tuple(
        {"id": one.id, "heading": one.heading, "text": text} for one, text in texts.items() if text
    )
    fields = ("keep_days", "asks_demographics")
    words = ("appeals_to", "consent")
    fix(
        sample,
        {
            "notice": told,
            **{name: given[at(sample, name)] for name in fields},
            **{name: given[at(sample, name)].strip() for name in words},
        },
    )
