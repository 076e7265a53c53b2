"""Practise: choose a scenario."""

from collections.abc import Iterable, Mapping, Sequence

import streamlit as st

from datafiles import DataFileError
from pages._choosing import filtered
from pages._entrance import enter
from pages._floor import store
from pages._paging import draw_paged
from pages._parts import day, name_tab, plain
from pages._shipped import scenarios, shelf
from pages._texts import _, plural
from pages._who import acting
from simulator.scenario import Scenario
from training.forms import forms_given
from training.progress import Step, progress
from training.standing import NOT_TRIED, Standing, standings

_AT_ONCE = 12
"""Cards on one page of the list."""


def draw() -> None:
    """The list of scenarios, easiest first."""
    name_tab(_("Practise"))
    st.title(_("Practise"), anchor=False)
    st.write(
        _(
            "Choose a call. You read a brief, talk in writing with the person who picks up, do "
            "the wrap-up and read your scorecard. In a few you write texts or e-mails, or decide "
            "first whom to dial. Nobody has to pass at the first go."
        )
    )
    given = forms_given(store(), acting(), scenarios().values())
    offered = tuple(one.scenario for one in given.values())
    _list(offered, standings(store(), acting(), progress(store(), acting())))
    if shelf().broken:
        _broken_files(shelf().broken)


@st.fragment
def _list(offered: Iterable[Scenario], standing: Mapping[str, Standing]) -> None:
    """What is typed and chosen above the list draws the list anew, and reads nothing for it."""

    def cards(some: Sequence[Scenario]) -> None:
        for scenario in some:
            _card(scenario, standing.get(scenario.id, NOT_TRIED))

    draw_paged(filtered(offered), cards, _AT_ONCE)


def _broken_files(broken: Sequence[DataFileError]) -> None:
    """Files that cannot be practised, for whoever writes them."""
    with st.expander(_("Files that cannot be used: {broken}").format(broken=len(broken))):
        for fault in broken:
            st.code(str(fault), language=None, wrap_lines=True)


def _card(scenario: Scenario, standing: Standing) -> None:
    with st.container(border=True, key=f"card_{scenario.id}", width=800):
        st.subheader(plain(scenario.title), anchor=False)
        st.caption(
            _("Level {level} · {minutes} minutes · {topic} · {jurisdiction}").format(
                level=scenario.level,
                minutes=scenario.minutes,
                topic=scenario.topic,
                jurisdiction=scenario.jurisdiction,
            )
        )
        st.text(scenario.brief.who)
        st.text(_("Trains {skills}.").format(skills="; ".join(scenario.teaches)))
        if scenario.content_note:
            st.text(
                _("Before you open it: {content_note}").format(content_note=scenario.content_note)
            )
        st.caption(_results(standing))
        with st.container(horizontal=True, vertical_alignment="center"):
            # Streamlit's own way loses the filters of the address that Back leads to.
            st.html(
                f'<a class="way" href="brief?scenario={scenario.id}" target="_self">'
                f"{_('Read the brief')}</a>",
                width="content",
            )
            if standing.open_attempt:
                st.page_link(
                    "pages/call.py",
                    label=_("Go on where you were"),
                    query_params={"attempt": standing.open_attempt},
                )


def _results(standing: Standing) -> str:
    if standing.last is None:
        return _("You have not finished this one yet.")
    told = [plural("Finished once", "Finished {n} times", standing.tried)]
    if standing.last.with_care:
        return told[0]
    on = day(standing.last.started_at)
    told.append(_("last {grade} on {day}").format(grade=_grade(standing.last), day=on))
    if standing.best is not None:
        told.append(_("best {grade}").format(grade=_grade(standing.best)))
    if standing.passed is not None:
        told.append(_("passed") if standing.passed else _("bar not passed yet"))
    return " · ".join(told)


def _grade(step: Step) -> str:
    return (
        _("without a grade")
        if step.grade is None
        else _("{grade:.0f} of 100").format(grade=step.grade)
    )


enter(draw)
