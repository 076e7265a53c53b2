"""A trainer's pages can be read in both themes, and used without a mouse."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from benchmarks.load.server import AppServer
from scoring.judged import Decision
from tests.browser.conftest import PHONE
from tests.browser.contrast import faint_in_either
from tests.browser.practising import TRAINER, settled, visit
from tests.training.floor import NOW
from tests.training.judging import MARK, submitted
from tests.training.shipped_calls import at
from training.disputes import dispute
from training.models import Person, Role
from training.people import sign_in_locally
from training.store import Store
from training.verdicts import verdicts

pytestmark = pytest.mark.browser
NAME = "Nora Weiss"
"""Of nobody else who is judged on this server."""


@pytest.fixture(scope="session")
def nora(app_server: AppServer) -> Person:
    return sign_in_locally(Store(app_server.data), NAME, Role.TRAINEE, NOW)


@pytest.fixture(scope="session")
def attempt(app_server: AppServer, nora: Person) -> str:
    store = Store(app_server.data)
    attempt = submitted(store, nora)
    dispute(store, nora, attempt.id, MARK, "She paused twice.", at(2000))
    return attempt.id


def test_what_a_trainer_reads_can_be_read(app_server: AppServer, page: Page, attempt: str) -> None:
    for address in ("queue", f"rating?attempt={attempt}", f"review?attempt={attempt}", "agreement"):
        visit(app_server, page, address, TRAINER)
        expect(page.get_by_role("heading", level=1)).to_be_visible()
        settled(page)

        assert faint_in_either(page) == []


def test_a_verdict_is_given_by_keyboard(
    app_server: AppServer, page: Page, attempt: str, nora: Person
) -> None:
    visit(app_server, page, "queue", TRAINER)
    page.get_by_role("link", name=f"Review it of {NAME}").last.press("Enter")
    expect(page).to_have_url(re.compile("/review"))
    expect(page.get_by_role("button", name="Set it aside")).to_be_visible()
    page.locator("body").press("s")
    page.get_by_label("Why", exact=True).fill("She was quoting a film, as the next line says.")
    page.get_by_label("Why", exact=True).press("Control+Enter")
    expect(page.get_by_text(re.compile("^✓ Saved at"))).to_be_visible()
    page.locator("body").press("a")
    expect(page.get_by_label(re.compile("2 judged"))).to_be_visible()

    given = verdicts(Store(app_server.data), nora, attempt)
    assert [(one.by, one.ruling.decision) for one in given] == [
        (TRAINER, Decision.REJECT),
        (TRAINER, Decision.ACCEPT),
    ]
    page.get_by_role("button", name="Take it back").first.press("Enter")
    expect(page.get_by_label(re.compile("1 judged"))).to_be_visible()


def test_on_a_phone_nothing_is_wider_than_the_page(
    app_server: AppServer, phone: Page, attempt: str
) -> None:
    for address in ("queue", f"rating?attempt={attempt}", f"review?attempt={attempt}", "agreement"):
        visit(app_server, phone, address, TRAINER)

        assert phone.evaluate("document.documentElement.scrollWidth") <= PHONE[0]
