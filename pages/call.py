"""The call: the talk on the left, the desk on the right, the line always within reach."""

from datetime import timedelta

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from calls.desk import DeskPart
from calls.fold import CallState
from calls.turn import Speaker
from pages._account import draw_account, draw_contacts, draw_house
from pages._agreed import take_plan_over
from pages._calculator import draw_calculator, draw_sheet
from pages._care import draw_beside
from pages._entrance import enter
from pages._floor import now, store
from pages._hints import draw_hints
from pages._notes import draw_notes
from pages._opened import PURPOSES, do, follow, go_to, opened
from pages._parts import bullets, clock, days_of, draw_trouble, name_tab
from pages._sides import draw_switch
from pages._talk import draw_talk
from pages._terminal import draw_where_it_is_played
from pages._voices import draw_fault, takes_time, voice
from pages._wheels import draw_wheels, draw_wheels_switch
from pages._who import acting
from simulator.scenario import Scenario
from simulator.sheet import sheet_of
from training import practice
from training.errors import TrainingError
from training.models import Attempt
from training.wrap_up import look_up

_LINE = "line"
_TAKEN = "line_taken"
_BACK = "line_back"
_DESK = "desk_tab"
_SIDE = "side"
_TABS = {
    "Account": DeskPart.ACCOUNT,
    "Contacts": DeskPart.CONTACTS,
    "Budget & plan": DeskPart.PLAN,
    "House": DeskPart.HOUSE,
    "Notes": DeskPart.NOTES,
}


def draw() -> None:
    """One attempt's call, wherever it stands."""
    follow()
    attempt = opened(answer=False)
    call = attempt.state.call
    scenario = practice.scenario_of(store(), acting(), attempt)
    name_tab(f"Call: {scenario.title}")
    if scenario.in_terminal:
        st.title(scenario.title, anchor=False)
        draw_where_it_is_played(scenario)
        return
    if call is None:
        _not_begun(scenario)
        return
    st.html('<a class="skip" href="#talk">Skip to the call</a>')
    _head(attempt, call, scenario)
    if scenario.with_care:
        draw_beside(scenario)
    draw_trouble()
    draw_switch({"Call": "side_call", "Desk": "side_desk"}, _SIDE)
    left, right = st.columns([3, 2], gap="medium")
    with left, st.container(key="side_call"):
        st.html('<span id="talk" tabindex="-1"></span>')
        draw_talk(attempt, call, scenario)
        draw_wheels(attempt, scenario)
        below = st.empty()
        with below:
            draw_fault(attempt)
        _line(attempt, call)
        draw_hints(attempt, scenario)
        draw_wheels_switch(attempt, scenario)
    with right, st.container(key="side_desk"):
        _desk(attempt, call, scenario)
    if practice.waits(attempt):
        _answer(below)


def _answer(below: DeltaGenerator) -> None:
    """What was said is drawn; now it is answered, which may take a model some seconds."""
    with below, st.spinner("They are thinking …"):
        answered = do(lambda drawn: practice.resume(store(), acting(), drawn.id, voice()))
    if answered:
        st.rerun()
    draw_trouble()


def _not_begun(scenario: Scenario) -> None:
    st.title(scenario.title, anchor=False)
    st.write("Nobody has been called yet.")
    st.button("Call", type="primary", on_click=_do, args=(practice.start_call,))


def _head(attempt: Attempt, call: CallState, scenario: Scenario) -> None:
    with st.container(key="call_head", horizontal=True, vertical_alignment="center"):
        with st.container(width="stretch"):
            st.header(scenario.title, anchor=False)
            st.caption(PURPOSES[attempt.purpose].capitalize())
        _clock(call)
        if call.over:
            st.button("To the wrap-up", type="primary", on_click=_wrap_up)
            return
        if call.on_hold:
            st.button("Take off hold", on_click=_do, args=(practice.take_off_hold,))
        else:
            st.button("Hold", on_click=_do, args=(practice.hold,))
        _transfer(scenario)
        st.button("End call", on_click=_do, args=(practice.end_call,))


