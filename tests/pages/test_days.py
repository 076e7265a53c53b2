"""Days of a scenario are told as its country tells them, whoever looks."""

from datetime import timedelta

import pytest
from streamlit.testing.v1 import AppTest

from calls.money import Country
from pages import _floor
from pages._parts import day, day_format
from tests.pages.visiting import SCENARIO, go, shown
from tests.shipped import SCENARIOS


@pytest.mark.parametrize(
    ("scenario", "told"),
    [(SCENARIO, "{0:%b} {0.day}, {0.year}"), (f"{SCENARIO}_uk", "{0.day} {0:%b} {0.year}")],
)
def test_the_account_has_its_days_in_the_order_of_its_country(
    dana: AppTest, scenario: str, told: str
) -> None:
    paid = _floor.now().date() - timedelta(days=SCENARIOS[scenario].account.payments[0].days_ago)

    page = shown(go(dana, "brief", scenario=scenario))

    assert f"<td>{told.format(paid)}</td>" in page


@pytest.mark.parametrize(
    ("country", "told", "typed"),
    [("US", "Nov 7, 2026", "MM/DD/YYYY"), ("GB", "7 Nov 2026", "DD.MM.YYYY")],
)
def test_fields_have_the_order_of_what_is_shown(country: Country, told: str, typed: str) -> None:
    when = _floor.now().replace(year=2026, month=11, day=7)

    assert day(when, country) == told
    assert day_format(country) == typed
