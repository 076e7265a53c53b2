"""The desk in a real browser: a plan worked out on a phone, and a call handed over."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from playwright.sync_api import Page, expect

from benchmarks.load.server import AppServer
from tests.browser.practising import COLD_MS, begin_call, known, line_field, say, settled
from tests.browser.test_axe import issues
from tests.shipped import SCENARIOS
from tests.training.shipped_calls import on_a_call
from training.store import Store

pytestmark = pytest.mark.browser


def test_a_plan_is_worked_out_on_a_phone_and_the_call_is_handed_over(
    app_server: AppServer, phone: Page
) -> None:
    begin_call(app_server, phone)
    first = datetime.now(UTC).date() + timedelta(days=14)
    phone.goto(f"{phone.url}&work_out_amount=85&work_out_first={first}")
    expect(line_field(phone)).to_be_enabled(timeout=COLD_MS)
    phone.get_by_text("Desk", exact=True).click()
    phone.get_by_role("tab", name="Budget & plan").click()
    expect(phone.get_by_text("14 payments every month")).to_be_visible()
    settled(phone)

    assert list(issues(phone, {})) == []

    phone.get_by_role("button", name="Take over into the wrap-up").click()
    expect(phone.get_by_text("These rows stand in the wrap-up.")).to_be_visible()
    phone.get_by_role("button", name="Transfer…").click()
    phone.get_by_role("button", name="To the hardship team").click()
    phone.get_by_role("button", name="To the wrap-up").click()
    expect(phone.get_by_text("14 payments · $1,140.00 together")).to_be_visible()


def test_the_steps_of_a_call_stand_beside_the_line_which_stays_in_sight(
    app_server: AppServer, phone: Page
) -> None:
    person = known(app_server.url, app_server.data, phone, "Nell Abara")
    scenario = SCENARIOS["forgetful_payer"]
    attempt = on_a_call(Store(app_server.data), person, scenario, now=datetime.now(UTC))
    phone.goto(f"{app_server.url}/call?attempt={attempt.id}")
    expect(phone.locator(".flow li").first).to_contain_text("Greeting", timeout=COLD_MS)
    settled(phone)

    expect(line_field(phone)).to_be_in_viewport(ratio=1)
    assert list(issues(phone, {})) == []

    say(phone, "Hello, may I speak with Marcus Webb, please?")
    expect(phone.locator(".flow li.done-right")).to_have_text(["✓ Greeting, heard"])
