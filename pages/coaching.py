"""Coaching: on a Monday, whom to talk with about what, and how rules, cohorts, scenarios stand."""

from collections.abc import Sequence

import streamlit as st

from pages._checking import checker
from pages._coaching_figures import draw_cohort_figures, draw_difficulties, draw_versions
from pages._entrance import enter
from pages._floor import now, store
from pages._heat import draw_heat
from pages._parts import name_tab
from pages._result_files import draw_downloads
from pages._submitted import submitted_calls
from pages._texts import _, plural
from pages._who import acting, coaches
from pages._whom_to_coach import draw_whom
from training.assessments.exporting import Exported
from training.coaching_tables import (
    cohorts_table,
    rules_table,
    scenarios_table,
    taken_along,
    versions_table,
    whom_table,
)
from training.cohorts import Cohort, cohorts
from training.comparing_cohorts import cohort_figures, difficulties, versions
from training.monday import rules_by_person, this_week
from training.submitted import Submitted


def draw() -> None:
    """People first, then rules, then what the figures rest on."""
    name_tab(_("Coaching"))
    st.title(_("Whom to coach this week"), anchor=False)
    if not coaches():
        st.write(_("This page is for trainers: it says whom to talk with about what."))
        st.page_link("pages/today.py", label=_("Back to Today"))
        return
    calls = submitted_calls()
    if not calls:
        st.write(
            _(
                "Nothing was submitted yet. Once trainees hand calls in, this page says whom to "
                "talk with about what, with the calls that show it."
            )
        )
        st.page_link("pages/cohorts.py", label=_("Enrol trainees and give them a path"))
        return
    _draw(calls)
    st.caption(
        _(
            "Only what was submitted is on this page. Private practice is in no figure, also not "
            "whether a call was practised before it was submitted."
        )
    )


def _draw(calls: tuple[Submitted, ...]) -> None:
    rules, known = checker().by_id, cohorts(store(), acting())
    if unmarked := sum(not one.marked for one in calls):
        st.caption(
            plural(
                "{n} submitted call has not been marked yet: nobody has opened it.",
                "{n} submitted calls have not been marked yet: nobody has opened them.",
                unmarked,
            )
        )
    whom = this_week(store(), acting(), calls, rules, now())
    draw_whom(whom, rules)
    if whom:
        _file(_("Whom to coach, to take along"), "whom-to-coach", whom_table(whom))
    st.subheader(_("Rules beside people"), anchor=False)
    st.caption(
        _(
            "These are the machine's marks, after people's verdicts. Whoever wants to rate calls "
            "blind does so before reading on, from the queue."
        )
    )
    cells = rules_by_person(_of_cohort(calls, known))
    draw_heat(cells, rules)
    _file(_("Rules beside people, to take along"), "rules-by-person", rules_table(cells))
    if known:
        st.subheader(_("Cohorts"), anchor=False)
        figures = cohort_figures(calls, known)
        draw_cohort_figures(figures)
        _file(_("Cohorts, to take along"), "cohorts", cohorts_table(figures))
    st.subheader(_("How hard scenarios are"), anchor=False)
    hard = difficulties(calls)
    draw_difficulties(hard)
    _file(_("Scenarios, to take along"), "scenarios", scenarios_table(hard))
    st.subheader(_("After a new version"), anchor=False)
    changed = versions(calls)
    draw_versions(changed)
    if changed:
        _file(_("Versions, to take along"), "versions", versions_table(changed))


def _of_cohort(calls: Sequence[Submitted], known: Sequence[Cohort]) -> Sequence[Submitted]:
    """Calls of those who are in the cohort that is chosen, if there are cohorts and one is."""
    if not known:
        return calls
    named = {one.id: one for one in known}
    chosen = st.selectbox(
        _("Of which cohort"),
        list(named),
        format_func=lambda one: named[one].name,
        index=None,
        key="heat_cohort",
        placeholder=_("everybody"),
        width=300,
    )
    members = {one.id for one in named[chosen].members} if chosen else None
    return [one for one in calls if members is None or one.person_id in members]


def _file(label: str, name: str, made: Exported) -> None:
    """A table to take along; that it left is written down."""
    draw_downloads(
        label, lambda kept, person, at: taken_along(kept, person, made, name, at), name, name
    )


enter(draw)
