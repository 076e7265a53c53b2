"""Around every stage of a work sample: where one is, the minutes, the pause, and whom to ask."""

from collections.abc import Callable
from dataclasses import dataclass
from html import escape

import streamlit as st

from pages._floor import now, store
from pages._keys import draw_keys
from pages._line import draw_controls
from pages._opened import show
from pages._parts import keep_trouble, plain
from pages._texts import _
from pages._who import token
from simulator.scenario import Scenario
from training import practice
from training.assessments.browsers import leave
from training.assessments.context import still_here
from training.assessments.models import SetUp
from training.assessments.opening import Here
from training.assessments.places import MAY_PAUSE, Clock, Place, Stage, attempt_at
from training.assessments.taking import go_on, pause
from training.errors import TrainingError
from training.models import Attempt, Person
from training.store import Store

LOST = "connection_lost"
"""Where it is kept until the page says so."""
STAGES = {
    Stage.NOTICE: _("What you should know"),
    Stage.DEVICE: _("Your device"),
    Stage.ROOM: _("Practice room"),
    Stage.NEXT_PART: _("Before the next call"),
    Stage.DESK: _("The desk"),
    Stage.CALL: _("The call"),
    Stage.MESSAGE: _("The message"),
    Stage.WRAP_UP: _("The wrap-up"),
    Stage.OVER: _("The end"),
}


@dataclass(frozen=True)
class Candidate:
    """Whose page is drawn, and where they stand."""

    here: Here
    there: Place

    @property
    def set_up(self) -> SetUp:
        """What was set up for everybody who takes this work sample."""
        return self.here.assessment.set_up

    @property
    def way(self) -> tuple[Store, Person, str]:
        """What every function of a candidate's way is told first."""
        return store(), self.here.person, self.here.candidacy.id

    @property
    def attempt(self) -> Attempt:
        """The attempt of this part; what callbacks go on from is the same one."""
        attempt = attempt_at(self.there)
        show(attempt)
        return attempt

    @property
    def scenario(self) -> Scenario:
        """The situation of this part."""
        return practice.scenario_of(store(), self.here.person, self.attempt)


def draw_head(candidate: Candidate) -> None:
    """The job, the part and the stage, the minutes and the pause."""
    there, set_up = candidate.there, candidate.set_up
    with st.container(key="call_head", horizontal=True, vertical_alignment="center"):
        with st.container(width="stretch"):
            st.header(STAGES[there.stage], anchor=False)
            st.caption(_where(candidate))
        if there.clock is not None:
            _draw_clock(there.clock, stopped=there.paused)
        if there.stage is Stage.CALL and candidate.attempt.state.call is not None:
            draw_controls(candidate.attempt.state.call, candidate.scenario)
        if there.stage in MAY_PAUSE and there.pauses_left and not there.paused:
            st.button(_("Pause"), on_click=_pause, args=(candidate,), help=_about_pauses(there))
    if candidate.here.assessment.dry_run_of is not None:
        st.info(
            _("A dry run of {job}: nobody rates it, and it counts nowhere.").format(job=set_up.job)
        )


def _where(candidate: Candidate) -> str:
    job, there = candidate.set_up.job, candidate.there
    told = _("Work sample: {job}").format(job=job)
    if there.part:
        parts = len(candidate.set_up.scenarios)
        told += " · " + _("call {part} of {parts}").format(part=there.part, parts=parts)
    if candidate.here.candidacy.retake_of is not None:
        told += " · " + _("a retake")
    return told


def _draw_clock(clock: Clock, *, stopped: bool) -> None:
    """The minutes that are used; the browser counts. Without a clock there is nothing to see."""
    if not clock.shown:
        return
    whole = f"{clock.allowed.total_seconds() / 60:.0f}"
    told = escape(_("Your time for this: {whole} minutes").format(whole=whole))
    kind = "clock stopped" if stopped or clock.over else "clock"
    passed = min(clock.passed, clock.allowed).total_seconds()
    soon = _("of {whole} minutes, nearly over") if clock.ends_soon else _("of {whole} minutes")
    of_all = escape(soon.format(whole=whole))
    st.html(
        f'<span class="{kind}" role="timer" title="{told}" aria-label="{told}" '
        f'style="--passed: -{passed:.0f}s"></span> <span class="of-minutes">{of_all}</span>',
        width="content",
    )


def draw_pause(candidate: Candidate) -> None:
    """Nothing but the way on."""
    st.subheader(_("You are having a pause"), anchor=False)
    st.write(
        _(
            "The clock stands still until you go on, however long that is. You may close this "
            "page; in this browser you come back here."
        )
    )
    st.button(_("Go on"), type="primary", on_click=_go_on, args=(candidate,))
    st.caption(_about_pauses(candidate.there))


def _about_pauses(there: Place) -> str:
    if there.paused:
        left = there.pauses_left
        return _("Pauses left after this one: {left}").format(left=left)
    return _("The clock stops until you go on. Pauses left: {left}").format(left=there.pauses_left)


def draw_foot(candidate: Candidate) -> None:
    """Whose page it is, whom to write to, and the way out of this browser."""
    with st.container(key="who", horizontal=True, vertical_alignment="center"):
        st.text(_("Taken by {name}").format(name=candidate.here.person.name))
        with st.popover(_("Help and appeals"), type="tertiary"):
            _draw_help(candidate)
        draw_keys()


def _draw_help(candidate: Candidate) -> None:
    st.write(
        plain(
            _("Questions, or something that was not fair? Write to {address}.").format(
                address=candidate.set_up.appeals_to
            )
        )
    )
    st.write(
        _(
            "If your connection is lost, open this page again in this browser: you go on where "
            "you stopped, and the time you were away does not count."
        )
    )
    st.caption(
        _(
            "Do others use this computer, or do you want to sign in here with an account? Then "
            "take your work sample off this browser. To go on, or to read your feedback sheet, you "
            "need a new link after that."
        )
    )
    st.button(_("Take it off this browser"), on_click=_leave)


def came_back(candidate: Candidate) -> None:
    """For callbacks, first: what was lost of the connection is no time when something is sent."""
    lost = still_here(*candidate.way, token(), now())
    if lost:
        st.session_state[LOST] = lost


def carry_out(candidate: Candidate, step: Callable[..., object], *given: object) -> None:
    """For callbacks: one function of the way; what goes wrong is told on the page."""
    try:
        came_back(candidate)
        step(*candidate.way, *given, now())
    except TrainingError as error:
        keep_trouble(error)


def _pause(candidate: Candidate) -> None:
    carry_out(candidate, pause)


def _go_on(candidate: Candidate) -> None:
    carry_out(candidate, go_on)


def _leave() -> None:
    leave(store(), token())
    st.session_state.clear()
