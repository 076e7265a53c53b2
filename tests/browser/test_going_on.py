"""A lost network, another device, a second Enter: the same turn, and nothing twice."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, Page, expect

from benchmarks.load.server import AppServer
from tests.browser.conftest import DESK, PHONE
from tests.browser.practising import (
    begin_call,
    heard,
    known,
    line_field,
    said_so_far,
    say,
    settled,
    talk,
    visit,
)
from tests.pages.finished import KINDER, finished
from tests.shipped import EVERY
from training.beginning import begin
from training.models import Purpose
from training.rewinding import family
from training.store import Store

pytestmark = pytest.mark.browser

HELLO = "Hello, may I speak with Ana Reyes please?"
NEXT = "This is Dana with Harbor Recovery."


def told(page: Page) -> Locator:
    return page.locator(".came-back")


def test_a_lost_network_and_another_device_go_on_at_the_same_turn(
    app_server: AppServer, open_page: Callable[..., Page]
) -> None:
    desk, phone = open_page(DESK), open_page(PHONE)
    begin_call(app_server, desk)
    say(desk, HELLO)
    expect(told(desk)).to_be_hidden()

    desk.context.set_offline(True)
    line_field(desk).fill(NEXT)
    desk.context.set_offline(False)
    expect(told(desk)).to_be_visible()
    expect(told(desk)).to_have_text(re.compile("You were here at .* nothing is lost"))
    expect(line_field(desk)).to_have_value(NEXT)
    say(desk, NEXT)
    expect(told(desk)).to_be_hidden()
    before = said_so_far(app_server, desk)

    known(app_server.url, app_server.data, phone)
    phone.goto(desk.url)
    expect(told(phone)).to_be_visible()
    expect(talk(phone)).to_have_count(len(before))
    say(phone, "What has been going on since the last payment?")
    expect(told(phone)).to_be_hidden()
    assert said_so_far(app_server, phone)[: len(before)] == before

    say_again = "Are you all right?"
    line_field(desk).fill(say_again)
    line_field(desk).press("Enter")
    expect(desk.get_by_text("The call went on in another window")).to_be_visible()
    expect(line_field(desk)).to_have_value(say_again)
    assert heard(desk) == heard(phone)


def test_what_is_typed_is_there_after_a_reload(app_server: AppServer, page: Page) -> None:
    person = known(app_server.url, app_server.data, page)
    store = Store(app_server.data)
    writes = EVERY["stop_texting_me"]
    attempt = begin(store, person, writes, Purpose.PRIVATE, 9, finished(store, seed=31).started_at)
    visit(app_server, page, f"call?attempt={attempt.id}")
    field = page.get_by_label("Your text")
    field.fill("Understood, no mo")
    expect(page.get_by_text("Saved at")).to_be_visible()
    page.get_by_role("tab", name="Notes").click()
    page.get_by_label("Your note").press_sequentially("She wants no texts")
    expect(page.get_by_text("Saved at")).to_have_count(2)

    page.reload()
    expect(field).to_have_value("Understood, no mo")
    assert store.attempt(person, attempt.id).state.wrap_up.notes == "She wants no texts"


def test_a_second_enter_begins_no_second_branch(app_server: AppServer, page: Page) -> None:
    store = Store(app_server.data)
    first = finished(store, seed=32)
    visit(app_server, page, f"rewind?attempt={first.id}&from=4")
    field = page.get_by_placeholder("What do you say this time?")
    field.fill(KINDER[0])
    field.evaluate(
        """field => { for (const _ of [1, 2, 3]) field.dispatchEvent(new KeyboardEvent(
            'keydown', {key: 'Enter', bubbles: true, cancelable: true})) }"""
    )
    expect(page).to_have_url(re.compile("/call"))
    settled(page)

    person = known(app_server.url, app_server.data, page)
    assert len(family(store, person, first)) == 2
