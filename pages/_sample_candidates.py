"""The candidates of a work sample: invite one or many, and what can be done for each."""

from collections.abc import Sequence
from datetime import timedelta

import streamlit as st

from pages._easier import draw_easier, easier_given, easier_told, forget_easier
from pages._floor import now, store
from pages._limited import draw_line
from pages._paging import draw_paged
from pages._parts import bullets, keep_trouble, rows
from pages._sample_candidate import draw_candidate, names_of_forms
from pages._sample_links import draw_links, hand_over
from pages._samples import AT
from pages._texts import _, plural
from pages._who import acting
from training.assessments.guests import COLUMNS, GuestList, guests_in
from training.assessments.inviting import (
    LASTS,
    LONGEST,
    Guest,
    candidacies,
    invite,
    names,
)
from training.assessments.models import Assessment, Candidacy
from training.assessments.setting_up import close, what_is_missing
from training.errors import TrainingError
from training.people import LONGEST_NAME

_NAME, _NEW = "guest_name", "guest"
_DAYS, _TABLE = "guest_days", "guest_table"


def draw_candidates(sample: Assessment) -> None:
    """Links that were just made, who is there, and the ways to invite."""
    draw_links(sample)
    missing = what_is_missing(store(), acting(), sample.id) if not sample.locked_at else ()
    if missing:
        st.write(_("Nobody can be invited yet:"))
        bullets(missing)
        return
    _draw_known(sample)
    if sample.closed_at is not None:
        st.caption(_("It is closed: nobody is invited to it any more."))
        return
    _draw_invite(sample)
    if sample.locked_at is not None:
        with st.popover(_("Close it")):
            st.write(_("Nobody is invited any more; whoever is invited may still take it."))
            st.button(_("Close it for good"), on_click=_close, args=(sample,))


def _draw_known(sample: Assessment) -> None:
    invited = candidacies(store(), acting(), sample.id)
    if not invited:
        st.write(
            _(
                "Nobody is invited yet. The first invitation locks the work sample: calls, "
                "duties, weights, bar, minutes, notice and forms stay as they are."
            )
        )
        return
    called = names(store(), acting(), sample.id)
    done = sum(one.finished_at is not None for one in invited)
    st.write(_("{n} invited, {done} finished.").format(n=len(invited), done=done))
    forms_called = names_of_forms(sample)

    def draw(some: Sequence[Candidacy]) -> None:
        for one in some:
            draw_candidate(sample, one, called[one.id], forms_called)

    draw_paged(invited, draw)


def _draw_invite(sample: Assessment) -> None:
    st.subheader(_("Invite"), anchor=False)
    one, many = st.tabs([_("One person"), _("Many, from a table")])
    with one, st.form("invite_one", border=False, width=800):
        draw_line(_("Name"), LONGEST_NAME, _NAME)
        with st.expander(_("Made easier for them (raters are not told)")):
            draw_easier(_NEW)
        _days(_DAYS)
        st.form_submit_button(_("Invite"), type="primary", on_click=_invite_one, args=(sample,))
    with many:
        _draw_table(sample)


def _days(key: str) -> None:
    st.number_input(
        _("The link opens for so many days"), 1, LONGEST.days, LASTS.days, key=key, width=300
    )


def _draw_table(sample: Assessment) -> None:
    st.write(
        _(
            "A CSV file with a column called name, one person in a line. It may have the columns "
            "{others} as well, for what is made easier."
        ).format(others=", ".join(COLUMNS[1:]))
    )
    file = st.file_uploader(_("The table"), type=["csv", "txt", "xlsx"], key=_TABLE, width=800)
    if file is None:
        return
    found = guests_in(file.getvalue())
    if found.faults:
        st.warning(_("Nobody is invited as long as there is a fault in it:"))
        bullets(found.faults)
        return
    lines = [
        (guest.name, ", ".join(easier_told(guest.adjustments)) or _("nothing"))
        for guest in found.guests
    ]
    rows(_("Who would be invited"), (_("Name"), _("Made easier")), lines)
    _days(f"{_DAYS}_many")
    count = len(found.guests)
    label = plural("Invite {n} person", "Invite {n} people", count)
    st.button(label, type="primary", on_click=_invite_many, args=(sample, found))


def _invite_one(sample: Assessment) -> None:
    given = st.session_state
    if _invite(sample, (Guest(given[_NAME], easier_given(_NEW)),), given[_DAYS]):
        given[_NAME] = ""
        forget_easier(_NEW)


def _invite_many(sample: Assessment, found: GuestList) -> None:
    if _invite(sample, found.guests, st.session_state[f"{_DAYS}_many"]):
        del st.session_state[_TABLE]


def _invite(sample: Assessment, guests: tuple[Guest, ...], days: int) -> bool:
    try:
        made = invite(store(), acting(), sample.id, guests, now(), timedelta(days=days))
    except TrainingError as error:
        keep_trouble(error, AT)
        return False
    hand_over(made)
    return True


def _close(sample: Assessment) -> None:
    try:
        close(store(), acting(), sample.id, now())
    except TrainingError as error:
        keep_trouble(error, AT)
