"""Findings in a real browser: reached by keyboard and by link, on paper, on a phone."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from benchmarks.load.server import PROJECT, AppServer
from tests.browser.conftest import PHONE
from tests.browser.contrast import faint_in_either, faint_text
from tests.browser.practising import COLD_MS, visit
from tests.pages.finished import BADLY, finished
from training.store import Store

pytestmark = pytest.mark.browser

EXAMPLE = PROJECT / "docs" / "examples" / "call.txt"
NAME = "Fred Moss"
"""Of nobody else on this server, whose progress is this one scorecard."""
TITLE = "No talk of arrest or jail"


@pytest.fixture(scope="session")
def scorecard(app_server: AppServer) -> str:
    """The address of a scorecard of Fred Moss."""
    attempt = finished(Store(app_server.data), BADLY, NAME)
    return f"scorecard?attempt={attempt.id}"


def open_scorecard(server: AppServer, page: Page, address: str) -> None:
    visit(server, page, address, NAME)
    expect(page.locator(".transcript .turn").first).to_be_visible(timeout=COLD_MS)


def try_example(server: AppServer, page: Page) -> None:
    visit(server, page, "check")
    page.get_by_role("button", name="Try this example").click()
    expect(finding(page)).to_be_visible()


def finding(page: Page) -> Locator:
    return page.locator("details.finding", has_text=TITLE)


def better(page: Page) -> Locator:
    return finding(page).get_by_text("Nobody gets into trouble with the police")


def test_a_finding_is_reached_by_tab_and_opened_by_enter(
    app_server: AppServer, page: Page, scorecard: str
) -> None:
    open_scorecard(app_server, page, scorecard)
    expect(better(page)).to_be_hidden()
    page.locator(".dimensions summary").last.focus()
    for _ in range(20):
        page.keyboard.press("Tab")
        if TITLE in page.evaluate("document.activeElement.textContent"):
            break
    page.keyboard.press("Enter")

    expect(better(page)).to_be_visible()


def test_what_must_change_leads_to_its_place_and_opens_it(
    app_server: AppServer, page: Page, scorecard: str
) -> None:
    open_scorecard(app_server, page, scorecard)
    entry = page.locator(".said-list li", has_text="You tied the debt to arrest")
    entry.get_by_role("link").first.click()

    expect(better(page)).to_be_visible()
    expect(better(page)).to_be_in_viewport()
    expect(page.get_by_role("heading", name="What must change")).to_be_attached()


def test_a_click_on_marked_words_opens_their_finding(app_server: AppServer, page: Page) -> None:
    try_example(app_server, page)
    page.locator("a.marked.not-met").click()

    expect(better(page)).to_be_visible()


def test_an_uploaded_call_is_checked_and_its_findings_taken_along(
    app_server: AppServer, page: Page, browser: Browser, tmp_path: Path
) -> None:
    visit(app_server, page, "check")
    page.locator("input[type=file]").set_input_files(EXAMPLE)
    expect(finding(page)).to_be_visible()
    for kind in ("JSONL", "CSV", "HTML"):
        with page.expect_download() as waiting:
            page.get_by_role("button", name=kind).click()
        waiting.value.save_as(tmp_path / f"taken.{kind}")
    told = {kind: (tmp_path / f"taken.{kind}").read_text() for kind in ("JSONL", "CSV", "HTML")}
    (tmp_path / "taken.html").write_text(told["HTML"])

    assert '"rule": "fdcpa.false.arrest_imprisonment"' in told["JSONL"]
    assert ",fdcpa.false.arrest_imprisonment," in told["CSV"]
    assert_reads_alone(browser, tmp_path / "taken.html")


def assert_reads_alone(browser: Browser, file: Path) -> None:
    """The page runs no script, asks for nothing, and fits a phone in the dark."""
    context = browser.new_context(
        viewport={"width": PHONE[0], "height": PHONE[1]},
        color_scheme="dark",
        java_script_enabled=False,
    )
    alone = context.new_page()
    asked: list[str] = []
    alone.on("request", lambda request: asked.append(request.url))
    alone.goto(file.as_uri())
    assert asked == [file.as_uri()]
    expect(better(alone)).to_be_visible()
    assert alone.evaluate("document.documentElement.scrollWidth") <= PHONE[0]
    assert faint_text(alone) == []
    context.close()


def test_what_is_told_and_switched_off_decides(app_server: AppServer, page: Page) -> None:
    try_example(app_server, page)
    page.get_by_text("Say what you know of the circumstances").click()
    first = page.get_by_role("radiogroup", name="Is it the first communication with them?")
    first.get_by_text("Yes").click()

    expect(page.get_by_role("heading", name="2 not met")).to_be_visible()
    expect(first).to_be_visible()

    page.get_by_text("Choose which packs of rules are asked").click()
    page.get_by_role("checkbox", name="United States, federal").focus()
    page.keyboard.press("Space")

    expect(page.get_by_text("Choose which packs of rules are asked: 12 of 13")).to_be_visible()
    expect(finding(page)).to_have_count(0)


def test_circumstances_can_come_from_a_file(app_server: AppServer, page: Page) -> None:
    try_example(app_server, page)
    page.get_by_text("Say what you know of the circumstances").click()
    page.locator("input[type=file]").set_input_files(EXAMPLE.with_name("circumstances.yaml"))

    expect(page.get_by_role("heading", name="2 not met")).to_be_visible()
    expect(page.get_by_label("State", exact=True)).to_have_value("TX")


def test_on_paper_every_finding_is_open(app_server: AppServer, page: Page, scorecard: str) -> None:
    open_scorecard(app_server, page, scorecard)
    page.emulate_media(media="print")

    expect(better(page)).to_be_visible()


def test_progress_leads_to_the_scorecard(app_server: AppServer, page: Page, scorecard: str) -> None:
    open_scorecard(app_server, page, scorecard)
    page.get_by_role("link", name="Progress").click()
    expect(page.get_by_text("You handed in 1 attempt")).to_be_visible()
    expect(page.locator("[data-testid=stVegaLiteChart]").first).to_be_visible()
    page.get_by_role("link", name="Laid off three weeks ago", exact=True).click()

    expect(page.get_by_text("What must change")).to_be_visible()


@pytest.mark.usefixtures("scorecard")
def test_words_that_were_said_lead_to_their_turn_and_back(
    app_server: AppServer, page: Page
) -> None:
    visit(app_server, page, "progress", NAME)
    page.get_by_label("Search what was said").press_sequentially("arrested fri")
    expect(page.locator(".hits mark")).to_have_text(["arrested", "Friday"])
    page.locator(".hits a").click()
    expect(page.locator(".turn:target", has_text="if you do not pay by Friday")).to_be_in_viewport()
    page.go_back()

    expect(page.locator(".hits mark").first).to_have_text("arrested")


def test_every_text_can_be_read(app_server: AppServer, page: Page, scorecard: str) -> None:
    open_scorecard(app_server, page, scorecard)
    for summary in page.locator("main summary, details.finding summary").all():
        summary.click()
    assert faint_in_either(page) == []

    page.goto(f"{app_server.url}/progress")
    expect(page.get_by_role("table", name="Attempts")).to_be_visible()
    assert faint_in_either(page) == []

    page.goto(f"{app_server.url}/check")
    page.get_by_role("button", name="Try this example").click()
    expect(finding(page)).to_be_visible()
    page.get_by_text("Say what you know of the circumstances").click()
    assert faint_in_either(page) == []

    page.goto(f"{app_server.url}/rules?weight=minor")
    expect(page.locator(".handbook").first).to_be_visible()
    page.locator(".quiet > summary").click()
    assert faint_in_either(page) == []


def test_on_a_phone_nothing_is_wider_than_the_screen(
    app_server: AppServer, phone: Page, scorecard: str
) -> None:
    open_scorecard(app_server, phone, scorecard)
    finding(phone).locator("summary").click()
    assert phone.evaluate("document.documentElement.scrollWidth") <= PHONE[0]
    assert phone.locator("[data-testid=stMain]").evaluate("e => e.scrollWidth") <= PHONE[0]

    phone.goto(f"{app_server.url}/progress")
    expect(phone.get_by_role("table", name="Attempts")).to_be_visible()
    assert phone.locator("[data-testid=stMain]").evaluate("e => e.scrollWidth") <= PHONE[0]

    phone.goto(f"{app_server.url}/rules")
    expect(phone.locator(".handbook").first).to_be_visible()
    assert phone.locator("[data-testid=stMain]").evaluate("e => e.scrollWidth") <= PHONE[0]
