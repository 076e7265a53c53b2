"""Work samples as pages see them: which one is open, and what is fixed of it by a click."""

from collections.abc import Mapping

import streamlit as st

from pages._floor import now, store
from pages._parts import keep_trouble
from pages._texts import _
from pages._who import acting, looks_over
from training.assessments.models import Assessment
from training.assessments.setting_up import assessment, change
from training.errors import TrainingError

AT = "sample"
_SAVED = "sample_saved"


def draw_for_others() -> bool:
    """Say whom these pages are for, where whoever acts is none of them; whether it was said."""
    if looks_over():
        return False
    st.write(
        _(
            "This page is for hiring managers, who set work samples up, and for assessors, who "
            "look them over before anybody takes them."
        )
    )
    st.page_link("pages/today.py", label=_("Back to Today"))
    return True


def opened() -> Assessment | None:
    """The work sample that the address names, if there is one of that id."""
    try:
        return assessment(store(), acting(), st.query_params[AT])
    except (KeyError, TrainingError):
        return None


def fix(sample: Assessment, changes: Mapping[str, object]) -> None:
    """For callbacks: keep the set-up with these changes."""
    try:
        change(store(), acting(), sample, changes, now())
    except TrainingError as error:
        keep_trouble(error, AT)
    else:
        st.session_state[_SAVED] = sample.id


def draw_saved(sample: Assessment) -> None:
    """Say, once, that it was kept."""
    if st.session_state.pop(_SAVED, None) == sample.id:
        st.markdown(f"**✓ {_('Saved')}**")


def at(sample: Assessment, field: str) -> str:
    """The key of a field: another one as soon as somebody saved something else."""
    return f"{AT}_{sample.id}_{abs(hash(sample.set_up)) % 10**8}_{field}"


def fixed(sample: Assessment) -> bool:
    """Whether nothing of it can be changed any more."""
    return sample.locked_at is not None
