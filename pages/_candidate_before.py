"""Before the sample: what a candidate should know, their device, and the practice room."""

import secrets

import streamlit as st

from pages._candidate_call import draw_talk_and_desk
from pages._candidate_head import Candidate, carry_out
from pages._candidate_watch import hears
from pages._easier import easier_told
from pages._floor import now, store
from pages._line import draw_controls, how_it_ended
from pages._opened import show
from pages._parts import plain, rows
from pages._shipped import scenarios
from pages._situation import draw_situation
from pages._texts import _
from pages._who import acting
from simulator.scenario import Scenario
from training import practice
from training.assessments.arriving import (
    check_device,
    consent,
    enter_room,
    leave_room,
    room_call,
    room_for,
)
from training.assessments.notices import told
from training.models import Attempt

_AGREES = "sample_agrees"
_TRIED = "device_tried"
_NARROW = 641


def draw_notice(candidate: Candidate) -> None:
    """What is looked at, by whom, and what can be done about it; then whoever agrees goes on."""
    set_up, easier = candidate.set_up, candidate.here.candidacy.adjustments
    for paragraph in told(set_up, easier):
        st.subheader(paragraph.heading, anchor=False)
        st.write(plain(paragraph.text))
    minutes = set_up.minutes
    cells = [
        (_("Desk: read who it is"), str(easier.minutes(minutes.desk))),
        (_("Call"), str(easier.minutes(minutes.call))),
        (_("Wrap-up: record what came of it"), str(easier.minutes(minutes.wrap_up))),
    ]
    if set_up.written_message:
        cells.append(
            (_("One written message, after the last call"), str(easier.minutes(minutes.message)))
        )
    rows(_("At most so many minutes"), (_("Part of each call"), _("Minutes")), cells)
    if parts := easier_told(easier):
        arranged = _("Arranged for you: {parts}. Those who rate do not know.")
        st.info(arranged.format(parts=", ".join(parts)))
    with st.container(key="next"):
        agrees = st.checkbox(set_up.consent, key=_AGREES)
        st.button(
            _("Go on"),
            type="primary",
            disabled=not agrees,
            on_click=carry_out,
            args=(candidate, consent, set_up.place),
        )
        st.caption(_("No clock runs yet. If you would rather not take it, close this page."))


def draw_device(candidate: Candidate) -> None:
    """One word typed and sent shows that the way there and back works."""
    said = hears(candidate, asks=True)
    st.write(_("Type any word below and press Enter, as you will in a call."))
    with st.container(border=True, width=640):
        st.chat_input(_("Type a word"), key=_TRIED, on_submit=_keep_word)
    word = st.session_state.get(f"{_TRIED}_word")
    if word:
        st.success(_("It arrived: “{word}”").format(word=plain(word)))
    if said.get("cookies") is False:
        st.warning(
            _(
                "This browser keeps no cookies, so it would forget your place if the page closed. "
                "Allow cookies for this page, or ask for a new link for another browser."
            )
        )
    elif said:
        st.write(_("Your place is kept in this browser."))
    width = said.get("width")
    if isinstance(width, int) and width < _NARROW:
        st.write(
            _(
                "Your screen is narrow: talk and desk are shown one at a time, with a switch. On a "
                "computer you see both."
            )
        )
    st.caption(
        _("No camera, no microphone: only words are sent. Best is a keyboard and a quiet place.")
    )
    with st.container(key="next"):
        st.button(
            _("Go on"),
            type="primary",
            disabled=not word,
            on_click=carry_out,
            args=(candidate, check_device, f"width:{width or '?'}"),
        )


def _keep_word() -> None:
    st.session_state[f"{_TRIED}_word"] = st.session_state[_TRIED][:40]


def draw_room(candidate: Candidate) -> None:
    """A call that nobody looks at, to learn how the page works."""
    attempt = room_call(*candidate.way)
    if attempt is None or attempt.state.call is None:
        _draw_before_the_room(candidate)
        return
    show(attempt)
    scenario = practice.scenario_of(store(), candidate.here.person, attempt)
    call = attempt.state.call
    with st.container(key="room_head", horizontal=True, vertical_alignment="center"):
        with st.container(width="stretch"):
            nobody = _("Nobody reads or rates this call, and no clock runs.")
            st.write(f"{how_it_ended(call)} {nobody}" if call.over else nobody)
        if call.over:
            st.button(_("Call again"), on_click=_enter, args=(candidate,))
        else:
            draw_controls(call, scenario)
        st.button(
            _("Leave the practice room"),
            type="primary",
            on_click=carry_out,
            args=(candidate, leave_room),
        )
    draw_talk_and_desk(attempt, scenario, _practise)


def _draw_before_the_room(candidate: Candidate) -> None:
    st.write(
        _(
            "Before it counts you can try everything: talk with somebody, look at the desk, put "
            "the call on hold. It is another situation than in your work sample."
        )
    )
    with st.expander(_("The situation in the practice room")):
        draw_situation(_room(candidate))
    with st.container(key="next", horizontal=True):
        st.button(_("Try a call"), type="primary", on_click=_enter, args=(candidate,))
        st.button(_("Go on without"), on_click=carry_out, args=(candidate, leave_room))


def _room(candidate: Candidate) -> Scenario:
    shipped = scenarios()
    first = shipped.get(candidate.set_up.scenarios[0])
    country = first.house.country if first else "US"
    return room_for(candidate.set_up, shipped.values(), country)


def _enter(candidate: Candidate) -> None:
    carry_out(candidate, enter_room, _room(candidate), secrets.randbits(32))


def _practise(drawn: Attempt, words: str) -> Attempt:
    return practice.take_turn(store(), acting(), drawn, words, now())
