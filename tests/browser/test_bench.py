"""A trainer copies a scenario, breaks it, reads the message, mends it and saves it."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from benchmarks.load.server import AppServer
from tests.browser.conftest import PHONE
from tests.browser.contrast import faint_in_either
from tests.browser.practising import TRAINER, visit
from tests.training.floor import NOW
from training.bench import Bench, versions
from training.models import Role
from training.people import sign_in_locally
from training.store import Store

pytestmark = pytest.mark.browser


def test_from_a_copy_to_a_saved_version(app_server: AppServer, page: Page, phone: Page) -> None:
    visit(app_server, page, "scenarios?scenario=forgetful_payer", TRAINER)
    page.get_by_role("button", name="Copy it").press("Enter")
    expect(page.get_by_text("✓ Everything fits together.")).to_be_visible()

    page.get_by_label("Title", exact=True).fill("She forgot, twice")
    page.get_by_label("Title", exact=True).press("Tab")
    file = page.get_by_label("The file", exact=True)
    expect(file).to_have_value(re.compile("^title: She forgot, twice$", re.MULTILINE))
    text = file.input_value()
    file.fill(text.replace("level: 1", "level: 9", 1))
    file.press("Control+Enter")
    expect(page.get_by_text("level: at most 4 is possible, got 9")).to_be_visible()
    page.get_by_label("Level, 1 to 4").fill("3")
    page.get_by_label("Level, 1 to 4").press("Tab")
    expect(page.get_by_text("✓ Everything fits together.")).to_be_visible()
    expect(file).to_have_value(re.compile("^level: 3", re.MULTILINE))

    page.get_by_label("What you changed, and why").fill("Ours forget twice")
    page.get_by_label("What you changed, and why").press("Tab")
    page.get_by_role("button", name="Save as a version").press("Enter")
    expect(page.get_by_text(re.compile("^Saved as version 2"))).to_be_visible()
    name = page.url.rpartition("=")[2]
    store = Store(app_server.data)
    tom = sign_in_locally(store, TRAINER, Role.TRAINER, NOW)
    kept = versions(Bench(store, app_server.data / "scenarios"), tom, name)
    assert [one.reason for one in kept] == ["Began from forgetful_payer", "Ours forget twice"]
    assert faint_in_either(page) == []

    for address in ("scenarios", f"scenarios?scenario={name}", "house"):
        visit(app_server, phone, address, TRAINER)
        expect(phone.get_by_role("heading", level=1)).to_be_visible()

        assert phone.evaluate("document.documentElement.scrollWidth") <= PHONE[0]
