"""Trying a scenario in place: what is said or written left, what goes on in their head right."""

import secrets
from typing import NamedTuple

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from calls.desk import DeskPart
from calls.events import DialDecided, Voiced
from calls.state import CallState
from calls.turn import Channel
from pages._answering import answer
from pages._bench_mind import draw_mind
from pages._composer import draw_composer
from pages._decisions import decision_told
from pages._desk import BESIDE_A_LIST, draw_desk
from pages._floor import now
from pages._opened import do, show
from pages._parts import draw_trouble, keep_trouble
from pages._preview import draw_begin_preview
from pages._talk import draw_talk
from pages._texts import _
from pages._trial_room import room
from pages._trying import acting, store, try_as
from pages._voices import choose_voice, draw_fault, takes_time
from pages._who import acting as signed_in
from pages._work_list import draw_list
from simulator.scenario import Scenario, content_hash
from training import practice
from training.errors import NoSuchAttempt, TrainingError
from training.models import Attempt
from training.trials import begin_trial, go_back, steps_to_go_back, tries_as

_ROOM = "trial"
_TRIED = "bench_trial"
_AT = "bench_trial"
_LINE = "bench_line"
_MIND, _DESK = _("Their head"), _("The desk")


class _Tried(NamedTuple):
    """The trial of this window: which attempt, and of which words of the file."""

    attempt_id: str
    scenario_id: str
    fingerprint: str


def draw_trial(scenario: Scenario | None) -> None:
    """A try at what is being written, saved or not; it is kept nowhere and counts nowhere."""
    if scenario is None:
        st.info(_("It has faults, so nobody can pick up. Mend them under *Write* first."))
        return
    st.write(_("A trial is kept nowhere and counts for nothing. Each begins with another seed."))
    try_as(tries_as(room(_ROOM), signed_in(), now()), room(_ROOM))
    draw_trouble(_AT)
    attempt = _begun(scenario)
    _draw_begin(scenario, attempt)
    if attempt is None:
        return
    if st.session_state[_TRIED].fingerprint != content_hash(scenario):
        st.warning(_("You changed the file since this trial began. Begin once more to try it."))
    show(attempt)
    tried = practice.scenario_of(store(), acting(), attempt)
    left, right = st.columns([3, 2], gap="medium")
    with left:
        below, account = _draw_talk(attempt, tried)
        _draw_way_back(attempt, tried)
    with right:
        _draw_beside(attempt, tried, account)
    if practice.waits(attempt) and below is not None:
        answer(below)


def _begun(scenario: Scenario) -> Attempt | None:
    """The trial of this scenario that goes on in this window."""
    tried: _Tried | None = st.session_state.get(_TRIED)
    if tried is None or tried.scenario_id != scenario.id:
        return None
    try:
        return store().attempt(acting(), tried.attempt_id)
    except NoSuchAttempt:
        return None


def _draw_begin(scenario: Scenario, attempt: Attempt | None) -> None:
    """What begins it, as it is held, and what ends a call."""
    silent = scenario.with_care or scenario.dial is not None
    voiced = Voiced.TEMPLATE if silent else choose_voice()
    first, again = _("Call"), _("Call once more")
    if scenario.dial is not None or scenario.channel is not Channel.CALL:
        first, again = _("Begin"), _("Begin once more")
    with st.container(horizontal=True):
        st.button(
            first if attempt is None else again,
            type="primary",
            on_click=_begin,
            args=(scenario, voiced),
        )
        if attempt is not None and _on_the_line(attempt):
            st.button(_("End the call"), on_click=_end)
        draw_begin_preview(scenario.id)


def _on_the_line(attempt: Attempt) -> bool:
    """Whether somebody, or a machine, is at the other end of a telephone."""
    call = attempt.state.call
    return call is not None and not (call.over or call.written)


