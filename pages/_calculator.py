"""The plan calculator at the desk: what they told of their month, and what a plan comes to."""

from collections.abc import Callable, Mapping
from datetime import date
from html import escape

import streamlit as st

from calls.money import Arrangement, Every, Money
from calls.state import CallState
from debriefs.plans import authority_told, fit_told, plan_told, sheet_told
from debriefs.signs import Sign
from debriefs.words import Day
from pages._parts import day_format, days_of, facts, money, plain, sentence
from pages._plan import EARLIEST, LATEST, RHYTHMS
from pages._texts import _
from simulator.desk import desk_of
from simulator.house import House
from simulator.scenario import Scenario
from simulator.sheet import Sheet, sheet_of
from training.errors import TrainingError
from training.plans import Plan, calculate

Take = Callable[[Arrangement], None]
_AMOUNT, _EVERY, _FIRST = "work_out_amount", "work_out_every", "work_out_first"
EMPTY: Mapping[str, object] = dict.fromkeys((_AMOUNT, _FIRST))


def draw_sheet(sheet: Sheet, day: Day) -> None:
    """What came out of their month so far, in their own words."""
    told = list(sheet_told(sheet, day))
    if told:
        facts((_(term), what) for term, what in told)
    else:
        st.caption(
            _("What they tell you of their month stands here: what comes in, what goes out.")
        )


def draw_calculator(
    scenario: Scenario,
    call: CallState | None,
    today: date,
    take: Take | None = None,
    kept: Arrangement | None = None,
) -> None:
    """The fields and what they come to; `take` carries the rows over, `kept` stands there now."""
    desk, sheet = desk_of(scenario, today), sheet_of(scenario, call)
    day = days_of(scenario.house.country)
    kept_how = (
        _("Nothing is recorded until you take it over.") if take else _("Nothing of it is kept.")
    )
    st.caption(
        plain(_("A plan for {to_pay}. {kept_how}").format(to_pay=desk.to_pay, kept_how=kept_how))
    )
    typed = _fields(scenario.house)
    if typed is None:
        return
    try:
        plan = calculate(desk, sheet, *typed)
    except TrainingError as error:
        st.warning(plain(f"{sentence(error.wrong)} {sentence(error.allowed)}"))
        return
    st.text(plan_told(plan, day))
    _signed(*authority_told(plan, desk))
    _signed(*fit_told(plan, sheet, day))
    if take is not None:
        _take_over(plan, take, kept)


def _fields(house: House) -> tuple[Money, Every, date] | None:
    """What is typed; None until all three are there. A reload finds them in the address."""
    sign = Money(cents=0, currency=house.currency).symbol
    with st.container(key="work_out", horizontal=True):
        amount = st.number_input(
            _("Each time ({sign})").format(sign=sign),
            value=None,
            step=5.0,
            format="%.2f",
            key=_AMOUNT,
            bind="query-params",
        )
        every = st.selectbox(
            _("Rhythm"),
            RHYTHMS,
            index=list(RHYTHMS).index(Every.MONTH),
            format_func=RHYTHMS.__getitem__,
            key=_EVERY,
            bind="query-params",
        )
        first = st.date_input(
            _("From"),
            value=None,
            min_value=EARLIEST,
            max_value=LATEST,
            key=_FIRST,
            format=day_format(house.country),
            bind="query-params",
        )
    if amount is None or not isinstance(first, date):
        return None
    return money(amount, house.currency), every, first


def _signed(sign: Sign, because: str) -> None:
    st.html(
        f'<p class="fits"><span class="sign {sign.ink}"><i aria-hidden="true">{sign.sign}</i> '
        f"{sign.word.capitalize()}</span> {escape(because)}</p>"
    )


def _take_over(plan: Plan, take: Take, kept: Arrangement | None) -> None:
    rows = plan.made.instalments
    if kept is not None and kept.instalments == rows:
        st.caption(_("These rows stand in the wrap-up."))
        return
    st.button(_("Take over into the wrap-up"), on_click=take, args=(plan.made,))
    if kept is not None:
        st.caption(_("The rows that stand there now are replaced."))
