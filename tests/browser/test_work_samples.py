"""A hiring manager in a real browser: from nothing to a link that opens for a candidate."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime

import pytest
from playwright.sync_api import Page, expect

from benchmarks.load.server import AppServer
from tests.browser.conftest import PHONE
from tests.browser.contrast import faint_in_either
from tests.browser.practising import COLD_MS, settled
from tests.browser.test_axe import issues
from tests.training.accounts import signed_in_as
from training.assessments.forms import fingerprint, forms, sign_off
from training.assessments.setting_up import assessments
from training.models import Person, Role
from training.store import Store

pytestmark = pytest.mark.browser

JOB = "Collector, first calls"


def _as(server: AppServer, page: Page, name: str, role: Role) -> None:
    _, token = signed_in_as(Store(server.data), name, role, datetime.now(UTC))
    page.context.add_cookies([{"name": "right_party", "value": token, "url": server.url}])


def _press(page: Page, label: str) -> None:
    page.get_by_role("button", name=label, exact=True).click()


def test_from_a_job_to_a_link_that_opens_for_a_candidate(
    app_server: AppServer, open_page: Callable[..., Page]
) -> None:
    """The second person signs off in between; the dry run opens beside the sign-in."""
    page, store = open_page(), Store(app_server.data)
    _as(app_server, page, "Mara Voss", Role.HIRING_MANAGER)
    page.goto(f"{app_server.url}/work_samples")
    page.get_by_label("For which job").fill(JOB, timeout=COLD_MS)
    page.get_by_label("Who answers questions and appeals").fill("people@harbor.example")
    _press(page, "Begin")
    expect(page.get_by_role("heading", name=JOB)).to_be_visible()
    expect(page.get_by_text("What the candidate sees")).to_be_visible()
    settled(page)
    assert list(issues(page, {})) == []
    assert faint_in_either(page) == []

    page.get_by_text("4 Forms and sign-off").click()
    _press(page, "Draw the forms")
    expect(page.get_by_text("so somebody else signs it off")).to_be_visible()
    _press(page, "Begin a dry run")
    with page.context.expect_page() as opened:
        page.get_by_role("link", name="Open it in a new tab").click()
    expect(opened.value.get_by_text(JOB).first).to_be_visible(timeout=COLD_MS)
    opened.value.close()

    (sample,) = (one for one in assessments(store, _mara(store)) if one.set_up.job == JOB)
    ines, _ = signed_in_as(store, "Ines Roth", Role.ASSESSOR, datetime.now(UTC))
    seen = fingerprint(sample, forms(store, ines, sample.id))
    sign_off(store, ines, sample.id, seen, datetime.now(UTC))
    page.get_by_text("Candidates", exact=True).click()
    page.get_by_role("textbox", name="Name").fill("Cleo Marsh")
    page.get_by_role("textbox", name="Name").press("Enter")
    expect(page.get_by_text("Pass these links on now")).to_be_visible()
    link = page.get_by_test_id("stCode").inner_text().strip()

    phone = open_page(PHONE)
    phone.goto(link)
    expect(phone.get_by_role("button", name="Open it in this browser")).to_be_visible(
        timeout=COLD_MS
    )


def _mara(store: Store) -> Person:
    return signed_in_as(store, "Mara Voss", Role.HIRING_MANAGER, datetime.now(UTC))[0]
