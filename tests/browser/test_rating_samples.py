"""An assessor rates a work sample blind, agrees, and confirms what the machine found."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from typing import NamedTuple

import pytest
from playwright.sync_api import Page, expect

from benchmarks.load.server import AppServer
from scoring.rating_scales import load_scales
from tests.browser.conftest import PHONE
from tests.browser.contrast import faint_in_either
from tests.browser.practising import COLD_MS, settled
from tests.training.accounts import signed_in_as
from tests.training.assessments.taken import THEN, raters, taken
from tests.training.judging import sheet
from training.assessments.confirming import confirmations
from training.models import Attempt, Person, Role
from training.ratings import consensus, own_rating, rate
from training.store import Store

pytestmark = pytest.mark.browser


class Due(NamedTuple):
    """A call of a work sample that Ugo has rated, and Ines has not."""

    store: Store
    attempt: Attempt
    alias: str
    ines: Person


@pytest.fixture(scope="session")
def due(app_server: AppServer) -> Due:
    store = Store(app_server.data)
    candidacy, (attempt,) = taken(store)
    ines, ugo = raters(store)
    rate(store, ugo, attempt.id, sheet(4), THEN)
    return Due(store, attempt, candidacy.alias, ines)


def _open(server: AppServer, page: Page, due: Due, address: str) -> None:
    _, token = signed_in_as(due.store, due.ines.name, Role.ASSESSOR, datetime.now(UTC))
    page.context.add_cookies([{"name": "right_party", "value": token, "url": server.url}])
    page.goto(f"{server.url}/{address}")
    expect(page.get_by_text("Signed in as Ines")).to_be_visible(timeout=COLD_MS)


def test_an_assessor_rates_discusses_and_confirms(
    app_server: AppServer, page: Page, due: Due
) -> None:
    _open(app_server, page, due, "queue")
    page.get_by_role("link", name=f"Rate it blind of {due.alias}").press("Enter")
    expect(page.get_by_role("region", name="The call, turn by turn")).to_contain_text("arrested")
    expect(page.get_by_text("Okoro")).to_have_count(0)
    for scale in load_scales().values():
        page.get_by_label(f"What you saw for “{scale.name}”").fill("turn 4: the threat")
        level = page.get_by_role("radiogroup", name=f"Level for “{scale.name}”")
        level.get_by_text("2", exact=True).click()
    page.get_by_role("button", name="Save").press("Enter")

    expect(page.get_by_text("To discuss").first).to_be_visible()
    own = own_rating(due.store, due.ines, due.attempt.id)
    assert own is not None
    assert own.blind
    assert faint_in_either(page) == []
    for scale in load_scales().values():
        level = page.get_by_role("radiogroup", name=f"Level for “{scale.name}”").first
        level.get_by_text("3", exact=True).click()
        page.get_by_label(f"What you discussed about “{scale.name}”").fill("Turn 4, read twice.")
    page.get_by_label("Why you came to this").fill("The threat weighs most.")
    page.get_by_role("button", name="Keep it").press("Enter")

    expect(page.get_by_text(re.compile("One counts only after somebody read"))).to_be_visible()
    assert consensus(due.store, due.ines, due.attempt.id) is not None
    page.get_by_text("It is so", exact=True).click()
    page.get_by_label("What you saw there").fill("She is told that she will be arrested.")
    page.get_by_role("button", name="Keep it").press("Enter")
    expect(page.get_by_text(re.compile("^It is so: She is told"))).to_be_visible()
    assert len(confirmations(due.store, due.ines, due.attempt.id)) == 1
    assert faint_in_either(page) == []


def test_on_a_phone_a_sheet_fits_and_begins_below_all_nine_ways(
    app_server: AppServer, phone: Page, due: Due
) -> None:
    _open(app_server, phone, due, f"rating?attempt={due.attempt.id}")
    expect(phone.get_by_role("heading", name="The call")).to_be_visible()

    assert phone.evaluate("document.documentElement.scrollWidth") <= PHONE[0]
    ways = phone.locator(".st-key-ways").get_by_role("link")
    expect(ways).to_have_count(9)
    settled(phone)  # the room for three rows is made when the ninth is there
    heading = phone.get_by_role("heading", level=1).bounding_box()
    boxes = [way.bounding_box() for way in ways.all()]
    assert heading is not None
    assert all(box is not None and box["y"] + box["height"] <= heading["y"] for box in boxes)
