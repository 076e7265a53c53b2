"""The plan as it is typed: an amount, how often, from when; a field counts as soon as it is left.

What is not a plan yet stays in the address of the page, so that a reload finds it there; what is
one is recorded as rows at once.
"""

from collections.abc import Callable, Mapping
from datetime import date

import streamlit as st

from calls.money import Arrangement, Every, Money
from pages._parts import day_format, money, plain, sentence
from pages._texts import _, plural
from simulator.house import House
from training.arrangements import plan
from training.errors import TrainingError

EARLIEST, LATEST = date(1900, 1, 1), date(2199, 12, 31)
"""Days that can be typed: a slip in the year is told in words; the field alone would go red."""
_AMOUNT, _EVERY, _FIRST, _COUNT, _METHOD = _KEYS = (
    "plan_amount",
    "plan_every",
    "plan_first",
    "plan_count",
    "plan_method",
)
EMPTY: Mapping[str, object] = {**dict.fromkeys(_KEYS), _EVERY: Every.ONCE}
RHYTHMS = {one: _(one.told).capitalize() for one in Every if one not in (Every.QUARTER, Every.YEAR)}


def draw_plan(house: House, on_change: Callable[[], None]) -> None:
    """The fields, and what is still missing in them."""
    sign = Money(cents=0, currency=house.currency).symbol
    st.caption(_("Leave this empty if nothing was agreed. Rows are filled in as you type."))
    with st.container(key="plan", width=640):
        with st.container(horizontal=True):
            st.number_input(
                _("Amount ({sign})").format(sign=sign), value=None, step=5.0, format="%.2f",
                key=_AMOUNT, on_change=on_change, bind="query-params",
            )  # fmt: skip
            st.selectbox(
                _("How often"), RHYTHMS, format_func=RHYTHMS.__getitem__, key=_EVERY,
                on_change=on_change, bind="query-params",
            )  # fmt: skip
        with st.container(horizontal=True):
            st.date_input(
                _("First on"), value=None, min_value=EARLIEST, max_value=LATEST, key=_FIRST,
                on_change=on_change, format=day_format(house.country), bind="query-params",
            )  # fmt: skip
            if _several():
                st.number_input(
                    _("How many"), value=None, step=1, key=_COUNT, on_change=on_change,
                    bind="query-params",
                )  # fmt: skip
        st.selectbox(
            _("How it is paid"), list(house.method_labels), index=None, key=_METHOD,
            on_change=on_change, bind="query-params",
        )  # fmt: skip
    if fault := fault_typed(house.currency):
        st.warning(plain(f"{sentence(fault.wrong)} {sentence(fault.allowed)}"))


def typed(currency: str) -> Arrangement | None:
    """The rows that the fields come to; None where they are empty or no plan yet."""
    try:
        return _read(currency)
    except TrainingError:
        return None


def fault_typed(currency: str) -> TrainingError | None:
    """What keeps the fields from being a plan, where something is typed in them."""
    try:
        _read(currency)
    except TrainingError as error:
        return error
    return None


def forget_plan() -> None:
    """For callbacks: the fields are empty again."""
    st.session_state.update(EMPTY)


def lacking(fields: Mapping[str, object]) -> TrainingError:
    """Names the fields that are empty; a row needs all of them."""
    *first, last = [name for name, value in fields.items() if value is None]
    named = _(" and ").join(filter(None, (", ".join(first), last)))
    wrong = plural("{named} is missing", "{named} are missing", len(first) + 1, named=named)
    return TrainingError("row", wrong, _("each payment needs an amount and a day"))


def _read(currency: str) -> Arrangement | None:
    given = st.session_state
    amount: float | None = given.get(_AMOUNT)
    first: date | None = given.get(_FIRST)
    count: int | None = given.get(_COUNT) if _several() else 1
    if amount is None and first is None and (count is None or not _several()):
        return None
    if amount is None or first is None or count is None:
        raise lacking(
            {_("the amount"): amount, _("the first day"): first, _("how many payments"): count}
        )
    return plan(money(amount, currency), Every(given[_EVERY]), first, count, given.get(_METHOD))


def _several() -> bool:
    return bool(st.session_state.get(_EVERY, Every.ONCE) != Every.ONCE)
