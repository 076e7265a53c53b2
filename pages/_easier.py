"""What is made easier for a candidate: the fields to set it, and the words that are read of it."""

from collections.abc import Sequence

import streamlit as st

from pages._texts import _, plural
from training.assessments.models import NO_ADJUSTMENTS, Adjustments


def easier_told(easier: Adjustments) -> Sequence[str]:
    """Each thing that is made easier; nothing where it is as for everybody."""
    told = []
    if easier.extra_time:
        told.append(_("{n} % more minutes in every part").format(n=easier.extra_time))
    if easier.no_clock:
        told.append(_("no clock on the page"))
    if easier.breaks:
        told.append(plural("{n} pause more", "{n} pauses more", easier.breaks))
    return told


def draw_easier(of: str, easier: Adjustments = NO_ADJUSTMENTS) -> None:
    """The fields, as it is now; `of` says whose they are."""
    given = {"extra": easier.extra_time, "breaks": easier.breaks, "clock": easier.no_clock}
    for field, value in given.items():
        st.session_state.setdefault(f"{field}_{of}", value)
    extra, breaks = st.columns(2)
    with extra:
        st.number_input(
            _("Per cent more minutes for every part"), 0, 200, step=25, key=f"extra_{of}"
        )
    with breaks:
        st.number_input(_("Pauses more than the one of everybody"), 0, 10, key=f"breaks_{of}")
    st.checkbox(_("No clock on the page"), key=f"clock_{of}")


def easier_given(of: str) -> Adjustments:
    """What was set in these fields."""
    given = st.session_state
    return Adjustments(
        extra_time=given[f"extra_{of}"],
        no_clock=given[f"clock_{of}"],
        breaks=given[f"breaks_{of}"],
    )


def forget_easier(of: str) -> None:
    """The fields begin anew."""
    for field in ("extra", "breaks", "clock"):
        st.session_state.pop(f"{field}_{of}", None)
