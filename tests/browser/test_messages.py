"""What is written or decided instead of said, in a real browser at both widths."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from benchmarks.load.server import AppServer
from calls.turn import Channel
from tests.browser.conftest import DESK, PHONE
from tests.browser.practising import state_of, talk, visit
from tests.shipped import EVERY

pytestmark = pytest.mark.browser

CONFIRMED = EVERY["stop_texting_me"].model_call.lines[0]
MESSAGE = EVERY["dial_or_not"].model_call.lines[0]
SIZES = pytest.mark.parametrize("size", [DESK, PHONE], ids=["desk", "phone"])


def begin(server: AppServer, page: Page, scenario: str) -> None:
    visit(server, page, f"brief?scenario={scenario}")
    page.get_by_role("button", name="Practise privately").click()
    expect(page).to_have_url(re.compile("/call"))


def fits(page: Page) -> bool:
    """Whether nothing is wider than the window."""
    return bool(page.evaluate("document.documentElement.scrollWidth <= innerWidth"))


@SIZES
def test_a_text_is_written_looked_over_and_answered(
    app_server: AppServer, open_page: Callable[..., Page], size: tuple[int, int]
) -> None:
    page = open_page(size)
    begin(app_server, page, "stop_texting_me")
    expect(talk(page)).to_have_count(1)
    page.get_by_role("radio", name="Full").click()
    page.get_by_label("Your text").fill("Why? You still owe $240.00 to Foldway Pay.")
    expect(page.get_by_text("Before you send it")).to_be_visible()
    assert fits(page)

    page.get_by_label("Your text").fill(CONFIRMED)
    expect(page.get_by_text("51 of 160 characters · 1 text")).to_be_visible()
    page.get_by_role("button", name="Send the text …").click()
    expect(page.get_by_role("dialog")).to_contain_text(CONFIRMED)
    page.get_by_role("dialog").get_by_role("button", name="Send the text").press("Enter")
    expect(talk(page)).to_have_count(3)
    expect(page.get_by_label("Your text")).to_have_value("")
    assert [one.channel for one in state_of(app_server, page).messages] == [Channel.SMS]

    page.get_by_role("button", name="To the wrap-up").click()
    expect(page.get_by_role("heading", name="Wrap-up")).to_be_visible()


@SIZES
def test_a_list_is_decided_on_and_a_machine_is_spoken_to(
    app_server: AppServer, open_page: Callable[..., Page], size: tuple[int, int]
) -> None:
    page = open_page(size)
    begin(app_server, page, "dial_or_not")
    page.get_by_text("Ruth Calder · HR-20731").click()
    page.get_by_role("radio", name="Not now").click()
    page.get_by_text("It is too early or too late where they are").click()
    page.get_by_role("button", name="Record it").click()
    expect(page.get_by_text("5 of 6 still to decide")).to_be_visible()
    assert fits(page)

    page.get_by_text("Keanu Palakiko · HR-20735").click()
    page.get_by_role("radio", name="Dial").click()
    page.get_by_role("button", name="Dial 808-555-0127").click()
    page.get_by_label("What you say after the tone").fill(MESSAGE)
    page.get_by_role("button", name="Leave the message …").click()
    page.get_by_role("dialog").get_by_role("button", name="Leave the message").click()
    expect(talk(page)).to_have_count(2)
    assert fits(page)

    page.get_by_role("button", name="To the wrap-up").click()
    expect(page.get_by_text("Account by account")).to_be_visible()
    page.get_by_role("button", name="Hand in").click()
    page.get_by_role("dialog").get_by_role("button", name="Hand in as it is").click()
    expect(page.get_by_role("heading", name="Your decisions")).to_be_visible()
    assert fits(page)
