"""From a copy to an assignment: broken, mended, proven, and signed off by a second trainer."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from benchmarks.load.server import AppServer
from tests.browser.conftest import PHONE
from tests.browser.contrast import faint_in_either
from tests.browser.practising import COLD_MS, SECOND, TRAINER, settled, visit
from tests.training.accounts import signed_in_as
from tests.training.floor import NOW
from training.assignments import assignments
from training.bench import Bench, opened, versions
from training.models import Role
from training.people import sign_in_locally
from training.proofs import ENOUGH, keep_proof
from training.store import Store

pytestmark = pytest.mark.browser


def test_from_a_copy_to_an_assignment(
    app_server: AppServer, page: Page, phone: Page, open_page: Callable[[], Page]
) -> None:
    visit(app_server, page, "scenarios?scenario=forgetful_payer", TRAINER)
    expect(page.get_by_role("button", name="Copy it")).to_be_visible(timeout=COLD_MS)
    page.get_by_role("button", name="Copy it").press("Enter")
    expect(page.get_by_text("✓ Everything fits together.")).to_be_visible()
    _written(page)

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

    page.get_by_role("radio", name="Prove").click()
    page.get_by_role("button", name="A quick look: 2 calls of each").click()
    expect(page.get_by_text("What each reached")).to_be_visible(timeout=COLD_MS)
    page.get_by_role("button", name="To all scenarios").click()
    expect(page.get_by_role("heading", name="Scenarios", exact=True)).to_be_visible()
    expect(page).to_have_url(re.compile(r"/scenarios$"))
    # A proof is the same with ten times the calls, which take half a minute: it is kept here.
    bench = Bench(store, app_server.data / "scenarios")
    keep_proof(bench, tom, opened(bench, name, kept[-1].text), ENOUGH, (), NOW)
    ana, _token = signed_in_as(store, "Ana Marsh", Role.TRAINEE, NOW)
    _signed_off_and_assigned(app_server, open_page(), name)
    (given,) = assignments(store, ana)
    assert (given.title, given.scenario_id) == ("She forgot, twice", name)

    for address in ("scenarios", f"scenarios?scenario={name}", "house"):
        visit(app_server, phone, address, TRAINER)
        expect(phone.get_by_role("heading", level=1)).to_be_visible()

        assert phone.evaluate("document.documentElement.scrollWidth") <= PHONE[0]


def _written(page: Page) -> None:
    """Changed in the form, broken in the file, mended in the form."""
    settled(page)
    page.get_by_label("Title", exact=True).fill("She forgot, twice")
    page.get_by_label("Title", exact=True).press("Tab")
    # A field that another edit changed is a new one; the old may stand below it for a moment.
    file = page.get_by_label("The file", exact=True).first
    expect(file).to_have_value(re.compile("^title: She forgot, twice$", re.MULTILINE))
    text = file.input_value()
    file.fill(text.replace("level: 1", "level: 9", 1))
    file.press("Control+Enter")
    told = "Level, 1 to 4: at most 4 is possible, got 9"
    expect(page.get_by_text(told)).to_be_visible()
    page.get_by_label("Level, 1 to 4").fill("3")
    page.get_by_label("Level, 1 to 4").press("Tab")
    expect(page.get_by_text("✓ Everything fits together.")).to_be_visible()
    expect(file).to_have_value(re.compile("^level: 3", re.MULTILINE))
    _typed_into_a_cell(page)


def _typed_into_a_cell(page: Page) -> None:
    """In the grid of the facts: what is typed into a cell is in the file, and it stays there."""
    page.get_by_text("What they may tell, and when", exact=True).click()
    grid = page.get_by_test_id("stDataFrame").last
    expect(grid).to_be_visible()
    settled(page)
    grid.scroll_into_view_if_needed()
    grid.click(position={"x": 80, "y": 52})  # the name of the first fact
    for _ in range(4):
        page.keyboard.press("ArrowRight")
    page.keyboard.press("Enter")
    cell = page.locator("#portal textarea")
    cell.fill("happened, missed, forgot")
    cell.press("Enter")
    file = page.get_by_label("The file", exact=True).first
    written = re.compile(r"words:\s+(\[|- )happened,?\s+(- )?missed,?\s+(- )?forgot\b")
    expect(file).to_have_value(written)
    expect(grid.locator("td", has_text="happened, missed, forgot")).to_have_count(1)


def _signed_off_and_assigned(server: AppServer, page: Page, name: str) -> None:
    """What a second trainer does in a browser of her own."""
    visit(server, page, f"scenarios?scenario={name}", SECOND)
    expect(page.get_by_text("✓ Proven")).to_be_visible()
    page.get_by_role("button", name="Sign it off").press("Enter")
    expect(page.get_by_text("✓✓ Signed off")).to_be_visible()
    page.get_by_role("button", name="Assign it").press("Enter")
    page.get_by_label("Trainee").fill("Ana Marsh")
    page.get_by_label("Trainee").press("Tab")
    page.get_by_role("button", name="Assign", exact=True).press("Enter")
    expect(page.get_by_text(re.compile("^Ana Marsh has it until"))).to_be_visible()
