"""Take the pictures of every page anew: python -m tests.browser.pictures [NAME ...].

They go to docs/images/pages, each page as on a desk (1280 by 800) and on a phone (390 by 844), some
in the dark too; the one of the README is the call's. With names only those are taken.
"""

from __future__ import annotations

import re
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from playwright.sync_api import BrowserContext, Page, expect, sync_playwright

from benchmarks.load.server import PROJECT, AppServer
from calls.disposition import Disposition
from calls.money import Arrangement, Instalment, Money
from drills.item import Kind
from drills.stock import Stock
from language_model import Settings
from scoring.judge import judge_of
from simulator.scripted import script, seed_for
from tests.browser.candidates import candidates_on_their_way
from tests.browser.conftest import DESK, LAUNCH, PHONE
from tests.browser.judging import for_judging
from tests.browser.practising import (
    COLD_MS,
    SCENARIO,
    TRAINER,
    choose_practice_to_delete,
    settled,
    visit,
)
from tests.browser.setup import MISSING, find_browser
from tests.language_model.server import KEY, MODEL, ModelServer
from tests.pages.finished import BADLY, KINDER, finished, tried_again
from tests.scoring.opinions import judges, remark
from tests.shipped import EVERY, SCENARIOS
from tests.training.drilled import know_all_but, miss_one
from tests.training.floor import NOW
from tests.training.shipped_calls import LAID_OFF, on_a_call
from training.beginning import begin
from training.models import Attempt, Person, Purpose, Role
from training.people import sign_in_locally
from training.practice import end_call, take_turn
from training.reviews import review_attempt
from training.second_opinions import ask_for_second_opinion
from training.store import Store
from training.wrap_up import record_arrangement, record_disposition

IMAGES = PROJECT / "docs" / "images"
RULE = "fdcpa.false.arrest_imprisonment"
CARE = SCENARIOS["no_point_any_more"]
SEED = seed_for(LAID_OFF, LAID_OFF.model_call.answered_by)
SETTLED_MS = 600
"""Fonts, charts and what fades in have come by then."""


def _nothing(page: Page) -> None:
    """It is looked at as it comes."""


@dataclass(frozen=True)
class Picture:
    """One page to be shown: its address, what is done there first, and who sees it, if anybody.

    A candidate, who has no account, is known by the token of their browser.
    """

    name: str
    address: str
    first: Callable[[Page], None] = _nothing
    by: str = "Dana Wells"
    token: str = ""
    dark: bool = False
    sizes: Sequence[tuple[int, int]] = (DESK, PHONE)


def main(only: Sequence[str] = ()) -> None:
    """Take them all, or those with these names."""
    path = find_browser()
    if path is None:
        raise SystemExit(MISSING)
    with tempfile.TemporaryDirectory() as folder:
        data = Path(folder) / "data"
        pictures = [one for one in _pictures(Store(data)) if not only or one.name in only]
        server = AppServer(data, Path(folder) / "server.log")
        try:
            with sync_playwright() as playwright:
                browser = playwright.chromium.launch(executable_path=path, args=LAUNCH)
                desk, phone = (
                    browser.new_context(has_touch=t, locale="en-US") for t in (False, True)
                )
                _warm(server, desk.new_page())
                for picture in pictures:
                    _take(server, {DESK: desk, PHONE: phone}, picture)
        finally:
            server.stop()
    if not only or "call" in only:
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
    kinder = tried_again(store, person, store.attempt(person, poor), KINDER).id
    yield Picture("who", "", by="")
    yield Picture("today", "", dark=True)
    yield from _drills(store, began)
    yield Picture("practise", "practise")
    yield Picture("brief", f"brief?scenario={SCENARIO}")
    yield Picture("call", f"call?attempt={talking.id}", dark=True)
    yield Picture("desk", f"call?attempt={talking.id}", _desk, sizes=(PHONE,))
    first = (began + timedelta(days=14)).date()
    worked_out = f"work_out_amount=85&work_out_every=Every+two+weeks&work_out_first={first}"
    yield Picture("plan", f"call?attempt={talking.id}&{worked_out}", _plan, dark=True)
    easy = on_a_call(store, person, SCENARIOS["forgetful_payer"], SEED, now=began)
    easy = take_turn(store, person, easy, "Hello, may I speak with Marcus Webb, please?", began)
    yield Picture("call-steps", f"call?attempt={easy.id}", dark=True)
    yield Picture("wrap_up", f"wrap_up?attempt={over.id}")
    yield Picture("scorecard", f"scorecard?attempt={poor}", dark=True)
    yield Picture("rewind", f"rewind?attempt={poor}&from=4", dark=True)
    yield Picture("rewind-both", f"rewind?attempt={kinder}", dark=True)
    yield Picture("scorecard-marks", f"scorecard?attempt={good}", _marks)
    yield Picture("scorecard-offers", f"scorecard?attempt={good}", _offers, dark=True)
    _second_opinion(store, person, poor)
    yield Picture("second-opinion", f"scorecard?attempt={poor}", _opinion, dark=True)
    yield Picture("scorecard-finding", f"scorecard?attempt={poor}", _finding_of_mine)
    heavy = on_a_call(store, person, CARE, SEED, now=began)
    yield Picture("brief-care", f"brief?scenario={CARE.id}")
    yield Picture("call-care", f"call?attempt={heavy.id}")
    yield Picture("scorecard-care", f"scorecard?attempt={hard}")
    yield Picture("brief-list", "brief?scenario=dial_or_not")
    listed = begin(store, person, EVERY["dial_or_not"], Purpose.PRIVATE, 1, began)
    writes = begin(store, person, EVERY["stop_texting_me"], Purpose.PRIVATE, 1, began)
    yield Picture("work-list", f"call?attempt={listed.id}", _account_of_the_list, dark=True)
    yield Picture("messages", f"call?attempt={writes.id}", _text, dark=True)
    yield Picture("progress", "progress", by=_counted(store), dark=True)
    yield Picture("progress-rules", "progress", _by_rule, by="Rita Moreno")
    yield Picture("own_data", "own_data", choose_practice_to_delete)
    yield Picture("practise-filtered", "practise?place=United+Kingdom&level=2")
    yield Picture("keys", "", _keys)
    yield from _judging(store)
    yield from _candidates(store)
    yield Picture("check", "check", _example, dark=True)
    yield Picture("check-empty", "check")
    yield Picture("check-finding", "check", _finding)
    yield Picture("check-circumstances", "check", _circumstances)
    yield Picture("check-packs", "check", _packs)
    yield Picture("progress-found", "progress?said=friday")
    yield Picture("rules", "rules")
    yield Picture("rules-filtered", "rules?topic=Debts+that+are+time-barred", dark=True)
    yield Picture("rule", f"rules?rule={RULE}")
    yield Picture("rule-tried", f"rules?rule={RULE}", _tried)


