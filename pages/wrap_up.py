"""The wrap-up: what happened, what was agreed, what to follow up, the note; then hand in."""

from collections.abc import Sequence
from datetime import date

import streamlit as st

from calls.disposition import Disposition
from calls.fold import CallState, WrapUp
from calls.money import Country
from calls.turn import Channel
from pages._agreed import draw_agreed, take_plan_over
from pages._calculator import draw_calculator, draw_sheet
from pages._came_back import draw_came_back
from pages._clock import draw_clock
from pages._decisions import draw_decisions, undecided
from pages._entrance import enter
from pages._floor import now, store
from pages._notes import draw_notes
from pages._opened import PURPOSES, do, follow, go_to, opened
from pages._parts import clock, day_format, days_of, draw_trouble, name_tab
from pages._plan import fault_typed
from pages._talk import draw_talk
from pages._texts import _
from pages._who import acting
from simulator.scenario import Scenario
from simulator.sheet import sheet_of
from training import wrap_up
from training.models import Attempt, Purpose
from training.practice import scenario_of

_DISPOSITION = "disposition"
_FLAGS = "flags"
_FOLLOW_UP = "follow_up"
_SAVED = "wrap_up_saved"


def draw() -> None:
    """One form in the order in which people think; each field is kept as it is left."""
    follow()
    attempt = opened()
    call = attempt.state.call
    if attempt.state.handed_in:
        _handed_in(attempt)
        return
    scenario = scenario_of(store(), acting(), attempt)
    if _is_on_the_line(call, scenario):
        _still_talking(attempt)
        return
    name_tab(_("Wrap-up: {title}").format(title=scenario.title))
    st.title(_("Wrap-up"), anchor=False)
    with st.container(horizontal=True, vertical_alignment="center"):
        st.caption(
            _("{title} · {n} · kept as you go").format(
                title=scenario.title, n=PURPOSES[attempt.purpose]
            )
        )
        _time_taken(attempt)
    draw_came_back(attempt, scenario)
    draw_trouble()
    left, right = st.columns([3, 2], gap="large")
    with left:
        if scenario.dial is not None:
            draw_decisions(attempt, scenario)
        _what_happened(attempt, scenario)
        if scenario.dial is None:
            _agreed(attempt, scenario)
        _flags(attempt, scenario)
        _follow_up(attempt, scenario.house.country)
        st.subheader(_("Note"), anchor=False)
        draw_notes(attempt)
    with right:
        _what_was_said(attempt, scenario)
    with st.container(key="next"):
        _hand_in(attempt, scenario.house.currency)


def _time_taken(attempt: Attempt) -> None:
    """How long ago the call ended; it is told on the scorecard and never marked."""
    call = attempt.state.call
    if call is not None and call.ended_at is not None:
        ended = clock(call.ended_at.astimezone(now().tzinfo))
        told = _("Since the call ended at {time}").format(time=ended)
        draw_clock(told, call.ended_at, before=_("since the call"))


def _is_on_the_line(call: CallState | None, scenario: Scenario) -> bool:
    """Whether somebody is on the line, or is to be called first; a list can be left as it is."""
    return scenario.dial is None if call is None else not (call.over or call.written)


def _agreed(attempt: Attempt, scenario: Scenario) -> None:
    call, kept = attempt.state.call, attempt.state.wrap_up.arrangement
    draw_agreed(attempt, scenario, _call_day(attempt))
    with st.expander(_("Work a plan out first")):
        draw_sheet(sheet_of(scenario, call), days_of(scenario.house.country))
        draw_calculator(scenario, call, _call_day(attempt), take_plan_over, kept)


def _what_was_said(attempt: Attempt, scenario: Scenario) -> None:
    """The last conversation; where more can be written or decided, the way back to it."""
    call = attempt.state.call
    if call is not None:
        st.subheader(
            _("The call") if call.channel is Channel.CALL else _("What was said"), anchor=False
        )
        draw_talk(attempt, call, scenario.for_account(call.account))
    if scenario.more_than_a_call:
        label = _("Back to the list") if scenario.dial else _("Back, to write to them")
        st.page_link("pages/call.py", label=label, query_params={"attempt": attempt.id})


def _what_happened(attempt: Attempt, scenario: Scenario) -> None:
    st.subheader(_("What happened"), anchor=False)
    _first(_DISPOSITION, attempt.state.wrap_up.disposition)
    st.selectbox(
        _("How it ended") if scenario.more_than_a_call else _("How the call ended"),
        scenario.house.dispositions,
        index=None,
        format_func=_ending,
        placeholder=_("Choose, or type to search"),
        key=_DISPOSITION,
        on_change=_keep_disposition,
        width=480,
    )


def _ending(one: Disposition) -> str:
    return f"{_(one.label)}: {_(one.means)}"


