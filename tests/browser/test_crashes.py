"""Servers that start, and servers that die, while somebody practises in a real browser."""

from __future__ import annotations

import random
import time
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.browser.practising import (
    COLD_MS,
    begin_call,
    call_again,
    heard,
    line_field,
    model_lines,
    said_so_far,
    say,
    sign_in,
    talk,
)
from tests.browser.server import AppServer
from tests.conftest import Samples

pytestmark = pytest.mark.browser

HELLO = "Hello, may I speak with Ana Reyes please?"

# Keeps every text that the page shows, also what goes away again.
SEEN = """
addEventListener('DOMContentLoaded', () => {
  window.seen = [];
  new MutationObserver(() => window.seen.push(document.body.innerText))
    .observe(document.body, {childList: true, subtree: true, characterData: true});
})
"""


def test_a_cold_start_asks_at_once_and_says_what_it_loads(
    start_server: Callable[..., AppServer], page: Page
) -> None:
    page.add_init_script(SEEN)
    page.goto(start_server().url)
    sign_in(page)
    expect(page.get_by_text("The forgetful payer")).to_be_visible(timeout=COLD_MS)
    seen = page.evaluate("window.seen")

    asked = next(n for n, text in enumerate(seen) if "Who is practising?" in text)
    told = next(n for n, text in enumerate(seen) if "Loading the scenarios and the rules" in text)
    assert asked <= told


def test_a_killed_server_loses_nothing(
    start_server: Callable[..., AppServer],
    page: Page,
    samples: Samples,
    figure: Callable[[str, object], None],
) -> None:
    server = start_server()
    begin_call(server, page)
    moments, lost, answered = samples(small=1, full=20), 0, 0
    lines = model_lines()[:8]
    for moment in range(moments):
        if moment and moment % len(lines) == 0:
            call_again(server, page)
        before = said_so_far(server, page)
        line_field(page).fill(lines[moment % len(lines)])
        line_field(page).press("Enter")
        time.sleep(random.Random(moment).uniform(0, 0.4))
        server.kill()
        server.restart()
        page.reload()
        expect(talk(page).last).to_have_class("line theirs", timeout=COLD_MS)
        now = said_so_far(server, page)
        lost += now[: len(before)] != before
        assert len(now) - len(before) in {0, 2}
        answered += len(now) > len(before)
        expect(talk(page)).to_have_count(len(now))  # lines appear one after the other
        assert _last(page) in now[-1]

    figure("crash.moments", moments)
    figure("crash.killed_before_the_words_arrived", moments - answered)
    figure("crash.turns_lost", lost)
    assert lost == 0


def test_an_open_page_goes_on_after_the_server_was_killed(
    start_server: Callable[..., AppServer], page: Page
) -> None:
    server = start_server()
    begin_call(server, page)
    say(page, HELLO)
    kept = heard(page)
    server.kill()
    server.restart()
    expect(line_field(page)).to_be_enabled(timeout=COLD_MS)
    say(page, "This is Dana with Harbor Recovery.", COLD_MS)

    assert heard(page)[: len(kept)] == kept
    expect(page.get_by_text("Practising as Dana Wells")).to_be_visible()


def _last(page: Page) -> str:
    return talk(page).last.locator("span").inner_text()