def _drills(store: Store, now: datetime) -> Iterable[Picture]:
    """The start, a question of each kind, two answers, and what came of a drill.

    Each kind is somebody's who knows all the others.
    """
    stock = Stock(EVERY)
    yield Picture("drill", "drill", dark=True)
    for kind in Kind:
        name = f"Knows all but {kind}"
        person = sign_in_locally(store, name, Role.TRAINEE, NOW)
        know_all_but(store, person, stock, kind, now)
        begin = f"drill?began={int(datetime.now(UTC).timestamp())}"
        yield Picture(f"drill-{kind}", begin, _begin, by=name, dark=kind is Kind.DIAL)
        if kind in (Kind.FINDING, Kind.BETTER):
            yield Picture(f"drill-{kind}-told", begin, _answer, by=name, dark=True)
    done = sign_in_locally(store, "Done Drilling", Role.TRAINEE, NOW)
    at = miss_one(store, done, stock, now)
    yield Picture("drill-end", f"drill?began={int(at.timestamp())}", by=done.name, dark=True)


def _begin(page: Page) -> None:
    """Three minutes from now, however long the pictures before this one took."""
    page.goto(f"{page.url.partition('?')[0]}?began={int(datetime.now(UTC).timestamp())}")
    expect(page.get_by_text("question 1 of")).to_be_visible()
    expect(page.locator(".st-key-choices button, textarea").first).to_be_visible()


def _answer(page: Page) -> None:
    """The first choice, or words that do not do."""
    _begin(page)
    field = page.get_by_label("Your words")
    if field.count():
        field.fill("I need all of it today, or else.")
        page.get_by_role("button", name="Check").click()
    else:
        page.locator(".st-key-choices button").first.click()
    expect(page.get_by_role("button", name="Go on")).to_be_visible()
    page.get_by_role("button", name="Go on").evaluate("e => e.scrollIntoView({block: 'end'})")


def _lines(now: datetime) -> tuple[str, ...]:
    """The model call, its days told from this moment."""
    return script(LAID_OFF, LAID_OFF.model_call.lines, now)


def _judging(store: Store) -> Iterable[Picture]:
    """What a trainer sees: the queue, a call to rate, figures; and what came of a verdict."""
    judged, to_rate = for_judging(store)
    yield Picture("queue", "queue", by=TRAINER, dark=True)
    yield Picture("rating", f"rating?attempt={to_rate}", by=TRAINER, dark=True)
    yield Picture("agreement", "agreement", by=TRAINER, dark=True)
    yield Picture("agreement-figures", "agreement", _figures, by=TRAINER)
    yield Picture("verdict", f"scorecard?attempt={judged}", _verdict, by=TRAINER, dark=True)
    yield Picture("dispute", f"scorecard?attempt={judged}", _people)


def _candidates(store: Store) -> Iterable[Picture]:
    """The door of a work sample, and what its candidates see from the notice to the end."""
    link, tokens = candidates_on_their_way(store, datetime.now(UTC))
    yield Picture("candidate-door", f"candidate?link={link}", by="")
    for name in tokens:
        yield Picture(f"candidate-{name}", "candidate", token=name, dark=name == "call")


