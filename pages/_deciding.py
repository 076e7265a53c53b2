"""One account on the list: what is marked and was tried, and whether it is called now."""

from datetime import datetime
from functools import partial

import streamlit as st

from calls.events import DialDecision, DialReason
from pages._account import draw_contacts
from pages._decisions import DECISIONS, decision_told
from pages._floor import now
from pages._opened import do
from pages._parts import bullets, day_format, draw_trouble, keep_trouble, plain
from pages._texts import _
from pages._trying import acting, store
from simulator.queue import OPENS
from simulator.scenario import Scenario
from training.desk_parts import flags, notes
from training.dialling import decide_dial, from_eight
from training.errors import TrainingError
from training.models import Attempt

PLACE = "deciding"
_REASONS = [one for one in DialReason if one is not DialReason.ALLOWED]


def draw_account_to_decide(attempt: Attempt, scenario: Scenario) -> None:
    """What speaks for a call and against it, then the decision; the account stands in front."""
    account = scenario.account
    st.subheader(plain(scenario.consumer_name), anchor=False)
    draw_contacts(scenario, attempt.started_at.date())
    st.markdown(_("**Flags**"))
    bullets(_(flag) for flag in flags(account))
    kept = notes(scenario, attempt.started_at.date())
    if kept:
        st.markdown(_("**Notes on the account**"))
        bullets(kept)
    made = attempt.state.decided.get(account.id)
    if made is None:
        _decide(attempt, scenario)
    else:
        st.markdown(_("**Your decision**"))
        st.text(f"{decision_told(made, scenario)}.")
        if made.decision is not DialDecision.DIAL:
            with st.expander(_("Decide otherwise")):
                _decide(attempt, scenario)
    draw_trouble(PLACE)


def _decide(attempt: Attempt, scenario: Scenario) -> None:
    """The fields that a decision needs, and no others."""
    account = scenario.account
    decision = st.segmented_control(
        _("Your decision"),
        list(DECISIONS),
        format_func=DECISIONS.__getitem__,
        key=f"decision_{account.id}",
    )
    if decision is None:
        return
    if decision == DialDecision.DIAL:
        st.button(
            _("Dial {phone}").format(phone=account.phone),
            type="primary",
            on_click=partial(_dial, account.id),
        )
        st.caption(_("Then somebody picks up, or a machine does. A dial stays decided."))
        return
    st.radio(
        _("Why"),
        _REASONS,
        index=None,
        format_func=lambda one: _capital(_(DialReason(one).means)),
        key=_key("why", account.id),
    )
    if decision == DialDecision.NOT_NOW:
        _from_when(attempt, scenario)
    st.button(_("Record it"), type="primary", on_click=partial(_record, scenario, decision))


def _from_when(attempt: Attempt, scenario: Scenario) -> None:
    there = scenario.moment(attempt.started_at)
    account = scenario.account.id
    with st.container(key="from_when", horizontal=True, vertical_alignment="bottom"):
        st.date_input(
            _("May be called from"),
            None,
            there.date(),
            format=day_format(scenario.house.country),
            key=_key("day", account),
        )
        st.time_input(_("at, their time"), OPENS, key=_key("hour", account), step=1800)
    st.caption(_("Leave the day empty where it does not pass with time."))


def _dial(account: str) -> None:
    _decided(account, DialDecision.DIAL, DialReason.ALLOWED, None)


def _record(scenario: Scenario, decision: DialDecision) -> None:
    account = scenario.account.id
    reason = st.session_state.get(_key("why", account))
    if reason is None:
        missing = TrainingError(
            "reason", _("the reason is missing"), _("choose the one that holds")
        )
        keep_trouble(missing, PLACE)
        return
    when = _when(scenario) if decision == DialDecision.NOT_NOW else None
    _decided(account, DialDecision(decision), reason, when)


def _when(scenario: Scenario) -> datetime | None:
    account = scenario.account.id
    on, at = (st.session_state.get(_key(name, account)) for name in ("day", "hour"))
    if on is None:
        return None
    opening = from_eight(scenario, account, on)
    return opening if at is None else opening.replace(hour=at.hour, minute=at.minute)


def _decided(account: str, decision: DialDecision, reason: str, when: datetime | None) -> None:
    do(
        lambda drawn: decide_dial(store(), acting(), drawn, account, decision, reason, now(), when),
        PLACE,
    )


def _key(name: str, account: str) -> str:
    return f"{name}_{account}"


def _capital(words: str) -> str:
    return f"{words[:1].upper()}{words[1:]}"
