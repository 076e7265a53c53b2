"""Take the pictures of every page anew: python -m tests.browser.pictures.

They go to docs/images/pages, each page as on a desk (1280 by 800) and on a phone (390 by 844), some
in the dark too; the one of the README is the call's.
"""

from __future__ import annotations

import re
import shutil
import tempfile
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from playwright.sync_api import Browser, Page, expect, sync_playwright

from calls.disposition import Disposition
from calls.money import Arrangement, Instalment, Money
from simulator.scripted import script, seed_for
from tests.browser.conftest import DESK, LAUNCH, PHONE
from tests.browser.judging import TRAINER, for_judging
from tests.browser.practising import COLD_MS, SCENARIO, sign_in
from tests.browser.server import PROJECT, AppServer
from tests.browser.setup import MISSING, find_browser
from tests.pages.finished import BADLY, finished
from tests.shipped import SCENARIOS
from tests.training.floor import NOW
from tests.training.shipped_calls import LAID_OFF, on_a_call
from training.models import Attempt, Person, Role
from training.people import sign_in_locally
from training.practice import end_call, take_turn
from training.reviews import review_attempt
from training.store import Store
from training.wrap_up import record_arrangement, record_disposition

IMAGES = PROJECT / "docs" / "images"
RULE = "fdcpa.false.arrest_imprisonment"
CARE = SCENARIOS["no_point_any_more"]
SEED = seed_for(LAID_OFF, LAID_OFF.model_call.answered_by)
SETTLED_MS = 600
"""Fonts, charts and what fades in have come by then."""


@dataclass(frozen=True)
class Picture:
    """One page to be shown: its address, and what somebody does there first."""

    name: str
    address: str
    first: Callable[[Page], None]
    dark: bool = False
    sizes: Sequence[tuple[int, int]] = (DESK, PHONE)


def main() -> None:
    """Take them all."""
    path = find_browser()
    if path is None:
        raise SystemExit(MISSING)
    with tempfile.TemporaryDirectory() as folder:
        data = Path(folder) / "data"
        pictures = list(_pictures(Store(data)))
        server = AppServer(data, Path(folder) / "server.log")
        try:
            with sync_playwright() as playwright:
                browser = playwright.chromium.launch(executable_path=path, args=LAUNCH)
                for picture in pictures:
                    _take(browser, server.url, picture)
        finally:
            server.stop()
    shutil.copy(IMAGES / "pages" / "call-1280.png", IMAGES / "practise.png")


def _pictures(store: Store) -> Iterable[Picture]:
    """A practice that goes on, one at its wrap-up, two that were handed in."""
    person = sign_in_locally(store, "Dana Wells", Role.TRAINEE, NOW)
    poor = finished(store, BADLY, seed=SEED + 1).id
    later = NOW + timedelta(days=1)
    good = finished(store, _lines(later), seed=SEED, now=later).id
    hard = finished(store, CARE.model_call.lines, scenario=CARE, seed=SEED, now=later).id
    for attempt in (good, poor, hard):
        review_attempt(store, person, attempt, later)
    began = datetime.now(UTC) - timedelta(minutes=3)
    talking, over = (_six_turns(store, person, SEED + nth, began) for nth in (2, 3))
    over = end_call(store, person, over, began)
    over = record_disposition(store, person, over, Disposition.ARRANGEMENT, began)
    over = record_arrangement(store, person, over, _four_payments(began.date()), began)
    yield Picture("who", "", _nothing)
    yield Picture("practise", "", _signed_in)
    yield Picture("brief", f"brief?scenario={SCENARIO}", _signed_in)
    yield Picture("call", f"call?attempt={talking.id}", _signed_in, dark=True)
    yield Picture("desk", f"call?attempt={talking.id}", _desk, sizes=(PHONE,))
    yield Picture("wrap_up", f"wrap_up?attempt={over.id}", _signed_in)
    yield Picture("scorecard", f"scorecard?attempt={poor}", _signed_in, dark=True)
    yield Picture("scorecard-marks", f"scorecard?attempt={good}", _marks)
    yield Picture("scorecard-finding", f"scorecard?attempt={poor}", _finding_of_mine)
    heavy = on_a_call(store, person, CARE, SEED, now=began)
    yield Picture("brief-care", f"brief?scenario={CARE.id}", _signed_in)
    yield Picture("call-care", f"call?attempt={heavy.id}", _signed_in)
    yield Picture("scorecard-care", f"scorecard?attempt={hard}", _signed_in)
    yield Picture("brief-terminal", "brief?scenario=dial_or_not", _signed_in)
    yield Picture("progress", "progress", _signed_in)
    yield from _judging(store)
    yield Picture("check", "check", _example, dark=True)
    yield Picture("check-empty", "check", _signed_in)
    yield Picture("check-finding", "check", _finding)
    yield Picture("check-circumstances", "check", _circumstances)
    yield Picture("check-packs", "check", _packs)
    yield Picture("progress-found", "progress?said=friday", _signed_in)
    yield Picture("rules", "rules", _signed_in)
    yield Picture("rules-filtered", "rules?topic=Debts+that+are+time-barred", _signed_in, dark=True)
    yield Picture("rule", f"rules?rule={RULE}", _signed_in)
    yield Picture("rule-tried", f"rules?rule={RULE}", _tried)


