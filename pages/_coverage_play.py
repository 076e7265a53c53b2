"""What is known of the scenarios' calls, and the play of those that were not played yet."""

import threading
from collections.abc import Mapping, Sequence

import streamlit as st

from commands.coverage import PlayedThrough
from datafiles import DataFileError, text_of
from pages._bench import around, own_names
from pages._beside import draw_progress
from pages._floor import store
from pages._shipped import bench, shelf
from pages._texts import _, plural
from simulator.library import open_text
from simulator.scenario import Scenario
from training.touching import Touched, kept_touched

_EVERY_SECONDS = 1.0


@st.cache_resource(show_spinner=False)
def _plays() -> tuple[list[PlayedThrough], threading.Lock]:
    """The play that runs, or ran last, whoever asked for it."""
    return [], threading.Lock()


def every_scenario() -> tuple[Scenario, ...]:
    """What ships, and the house's own as their files stand, drafts too; broken ones are left."""
    own = []
    for name in own_names():
        path = bench().path(name)
        try:
            own.append(open_text(text_of(path), path, around()))
        except DataFileError:
            continue
    return (*own, *shelf().scenarios.values())


def known_of(scenarios: Sequence[Scenario]) -> Mapping[str, Touched]:
    """What their calls touch, as far as they were played."""
    return kept_touched(store(), scenarios)


def draw_play(left: Sequence[Scenario]) -> None:
    """How far a play is, or the way to begin one where calls are missing."""
    plays, _lock = _plays()
    last = plays[-1] if plays else None
    if last is not None and last.runs:
        _watch(last)
        return
    if last is not None and last.failed:
        st.error(_("The play broke off. The log of the server says why; what was played is kept."))
    if not left:
        return
    told = plural(
        "{n} scenario was not played since it or the rules changed, and is not in the map.",
        "{n} scenarios were not played since they or the rules changed, and are not in the map.",
        len(left),
    )
    st.info(told)
    st.button(_("Play their calls"), type="primary", on_click=_begin, args=(tuple(left),))


@st.fragment(run_every=_EVERY_SECONDS)
def _watch(play: PlayedThrough) -> None:
    """How far it is, drawn again by itself."""
    if not play.runs:
        st.rerun()
    draw_progress(play)


def _begin(left: tuple[Scenario, ...]) -> None:
    plays, lock = _plays()
    with lock:
        if any(one.runs for one in plays):
            return
        plays[:] = [PlayedThrough(store(), left)]
        plays[0].start()
