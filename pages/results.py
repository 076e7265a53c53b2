"""Results: a band for each candidate of a work sample, what it rests on, and the decision."""

from collections.abc import Callable, Mapping

import streamlit as st

from pages._entrance import enter
from pages._floor import store
from pages._form_equivalence import draw_equivalence
from pages._parts import name_tab, plain
from pages._result import draw_one
from pages._result_bands import draw_bands
from pages._result_comparison import draw_comparison
from pages._result_files import draw_downloads
from pages._result_groups import draw_groups
from pages._result_guide import draw_guide
from pages._samples import AT
from pages._texts import _, plural
from pages._who import acting, hires
from training.assessments.exporting import results_table
from training.assessments.hiring import NoSuchAssessment
from training.assessments.results import Results, results

_ONE, _BESIDE, _GUIDE, _GROUPS, _FORMS = (
    _("One candidate"),
    _("Side by side"),
    _("Interview guide"),
    _("Groups"),
    _("Forms"),
)
_VIEWS: Mapping[str, Callable[[Results], None]] = {
    _ONE: draw_one,
    _BESIDE: draw_comparison,
    _GUIDE: draw_guide,
    _GROUPS: draw_groups,
    _FORMS: lambda found: draw_equivalence(found.sample),
}


def draw() -> None:
    """The bands first, then what is looked at of them."""
    name_tab(_("Results"))
    if not hires():
        st.title(_("Results"), anchor=False)
        st.write(_("This page is for hiring managers, who decide on candidates."))
        st.page_link("pages/today.py", label=_("Back to Today"))
        return
    try:
        found = results(store(), acting(), st.query_params.get(AT, ""))
    except NoSuchAssessment:
        st.title(_("There is no such work sample"), anchor=False)
    else:
        _draw(found)
    st.page_link("pages/work_samples.py", label=_("To all work samples"))


def _draw(found: Results) -> None:
    job = found.sample.set_up.job
    name_tab(_("Results: {job}").format(job=job))
    st.title(plain(_("Results: {job}").format(job=job)), anchor=False)
    st.caption(_counted(found))
    if not found.lines:
        st.write(
            _(
                "A band for each candidate will be here, once two people have rated their calls "
                "apart and agreed. Assessors find the calls in their queue."
            )
        )
        return
    draw_bands(found)
    for dimension, versions in found.wordings.items():
        st.warning(
            _(
                "{criterion}: its candidates were rated by several versions of the scale "
                "({versions}). What a level means is not the same for all of them."
            ).format(criterion=_(dimension.label), versions=", ".join(map(str, versions)))
        )
    view = st.segmented_control(
        _("Look at"), list(_VIEWS), default=next(iter(_VIEWS)), required=True, key="results_view"
    )
    _VIEWS[view](found)
    if view in (_ONE, _BESIDE):
        draw_downloads(
            _("All results as a table to take along"),
            lambda kept, person, at: results_table(kept, person, found.sample.id, at),
            "results",
            _("Results"),
        )


def _counted(found: Results) -> str:
    parts = [plural("{n} candidate rated", "{n} candidates rated", len(found.lines))]
    if found.waiting:
        parts.append(plural("{n} waits for raters", "{n} wait for raters", found.waiting))
    if found.on_their_way:
        parts.append(plural("{n} has not finished", "{n} have not finished", found.on_their_way))
    return " · ".join(parts)


enter(draw)