def _flags(attempt: Attempt, scenario: Scenario) -> None:
    st.subheader(_("Flags"), anchor=False)
    labels = {flag.id: flag.label for flag in scenario.house.flags}
    _first(_FLAGS, [flag for flag in labels if flag in attempt.state.wrap_up.flags])
    st.pills(
        _("Flags to set on the account"),
        list(labels),
        selection_mode="multi",
        format_func=labels.__getitem__,
        key=_FLAGS,
        on_change=_keep_flags,
        args=(tuple(labels),),
        label_visibility="collapsed",
        wrap=True,
    )


def _follow_up(attempt: Attempt, country: Country) -> None:
    st.subheader(_("Follow-up"), anchor=False)
    _first(_FOLLOW_UP, attempt.state.wrap_up.follow_up)
    st.date_input(
        _("The next step is due on (leave it empty if there is none)"),
        value=None,
        min_value=_call_day(attempt),
        format=day_format(country),
        key=_FOLLOW_UP,
        on_change=_keep_follow_up,
        width=480,
    )


_READERS = {
    Purpose.PRIVATE: _("Only you see it."),
    Purpose.SUBMITTED: _(
        "Trainers read and judge it, and whoever watches over the rules reads it."
    ),
    Purpose.ASSESSMENT: _("An assessor reads and judges it."),
    Purpose.DEMO: _("Nobody judges it."),
}


def _hand_in(attempt: Attempt, currency: str) -> None:
    empty = [*_undecided(attempt), *_still_empty(attempt.state.wrap_up, currency)]
    if empty:
        if st.button(_("Hand in"), type="primary"):
            _ask_first(empty)
        st.caption(_("Still empty: {listed}.").format(listed=", ".join(empty)))
    else:
        st.button(_("Hand in"), type="primary", on_click=_finish)
    readers = _READERS[attempt.purpose]
    st.caption(
        _("After this nothing changes any more and you see your scorecard. {readers}").format(
            readers=readers
        )
    )


@st.dialog(_("Hand it in like this?"))
def _ask_first(empty: Sequence[str]) -> None:
    """One question before something is handed in that is hardly finished."""
    st.write(
        _("Still empty: {listed}. After this nothing changes any more.").format(
            listed=", ".join(empty)
        )
    )
    with st.container(horizontal=True):
        done = st.button(_("Hand in as it is"), on_click=_finish)
        back = st.button(_("Go back to the wrap-up"), type="primary")
    if done or back:
        st.rerun()  # a button in a dialog draws the dialog again, and nothing behind it


def _undecided(attempt: Attempt) -> list[str]:
    left = undecided(attempt) if len(attempt.accounts) > 1 else 0
    return (
        [_("{left} of {accounts} decisions").format(left=left, accounts=len(attempt.accounts))]
        if left
        else []
    )


def _still_empty(left: WrapUp, currency: str) -> list[str]:
    """What nearly every wrap-up has and this one has not yet, and a plan that is none yet."""
    parts = {_("how the call ended"): left.disposition, _("your note"): left.notes.strip()}
    empty = [name for name, kept in parts.items() if not kept]
    if fault := left.arrangement is None and fault_typed(currency):
        empty.append(_("the arrangement ({wrong})").format(wrong=fault.wrong))
    return empty


def _keep_disposition() -> None:
    chosen = st.session_state[_DISPOSITION] and Disposition(st.session_state[_DISPOSITION])
    do(lambda drawn: wrap_up.record_disposition(store(), acting(), drawn, chosen, now()))


def _keep_flags(offered: tuple[str, ...]) -> None:
    chosen = set(st.session_state[_FLAGS])

    def keep(drawn: Attempt) -> Attempt:
        for flag in offered:
            drawn = wrap_up.set_flag(store(), acting(), drawn, flag, flag in chosen, now())
        return drawn

    do(keep)


def _keep_follow_up() -> None:
    on: date | None = st.session_state[_FOLLOW_UP]
    do(lambda drawn: wrap_up.set_follow_up(store(), acting(), drawn, on, now()))


def _finish() -> None:
    if do(lambda drawn: wrap_up.finish(store(), acting(), drawn, now())):
        go_to("pages/scorecard.py", st.session_state["attempt"])


def _first(key: str, kept: object) -> None:
    """A field shows what is kept when it is drawn for the first time."""
    if key not in st.session_state:
        st.session_state[key] = kept


def _call_day(attempt: Attempt) -> date:
    call = attempt.state.call
    return (call.began_at if call else attempt.started_at).date()


def _handed_in(attempt: Attempt) -> None:
    st.title(_("This wrap-up is handed in"))
    st.page_link(
        "pages/scorecard.py", label=_("To the scorecard"), query_params={"attempt": attempt.id}
    )


def _still_talking(attempt: Attempt) -> None:
    st.title(_("The call is still going on"))
    st.write(_("The wrap-up opens when somebody has ended the call."))
    st.page_link("pages/call.py", label=_("Back to the call"), query_params={"attempt": attempt.id})


enter(draw)