def _lines(now: datetime) -> tuple[str, ...]:
    """The model call, its days told from this moment."""
    return script(LAID_OFF, LAID_OFF.model_call.lines, now)


def _judging(store: Store) -> Iterable[Picture]:
    """What a trainer sees: the queue, a call to rate, figures; and what came of a verdict."""
    judged, to_rate = for_judging(store)
    yield Picture("queue", "queue", _as_trainer, dark=True)
    yield Picture("rating", f"rating?attempt={to_rate}", _as_trainer, dark=True)
    yield Picture("agreement", "agreement", _as_trainer, dark=True)
    yield Picture("agreement-figures", "agreement", _figures)
    yield Picture("verdict", f"scorecard?attempt={judged}", _verdict, dark=True)
    yield Picture("dispute", f"scorecard?attempt={judged}", _people)


def _six_turns(store: Store, person: Person, seed: int, began: datetime) -> Attempt:
    """A call that goes on."""
    attempt = on_a_call(store, person, seed=seed, now=began)
    for nth, line in enumerate(_lines(began)[:6]):
        attempt = take_turn(store, person, attempt, line, began + timedelta(seconds=20 * nth))
    return attempt


def _four_payments(today: date) -> Arrangement:
    first = LAID_OFF.day("first_payment", today)
    due = (first + timedelta(weeks=2 * nth) for nth in range(4))
    return Arrangement(instalments=tuple(Instalment(amount=Money.of(85), due=day) for day in due))


def _take(browser: Browser, url: str, picture: Picture) -> None:
    looks = [(size, False) for size in picture.sizes]
    if picture.dark:
        looks.append((DESK, True))
    for size, dark in looks:
        context = browser.new_context(
            viewport={"width": size[0], "height": size[1]},
            color_scheme="dark" if dark else "light",
            has_touch=size == PHONE,
            locale="en-US",
        )
        page = context.new_page()
        page.goto(f"{url}/{picture.address}")
        expect(page.get_by_label("Your name")).to_be_visible(timeout=COLD_MS)
        picture.first(page)
        page.mouse.move(0, 0)
        page.wait_for_timeout(SETTLED_MS)
        name = f"{picture.name}-{size[0]}{'-dark' if dark else ''}.png"
        page.screenshot(path=IMAGES / "pages" / name)
        context.close()


def _nothing(page: Page) -> None:
    expect(page.get_by_text("Loading the scenarios")).to_have_count(0, timeout=COLD_MS)


def _signed_in(page: Page) -> None:
    sign_in(page)
    expect(page.get_by_role("heading").nth(0)).to_be_visible(timeout=COLD_MS)
    expect(page.locator("[data-stale=true]")).to_have_count(0)


def _as_trainer(page: Page) -> None:
    sign_in(page, TRAINER, "I train others")
    expect(page.get_by_role("heading", level=1)).to_be_visible(timeout=COLD_MS)
    expect(page.locator("[data-stale=true]")).to_have_count(0)


def _figures(page: Page) -> None:
    _as_trainer(page)
    page.get_by_text("By criterion").click()
    page.get_by_role("heading", name="The figures").evaluate("e => e.scrollIntoView()")


def _verdict(page: Page) -> None:
    _as_trainer(page)
    page.get_by_text("Set it aside").click()
    page.get_by_role("heading", name="What people say").evaluate("e => e.scrollIntoView()")


def _people(page: Page) -> None:
    _signed_in(page)
    page.get_by_role("heading", name="What people say").evaluate("e => e.scrollIntoView()")


def _desk(page: Page) -> None:
    _signed_in(page)
    page.get_by_text("Desk", exact=True).click()


def _marks(page: Page) -> None:
    _signed_in(page)
    for name in ("Communication", "Accuracy"):
        page.locator(".dimensions summary", has_text=name).click()
    page.get_by_role("heading", name="How it was marked").evaluate("e => e.scrollIntoView()")


def _finding_of_mine(page: Page) -> None:
    _signed_in(page)
    page.locator(".said-list a").first.click()


def _example(page: Page) -> None:
    _signed_in(page)
    page.get_by_role("button", name="Try this example").click()
    expect(page.get_by_role("heading", name=re.compile("^Found"))).to_be_visible()


def _finding(page: Page) -> None:
    _example(page)
    page.locator(".summed a").first.click()


def _circumstances(page: Page) -> None:
    _example(page)
    page.get_by_text("Say what you know of the circumstances").click()


def _packs(page: Page) -> None:
    _example(page)
    page.get_by_text("Choose which packs of rules are asked").click()


def _tried(page: Page) -> None:
    _signed_in(page)
    field = page.get_by_label("What a collector might say")
    field.fill("If this is not paid by Friday you will be arrested.")
    field.press("Control+Enter")
    expect(page.locator("details.finding")).to_be_visible()
    page.get_by_role("heading", name="Try a sentence").evaluate("e => e.scrollIntoView()")


if __name__ == "__main__":
    main()
