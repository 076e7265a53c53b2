"""Trying a scenario in place: the call on the left, what goes on in the other head on the right."""

import secrets
import tempfile
from pathlib import Path

import streamlit as st

from calls.events import Voiced
from calls.fold import CallState
from calls.turn import Channel
from pages._floor import now
from pages._parts import bullets, draw_trouble, facts, keep_trouble
from pages._talk import draw_talk, type_out
from pages._texts import _
from pages._voices import choose_voice, draw_fault, voice
from pages._who import acting
from simulator.scenario import Scenario, content_hash
from training.errors import TrainingError
from training.models import Attempt, Person
from training.people import sign_in_locally
from training.practice import end_call, take_turn
from training.rewinding import lines_to_try_again
from training.store import Store
from training.trials import begin_trial, go_back

_TRIED = "bench_trial"
_AT = "bench_trial"
_LINE = "bench_line"
_MOODS = {
    "trust": _("Trust"),
    "tension": _("Tension"),
    "engagement": _("Engagement"),
    "shame": _("Shame"),
    "patience": _("Patience"),
}


@st.cache_resource(show_spinner=False)
def _trials() -> tuple[Store, tempfile.TemporaryDirectory[str]]:
    """Where trials are until the server stops: apart from everybody's work."""
    folder = tempfile.TemporaryDirectory()
    return Store(Path(folder.name), lasting=False), folder


def draw_trial(scenario: Scenario | None) -> None:
    """A call with what is being written, saved or not; it is kept nowhere and counts nowhere."""
    if scenario is None:
        st.info(_("It has faults, so nobody can pick up. Mend them under *Write* first."))
        return
    if scenario.dial is not None or scenario.channel is not Channel.CALL:
        st.info(
            _("It is held in writing, or begins with a list: try it from Practise once proven.")
        )
        return
    st.write(_("A trial is kept nowhere and counts for nothing. Each begins with another seed."))
    draw_trouble(_AT)
    tried: tuple[str, Attempt] | None = st.session_state.get(_TRIED)
    mine = tried if tried and tried[1].scenario_id == scenario.id else None
    voiced = Voiced.TEMPLATE if scenario.with_care else choose_voice()
    with st.container(horizontal=True):
        label = _("Call") if mine is None else _("Call once more")
        st.button(label, type="primary", on_click=_begin, args=(scenario, voiced))
        if mine and mine[1].state.call and not mine[1].state.call.over:
            st.button(_("End the call"), on_click=_end)
    if mine is None:
        return
    if mine[0] != content_hash(scenario):
        st.warning(_("You changed the file since this call began. Call once more to try it."))
    call = mine[1].state.call
    if call is None:
        return
    left, right = st.columns([3, 2], gap="medium")
    with left:
        draw_talk(mine[1], call, scenario)
        draw_fault(mine[1])
        if call.over:
            st.info(_("The call is over."))
        else:
            st.chat_input(_("What do you say?"), key=_LINE, on_submit=_say)
        _draw_way_back(mine[1], call)
    with right:
        _mind(call, scenario)


def _draw_way_back(attempt: Attempt, call: CallState) -> None:
    """Any line of one's own, to say something else in its place."""
    words = {line.seq: line.turn.text for line in call.lines}
    lines = lines_to_try_again(attempt)
    if not lines:
        return
    turns = {seq: nth for nth, seq in enumerate(lines, start=1)}
    with st.container(horizontal=True, vertical_alignment="bottom"):
        said = st.selectbox(
            _("Go on from an earlier line"),
            lines[::-1],
            format_func=lambda seq: f"{turns[seq]}. {words[seq]}",
            key=f"back_{attempt.id}_{len(lines)}",
            width=420,
        )
        st.button(_("Go back before it"), on_click=_go_back, args=(said,))


def _mind(call: CallState, scenario: Scenario) -> None:
    """What a trainee never sees, as it is after the last line."""
    st.subheader(_("In their head"), anchor=False)
    mood = call.mood
    if mood is not None:
        facts(
            (
                label,
                _("{level} of 100{moved}").format(
                    level=getattr(mood, name), moved=_moved(call, name)
                ),
            )
            for name, label in _MOODS.items()
        )
    person = scenario.person(call.who)
    st.markdown(_("**What has come out**"))
    bullets([name.replace("_", " ") for name in call.revealed] or [_("nothing yet")])
    still = [one for one in person.facts if one.id not in call.revealed]
    st.markdown(_("**What has not**"))
    bullets([f"{one.id.replace('_', ' ')}: {_when(one.reveal, one.trust)}" for one in still])
    st.markdown(_("**On the table**"))
    bullets([str(offer) for offer in call.offers] or [_("no offer yet")])
    if call.accepted is not None:
        st.markdown(_("**✓ They agreed to the last offer.**"))


def _moved(call: CallState, name: str) -> str:
    """How far the last turn moved it."""
    moods = [line.mood for line in call.lines if line.mood is not None][-2:]
    if len(moods) < 2:
        return ""
    by = getattr(moods[1], name) - getattr(moods[0], name)
    return f" ({by:+d})" if by else ""


def _when(reveal: str, trust: int) -> str:
    return f"{reveal.replace('_', ' ')} {trust}" if trust else reveal.replace("_", " ")


def _there() -> Person:
    """Whoever acts, in the store of trials."""
    return sign_in_locally(_trials()[0], acting().name, acting().role, now())


def _begin(scenario: Scenario, voiced: Voiced) -> None:
    try:
        seed = secrets.randbits(32)
        made = begin_trial(_trials()[0], acting(), scenario, seed, now(), voiced)
    except TrainingError as error:
        keep_trouble(error, _AT)
    else:
        st.session_state[_TRIED] = (content_hash(scenario), made)


def _say() -> None:
    fingerprint, attempt = st.session_state[_TRIED]
    try:
        said = st.session_state[_LINE]
        attempt = take_turn(_trials()[0], _there(), attempt, said, now(), voice())
    except TrainingError as error:
        keep_trouble(error, _AT)
    else:
        st.session_state[_TRIED] = (fingerprint, attempt)
        type_out(attempt)


def _go_back(said: int) -> None:
    fingerprint, attempt = st.session_state[_TRIED]
    try:
        attempt = go_back(_trials()[0], acting(), attempt, said, now())
    except TrainingError as error:
        keep_trouble(error, _AT)
    else:
        st.session_state[_TRIED] = (fingerprint, attempt)


def _end() -> None:
    fingerprint, attempt = st.session_state[_TRIED]
    st.session_state[_TRIED] = (fingerprint, end_call(_trials()[0], _there(), attempt, now()))
