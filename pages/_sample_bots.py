"""What bots reach on the forms of a work sample: held beside the page, and shown form by form."""

import threading
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from functools import partial

import streamlit as st

from commands.forms_played import FormsPlayed
from pages._beside import draw_progress
from pages._floor import store
from pages._parts import plain, rows
from pages._sample_list import title_of
from pages._samples import fixed
from pages._texts import _
from pages._who import acting, hires
from training.assessments.bot_tables import (
    MOST_APART,
    PlayedForm,
    apart,
    heading,
    keep_bots,
)
from training.assessments.equivalence import ENOUGH
from training.assessments.models import Assessment, BotTable, Form
from training.models import Person
from training.store import Store

_CALLS_OF_EACH = 4
_EVERY_SECONDS = 1.0


@st.cache_resource(show_spinner=False)
def _plays() -> tuple[dict[str, FormsPlayed], threading.Lock]:
    """The last play of each work sample, whoever asked for it; one runs at a time."""
    return {}, threading.Lock()


def draw_bots(sample: Assessment, forms: Sequence[Form]) -> None:
    """How far it is, or what was found, and the way to begin."""
    st.subheader(_("Played by bots"), anchor=False)
    play = _plays()[0].get(sample.id)
    if play is not None and play.runs:
        _watch(sample)
        return
    if play is not None and play.failed and not fixed(sample):
        st.error(_("The bots broke off. The log of the server says why."))
    for scenario_id in sample.set_up.scenarios:
        _draw_tables(scenario_id, [one for one in forms if one.scenario_id == scenario_id])
    st.caption(
        _(
            "Bots are not moved by a name; people may be. Whether the forms are alike for people "
            "is unknown until each has had {enough} candidates."
        ).format(enough=ENOUGH)
    )
    if hires() and not fixed(sample):
        played = all(one.bots for one in forms)
        other = next((one for one in _plays()[0].values() if one.runs), None)
        if other is not None:
            st.info(_("Bots are playing another work sample; one runs at a time."))
        st.button(
            _("Let them play again") if played else _("Let bots play the forms"),
            disabled=other is not None,
            on_click=_begin,
            args=(sample, tuple(forms)),
        )


def _draw_tables(scenario_id: str, forms: Sequence[Form]) -> None:
    tables = [one.bots for one in forms if one.bots is not None]
    if not tables or len(tables) < len(forms):
        st.text(_("{title}: no bot has played its forms yet.").format(title=title_of(scenario_id)))
        return
    found = apart(tables)
    sign = "✓" if found <= MOST_APART else "■"
    st.markdown(f"**{sign} {plain(title_of(scenario_id))}: {_(heading(found))}**")
    st.caption(
        _("Mean outcome {means} of 100: {found} apart, at most {most} are allowed.").format(
            means=", ".join(f"{one.outcome:.1f}" for one in tables),
            found=f"{found:.1f}",
            most=f"{MOST_APART:g}",
        )
    )
    with st.expander(_("Bot by bot")):
        heads = (_("Bot"), *(_("Form {n}").format(n=one.number) for one in forms))
        caption = _("Mean grade in {n} calls of each").format(n=tables[0].seeds)
        rows(caption, heads, _lines(tables))


def _lines(tables: Sequence[BotTable]) -> list[tuple[str, ...]]:
    by_bot = [
        (of[0].bot, *(f"{row.grade:.1f}" for row in of))
        for of in zip(*(one.rows for one in tables), strict=True)
    ]
    ends = tuple(f"{one.ends:.0f}" for one in tables)
    return [*by_bot, (_("Acceptable ends of 100"), *ends)]


@st.fragment(run_every=_EVERY_SECONDS)
def _watch(sample: Assessment) -> None:
    """How far it is, drawn again by itself."""
    play = _plays()[0][sample.id]
    if not play.runs:
        st.rerun()
    draw_progress(play)


def _begin(sample: Assessment, forms: tuple[Form, ...]) -> None:
    plays, lock = _plays()
    with lock:
        if any(one.runs for one in plays.values()):
            return
        told = partial(_keep, store(), acting(), sample.id)
        plays[sample.id] = play = FormsPlayed(forms, _CALLS_OF_EACH, told)
        play.start()


def _keep(
    kept_in: Store, person: Person, sample_id: str, tables: Mapping[PlayedForm, BotTable]
) -> None:
    """Called from the thread of the play, where nobody's browser tells the time."""
    keep_bots(kept_in, person, sample_id, tables, datetime.now(UTC))
