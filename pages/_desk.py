"""The desk beside a call, messages or a list: its parts, and that they are opened."""

from collections.abc import Callable, Mapping
from functools import partial

import streamlit as st

from calls.desk import DeskPart
from calls.state import CallState
from pages._account import draw_account, draw_contacts, draw_house
from pages._agreed import take_plan_over
from pages._calculator import draw_calculator, draw_sheet
from pages._floor import now
from pages._notes import draw_notes
from pages._opened import do
from pages._parts import bullets, days_of
from pages._texts import _
from pages._trying import acting, store
from pages._typed_for import keep_to
from simulator.scenario import Scenario
from simulator.sheet import sheet_of
from training.models import Attempt
from training.wrap_up import look_up

_TAB = "desk_tab"
_NAMES = {
    DeskPart.ACCOUNT: _("Account"),
    DeskPart.CONTACTS: _("Contacts"),
    DeskPart.PLAN: _("Budget & plan"),
    DeskPart.HOUSE: _("House"),
    DeskPart.NOTES: _("Notes"),
}
BESIDE_A_LIST = (DeskPart.ACCOUNT, DeskPart.HOUSE, DeskPart.NOTES)
"""Where nobody is on the line to agree on anything; the contact log stands with the decision."""


def draw_desk(
    attempt: Attempt,
    scenario: Scenario,
    call: CallState | None,
    parts: tuple[DeskPart, ...] = tuple(_NAMES),
) -> None:
    """The parts as tabs, each recorded when it is opened; `scenario` has the account in front."""
    drawn = _parts(attempt, scenario, call)
    names = [_NAMES[part] for part in parts]
    for part, tab in zip(parts, st.tabs(names, key=_TAB, on_change=_look_up), strict=True):
        with tab:
            drawn[part]()


def _parts(
    attempt: Attempt, scenario: Scenario, call: CallState | None
) -> Mapping[DeskPart, Callable[[], None]]:
    began_at = call.began_at if call else attempt.started_at
    return {
        DeskPart.ACCOUNT: partial(_account, attempt, scenario, call),
        DeskPart.CONTACTS: partial(draw_contacts, scenario, began_at.date()),
        DeskPart.PLAN: partial(_plan, attempt, scenario, call),
        DeskPart.HOUSE: partial(draw_house, scenario),
        DeskPart.NOTES: partial(draw_notes, attempt),
    }


def _account(attempt: Attempt, scenario: Scenario, call: CallState | None) -> None:
    began_at = call.began_at if call else attempt.started_at
    until = call.ended_at if call and call.ended_at else now()
    with st.expander(_("What you may offer")):
        bullets(scenario.brief.may_offer)
    draw_account(scenario, began_at.date(), until - began_at)


def _plan(attempt: Attempt, scenario: Scenario, call: CallState | None) -> None:
    today = (call.began_at if call else attempt.started_at).date()
    keep_to(attempt.id)
    draw_sheet(sheet_of(scenario, call), days_of(scenario.house.country))
    draw_calculator(scenario, call, today, take_plan_over, attempt.state.wrap_up.arrangement)


def _look_up() -> None:
    chosen = st.session_state[_TAB]
    item = next(part for part, name in _NAMES.items() if name == chosen)
    do(lambda drawn: look_up(store(), acting(), drawn, item, now()))
