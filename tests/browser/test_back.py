"""The browser's Back does what people expect, and pages meet with no error of their own."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from benchmarks.load.server import AppServer
from compliance_rules import shipped_checker
from tests.browser.practising import begin_call, call_from_the_brief, line_field, say, visit
from tests.shipped import EVERY

CALLS = len(EVERY)
RULES = len(shipped_checker().rules)

pytestmark = pytest.mark.browser


def test_back_from_a_call_is_its_brief_with_the_way_on(app_server: AppServer, page: Page) -> None:
    call_from_the_brief(app_server, page)
    page.go_back()

    expect(page.get_by_role("heading", name="Laid off three weeks ago")).to_be_visible()
    page.get_by_role("link", name="Back to the call").click()
    expect(line_field(page)).to_be_enabled()


def test_back_from_a_rule_is_the_search_that_led_to_it(app_server: AppServer, page: Page) -> None:
    visit(app_server, page, "rules")
    page.get_by_label("Search").fill("arrest")
    expect(page).to_have_url(re.compile("searched=arrest"))
    law = page.get_by_role("combobox", name="Law of")
    law.fill("Calif")
    law.press("Enter")
    expect(page.get_by_role("status").first).to_have_text(f"1 of {RULES} rules")
    page.locator(".handbook a").first.click()
    expect(page.get_by_text("What we say when it is not met")).to_be_visible()
    page.go_back()

    expect(page.get_by_role("status").first).to_have_text(f"1 of {RULES} rules")
    expect(page.get_by_label("Search")).to_have_value("arrest")


def test_back_from_a_brief_is_the_list_that_led_to_it(app_server: AppServer, page: Page) -> None:
    visit(app_server, page, "practise")
    page.get_by_label("Search").fill("laid off")
    expect(page).to_have_url(re.compile("words=laid"))
    law = page.get_by_role("combobox", name="Law of")
    law.fill("United")
    law.press("Enter")
    expect(page.get_by_role("status").first).to_have_text(f"1 of {CALLS} calls")
    brief = page.get_by_role("link", name="Read the brief")
    expect(brief).to_have_count(1)
    brief.click()
    expect(page.get_by_role("button", name="Practise privately")).to_be_visible()
    page.go_back()

    expect(page.get_by_role("status").first).to_have_text(f"1 of {CALLS} calls")
    expect(page.get_by_label("Search")).to_have_value("laid off")


def test_a_call_goes_on_without_an_error_in_the_page(app_server: AppServer, page: Page) -> None:
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    begin_call(app_server, page)
    say(page, "Hello, may I speak with Ana Reyes please?")
    say(page, "It is personal.")

    assert errors == []
