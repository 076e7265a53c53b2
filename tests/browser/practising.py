"""What somebody does in a browser who practises."""

from __future__ import annotations

import re
from datetime import date

from playwright.sync_api import Locator, Page, expect

from calls.fold import AttemptState
from tests.browser.server import AppServer
from tests.training.floor import NOW
from tests.training.shipped_calls import LAID_OFF
from training.models import Role
from training.people import sign_in_locally
from training.store import Store

COLD_MS = 60_000
"""A server that has just started loads everything before it shows its first page."""
SCENARIO = "laid_off_three_weeks_ago"


def sign_in(page: Page, name: str = "Dana Wells", what_for: str = "") -> None:
    """`what_for` is the line of the list that says what somebody is here for."""
    expect(page.get_by_label("Your name")).to_be_visible(timeout=COLD_MS)
    page.get_by_label("Your name").fill(name)
    if what_for:
        page.get_by_label("What you are here for").click()
        page.get_by_role("option", name=what_for).click()
    page.get_by_role("button", name="Go in").click()
    # A server that has just started loads the rules first.
    expect(page.get_by_text(f"Practising as {name}")).to_be_visible(timeout=COLD_MS)


def begin_call(server: AppServer, page: Page, name: str = "Dana Wells") -> None:
    """From an empty browser to the hello of the person who picks up."""
    page.goto(f"{server.url}/brief?scenario={SCENARIO}")
    sign_in(page, name)
    call(page)


def call_again(server: AppServer, page: Page) -> None:
    """Another call of somebody whom the browser knows."""
    page.goto(f"{server.url}/brief?scenario={SCENARIO}")
    call(page)


def call(page: Page) -> None:
    """From the brief to the hello of the person who picks up."""
    page.get_by_role("button", name="Practise privately").click()
    expect(page).to_have_url(re.compile("/call"))
    expect(line_field(page)).to_be_enabled()
    expect(talk(page)).to_have_count(1)


def line_field(page: Page) -> Locator:
    return page.get_by_placeholder("What do you say?")


def talk(page: Page) -> Locator:
    """The lines of the talk, in order."""
    return page.locator(".st-key-talk .line")


def say(page: Page, words: str, patience_ms: float = 15_000) -> None:
    """Say something and wait until it is answered."""
    expect(line_field(page)).to_be_enabled()
    line_field(page).fill(words)
    line_field(page).press("Enter")
    expect(talk(page).locator("nth=-2")).to_contain_text(words, timeout=patience_ms)
    expect(talk(page).last).to_have_class("line theirs")


def heard(page: Page) -> list[str]:
    return talk(page).all_inner_texts()


def said_so_far(server: AppServer, page: Page) -> list[str]:
    """What the store has of the call that the page shows."""
    call = state_of(server, page).call
    return [turn.text for turn in call.turns] if call else []


def state_of(server: AppServer, page: Page) -> AttemptState:
    store = Store(server.data)
    person = sign_in_locally(store, "Dana Wells", Role.TRAINEE, NOW)
    return store.attempt(person, page.url.rpartition("=")[2]).state


def model_lines() -> list[str]:
    """The scenario's model call, its days told from today."""
    today = date.today()  # noqa: DTZ011 - the reader's own day, as on the page
    days = {name: _spoken(LAID_OFF.day(name, today)) for name in LAID_OFF.days}
    return [line.format(**days) for line in LAID_OFF.model_call.lines]


def _spoken(day: date) -> str:
    return f"{day:%B} {day.day}"
