"""The form of the wrap-up, and the button under it: the same in practice and in a work sample."""

from collections.abc import Callable, Sequence
from datetime import date

import streamlit as st

from calls.disposition import Disposition
from calls.money import Country
from calls.state import WrapUp
from pages._agreed import draw_agreed, take_plan_over
from pages._calculator import draw_calculator, draw_sheet
from pages._decisions import undecided
from pages._floor import now
from pages._notes import draw_notes
from pages._opened import do
from pages._parts import day_format, days_of
from pages._plan import fault_typed
from pages._texts import _
from pages._trying import acting, store
from pages._typed_for import keep_to
from simulator.scenario import Scenario
from simulator.sheet import sheet_of
from training import wrap_up
from training.models import Attempt

_DISPOSITION = "disposition"
_FLAGS = "flags"
_FOLLOW_UP = "follow_up"


def draw_form(attempt: Attempt, scenario: Scenario) -> None:
    """What happened, what was agreed, flags, follow-up and note, each kept as it is left."""
    _what_happened(attempt, scenario)
    if scenario.dial is None:
        _agreed(attempt, scenario)
    _flags(attempt, scenario)
    _follow_up(attempt, scenario.house.country)
    st.subheader(_("Note"), anchor=False)
    draw_notes(attempt)


def draw_hand_in(attempt: Attempt, currency: str, finish: Callable[[], None]) -> None:
    """The button, with one question first where hardly anything is filled in."""
    empty = [*_undecided(attempt), *_still_empty(attempt.state.wrap_up, currency)]
    if empty:
        if st.button(_("Hand in"), type="primary"):
            _ask_first(empty, finish)
        st.caption(_("Still empty: {listed}.").format(listed=", ".join(empty)))
    else:
        st.button(_("Hand in"), type="primary", on_click=finish)


@st.dialog(_("Hand it in like this?"))
def _ask_first(empty: Sequence[str], finish: Callable[[], None]) -> None:
    """One question before something is handed in that is hardly finished."""
    st.write(
        _("Still empty: {listed}. After this nothing changes any more.").format(
            listed=", ".join(empty)
        )
    )
    with st.container(horizontal=True):
        done = st.button(_("Hand in as it is"), on_click=finish)
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


def _agreed(attempt: Attempt, scenario: Scenario) -> None:
    call, kept = attempt.state.call, attempt.state.wrap_up.arrangement
    keep_to(attempt.id)
    draw_agreed(attempt, scenario, _call_day(attempt))
    with st.expander(_("Work a plan out first")):
        draw_sheet(sheet_of(scenario, call), days_of(scenario.house.country))
        draw_calculator(scenario, call, _call_day(attempt), take_plan_over, kept)


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


def _first(key: str, kept: object) -> None:
    """A field shows what is kept when it is drawn for the first time."""
    if key not in st.session_state:
        st.session_state[key] = kept


def _call_day(attempt: Attempt) -> date:
    call = attempt.state.call
    return (call.began_at if call else attempt.started_at).date()
