"""What was agreed: rows of amount and day that add up before your eyes."""

from collections.abc import Callable
from datetime import date
from functools import partial

import streamlit as st

from calls.money import Arrangement, Country, Instalment
from pages._floor import now
from pages._opened import do
from pages._parts import day, day_format, draw_trouble, keep_trouble, money, plain
from pages._plan import EARLIEST, LATEST, draw_plan, forget_plan, lacking, typed
from pages._texts import _, plural
from pages._trying import acting, store
from simulator.scenario import Scenario
from training.arrangements import MOST_ROWS, oddities, with_another_row, with_row, without_row
from training.models import Attempt
from training.wrap_up import record_arrangement, take_over

_ROWS = "rows"
_METHOD = "rows_method"
Change = Callable[[Arrangement], Arrangement | None]


def draw_agreed(attempt: Attempt, scenario: Scenario, on: date) -> None:
    """The plan and the rows that come of it; a row that was changed by hand puts the plan away."""
    st.subheader(_("What was agreed"), anchor=False)
    made = attempt.state.wrap_up.arrangement
    house, currency = scenario.house, scenario.house.currency
    planned = partial(_planned, currency)
    as_planned = made is None or made == typed(currency)
    if as_planned:
        draw_plan(house, planned)
        if made is None and typed(currency) is not None:
            # Typed before the server started again: the browser has it, the store not yet.
            planned()
            st.rerun()
    draw_trouble(_ROWS)
    if made is None:
        return
    with st.container(key="agreed_rows"):
        for nth, row in enumerate(made.instalments):
            _row(nth, row, house.country)
    if not as_planned:
        _method(made, house.method_labels)
    with st.container(horizontal=True):
        st.button(_("Add a row"), on_click=_reshape, args=(with_another_row,))
        st.button(_("Clear all rows"), type="tertiary", on_click=_clear)
    st.text(_sum(made, scenario))
    for odd in oddities(made, scenario.account.balance, on):
        st.warning(plain(odd))


def _row(nth: int, row: Instalment, country: Country) -> None:
    amount, due = _keys(nth)
    st.session_state.setdefault(amount, row.amount.cents / 100)
    st.session_state.setdefault(due, row.due)
    with st.container(horizontal=True, vertical_alignment="bottom", width=640):
        st.number_input(
            _("Amount {n} ({sign})").format(n=nth + 1, sign=row.amount.symbol), value=None,
            step=5.0, format="%.2f", key=amount, on_change=_edit, args=(nth,),
        )  # fmt: skip
        st.date_input(
            _("Due {n}").format(n=nth + 1), value=None, min_value=EARLIEST, max_value=LATEST,
            key=due, on_change=_edit, args=(nth,), format=day_format(country),
        )  # fmt: skip
        st.button(
            _("Remove"),
            key=f"remove_{nth}",
            type="tertiary",
            on_click=_reshape,
            args=(lambda made: without_row(made, nth),),
        )


def _method(made: Arrangement, offered: tuple[str, ...]) -> None:
    """How it is paid, where the plan that asks for it is put away."""
    st.session_state.setdefault(_METHOD, made.method if made.method in offered else None)
    st.selectbox(_("How it is paid"), offered, None, key=_METHOD, on_change=_keep_method, width=640)


def _keys(nth: int) -> tuple[str, str]:
    return f"amount_{nth}", f"due_{nth}"


def _planned(currency: str) -> None:
    """The rows are those of the plan as it now reads; what is no plan yet has none."""
    do(lambda drawn: record_arrangement(store(), acting(), drawn, typed(currency), now()), _ROWS)
    _forget_rows()


def _edit(nth: int) -> None:
    amount, due = (st.session_state[key] for key in _keys(nth))
    if amount is None or due is None:
        which = _("the day of payment {n}").format(n=nth + 1)
        fields = {_("the amount"): amount, which: due}
        keep_trouble(lacking(fields), _ROWS)
        return
    _record(lambda made: with_row(made, nth, money(amount, made.total.currency), due))


def _keep_method() -> None:
    method = st.session_state[_METHOD]
    _record(lambda made: made.model_copy(update={"method": method}))


def _reshape(change: Change) -> None:
    """More rows or fewer: the fields are filled anew from what is kept."""
    _record(change)
    _forget_rows()


def _clear() -> None:
    _reshape(lambda _made: None)
    forget_plan()


def take_plan_over(made: Arrangement) -> None:
    """For callbacks: the rows of a plan that was worked out are what was agreed."""
    # What goes wrong stands at the top: the page of the call has no rows to say it at.
    if do(lambda drawn: take_over(store(), acting(), drawn, made, now())):
        forget_plan()
        _forget_rows()


def _forget_rows() -> None:
    """The fields of the rows are filled anew when they are drawn next."""
    for nth in range(MOST_ROWS):
        for key in _keys(nth):
            st.session_state.pop(key, None)
    st.session_state.pop(_METHOD, None)


def _record(change: Change) -> None:
    def record(drawn: Attempt) -> Attempt:
        made = drawn.state.wrap_up.arrangement
        changed = change(made) if made else None
        return record_arrangement(store(), acting(), drawn, changed, now())

    do(record, _ROWS)


def _sum(made: Arrangement, scenario: Scenario) -> str:
    rows, past_due, balance = made.instalments, scenario.account.past_due, scenario.account.balance
    left = past_due.cents - made.total.cents
    last = day(max(row.due for row in rows), scenario.house.country)
    told = [
        plural("{n} payment", "{n} payments", len(rows)),
        _("{total} together").format(total=made.total),
        _("last on {last}").format(last=last),
    ]
    if left > 0:
        still = past_due.model_copy(update={"cents": left})
        told.append(
            _("{still} of {past_due} past due stays open").format(still=still, past_due=past_due)
        )
    elif made.total.cents <= balance.cents:
        told.append(_("covers it all"))
    if made.method:
        told.append(_("by {method}").format(method=made.method))
    return " · ".join(told)
