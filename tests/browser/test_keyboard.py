"""By keyboard alone: from Today through a whole call to its debrief, the focus always in sight."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from benchmarks.load.server import AppServer
from tests.browser.conftest import DESK
from tests.browser.practising import COLD_MS, SCENARIO, line_field, settled, talk, visit
from tests.browser.test_axe import issues

pytestmark = pytest.mark.browser

MOVES = """() => [...document.querySelectorAll('body *')].filter(e => {
    const s = getComputedStyle(e);
    return [s.transitionDuration, s.animationDuration].some(t => parseFloat(t) > 0.001)
}).map(e => e.outerHTML.slice(0, 120))"""

MOST = 120
"""So many steps of the focus at most to anything on a page."""
SEEN = """() => {
    const e = document.activeElement, s = getComputedStyle(e);
    const fields = ['INPUT', 'TEXTAREA', 'BODY'];  // their frames show it
    const ring = s.outlineStyle !== 'none' && parseFloat(s.outlineWidth) > 0;
    const field = fields.includes(e.tagName) || e.role === 'spinbutton';
    return field || e.tabIndex < 0 || ring || s.boxShadow !== 'none'
        ? '' : e.outerHTML.slice(0, 160);
}"""


class _Keyboard:
    """Somebody who has no mouse; `unseen` is what had the focus and did not show it."""

    def __init__(self, page: Page) -> None:
        self._page = page
        self.unseen = set[str]()

    def reach(self, target: Locator) -> None:
        """Tab on until it has the focus."""
        expect(target).to_be_visible(timeout=COLD_MS)
        settled(self._page)
        for _ in range(MOST):
            if target.evaluate("e => e.contains(document.activeElement)"):
                return
            self._page.keyboard.press("Tab")
            self.unseen.add(self._page.evaluate(SEEN))
        pytest.fail(f"{target} is not reached with {MOST} steps")

    def press(self, role: str, name: str) -> None:
        target = self._page.get_by_role(role, name=name, exact=True).first  # type: ignore[arg-type]
        self.reach(target)
        self.reach(target)  # a page that was drawn anew meanwhile has let the focus go
        self._page.keyboard.press("Enter")

    def say(self, words: str) -> None:
        lines = talk(self._page).count()
        self.reach(line_field(self._page))
        self._page.keyboard.type(words)
        self._page.keyboard.press("Enter")
        expect(talk(self._page)).to_have_count(lines + 2)


def test_a_call_is_practised_by_keyboard_alone(app_server: AppServer, page: Page) -> None:
    visit(app_server, page, "", "Kim Tabb")
    keys = _Keyboard(page)

    keys.press("link", "Read the brief")
    keys.press("button", "Practise privately")
    expect(line_field(page)).to_be_enabled(timeout=COLD_MS)
    keys.say("Hello, may I speak with Marcus Webb, please?")
    keys.say("This is Kim with Harbor Recovery.")
    keys.press("button", "End call")
    keys.press("button", "To the wrap-up")
    keys.reach(page.get_by_label("How the call ended"))
    page.keyboard.type("Refused")
    page.keyboard.press("Enter")
    keys.reach(page.get_by_label("Your note"))
    page.keyboard.type("Picked up; nothing agreed.")
    page.keyboard.press("Tab")
    expect(page.get_by_text("Saved at")).to_be_visible()
    keys.press("button", "Hand in")

    expect(page).to_have_url(re.compile("/scorecard"), timeout=COLD_MS)
    keys.press("button", "Keys")
    expect(page.get_by_text("Keys that work here")).to_be_visible()
    assert list(issues(page, {})) == []
    assert keys.unseen - {""} == set(), "\n".join(sorted(keys.unseen))
    page.keyboard.press("Escape")
    keys.press("link", "Progress")
    expect(page.get_by_text("You handed in 1 attempt")).to_be_visible()


def test_nothing_moves_or_is_cut_off_for_those_who_ask_for_calm_and_size(
    app_server: AppServer, page: Page
) -> None:
    page.emulate_media(reduced_motion="reduce")
    page.set_viewport_size({"width": DESK[0] // 2, "height": DESK[1] // 2})  # zoomed to 200 %
    moves, wide = list[str](), list[str]()
    for address in ("", "practise", f"brief?scenario={SCENARIO}", "progress"):
        visit(app_server, page, address)
        settled(page)
        expect(page.get_by_role("heading", level=1)).to_be_in_viewport()
        moves += page.evaluate(MOVES)
        if page.evaluate("document.documentElement.scrollWidth > innerWidth"):
            wide.append(address)
    page.emulate_media(reduced_motion="no-preference")

    assert moves == []
    assert wide == []
