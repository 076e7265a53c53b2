"""The desk: what is on the account, and handing a call over."""

from __future__ import annotations

import json

import pytest
from streamlit.testing.v1 import AppTest

from tests.pages.visiting import SCENARIO, begin_call, buttons, go, press, shown
from tests.training.floor import NOW
from tests.training.shipped_calls import LAID_OFF
from training.models import Role
from training.people import sign_in_locally
from training.store import Store


def test_payments_are_drawn_on_their_days_and_listed(dana: AppTest) -> None:
    go(dana, "brief", scenario=SCENARIO)
    chart = json.loads(dana.get("vega_lite_chart")[0].proto.spec)

    assert "on time" in shown(dana)
    assert "58 days late" in json.dumps(chart)
    assert len(chart["layer"][2]["data"]["values"]) == len(LAID_OFF.account.payments)


def test_an_account_without_a_payment_says_so(dana: AppTest) -> None:
    go(dana, "brief", scenario="can_you_sue_me")

    assert "No payment is on record." in shown(dana)
    assert len(dana.get("vega_lite_chart")) == 0


@pytest.mark.parametrize(
    ("scenario", "told"),
    [
        (SCENARIO, "Ana Reyes&#x27;s own time (Chicago time)"),
        ("day_22", "they may dispute until"),
        ("stop_texting_me", "<dt>E-mail</dt>"),
    ],
)
def test_the_desk_shows_what_is_on_file(dana: AppTest, scenario: str, told: str) -> None:
    assert told in shown(go(dana, "brief", scenario=scenario))


def test_a_call_is_handed_over_to_a_team_of_the_house(dana: AppTest, store: Store) -> None:
    attempt = begin_call(dana)
    teams = [f"To the {team}" for team in LAID_OFF.house.teams]

    assert set(teams) < set(buttons(dana))

    press(dana, "To the hardship team")
    person = sign_in_locally(store, "Dana Wells", Role.TRAINEE, NOW)
    call = store.attempt(person, attempt).state.call

    assert call is not None
    assert call.transferred_to == "hardship team"
    assert "You handed the call over to the hardship team." in shown(dana)
    assert "To the wrap-up" in buttons(dana)
    assert not set(teams) & set(buttons(dana))
