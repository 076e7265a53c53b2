"""Practising in a real browser: a whole call, and what must not be lost on the way."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta

import pytest
from playwright.sync_api import Page, expect

from benchmarks.load.server import AppServer
from tests.browser.conftest import DESK, PHONE
from tests.browser.contrast import faint_in_either
from tests.browser.practising import (
    COLD_MS,
    begin_call,
    call,
    call_from_the_brief,
    choose,
    heard,
    line_field,
    model_lines,
    say,
    settled,
    state_of,
    talk,
    visit,
)

pytestmark = pytest.mark.browser

HELLO = "Hello, may I speak with Ana Reyes please?"


@pytest.mark.parametrize("size", [DESK, PHONE], ids=["desk", "phone"])
def test_a_call_is_practised_to_an_arrangement(
    app_server: AppServer, open_page: Callable[..., Page], size: tuple[int, int]
) -> None:
    page = open_page(size)
    call_from_the_brief(app_server, page)
    lines = model_lines()
    for words in lines[:5]:
        say(page, words)
    before = heard(page)

    page.reload()
    expect(talk(page)).to_have_count(len(before))
    assert heard(page) == before

    for words in lines[5:]:
        if page.get_by_role("button", name="To the wrap-up").is_visible():
            break
        say(page, words)
    _end(page)
    _wrap_up(page)
    page.get_by_role("button", name="Hand in").click()
    expect(page).to_have_url(re.compile("/scorecard"))

    state = state_of(app_server, page)
    assert state.handed_in
    assert state.call is not None
    assert state.call.accepted is not None
    assert str(state.call.accepted.amount) == "$85.00"
    assert state.wrap_up.arrangement is not None
    assert str(state.wrap_up.arrangement.total) == "$340.00"
    assert state.wrap_up.flags == {"hardship"}


def test_a_plan_that_was_typed_stays_with_its_call(app_server: AppServer, page: Page) -> None:
    begin_call(app_server, page)
    say(page, HELLO)
    _end(page)
    amount = page.get_by_label("Amount ($)")
    amount.fill("45")
    amount.blur()
    expect(page).to_have_url(re.compile("plan_amount=45"))
    page.get_by_role("button", name="Hand in").click()
    page.get_by_role("button", name="Hand in as it is").click()
    expect(page).to_have_url(re.compile("/scorecard"))
    page.get_by_role("link", name="Practise again").click()
    call(page)
    _end(page)

    expect(amount).to_have_value("")
    amount.fill("50")
    amount.blur()
    page.reload()
    expect(amount).to_have_value("50.00", timeout=COLD_MS)


def test_another_person_cannot_open_the_attempt_by_its_address(
    app_server: AppServer, open_page: Callable[..., Page]
) -> None:
    hers, his = open_page(), open_page(PHONE)  # profiles that are warm, with nothing in common
    begin_call(app_server, hers)
    visit(app_server, his, hers.url.removeprefix(f"{app_server.url}/"), "Ben")

    expect(his.get_by_text("There is no such attempt here")).to_be_visible()
    expect(his.get_by_text("Ana Reyes")).to_have_count(0)


def test_who_leaves_is_forgotten_by_the_browser(app_server: AppServer, page: Page) -> None:
    call_from_the_brief(app_server, page)
    page.get_by_role("button", name="Sign out").click()
    expect(page.get_by_text("Who is practising?")).to_be_visible()
    page.reload()

    expect(page.get_by_text("Who is practising?")).to_be_visible()


def test_a_line_is_taken_back_and_said_better(app_server: AppServer, page: Page) -> None:
    begin_call(app_server, page)
    say(page, "Helo may i spek")
    page.get_by_role("button", name="Take back the last line").click()

    expect(talk(page)).to_have_count(1)
    expect(line_field(page)).to_have_value("Helo may i spek")

    say(page, HELLO)

    assert HELLO in heard(page)[1]


def test_a_pasted_line_that_is_too_long_comes_back(app_server: AppServer, page: Page) -> None:
    begin_call(app_server, page)
    long = "Please listen. " * 150
    line_field(page).focus()
    page.keyboard.insert_text(long)
    line_field(page).press("Enter")

    expect(page.get_by_text("say it in two turns")).to_be_visible()
    expect(line_field(page)).to_have_value(re.compile(f"^{long.strip()}"))
    expect(talk(page)).to_have_count(1)


def test_the_clock_ticks_while_somebody_types(app_server: AppServer, page: Page) -> None:
    begin_call(app_server, page)
    before = _seconds(page)
    line_field(page).press_sequentially(HELLO, delay=30)
    after = _seconds(page)

    expect(line_field(page)).to_have_value(HELLO)
    assert after > before


def test_what_is_typed_stays_while_the_desk_is_used(app_server: AppServer, page: Page) -> None:
    begin_call(app_server, page)
    line_field(page).fill(HELLO)
    page.get_by_role("tab", name="Contacts").click()

    expect(page.get_by_text("own time")).to_be_visible()
    expect(line_field(page)).to_have_value(HELLO)


def test_on_a_phone_call_and_desk_take_turns(app_server: AppServer, phone: Page) -> None:
    begin_call(app_server, phone)
    expect(phone.get_by_role("tab", name="Account")).to_be_hidden()
    phone.get_by_text("Desk", exact=True).click()

    expect(phone.get_by_role("tab", name="Account")).to_be_visible()
    expect(line_field(phone)).to_be_hidden()
    assert phone.evaluate("document.documentElement.scrollWidth") <= PHONE[0]

    phone.get_by_text("Call", exact=True).click()
    say(phone, HELLO)

    assert HELLO in heard(phone)[1]


def test_every_text_can_be_read(app_server: AppServer, page: Page) -> None:
    page.goto(app_server.url)
    expect(page.get_by_label("Your name")).to_be_visible(timeout=COLD_MS)
    assert faint_in_either(page) == []

    begin_call(app_server, page)
    say(page, HELLO)
    assert faint_in_either(page) == []

    _end(page)
    expect(page.get_by_role("button", name="Hand in")).to_be_visible()
    assert faint_in_either(page) == []


def _end(page: Page) -> None:
    end, on = (page.get_by_role("button", name=name) for name in ("End call", "To the wrap-up"))
    settled(page)
    expect(end.or_(on)).to_be_visible()
    if end.is_visible():
        end.click()
    on.click()
    expect(page.get_by_role("button", name="Hand in")).to_be_visible()


def _wrap_up(page: Page) -> None:
    choose(page, "How the call ended", "Arrangement")
    expect(page.get_by_text("Still empty: your note.")).to_be_visible()
    first = date.today() + timedelta(days=14)  # noqa: DTZ011
    page.get_by_label("Amount ($)").fill("85")
    page.get_by_label("Amount ($)").blur()
    page.reload()
    expect(page.get_by_label("Amount ($)")).to_have_value("85.00", timeout=COLD_MS)
    choose(page, "How often", "Every month")
    page.get_by_label("How many").fill("4")
    page.get_by_label("First on").locator("visible=true").first.click()
    page.keyboard.type(f"{first:%m%d%Y}")
    page.keyboard.press("Escape")
    expect(page.get_by_text("4 payments · $340.00 together")).to_be_visible()
    page.get_by_role("button", name="Hardship").click()
    page.get_by_label("Your note").fill("Laid off; benefit soon. $85 every two weeks, by card.")
    page.get_by_label("Your note").blur()
    expect(page.get_by_text("Saved at")).to_be_visible()


def _seconds(page: Page) -> int:
    style = "getComputedStyle(document.querySelector('.clock')).getPropertyValue('--seconds')"
    return int(page.evaluate(style))
