"""Servers that start, and servers that die, while somebody practises in a real browser."""

from __future__ import annotations

import random
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from benchmarks.load.server import AppServer
from tests.browser.practising import (
    COLD_MS,
    begin_call,
    call_again,
    heard,
    line_field,
    make_owner,
    model_lines,
    said_so_far,
    say,
    settled,
    talk,
)
from tests.conftest import Samples

pytestmark = pytest.mark.browser

HELLO = "Hello, may I speak with Ana Reyes please?"

# Read by Python when a server starts: loading ends when there is a file `go_on` beside it.
HELD = """
import sys, time
from pathlib import Path

class Held:
    def find_spec(name, *_):
        while name == "pages._shipped" and not Path(__file__).with_name("go_on").exists():
            time.sleep(0.05)

sys.meta_path.insert(0, Held)
"""


def test_who_comes_while_the_rules_are_loaded_goes_in_at_once(
    start_server: Callable[..., AppServer],
    page: Page,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    (tmp_path / "sitecustomize.py").write_text(HELD)
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    loads = page.get_by_text("Loading the scenarios and the rules")
    page.goto(start_server().url)
    expect(page.get_by_text("Who is practising?")).to_be_visible(timeout=COLD_MS)
    expect(loads).to_be_visible()

    make_owner(page, patience_ms=15_000)
    expect(loads).to_be_visible()

    (tmp_path / "go_on").touch()
    expect(page.get_by_text("The forgetful payer")).to_be_visible(timeout=COLD_MS)
    expect(loads).to_have_count(0)


def test_a_killed_server_loses_nothing(
    app_server: AppServer,
    page: Page,
    samples: Samples,
    figure: Callable[[str, object], None],
) -> None:
    begin_call(app_server, page)
    moments, lost, answered = samples(small=1, full=20), 0, 0
    lines = model_lines()[:8]
    for moment in range(moments):
        if moment and moment % len(lines) == 0:
            call_again(app_server, page)
        before = said_so_far(app_server, page)
        line_field(page).fill(lines[moment % len(lines)])
        line_field(page).press("Enter")
        time.sleep(random.Random(moment).uniform(0, 0.4))
        app_server.kill()
        app_server.restart()
        page.reload()
        expect(talk(page).last).to_have_class("line theirs", timeout=COLD_MS)
        settled(page)  # while lines are drawn, one of theirs may be the last for a moment
        now = said_so_far(app_server, page)
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
    app_server: AppServer, page: Page
) -> None:
    begin_call(app_server, page)
    say(page, HELLO)
    kept = heard(page)
    app_server.kill()
    app_server.restart()
    expect(line_field(page)).to_be_enabled(timeout=COLD_MS)
    expect(page.get_by_text("nothing is lost")).to_be_visible(timeout=COLD_MS)
    say(page, "This is Dana with Harbor Recovery.", COLD_MS)

    assert heard(page)[: len(kept)] == kept
    expect(page.get_by_text("Signed in as Dana Wells")).to_be_visible()


def _last(page: Page) -> str:
    return talk(page).last.locator("span").inner_text()
