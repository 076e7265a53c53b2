"""The queue of an assessor: work samples by what comes next, each under its candidate's alias."""

from collections.abc import Mapping, Sequence
from html import escape

import streamlit as st

from pages._parts import clock, day
from pages._texts import _
from training.assessments.rating import Stage
from training.waiting import Waiting

_HEADINGS: Mapping[Stage, str] = {
    Stage.AGREE: _("To talk over, and to agree on"),
    Stage.CONFIRM: _("Agreed: the machine's view, and what is to be confirmed"),
    Stage.RATE: _("To rate, the oldest first"),
    Stage.WAIT: _("Yours are saved; a second person's are due"),
}
"""What is nearest to its end comes first."""
_WAYS: Mapping[Stage, str] = {
    Stage.AGREE: _("Agree on one sheet"),
    Stage.CONFIRM: _("Open the machine's view"),
    Stage.RATE: _("Rate it blind"),
    Stage.WAIT: _("Your rating"),
}


def draw_samples_due(found: Sequence[Waiting]) -> None:
    """Nothing where none waits; names are not known here, and the machine's marks are not told."""
    if not found:
        return
    st.caption(
        _(
            "Work samples are rated without names, by two people apart. The machine's marks open "
            "once both have agreed on one sheet."
        )
    )
    for stage, heading in _HEADINGS.items():
        if here := [one for one in found if one.stage is stage]:
            st.subheader(heading, anchor=False)
            st.html(f'<ol class="queue">{"".join(map(_entry, here))}</ol>')


def _entry(one: Waiting) -> str:
    told = _("Handed in {day}, {time}").format(
        day=day(one.handed_in_at, weekday=True), time=clock(one.handed_in_at)
    )
    of = _("of {who}, {title}").format(who=one.who, title=one.title)
    way = _WAYS[one.stage or Stage.WAIT]
    return (
        f"<li><b>{escape(one.who)}</b> · {escape(one.title)}<p>{escape(told)}</p>"
        f'<p class="ways-on"><a href="rating?attempt={escape(one.attempt_id)}" target="_self">'
        f'{escape(way)}<span class="unseen"> {escape(of)}</span></a></p></li>'
    )
