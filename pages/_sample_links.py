"""Links of invitations: shown once, to be passed on; and the one of a dry run."""

from collections.abc import Sequence
from urllib.parse import urljoin

import pandas as pd
import streamlit as st

from audit.results import csv_of
from pages._floor import now, store
from pages._parts import clock, day, keep_trouble, plain, rows
from pages._samples import AT
from pages._texts import _
from pages._who import LINK, acting
from training.assessments.dry_runs import dry_run
from training.assessments.invitations import Invited
from training.assessments.models import Assessment
from training.errors import TrainingError

_GIVEN, _DRY = "invitation_links", "dry_run_link"


def hand_over(made: Sequence[Invited]) -> None:
    """For callbacks: these links are shown until somebody says that they have them."""
    fresh = {one.candidacy.id for one in made}
    before = [one for one in st.session_state.get(_GIVEN, ()) if one.candidacy.id not in fresh]
    st.session_state[_GIVEN] = (*before, *made)


def draw_links(sample: Assessment) -> None:
    """The links that were just made for this work sample."""
    given: Sequence[Invited] = st.session_state.get(_GIVEN, ())
    mine = [one for one in given if one.candidacy.assessment_id == sample.id]
    if not mine:
        return
    with st.container(border=True, key="new_links", width=800):
        st.subheader(_("Pass these links on now"), anchor=False)
        st.write(
            _(
                "They are kept nowhere and not shown again. Each opens once, in the browser in "
                "which it is opened first, until the day beside it. A lost link is replaced below."
            )
        )
        if len(mine) == 1:
            st.text(f"{mine[0].name}, {_until(mine[0])}")
            st.code(address(mine[0]), language=None, wrap_lines=True)
        else:
            lines = [(one.name, _until(one), address(one)) for one in mine]
            rows(_("Links"), (_("Name"), _("Opens"), _("Link")), lines)
        with st.container(horizontal=True):
            st.download_button(
                _("As a table (CSV)"),
                csv_of(_frame(mine)),
                "invitations.csv",
                "text/csv",
                on_click="ignore",
            )
            st.button(_("I have passed them on"), on_click=_passed_on, args=(sample,))


def draw_dry_run(sample: Assessment) -> None:
    """A link for whoever sets it up, to what a candidate goes through."""
    st.subheader(_("Take it yourself"), anchor=False)
    st.write(
        _(
            "A dry run is what a candidate goes through, from the link to the end. It counts "
            "nowhere, and nobody reads it."
        )
    )
    made: Invited | None = st.session_state.get(_DRY)
    if made is not None and st.session_state.get(f"{_DRY}_of") == sample.id:
        told = _("Your dry run opens until {day}, {time}.")
        until = made.candidacy.expires_at.astimezone()
        st.write(plain(told.format(day=day(until), time=clock(until))))
        st.link_button(_("Open it in a new tab"), address(made))
    st.button(_("Begin a dry run"), on_click=_dry_run, args=(sample,))


def address(one: Invited) -> str:
    """The whole link, as it is sent to somebody."""
    return urljoin(st.context.url or "/", f"candidate?{LINK}={one.token}")


def _until(one: Invited) -> str:
    return _("until {day}").format(day=day(one.candidacy.expires_at.astimezone()))


def _frame(made: Sequence[Invited]) -> pd.DataFrame:
    return pd.DataFrame(
        {
            "name": [one.name for one in made],
            "link": [address(one) for one in made],
            "opens_until": [one.candidacy.expires_at.isoformat() for one in made],
        }
    )


def _passed_on(sample: Assessment) -> None:
    st.session_state[_GIVEN] = tuple(
        one for one in st.session_state[_GIVEN] if one.candidacy.assessment_id != sample.id
    )


def _dry_run(sample: Assessment) -> None:
    try:
        st.session_state[_DRY] = dry_run(store(), acting(), sample.id, now())
        st.session_state[f"{_DRY}_of"] = sample.id
    except TrainingError as error:
        keep_trouble(error, AT)
