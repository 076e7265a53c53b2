"""How long somebody who practises alone waits in a real browser: for a page, and for an answer.

Targets: a page in 1.0 s, the first after a start in 3.5 s, an answer in 150 ms. A busy computer
takes longer and is no fault, so a test fails only where something takes ten times as long.
"""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from benchmarks.load.people import LINES
from benchmarks.load.server import AppServer
from benchmarks.measures import percentile
from tests.browser.practising import COLD_MS, begin_call, line_field, settled
from tests.conftest import Samples

pytestmark = pytest.mark.browser

WARM_MS, COLD_START_MS, REPLY_MS = 1_000, 3_500, 150
BUSY = 10

# From the key that sends until the frame that shows what was said and what came back.
WATCH = """() => {
  const lines = () => [...document.querySelectorAll('.st-key-talk .line')];
  const before = lines().length;
  window.waited = new Promise(resolve => {
    let sent = 0;
    document.addEventListener('keydown', e => {
      if (e.key === 'Enter') sent = performance.now();
    }, {capture: true, once: true});
    new MutationObserver((_, watching) => {
      const now = lines();
      if (now.length < before + 2 || !now.at(-1).classList.contains('theirs')) return;
      watching.disconnect();
      requestAnimationFrame(() => resolve(performance.now() - sent));
    }).observe(document.body, {childList: true, subtree: true, attributes: true});
  });
}"""


def test_an_answer_comes_soon_after_it_is_sent(
    app_server: AppServer,
    page: Page,
    samples: Samples,
    figure: Callable[[str, object], None],
) -> None:
    waits = list[float]()
    for _ in range(samples(small=1, full=10)):
        begin_call(app_server, page)
        waits += [_wait_for_an_answer(page, words) for words in LINES]
    p95 = percentile(waits, 0.95)

    figure("browser.reply_p50_ms", round(percentile(waits, 0.5)))
    figure("browser.reply_p95_ms", round(p95))
    assert p95 < BUSY * REPLY_MS


def test_the_first_page_comes_soon_after_it_is_asked_for(
    app_server: AppServer,
    page: Page,
    samples: Samples,
    figure: Callable[[str, object], None],
) -> None:
    begin_call(app_server, page)  # the server is warm, and the browser has Streamlit's scripts
    warm = [_wait_for_today(app_server, page) for _ in range(samples(small=2, full=20))]
    app_server.restart()
    cold = _wait_for_today(app_server, page)

    figure("browser.first_page_warm_ms", round(percentile(warm, 0.5)))
    figure("browser.first_page_cold_ms", round(cold))
    assert max(warm) < BUSY * WARM_MS
    assert cold < BUSY * COLD_START_MS


def _wait_for_an_answer(page: Page, words: str) -> float:
    """Milliseconds, told by the page itself."""
    settled(page)
    line_field(page).fill(words)
    page.evaluate(WATCH)
    line_field(page).press("Enter")
    return float(page.evaluate("window.waited"))


def _wait_for_today(server: AppServer, page: Page) -> float:
    """Milliseconds from leaving for the page until its card can be read."""
    page.goto(server.url, wait_until="commit")
    page.wait_for_selector(".st-key-next_thing a", timeout=COLD_MS)
    return float(page.evaluate("performance.now()"))
