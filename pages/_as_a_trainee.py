"""The application as a trainee of a cohort sees it: whose it is, and how far it can be told."""

from html import escape

import streamlit as st

from pages._floor import store
from pages._gates import draw_gates
from pages._parts import plain, sentence
from pages._shipped import scenarios, stock
from pages._texts import _
from pages._who import acting
from training.cohorts import cohorts
from training.errors import TrainingError
from training.forms import held_back
from training.gates import gates
from training.previewing import SeenByThem, seen_by_them

COHORT = "cohort"
"""What the address of Today says where a trainer looks at it as somebody of that cohort."""
_NOBODY = ""


def draw_way_to_preview(cohort_id: str) -> None:
    """On the page of the cohorts: the way to Today as one of them has it."""
    label = _("See Today as one of them")
    st.page_link("pages/today.py", label=label, query_params={COHORT: cohort_id})


def choose_trainee(cohort_id: str) -> SeenByThem | None:
    """Whose page it is, and what cannot be in it; None, with the reason, where there is none."""
    told = escape(
        _("Preview: Today, their path and their gates as a trainee of a cohort has them.")
    )
    st.html(f'<p role="status"><b>{told}</b></p>')
    try:
        names = _names(cohort_id)
        member = st.selectbox(
            _("Seen as"), list(names), format_func=names.__getitem__, key="seen_as", width=420
        )
        seen = seen_by_them(store(), acting(), cohort_id, member or None, stock())
    except TrainingError as error:
        st.warning(plain(f"{sentence(error.wrong)} {sentence(error.allowed)}"))
        seen = None
    else:
        st.caption(
            _(
                "From what was submitted and given. What they practise privately, whether they "
                "drilled and notes to them are not in it, so that their own page may name another "
                "next thing. Nothing here is kept; what you open from here you open as yourself."
            )
        )
    st.page_link("pages/cohorts.py", label=_("Back to the cohorts"))
    return seen


def draw_gates_ahead(seen: SeenByThem) -> None:
    """What stands on their page *Progress*: level by level, what is passed and what is ahead."""
    st.subheader(_("Gates, on Progress"), anchor=False)
    known = frozenset((one.scenario_id, one.form) for one in seen.steps)
    draw_gates(gates(seen.steps, scenarios(), known, held_back(store())))


def _names(cohort_id: str) -> dict[str, str]:
    """Somebody who begins today, then everybody who is in it."""
    for one in cohorts(store(), acting()):
        if one.id == cohort_id:
            begins = _("somebody who begins today in {cohort}").format(cohort=one.name)
            return {_NOBODY: begins, **{member.id: member.name for member in one.members}}
    raise TrainingError(
        "cohort", _("there is no cohort of that address"), _("choose one under Cohorts")
    )
