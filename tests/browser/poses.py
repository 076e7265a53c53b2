"""What is done on a page before its picture is taken."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import UTC, datetime

from playwright.sync_api import Page, expect

from tests.browser.practising import choose


def begin(page: Page) -> None:
    """Three minutes from now, however long the pictures before this one took."""
    page.goto(f"{page.url.partition('?')[0]}?began={int(datetime.now(UTC).timestamp())}")
    expect(page.get_by_text("question 1 of")).to_be_visible()
    expect(page.locator(".st-key-choices button, textarea").first).to_be_visible()


def answer(page: Page) -> None:
    """The first choice, or words that do not do."""
    begin(page)
    field = page.get_by_label("Your words")
    if field.count():
        field.fill("I need all of it today, or else.")
        page.get_by_role("button", name="Check").click()
    else:
        page.locator(".st-key-choices button").first.click()
    expect(page.get_by_role("button", name="Go on")).to_be_visible()
    page.get_by_role("button", name="Go on").evaluate("e => e.scrollIntoView({block: 'end'})")


def sample_step(name: str) -> Callable[[Page], None]:
    """One of the steps in which a work sample is set up."""

    def open_it(page: Page) -> None:
        page.get_by_role("radio", name=name).or_(page.get_by_role("button", name=name)).click()
        expect(
            page.get_by_text("What the candidate sees")
            .or_(page.get_by_text("Played by bots"))
            .first
        ).to_be_visible()

    return open_it


def step(name: str) -> Callable[[Page], None]:
    """One of the steps of what a trainer writes."""

    def open_it(page: Page) -> None:
        page.get_by_role("radiogroup", name="Step").get_by_text(name, exact=True).click()

    return open_it


def a_candidate(page: Page) -> None:
    """What can be done for a candidate who has not come yet."""
    page.get_by_text("Cleo Marsh").click()
    expect(page.get_by_role("button", name="New link")).to_be_visible()
    page.get_by_text("Cleo Marsh").evaluate("e => e.scrollIntoView()")


def by_rule(page: Page) -> None:
    """The figures by rule."""
    page.get_by_role("heading", name="By rule").evaluate("e => e.scrollIntoView()")


def keys(page: Page) -> None:
    """The list of keys."""
    page.get_by_role("button", name="Keys").click()
    expect(page.get_by_text("Keys that work here")).to_be_visible()


def figures(page: Page) -> None:
    """The figures of agreement, opened."""
    page.get_by_text("By criterion").click()
    page.get_by_role("heading", name="The figures").evaluate("e => e.scrollIntoView()")


def verdict(page: Page) -> None:
    """A mark that is about to be set aside."""
    page.get_by_role("button", name="Set it aside").click()
    expect(page.get_by_role("button", name="Save the verdict")).to_be_visible()


def people(page: Page) -> None:
    """What people say of the marks."""
    page.get_by_role("heading", name="What people say").evaluate("e => e.scrollIntoView()")


def desk(page: Page) -> None:
    """On a phone: the desk."""
    page.get_by_text("Desk", exact=True).click()


def account_of_the_list(page: Page) -> None:
    """One account of a list, not now."""
    page.get_by_text("Ruth Calder · HR-20731").click()
    page.get_by_role("radio", name="Not now").click()


def text(page: Page) -> None:
    """A text that is being written."""
    page.get_by_label("Your text").fill("Understood, no more texts will come to this number.")
    expect(page.get_by_text("51 of 160 characters")).to_be_visible()


def plan(page: Page) -> None:
    """The plan calculator."""
    switch = page.get_by_text("Desk", exact=True)
    if switch.is_visible():
        switch.click()
    page.get_by_role("tab", name="Budget & plan").click()


def marks(page: Page) -> None:
    """Two dimensions, opened."""
    for name in ("Communication", "Accuracy"):
        page.locator(".dimensions summary", has_text=name).click()
    page.get_by_role("heading", name="How it was marked").evaluate("e => e.scrollIntoView()")


def offers(page: Page) -> None:
    """What was on the table."""
    page.get_by_role("heading", name="What was on the table").evaluate("e => e.scrollIntoView()")


def opinion(page: Page) -> None:
    """A second opinion."""
    page.get_by_role("heading", name="A second opinion").evaluate("e => e.scrollIntoView()")


def finding_of_mine(page: Page) -> None:
    """A finding on one's own call."""
    page.locator(".said-list a").first.click()


