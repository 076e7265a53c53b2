"""A hiring manager looks at one candidate, at some side by side, and takes papers along."""

from __future__ import annotations

import csv
from datetime import UTC, datetime
from io import StringIO

import pytest
from playwright.sync_api import Page, expect

from benchmarks.load.server import AppServer
from tests.audit.opened import cells_of
from tests.browser.conftest import PHONE
from tests.browser.contrast import faint_in_either
from tests.browser.practising import COLD_MS, choose, settled
from tests.browser.test_axe import issues
from tests.training.accounts import signed_in_as
from tests.training.assessments.decided import decided
from training.models import Role
from training.store import Store

pytestmark = pytest.mark.browser

NAMES = ("Zoe Adler", "Bo Lind", "Ann Marsh", "Kit Roe")
"""The last of four has named arrest."""


def _taken(page: Page, button: str) -> bytes:
    with page.expect_download() as waiting:
        page.get_by_role("button", name=button).click()
    return waiting.value.path().read_bytes()


def _look_at(page: Page, view: str) -> None:
    page.get_by_role("radiogroup", name="Look at").get_by_text(view, exact=True).click()
    settled(page)


def test_from_the_bands_to_the_papers(app_server: AppServer, page: Page) -> None:
    store = Store(app_server.data)
    sample = decided(store, NAMES, scenarios=1)
    _, token = signed_in_as(store, "Mara", Role.HIRING_MANAGER, datetime.now(UTC))
    page.context.add_cookies([{"name": "right_party", "value": token, "url": app_server.url}])
    page.goto(f"{app_server.url}/results?sample={sample.id}")
    expect(page.get_by_text("4 candidates rated")).to_be_visible(timeout=COLD_MS)
    heads, *lines = cells_of(_taken(page, "As a workbook (Excel)"))
    rows = list(csv.DictReader(StringIO(_taken(page, "As text (CSV)").decode("utf-8-sig"))))
    assert {line[0] for line in lines} == {row["candidate"] for row in rows} == set(NAMES)
    low = heads.index("band_low")
    assert [str(line[low]) for line in lines] == [row["band_low"] for row in rows]
    found = list(issues(page, {}))

    _look_at(page, "Side by side")
    for name in ("Kit Roe", "Bo Lind"):
        choose(page, "Candidates, two to four", name)
    page.keyboard.press("Escape")
    beside = page.get_by_role("region", name="Candidates side by side")
    expect(beside.get_by_role("columnheader").nth(1)).to_have_text("Bo Lind")
    expect(beside).to_contain_text("No talk of arrest or jail")
    page.set_viewport_size({"width": PHONE[0], "height": PHONE[1]})
    assert faint_in_either(page) == []
    found += issues(page, {})
    _look_at(page, "Interview guide")
    choose(page, "Candidate", "Kit Roe")
    expect(page.get_by_text("What to listen for").first).to_be_visible()
    found += issues(page, {})
    assert _taken(page, "The guide on paper").startswith(b"%PDF")
    _look_at(page, "Groups")
    expect(page.get_by_text("Too few to judge").first).to_be_visible()
    assert "two-sided" in _taken(page, "As text (CSV)").decode("utf-8-sig")
    assert found == []
