"""Rewind in a real browser: from the scorecard back into the call, and to both ends."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from benchmarks.load.server import AppServer
from tests.browser.conftest import DESK, PHONE
from tests.browser.contrast import faint_in_either
from tests.browser.practising import say, talk, visit
from tests.pages.finished import KINDER, THREAT, finished
from training.store import Store

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("on_a_phone", [False, True])
def test_a_turn_is_said_again_and_both_ends_stand_side_by_side(
    app_server: AppServer, open_page: Callable[..., Page], on_a_phone: bool
) -> None:
    seen = open_page(PHONE if on_a_phone else DESK)
    first = finished(Store(app_server.data), seed=7 + on_a_phone)
    visit(app_server, seen, f"scorecard?attempt={first.id}")

    seen.locator("#turn-4").get_by_role("link", name="Try again from here").click()
    expect(seen.get_by_text(f"Then you said: “{THREAT}”")).to_be_visible()
    assert _is_as_wide_as_its_window(seen)
    seen.get_by_placeholder("What do you say this time?").fill(KINDER[0])
    seen.get_by_placeholder("What do you say this time?").press("Enter")

    expect(seen).to_have_url(re.compile("/call"))
    expect(seen.get_by_text("Private practice, only you see it")).to_be_visible()
    expect(talk(seen).filter(has_text=KINDER[0])).to_be_visible()
    expect(talk(seen).last).to_have_class("line theirs")
    say(seen, "What could you manage after that?")
    _hand_in(seen)

    seen.get_by_role("link", name="Both ends side by side").click()
    expect(seen.get_by_role("heading", name="What made the difference")).to_be_visible()
    expect(seen.get_by_text(f"“{THREAT}”").first).to_be_visible()
    expect(seen.get_by_text(f"“{KINDER[0]}”").first).to_be_visible()
    expect(seen.get_by_role("heading", name="All tries of this call")).to_be_visible()
    assert _is_as_wide_as_its_window(seen)


def test_what_stands_side_by_side_can_be_read(app_server: AppServer, page: Page) -> None:
    first = finished(Store(app_server.data), seed=20)
    visit(app_server, page, f"rewind?attempt={first.id}&from=4")
    expect(page.get_by_placeholder("What do you say this time?")).to_be_visible()
    assert faint_in_either(page) == []
    page.goto(f"{app_server.url}/rewind?attempt={first.id}")
    expect(page.get_by_text("no other try of this call yet")).to_be_visible()
    assert faint_in_either(page) == []


def _hand_in(page: Page) -> None:
    page.get_by_role("button", name="End call").click()
    page.get_by_role("button", name="To the wrap-up").click()
    page.get_by_role("button", name="Hand in").click()
    page.get_by_role("button", name="Hand in as it is").click()
    expect(page).to_have_url(re.compile("/scorecard"))


def _is_as_wide_as_its_window(page: Page) -> bool:
    return bool(page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
