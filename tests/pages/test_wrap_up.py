"""The wrap-up: each field is kept as it is left, and rows add up."""

from __future__ import annotations

from datetime import date

import pytest
from streamlit.testing.v1 import AppTest

from calls.disposition import Disposition
from calls.money import Every
from calls.state import AttemptState
from tests.pages.visiting import begin_call, go, press, shown
from tests.training.floor import NOW
from training.models import Role
from training.people import sign_in_locally
from training.store import Store

FIRST = date(2031, 3, 14)


@pytest.fixture
def attempt(dana: AppTest) -> str:
    """Dana has ended a call and stands before the wrap-up."""
    attempt = begin_call(dana)
    press(dana, "End call")
    go(dana, "wrap_up", attempt=attempt)
    return attempt


def test_the_wrap_up_waits_until_the_call_is_over(dana: AppTest) -> None:
    attempt = begin_call(dana)

    assert "The call is still going on" in shown(go(dana, "wrap_up", attempt=attempt))


def test_fields_are_kept_as_they_are_left(dana: AppTest, attempt: str, store: Store) -> None:
    dana.selectbox(key="disposition").set_value(Disposition.ARRANGEMENT).run()
    dana.date_input(key="follow_up").set_value(FIRST).run()
    dana.text_area(key="note").set_value("Review in 60 days").run()
    dana.session_state["flags"] = ["hardship"]
    dana.run()

    kept = _state(store, attempt).wrap_up
    assert kept.disposition is Disposition.ARRANGEMENT
    assert kept.follow_up == FIRST
    assert kept.notes == "Review in 60 days"


def test_rows_are_filled_changed_and_add_up(dana: AppTest, attempt: str, store: Store) -> None:
    _fill(dana, 85.0, 4)

    assert "4 payments · $340.00 together" in shown(dana)

    dana.number_input(key="amount_3").set_value(70.5).run()
    press(dana, "Add a row")

    assert "5 payments · $396.00 together" in shown(dana)
    made = _state(store, attempt).wrap_up.arrangement
    assert made is not None
    assert [row.amount.cents for row in made.instalments] == [8500, 8500, 8500, 7050, 7050]
    assert made.instalments[0].due == FIRST


@pytest.mark.usefixtures("attempt")
def test_a_row_can_be_removed_and_all_can_be_cleared(dana: AppTest) -> None:
    _fill(dana, 85.0, 2)
    dana.button(key="remove_0").click().run()

    assert "1 payment · $85.00 together" in shown(dana)

    press(dana, "Clear all rows")

    assert "Leave this empty if nothing was agreed." in shown(dana)


def test_rows_without_a_day_are_not_guessed(dana: AppTest, attempt: str, store: Store) -> None:
    dana.number_input(key="plan_amount").set_value(85.0).run()

    assert "The first day is missing" in shown(dana)
    assert _state(store, attempt).wrap_up.arrangement is None


def test_a_plan_is_kept_as_it_is_typed_and_handed_in(
    dana: AppTest, attempt: str, store: Store
) -> None:
    _fill(dana, 60.0, 6, "debit card")
    press(dana, "Hand in")
    press(dana, "Hand in as it is")

    made = _state(store, attempt).wrap_up.arrangement
    assert made is not None
    assert [str(row.amount) for row in made.instalments] == ["$60.00"] * 6
    assert made.method == "debit card"


def test_a_plan_that_changes_changes_its_rows(dana: AppTest, attempt: str, store: Store) -> None:
    _fill(dana, 60.0, 6)
    dana.number_input(key="plan_amount").set_value(50.0).run()
    fewer = shown(dana)
    dana.number_input(key="plan_count").set_value(99_999).run()

    assert "6 payments · $300.00 together" in fewer
    assert "These are 99999 payments" in shown(dana)
    assert _state(store, attempt).wrap_up.arrangement is None


def test_how_it_is_paid_can_be_changed_after_a_row_was(
    dana: AppTest, attempt: str, store: Store
) -> None:
    _fill(dana, 60.0, 2)
    dana.number_input(key="amount_1").set_value(40.0).run()
    dana.selectbox(key="rows_method").set_value("check").run()

    made = _state(store, attempt).wrap_up.arrangement
    assert made is not None
    assert made.method == "check"
    assert "by check" in shown(dana)


@pytest.mark.usefixtures("attempt")
def test_what_is_hardly_meant_is_said_and_kept_all_the_same(dana: AppTest) -> None:
    dana.number_input(key="plan_amount").set_value(1e9).run()
    dana.date_input(key="plan_first").set_value(date(1999, 5, 1)).run()
    page = shown(dana).replace("\\", "")

    assert "$1,000,000,000.00 is more than the balance of " in page
    assert "on a day that was past when you called" in page
    assert "covers it all" not in page


@pytest.mark.usefixtures("attempt")
def test_what_is_still_empty_is_said_before_handing_in(dana: AppTest) -> None:
    before = shown(dana)
    dana.selectbox(key="disposition").set_value(Disposition.REFUSED).run()
    then = shown(dana)
    dana.text_area(key="note").set_value("Will not pay, she says.").run()

    assert "Still empty: how the call ended, your note." in before
    assert "Still empty: your note." in then
    assert "Still empty" not in shown(dana)


def test_what_is_kept_is_there_after_a_reload(dana: AppTest, attempt: str) -> None:
    _fill(dana, 85.0, 2)
    dana.selectbox(key="disposition").set_value(Disposition.ARRANGEMENT).run()
    go(dana, "practise")
    go(dana, "wrap_up", attempt=attempt)

    assert dana.selectbox(key="disposition").value == Disposition.ARRANGEMENT
    assert dana.number_input(key="amount_1").value == 85.0


def test_an_empty_wrap_up_is_handed_in_after_one_question(
    dana: AppTest, attempt: str, store: Store
) -> None:
    dana.number_input(key="plan_amount").set_value(85.0).run()
    press(dana, "Hand in")
    asked = shown(dana)
    before = _state(store, attempt).handed_in
    press(dana, "Hand in as it is")

    assert "Still empty: how the call ended, your note, the arrangement (the first day" in asked
    assert not before
    assert _state(store, attempt).handed_in


def test_handing_in_closes_the_attempt(dana: AppTest, attempt: str, store: Store) -> None:
    dana.selectbox(key="disposition").set_value(Disposition.REFUSED).run()
    dana.text_area(key="note").set_value("Will not pay, she says.").run()
    press(dana, "Hand in")

    assert _state(store, attempt).handed_in
    assert "This wrap-up is handed in" in shown(go(dana, "wrap_up", attempt=attempt))


def _fill(app: AppTest, amount: float, count: int, method: str | None = None) -> None:
    app.selectbox(key="plan_every").set_value(Every.MONTH).run()
    app.number_input(key="plan_amount").set_value(amount)
    app.number_input(key="plan_count").set_value(count)
    app.selectbox(key="plan_method").set_value(method)
    app.date_input(key="plan_first").set_value(FIRST).run()


def _state(store: Store, attempt: str) -> AttemptState:
    person = sign_in_locally(store, "Dana Wells", Role.TRAINEE, NOW)
    return store.attempt(person, attempt).state
