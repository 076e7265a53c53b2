"""What somebody does in a browser who practises."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime
from pathlib import Path

from playwright.sync_api import Locator, Page, expect

from benchmarks.load.server import AppServer
from calls.state import AttemptState
from tests.training.accounts import signed_in_as
from tests.training.floor import NOW
from tests.training.shipped_calls import LAID_OFF, on_a_call
from training.models import Person, Role
from training.people import sign_in_locally
from training.store import Store

COLD_MS = 60_000
"""A server that has just started loads everything before it shows its first page."""
TRAINER = "Tom Okafor"
SECOND = "Tessa Lind"
"""Another trainer."""
KEEPER = "Olga Brandt"
"""She looks after the accounts, and reads nobody's work."""
WATCHER = "Cora Blum"
"""She watches over the rules, and judges nobody."""
MANAGER, ASSESSOR = "Mara", "Ines"
"""Who sets work samples up, and who rates what candidates did."""
_ROLES = {
    TRAINER: Role.TRAINER,
    SECOND: Role.TRAINER,
    KEEPER: Role.ADMINISTRATOR,
    WATCHER: Role.COMPLIANCE,
    MANAGER: Role.HIRING_MANAGER,
    ASSESSOR: Role.ASSESSOR,
}
SCENARIO = "laid_off_three_weeks_ago"


PASSWORD = "a few words in a row"


def make_owner(page: Page, name: str = "Dana Wells", patience_ms: float = COLD_MS) -> None:
    """What the first visitor of all does."""
    expect(page.get_by_label("The same again")).to_be_visible(timeout=COLD_MS)
    page.get_by_label("Your name").fill(name)
    for field in ("New password", "The same again"):
        page.get_by_label(field).fill(PASSWORD)
    page.get_by_role("button", name="Go in").click()
    expect(page.get_by_text(f"Signed in as {name}")).to_be_visible(timeout=patience_ms)


def known(url: str, data: Path, page: Page, name: str = "Dana Wells") -> Person:
    """The browser belongs to somebody as after signing in, without the page that asks."""
    role = _ROLES.get(name, Role.TRAINEE)
    person, token = signed_in_as(Store(data), name, role, datetime.now(UTC))
    page.context.add_cookies([{"name": "right_party", "value": token, "url": url}])
    return person


def visit(server: AppServer, page: Page, address: str, name: str = "Dana Wells") -> None:
    """Open a page of the application as somebody whom the browser knows."""
    known(server.url, server.data, page, name)
    page.goto(f"{server.url}/{address}")
    expect(page.get_by_text(f"Signed in as {name}")).to_be_visible(timeout=COLD_MS)


def settled(page: Page) -> None:
    """Everything of the page is there, and nothing of the one before."""
    app = page.locator("[data-testid=stApp]")
    expect(app).to_have_attribute("data-test-script-state", "notRunning", timeout=COLD_MS)
    expect(page.locator("[data-stale=true]")).to_have_count(0)
    expect(page.locator("[data-testid=stSkeleton]")).to_have_count(0)


def begin_call(server: AppServer, page: Page) -> None:
    """A call that has just begun, its hello heard."""
    person = known(server.url, server.data, page)
    attempt = on_a_call(Store(server.data), person, now=datetime.now(UTC))
    page.goto(f"{server.url}/call?attempt={attempt.id}")
    _picked_up(page)


def call_from_the_brief(server: AppServer, page: Page) -> None:
    """From the brief, as somebody whom the browser knows, to the hello of who picks up."""
    visit(server, page, f"brief?scenario={SCENARIO}")
    call(page)


def call_again(server: AppServer, page: Page) -> None:
    """Another call of somebody whom the browser knows."""
    page.goto(f"{server.url}/brief?scenario={SCENARIO}")
    call(page)


def call(page: Page) -> None:
    """From the brief to the hello of the person who picks up."""
    page.get_by_role("button", name="Practise privately").click()
    expect(page).to_have_url(re.compile("/call"))
    _picked_up(page)


def _picked_up(page: Page) -> None:
    expect(line_field(page)).to_be_enabled(timeout=COLD_MS)
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


def choose_practice_to_delete(page: Page) -> None:
    """On the page of one's own data: the newest practice, and what would go with it."""
    field = page.get_by_label("Attempts to delete")
    field.click()
    page.get_by_role("option").filter(has_text="·").first.click()
    page.keyboard.press("Escape")
    expect(page.get_by_text("What goes")).to_be_visible()


def choose(page: Page, field: str, option: str) -> None:
    """Pick from a list by typing, as soon as the list hangs open and holds it."""
    page.get_by_role("combobox", name=field, exact=True).click()
    page.keyboard.type(option)
    expect(page.get_by_role("option", name=option)).to_have_count(1)
    page.keyboard.press("Enter")
    expect(page.get_by_role("option", name=option)).to_have_count(0)


def heard(page: Page) -> list[str]:
    """The lines of a talk that stands still; while it is drawn they are of two moments."""
    settled(page)
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