def example(page: Page) -> None:
    """An example, checked."""
    page.get_by_role("button", name="Try this example").click()
    expect(page.get_by_role("heading", name=re.compile("^Found"))).to_be_visible()


def finding(page: Page) -> None:
    """A finding of a checked call."""
    example(page)
    page.locator(".summed a").first.click()


def circumstances(page: Page) -> None:
    """The circumstances of a checked call."""
    example(page)
    page.get_by_text("Say what you know of the circumstances").click()


def packs(page: Page) -> None:
    """The choice of packs."""
    example(page)
    page.get_by_text("Choose which packs of rules are asked").click()


def tried(page: Page) -> None:
    """A sentence, tried against a rule."""
    field = page.get_by_label("What a collector might say")
    field.fill("If this is not paid by Friday you will be arrested.")
    field.press("Control+Enter")
    expect(page.locator("details.finding")).to_be_visible()
    page.get_by_role("heading", name="Try a sentence").evaluate("e => e.scrollIntoView()")


def nothing(page: Page) -> None:
    """It is looked at as it comes."""


def email(page: Page) -> None:
    """An e-mail that is being written."""
    page.get_by_role("radio", name="E-mail").click()
    page.get_by_label("Subject").fill("Your jacket")
    page.get_by_label("Your e-mail").fill("Hi Maya,\n\nyou asked for e-mails, so here it is.")
    expect(page.get_by_text("10 words")).to_be_visible()


def voicemail(page: Page) -> None:
    """Words for a machine."""
    page.get_by_label("What you say after the tone").fill(
        "Hello, this is Dana Wells with Harbor. Please call me back at 800-555-0142. Thank you."
    )
    expect(page.get_by_text("about 6 seconds")).to_be_visible()


def an_account(page: Page) -> None:
    """An account, opened."""
    page.get_by_text("Dana Wells").first.click()
    expect(page.get_by_role("button", name="Save the roles").first).to_be_visible()


def _look_at(page: Page, view: str) -> None:
    """One view of the results, from its choice on."""
    views = page.get_by_role("radiogroup", name="Look at")
    views.get_by_text(view, exact=True).click()
    views.evaluate("e => e.scrollIntoView()")


def one_candidate(page: Page) -> None:
    """One candidate with a hard fail."""
    choose(page, "Candidate", "Tom Byrne")
    expect(page.get_by_text("Hard fail").first).to_be_visible()
    _look_at(page, "One candidate")


def side_by_side(page: Page) -> None:
    """Three candidates side by side."""
    _look_at(page, "Side by side")
    for name in ("Rosa Ortiz", "Jamal Okoro", "Tom Byrne"):
        choose(page, "Candidates, two to four", name)
    page.keyboard.press("Escape")
    expect(page.get_by_role("columnheader", name="Tom Byrne")).to_be_visible()
    _look_at(page, "Side by side")


def interview_guide(page: Page) -> None:
    """The guide for one candidate."""
    _look_at(page, "Interview guide")
    choose(page, "Candidate", "Rosa Ortiz")
    expect(page.get_by_text("What to listen for").first).to_be_visible()
    _look_at(page, "Interview guide")


def groups(page: Page) -> None:
    """Who is taken, by sex."""
    _look_at(page, "Groups")
    expect(page.get_by_role("heading", name="Who is taken")).to_be_visible()
    _look_at(page, "Groups")
