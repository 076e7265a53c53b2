"""The sign-in itself, driven once: an owner, a wrong password, other roles, another password."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from benchmarks.load.server import AppServer
from tests.browser.practising import COLD_MS, PASSWORD, choose, make_owner, settled
from tests.browser.test_axe import issues

pytestmark = pytest.mark.browser

ANOTHER = "some other words here"
NAME = "Olga Berg"


def test_an_owner_comes_goes_and_comes_back(
    start_server: Callable[..., AppServer], page: Page
) -> None:
    """A wrong password is told, and the sixth is not even looked at.

    On a server of its own: an owner is made where nobody has been before.
    """
    page.goto(start_server().url)
    page.evaluate(_WATCH)
    make_owner(page, NAME)
    assert page.evaluate("window.seenTogether") == 0, "the form has gone before anything is there"
    expect(page.get_by_text("The next best thing")).to_be_visible(timeout=COLD_MS)
    page.get_by_role("link", name="Your account").click()
    page.get_by_label("Your password so far").fill(PASSWORD)
    for field in ("New password", "The same again"):
        page.get_by_label(field).fill(ANOTHER)
    page.get_by_role("button", name="Change it").click()
    expect(page.get_by_text("Your password is changed")).to_be_visible()
    settled(page)
    assert list(issues(page, {})) == []
    page.get_by_role("button", name="Sign out", exact=True).click()

    _go_in(page, PASSWORD)
    expect(page.get_by_text("do not belong together")).to_be_visible()
    _go_in(page, ANOTHER)
    expect(page.get_by_text(f"Signed in as {NAME}")).to_be_visible(timeout=COLD_MS)
    page.reload()
    expect(page.get_by_text(f"Signed in as {NAME}")).to_be_visible(timeout=COLD_MS)
    settled(page)

    given = _added_by_an_administrator(page, "Dana Berg")
    page.get_by_role("button", name="Sign out", exact=True).click()
    _go_in(page, given, "Dana Berg")
    expect(page.get_by_text("Choose a password of your own")).to_be_visible()
    page.get_by_role("button", name="Sign out").click()
    for _ in range(5):
        _go_in(page, PASSWORD)
        expect(page.get_by_text("do not belong together")).to_be_visible()
    _go_in(page, ANOTHER)
    expect(page.get_by_text(re.compile("wait 1. minutes", re.IGNORECASE))).to_be_visible()


def _added_by_an_administrator(page: Page, name: str) -> str:
    """An account is made in the other role; returns the password to hand over."""
    expect(page.get_by_role("link", name="People").filter(visible=True)).to_have_count(0)
    choose(page, "Your role now", "Administrator")
    page.get_by_role("link", name="People").filter(visible=True).first.click()
    page.get_by_label("Names, one in a line").fill(f"{name}\nBen Silva")
    page.get_by_role("button", name="Add them").click()
    expect(page.get_by_text("Hand these over now")).to_be_visible()
    expect(page.locator("table.rows td")).to_have_count(4)
    settled(page)
    assert list(issues(page, {})) == []
    return page.locator("table.rows td").nth(1).inner_text()


_WATCH = """() => {
    window.seenTogether = 0;
    new MutationObserver(() => {
        const form = document.querySelector('[data-testid=stForm]');
        if (form && document.querySelector('.st-key-who')) window.seenTogether += 1;
    }).observe(document.body, {childList: true, subtree: true});
}"""
"""Counts how often the form to sign in stands beside the foot of a page."""


def _go_in(page: Page, password: str, name: str = NAME) -> None:
    expect(page.get_by_label("Password", exact=True)).to_have_value("")
    page.get_by_label("Your name").fill(name)
    page.get_by_label("Password", exact=True).fill(password)
    page.get_by_role("button", name="Go in").click()
