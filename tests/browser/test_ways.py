"""The pages are found from the head, on a desk and on a phone."""

from __future__ import annotations

import pytest
from playwright.sync_api import Locator, Page, expect

from benchmarks.load.server import AppServer
from tests.browser.conftest import PHONE
from tests.browser.practising import TRAINER, begin_call, visit

pytestmark = pytest.mark.browser

NAMES = ["Today", "Practise", "Progress", "Check a call", "Rules"]
OF_TRAINERS = ["Queue", "Agreement", "Scenarios", "Coaching", "Cohorts"]
THUMB = 44


def ways(page: Page) -> Locator:
    return page.locator(".st-key-ways").get_by_role("link")


def test_on_a_phone_every_page_is_one_touch_away(app_server: AppServer, phone: Page) -> None:
    visit(app_server, phone, "")

    expect(ways(phone)).to_have_text(NAMES)
    for name in NAMES[1:]:
        ways(phone).filter(has_text=name).tap()
        expect(phone.get_by_role("heading", level=1, name=name)).to_be_visible()


def test_on_a_phone_thumbs_hit_the_ways_and_nothing_lies_on_them(
    app_server: AppServer, phone: Page
) -> None:
    begin_call(app_server, phone)
    boxes = [way.bounding_box() for way in ways(phone).all()]
    menu = phone.locator("[data-testid=stMainMenu]").bounding_box()

    assert menu is not None
    for box, following in zip(boxes, [*boxes[1:], menu], strict=True):
        assert box is not None
        assert following is not None
        assert box["width"] >= THUMB
        assert box["height"] >= THUMB
        assert box["x"] + box["width"] <= following["x"]


def test_on_a_phone_those_who_judge_see_all_their_ways_above_the_page(
    app_server: AppServer, phone: Page
) -> None:
    visit(app_server, phone, "queue", TRAINER)
    expect(ways(phone)).to_have_text([*NAMES, *OF_TRAINERS])
    boxes = [way.bounding_box() for way in ways(phone).all()]
    heading = phone.get_by_role("heading", level=1).bounding_box()

    assert heading is not None
    for box in boxes:
        assert box is not None
        assert min(box["width"], box["height"]) >= THUMB
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= PHONE[0]
        assert box["y"] + box["height"] <= heading["y"]
    ways(phone).nth(len(NAMES) + 1).tap()
    expect(phone.get_by_role("heading", level=1, name="Agreement")).to_be_visible()


def test_on_a_desk_they_are_there_once(app_server: AppServer, page: Page) -> None:
    visit(app_server, page, "")

    expect(page.get_by_role("link", name="Progress")).to_have_count(1)
    expect(ways(page).first).to_be_hidden()