def _transfer(scenario: Scenario) -> None:
    """Whom the house may hand a call over to; a second click, as it cannot be undone."""
    if not scenario.house.teams:
        return
    with st.popover("Transfer…"):
        st.caption("Tell them first where you put them through. For you the call is over then.")
        for team in scenario.house.teams:
            st.button(
                f"To the {team}",
                on_click=_hand_over,
                args=(team,),
                width="stretch",
            )


def _clock(call: CallState) -> None:
    """Minutes and seconds into the call; the browser counts, so nothing is drawn again for it."""
    passed = max(timedelta(), (call.ended_at or now()) - call.began_at)
    began = f"The call began at {clock(call.began_at.astimezone(now().tzinfo))}"
    kind = "clock stopped" if call.over else "clock"
    st.html(
        f'<span class="{kind}" role="timer" title="{began}" aria-label="{began}" '
        f'style="--passed: -{passed.total_seconds():.0f}s"></span>',
        width="content",
    )


def _line(attempt: Attempt, call: CallState) -> None:
    if call.over:
        st.info(f"{_how_it_ended(call)}. Next: the wrap-up, while you still remember.")
        return
    draw_trouble(_LINE)
    if _BACK in st.session_state:
        st.session_state[_LINE] = st.session_state.pop(_BACK)
    words = st.chat_input(
        "The call is on hold" if call.on_hold else "What do you say?",
        key=_LINE,
        disabled=call.on_hold,
        submit_mode="disable",
        on_submit=_say,
    )
    if words and not st.session_state.pop(_TAKEN, False):
        # Sent to a server that had just started: nothing was drawn yet that could call back.
        _say()
        st.rerun()
    said = practice.words_to_take_back(attempt)
    with st.container(key="under_line", horizontal=True, vertical_alignment="center"):
        st.caption("Enter sends. Every line is kept the moment you send it.")
        st.button(
            "Take back the last line",
            type="tertiary",
            disabled=said is None,
            help="For a line that slipped out: it counts as never said. Once, the last one.",
            on_click=_take_back,
        )


def _how_it_ended(call: CallState) -> str:
    if call.transferred_to is not None:
        return f"You handed the call over to the {call.transferred_to}"
    return f"{'You' if call.ended_by is Speaker.COLLECTOR else 'They'} ended the call"


def _desk(attempt: Attempt, call: CallState, scenario: Scenario) -> None:
    names = list(_TABS)
    account, contacts, plan, house, notes = st.tabs(names, key=_DESK, on_change=_look_up)
    today = call.began_at.date()
    with account:
        with st.expander("What you may offer"):
            bullets(scenario.brief.may_offer)
        draw_account(scenario, today, (call.ended_at or now()) - call.began_at)
    with contacts:
        draw_contacts(scenario, today)
    with plan:
        draw_sheet(sheet_of(scenario, call), days_of(scenario.house.country))
        draw_calculator(scenario, call, today, take_plan_over, attempt.state.wrap_up.arrangement)
    with house:
        draw_house(scenario)
    with notes:
        draw_notes(attempt)


def _say() -> None:
    words = st.session_state[_LINE]
    st.session_state[_TAKEN] = True

    def take_turn(drawn: Attempt) -> Attempt:
        try:
            if takes_time(drawn):
                return practice.say(store(), acting(), drawn, words, now())
            return practice.take_turn(store(), acting(), drawn, words, now())
        except TrainingError:
            st.session_state[_BACK] = words
            raise

    do(take_turn, _LINE)


def _take_back() -> None:
    drawn: Attempt = st.session_state["attempt"]
    words = practice.words_to_take_back(drawn)
    if do(lambda one: practice.take_back(store(), acting(), one, now()), _LINE) and words:
        st.session_state[_BACK] = words


def _do(change: practice.Change) -> None:
    do(lambda drawn: change(store(), acting(), drawn, now()))


def _hand_over(team: str) -> None:
    do(lambda drawn: practice.transfer(store(), acting(), drawn, team, now()))


def _look_up() -> None:
    item = _TABS[st.session_state[_DESK]]
    do(lambda drawn: look_up(store(), acting(), drawn, item, now()))


def _wrap_up() -> None:
    go_to("pages/wrap_up.py", st.session_state["attempt"])


enter(draw)
