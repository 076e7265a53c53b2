"""What was agreed: rows of amount and day that add up before your eyes."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal

import streamlit as st

from calls.money import Arrangement, Every, Instalment, Money
from pages._floor import now, store
from pages._opened import do
from pages._parts import day, day_format, draw_trouble, keep_trouble
from pages._who import acting
from simulator.scenario import Scenario
from training.arrangements import MOST_ROWS, plan, with_another_row, with_row, without_row
from training.errors import TrainingError
from training.models import Attempt
from training.wrap_up import record_arrangement

_ROWS = "rows"
_RHYTHMS = {
    Every.ONCE: "Once",
    Every.WEEK: "Every week",
    Every.TWO_WEEKS: "Every two weeks",
    Every.HALF_MONTH: "Twice a month",
    Every.MONTH: "Every month",
}
Change = Callable[[Arrangement], Arrangement | None]


def draw_agreed(attempt: Attempt, scenario: Scenario) -> None:
    """The rows that are kept, or the way to fill them in."""
    st.subheader("What was agreed", anchor=False)
    draw_trouble(_ROWS)
    made = attempt.state.wrap_up.arrangement
    if made is None:
        _fill(scenario)
        return
    with st.container(key="agreed_rows"):
        for nth, row in enumerate(made.instalments):
            _row(nth, row)
    with st.container(horizontal=True):
        st.button("Add a row", on_click=_reshape, args=(with_another_row,))
        st.button("Clear all rows", type="tertiary", on_click=_reshape, args=(_no_rows,))
    st.text(_sum(made, scenario.account.past_due))


def _fill(scenario: Scenario) -> None:
    st.caption("Leave this empty if nothing was agreed.")
    with st.form("plan", width=640):
        with st.container(horizontal=True):
            st.number_input("Amount ($)", 0.0, None, None, 5.0, "%.2f", key="plan_amount")
            st.selectbox(
                "How often", list(_RHYTHMS), 4, format_func=_RHYTHMS.__getitem__, key="plan_every"
            )
        with st.container(horizontal=True):
            st.date_input("First on", None, format=day_format(), key="plan_first")
            st.number_input("How many", 1, MOST_ROWS, 1, key="plan_count")
        st.selectbox("How it is paid", scenario.house.method_labels, None, key="plan_method")
        st.form_submit_button("Fill in the rows", on_click=_planned)


def _row(nth: int, row: Instalment) -> None:
    amount, due = _keys(nth)
    st.session_state.setdefault(amount, row.amount.cents / 100)
    st.session_state.setdefault(due, row.due)
    with st.container(horizontal=True, vertical_alignment="bottom", width=640):
        st.number_input(
            f"Amount {nth + 1} ($)", 0.01, None, None, 5.0, "%.2f", amount, on_change=_edit,
            args=(nth,),
        )  # fmt: skip
        st.date_input(
            f"Due {nth + 1}", None, key=due, on_change=_edit, args=(nth,), format=day_format()
        )
        st.button(
            "Remove",
            key=f"remove_{nth}",
            type="tertiary",
            on_click=_reshape,
            args=(lambda made: without_row(made, nth),),
        )


def _keys(nth: int) -> tuple[str, str]:
    return f"amount_{nth}", f"due_{nth}"


def _planned() -> None:
    given = st.session_state
    amount, first = given.plan_amount, given.plan_first
    if not amount or first is None:
        keep_trouble(_lacking(amount, first, "the first day"), _ROWS)
        return

    def fill(drawn: Attempt) -> Attempt:
        made = plan(
            _money(amount), Every(given.plan_every), first, given.plan_count, given.plan_method
        )
        return record_arrangement(store(), acting(), drawn, made, now())

    do(fill, _ROWS)


def _edit(nth: int) -> None:
    amount, due = (st.session_state[key] for key in _keys(nth))
    if amount is None or due is None:
        keep_trouble(_lacking(amount, due, f"the day of payment {nth + 1}"), _ROWS)
        return
    _record(lambda made: with_row(made, nth, _money(amount), due))


def _lacking(amount: float | None, due: date | None, called: str) -> TrainingError:
    """Names the field that is empty; a row needs both."""
    both = not amount and due is None
    what = f"the amount and {called} are" if both else f"{called} is" if amount else "the amount is"
    return TrainingError("row", f"{what} missing", "each payment needs an amount and a day")


def _reshape(change: Change) -> None:
    """More rows or fewer: the fields are filled anew from what is kept."""
    _record(change)
    for nth in range(MOST_ROWS):
        for key in _keys(nth):
            st.session_state.pop(key, None)


def _record(change: Change) -> None:
    def record(drawn: Attempt) -> Attempt:
        made = drawn.state.wrap_up.arrangement
        changed = change(made) if made else None
        return record_arrangement(store(), acting(), drawn, changed, now())

    do(record, _ROWS)


def _no_rows(_: Arrangement) -> None:
    return None


def _money(amount: float) -> Money:
    return Money.of(Decimal(str(amount)).quantize(Decimal("0.01")))


def _sum(made: Arrangement, past_due: Money) -> str:
    rows = made.instalments
    count = "1 payment" if len(rows) == 1 else f"{len(rows)} payments"
    left = past_due.cents - made.total.cents
    rest = f"{Money(cents=left)} of {past_due} past due stays open" if left > 0 else "covers it all"
    how = f" · by {made.method}" if made.method else ""
    last = max(row.due for row in rows)
    return f"{count} · {made.total} together · last on {day(last)} · {rest}{how}"