def _second_opinion(store: Store, person: Person, attempt: str) -> None:
    """What a language model said of it: ours, on this computer, that says what it is told."""
    demand = remark(6, "I need all of it today", "A demand leaves no room.", "What can you manage?")
    made_up = remark(6, "I am sorry to hear that")
    with ModelServer() as server:
        server.will(judges(5, 2, demand, made_up))
        asked = Settings.model_validate({"url": server.url, "model": MODEL, "key": KEY})
        ask_for_second_opinion(store, person, attempt, judge_of(asked), NOW + timedelta(days=1))


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


def _warm(server: AppServer, page: Page) -> None:
    """What is loaded once after a start is loaded before the first picture."""
    visit(server, page, "")
    settled(page)
    page.close()


def _take(
    server: AppServer, contexts: Mapping[tuple[int, int], BrowserContext], picture: Picture
) -> None:
    looks = [(size, False) for size in picture.sizes]
    if picture.dark:
        looks.append((DESK, True))
    for size, dark in looks:
        page = contexts[size].new_page()
        page.set_viewport_size({"width": size[0], "height": size[1]})
        page.emulate_media(color_scheme="dark" if dark else "light")
        page.context.clear_cookies()
        if picture.token:
            held = {"name": "right_party", "value": picture.token, "url": server.url}
            page.context.add_cookies([held])  # type: ignore[list-item]  # what Playwright asks for
        if picture.by and not picture.token:
            visit(server, page, picture.address, picture.by)
        else:
            page.goto(f"{server.url}/{picture.address}")
        expect(page.get_by_role("heading").nth(0)).to_be_visible(timeout=COLD_MS)
        settled(page)
        picture.first(page)
        settled(page)
        page.mouse.move(0, 0)
        page.wait_for_timeout(SETTLED_MS)
        name = f"{picture.name}-{size[0]}{'-dark' if dark else ''}.png"
        page.screenshot(path=IMAGES / "pages" / name)
        page.close()


def _counted(store: Store) -> str:
    """Somebody who submitted enough calls for a mean, and practised one of them again."""
    rita = sign_in_locally(store, "Rita Moreno", Role.TRAINEE, NOW)
    barred = [one for one in SCENARIOS.values() if not one.with_care]
    for nth, scenario in enumerate((*barred[:7], barred[0])):
        now, purpose = NOW + timedelta(days=nth), Purpose.PRIVATE if nth == 7 else Purpose.SUBMITTED
        said = script(scenario, scenario.model_call.lines, now)
        lines = BADLY if nth == 1 else said[: 3 + nth]
        seed = seed_for(scenario, scenario.model_call.answered_by)
        made = finished(store, lines, rita.name, scenario, seed, now, purpose)
        review_attempt(store, rita, made.id, now)
    return rita.name


def _by_rule(page: Page) -> None:
    page.get_by_role("heading", name="By rule").evaluate("e => e.scrollIntoView()")


def _keys(page: Page) -> None:
    page.get_by_role("button", name="Keys").click()
    expect(page.get_by_text("Keys that work here")).to_be_visible()


def _figures(page: Page) -> None:
    page.get_by_text("By criterion").click()
    page.get_by_role("heading", name="The figures").evaluate("e => e.scrollIntoView()")


def _verdict(page: Page) -> None:
    page.get_by_text("Set it aside").click()
    page.get_by_role("heading", name="What people say").evaluate("e => e.scrollIntoView()")


def _people(page: Page) -> None:
    page.get_by_role("heading", name="What people say").evaluate("e => e.scrollIntoView()")


def _desk(page: Page) -> None:
    page.get_by_text("Desk", exact=True).click()


def _account_of_the_list(page: Page) -> None:
    page.get_by_text("Ruth Calder · HR-20731").click()
    page.get_by_role("radio", name="Not now").click()


def _text(page: Page) -> None:
    page.get_by_label("Your text").fill("Understood, no more texts will come to this number.")
    expect(page.get_by_text("51 of 160 characters")).to_be_visible()


def _plan(page: Page) -> None:
    switch = page.get_by_text("Desk", exact=True)
    if switch.is_visible():
        switch.click()
    page.get_by_role("tab", name="Budget & plan").click()


def _marks(page: Page) -> None:
    for name in ("Communication", "Accuracy"):
        page.locator(".dimensions summary", has_text=name).click()
    page.get_by_role("heading", name="How it was marked").evaluate("e => e.scrollIntoView()")


def _offers(page: Page) -> None:
    page.get_by_role("heading", name="What was on the table").evaluate("e => e.scrollIntoView()")


def _opinion(page: Page) -> None:
    page.get_by_role("heading", name="A second opinion").evaluate("e => e.scrollIntoView()")


def _finding_of_mine(page: Page) -> None:
    page.locator(".said-list a").first.click()


def _example(page: Page) -> None:
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
    field = page.get_by_label("What a collector might say")
    field.fill("If this is not paid by Friday you will be arrested.")
    field.press("Control+Enter")
    expect(page.locator("details.finding")).to_be_visible()
    page.get_by_role("heading", name="Try a sentence").evaluate("e => e.scrollIntoView()")


if __name__ == "__main__":
    main(sys.argv[1:])