def _draw_talk(attempt: Attempt, scenario: Scenario) -> tuple[DeltaGenerator | None, str]:
    """A list, messages or a call, with the place for an answer and the account in front."""
    call = attempt.state.call
    talks = call is not None and call.channel is Channel.CALL and not call.over
    if scenario.dial is not None and not talks:
        draw_trouble()
        account = draw_list(attempt, scenario)
        return st.empty(), account or attempt.accounts[0]
    if call is None:
        return None, attempt.accounts[0]
    of = scenario.for_account(call.account)
    draw_trouble()
    draw_talk(attempt, call, of)
    below = st.empty()
    with below:
        draw_fault(attempt)
    if call.over:
        st.info(_("They write no more.") if call.written else _("The call is over."))
    if talks:
        draw_trouble(_LINE)
        st.chat_input(_("What do you say?"), key=_LINE, on_submit=_say)
    else:
        draw_composer(attempt, scenario, call.account)
    return below, call.account


def _draw_beside(attempt: Attempt, scenario: Scenario, account: str) -> None:
    """What a trainee never sees, or the desk that they have."""
    of, call = scenario.for_account(account), _conversation(attempt, account)
    shown = st.segmented_control(
        _("Beside it"),
        (_MIND, _DESK),
        default=_MIND,
        required=True,
        key="bench_beside",
        label_visibility="collapsed",
    )
    if shown == _MIND:
        draw_mind(call, of)
    else:
        draw_desk(attempt, of, call, BESIDE_A_LIST if scenario.dial else tuple(DeskPart))


def _conversation(attempt: Attempt, account: str) -> CallState | None:
    """The last one with that account."""
    held = (one for one in reversed(attempt.state.calls) if one.account == account)
    return next(held, None)


def _draw_way_back(attempt: Attempt, scenario: Scenario) -> None:
    """Any step of one's own, to do something else in its place."""
    steps = steps_to_go_back(attempt)
    if not steps:
        return
    told = {
        seq: f"{nth}. {_step(attempt, scenario, seq)}" for nth, seq in enumerate(steps, start=1)
    }
    with st.container(horizontal=True, vertical_alignment="bottom"):
        step = st.selectbox(
            _("Go on from an earlier line"),
            steps[::-1],
            format_func=told.__getitem__,
            key=f"back_{attempt.id}_{len(steps)}",
            width=420,
        )
        st.button(_("Go back before it"), on_click=_go_back, args=(step,))


def _step(attempt: Attempt, scenario: Scenario, seq: int) -> str:
    """A line as it was said or written; a decision with the name of whom it is about."""
    event = attempt.events[seq - 1]
    if isinstance(event, DialDecided):
        of = scenario.for_account(event.account)
        return f"{of.consumer_name}: {decision_told(event, of)}"
    words = next(
        line.turn.text for call in attempt.state.calls for line in call.lines if line.seq == seq
    )
    return " ".join(words.split())


def _begin(scenario: Scenario, voiced: Voiced) -> None:
    try:
        seed = secrets.randbits(32)
        made = begin_trial(room(_ROOM), signed_in(), scenario, seed, now(), voiced)
    except TrainingError as error:
        keep_trouble(error, _AT)
    else:
        st.session_state[_TRIED] = _Tried(made.id, scenario.id, content_hash(scenario))


def _say() -> None:
    words = st.session_state[_LINE]

    def take(drawn: Attempt) -> Attempt:
        way = practice.say if takes_time(drawn) else practice.take_turn
        return way(store(), acting(), drawn, words, now())

    do(take, _LINE)


def _go_back(step: int) -> None:
    tried: _Tried = st.session_state[_TRIED]

    def back(drawn: Attempt) -> Attempt:
        return go_back(room(_ROOM), signed_in(), drawn, step, now())

    if do(back, _AT):
        st.session_state[_TRIED] = tried._replace(attempt_id=st.session_state["attempt"].id)


def _end() -> None:
    do(lambda drawn: practice.end_call(store(), acting(), drawn, now()), _AT)
