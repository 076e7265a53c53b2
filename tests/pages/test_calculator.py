"""The plan calculator: on the brief, beside the call and at the wrap-up, one calculator."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from streamlit.testing.v1 import AppTest

from calls.money import Every, Money
from calls.state import AttemptState
from pages._floor import now
from tests.pages.visiting import SCENARIO, begin_call, buttons, go, press, shown
from tests.training.floor import NOW
from training.models import Role
from training.people import sign_in_locally
from training.practice import end_call
from training.store import Store
from training.wrap_up import hand_in

TAKE_OVER = "Take over into the wrap-up"
FIRST = datetime.now(UTC).date() + timedelta(days=14)


def test_the_brief_works_a_plan_out_before_anybody_is_called(dana: AppTest) -> None:
    go(dana, "brief", scenario=SCENARIO)
    _type(dana, 85.0)

    assert "13 of $85.00 and a last one of $35.00" in shown(dana)
    assert "Within your authority" in shown(dana)
    assert "Not known yet" in shown(dana)
    assert TAKE_OVER not in buttons(dana)


def test_what_is_no_plan_yet_says_what_is_allowed(dana: AppTest) -> None:
    go(dana, "brief", scenario=SCENARIO)
    _type(dana, 2.0)

    assert "60 at most" in shown(dana)


def test_a_plan_beside_the_call_is_carried_over_into_the_wrap_up(
    dana: AppTest, store: Store
) -> None:
    attempt = begin_call(dana)
    _type(dana, 85.0)

    assert _state(store, attempt).wrap_up.arrangement is None

    press(dana, TAKE_OVER)
    made = _state(store, attempt).wrap_up.arrangement

    assert made is not None
    assert len(made.instalments) == 14
    assert made.instalments[-1].amount == Money.of("35")
    assert "These rows stand in the wrap-up" in shown(dana)

    press(dana, "End call")
    go(dana, "wrap_up", attempt=attempt)

    assert "14 payments · $1,140.00 together" in shown(dana)
    assert dana.number_input(key="amount_13").value == 35.0


def test_a_plan_at_the_wrap_up_takes_the_place_of_the_rows(dana: AppTest, store: Store) -> None:
    attempt = begin_call(dana)
    press(dana, "End call")
    go(dana, "wrap_up", attempt=attempt)
    dana.number_input(key="plan_amount").set_value(500.0).run()
    dana.date_input(key="plan_first").set_value(FIRST).run()
    _type(dana, 570.0)
    press(dana, TAKE_OVER)

    assert "2 payments · $1,140.00 together" in shown(dana)
    assert dana.number_input(key="amount_0").value == 570.0
    made = _state(store, attempt).wrap_up.arrangement
    assert made is not None
    assert len(made.instalments) == 2


def test_a_plan_that_cannot_be_taken_over_says_so_on_the_page_of_the_call(
    dana: AppTest, store: Store
) -> None:
    attempt = begin_call(dana)
    _type(dana, 570.0)
    person = sign_in_locally(store, "Dana Wells", Role.TRAINEE, NOW)
    elsewhere = end_call(store, person, store.attempt(person, attempt), now())
    hand_in(store, person, elsewhere, now())

    press(dana, TAKE_OVER)

    assert _state(store, attempt).wrap_up.arrangement is None
    assert "It was handed in" in shown(dana)


def _type(app: AppTest, amount: float) -> None:
    app.number_input(key="work_out_amount").set_value(amount).run()
    app.selectbox(key="work_out_every").set_value(Every.TWO_WEEKS).run()
    app.date_input(key="work_out_first").set_value(FIRST).run()


def _state(store: Store, attempt: str) -> AttemptState:
    return store.attempt(sign_in_locally(store, "Dana Wells", Role.TRAINEE, NOW), attempt).state
