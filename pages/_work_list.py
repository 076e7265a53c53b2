"""A list of accounts: whom to dial and whom not, and what is left on a machine."""

from datetime import datetime

import streamlit as st

from calls.desk import DeskPart
from calls.state import CallState
from pages._came_back import draw_came_back
from pages._composer import draw_composer
from pages._deciding import draw_account_to_decide
from pages._decisions import decision_told, undecided
from pages._desk import BESIDE_A_LIST, draw_desk
from pages._floor import now
from pages._hints import draw_hints
from pages._opened import do
from pages._parts import clock, draw_trouble, plain
from pages._sides import draw_switch
from pages._talk import draw_talk
from pages._texts import _
from pages._trying import acting, store
from simulator.scenario import Scenario
from training import practice
from training.models import Attempt
from training.wrap_up import look_up

_CHOSEN = "work_list"
_SIDE = "list_side"


def draw_work_list(attempt: Attempt, scenario: Scenario) -> None:
    """The list with the account that is looked at; beside it the desk of that account."""
    draw_trouble()
    draw_switch({_("List"): "side_list", _("Desk"): "side_desk"}, _SIDE)
    left, right = st.columns([3, 2], gap="medium")
    with left, st.container(key="side_list"):
        account = draw_list(attempt, scenario)
    with right, st.container(key="side_desk"):
        if account is None:
            st.caption(_("Choose an account on the list: it opens here, as at your desk."))
        else:
            draw_desk(attempt, scenario.for_account(account), None, BESIDE_A_LIST)


def draw_list(attempt: Attempt, scenario: Scenario) -> str | None:
    """The accounts, and the one that is looked at with what is to decide and to say there."""
    st.caption(f"{_our_clock(scenario, attempt.started_at)}{_to_do(attempt)}")
    draw_came_back(attempt, scenario)
    account = _choose(attempt, scenario)
    if account is not None:
        draw_account_to_decide(attempt, scenario.for_account(account))
        _on_the_line(attempt, scenario, account)
    return account


def _choose(attempt: Attempt, scenario: Scenario) -> str | None:
    """The accounts, each with where it is, what time it is there, and what is decided."""
    names = {one: scenario.for_account(one) for one in attempt.accounts}
    return st.radio(
        _("Accounts"),
        list(names),
        index=None,
        format_func=lambda one: f"{names[one].consumer_name} · {one}",
        captions=[plain(_told(attempt, of)) for of in names.values()],
        key=_CHOSEN,
        on_change=_look_at,
        bind="query-params",
    )


def _told(attempt: Attempt, of: Scenario) -> str:
    """Where they are and what time it is there, their number, what is owed, what is decided."""
    account, home = of.account, of.account.address
    there = clock(of.time_there(attempt.started_at))
    made = attempt.state.decided.get(account.id)
    decided = f" · {decision_told(made, of)}" if made else ""
    told = _(
        "{city}, {state} {postal_code}, {there} there · {phone} · {past_due} past due, "
        "{days_past_due} days"
    ).format(
        city=home.city,
        state=home.state,
        postal_code=home.postal_code,
        there=there,
        phone=account.phone,
        past_due=account.past_due,
        days_past_due=account.days_past_due,
    )
    return f"{told}{decided}"


def _to_do(attempt: Attempt) -> str:
    left, every = undecided(attempt), len(attempt.accounts)
    return (
        _("{left} of {every} still to decide; each opens below").format(left=left, every=every)
        if left
        else _("all are decided on")
    )


def _our_clock(scenario: Scenario, began_at: datetime) -> str:
    if scenario.clock is None:
        return ""
    here = scenario.clock.on(began_at.date())
    place = scenario.clock.time_zone.rpartition("/")[2].replace("_", " ")
    told = _("{weekday}, {clock} here ({place})")
    return f"{told.format(weekday=_(f'{here:%A}'), clock=clock(here), place=place)} · "


def _on_the_line(attempt: Attempt, scenario: Scenario, account: str) -> None:
    """What was said and left with this account, and what can be said or written now."""
    call = _conversation(attempt, account)
    if call is not None:
        draw_talk(attempt, call, scenario.for_account(account), 220)
    draw_composer(attempt, scenario, account)
    if call is not None and not (call.over or call.written):
        st.button(_("Hang up without a message"), on_click=_hang_up)
    draw_hints(attempt, scenario)


def _conversation(attempt: Attempt, account: str) -> CallState | None:
    held = (one for one in reversed(attempt.state.calls) if one.account == account)
    return next(held, None)


def _look_at() -> None:
    """The account shows its contact log, so that is what was looked up."""
    if st.session_state[_CHOSEN] is not None:
        do(lambda drawn: look_up(store(), acting(), drawn, DeskPart.CONTACTS, now()))


def _hang_up() -> None:
    do(lambda drawn: practice.end_call(store(), acting(), drawn, now()))
