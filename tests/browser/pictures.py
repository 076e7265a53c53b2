"""Take the pictures of every page anew: python -m tests.browser.pictures [NAME ...].

They go to docs/images/pages, each page as on a desk (1280 by 800) and on a phone (390 by 844), some
in the dark too; the one of the README is the call's. With names only those are taken. Which there
are is said in tests/browser/gallery.py.
"""

from __future__ import annotations

import shutil
import sys
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path

from playwright.sync_api import BrowserContext, Page, expect, sync_playwright

from benchmarks.load.server import PROJECT, AppServer
from tests.browser.conftest import DESK, LAUNCH, PHONE
from tests.browser.gallery import Picture, pictures
from tests.browser.practising import COLD_MS, settled, visit
from tests.browser.setup import MISSING, find_browser
from training.store import Store

IMAGES = PROJECT / "docs" / "images"
SETTLED_MS = 600
"""Fonts, charts and what fades in have come by then."""


def main(only: Sequence[str] = ()) -> None:
    """Take them all, or those with these names."""
    path = find_browser()
    if path is None:
        raise SystemExit(MISSING)
    with tempfile.TemporaryDirectory() as folder:
        data = Path(folder) / "data"
        wanted = [one for one in pictures(Store(data)) if not only or one.name in only]
        server = AppServer(data, Path(folder) / "server.log")
        try:
            with sync_playwright() as playwright:
                browser = playwright.chromium.launch(executable_path=path, args=LAUNCH)
                desk, phone = (
                    browser.new_context(has_touch=t, locale="en-US") for t in (False, True)
                )
                _warm(server, desk.new_page())
                for picture in wanted:
                    _take(server, {DESK: desk, PHONE: phone}, picture)
        finally:
            server.stop()
    if not only or "call" in only:
        shutil.copy(IMAGES / "pages" / "call-1280.png", IMAGES / "practise.png")


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


if __name__ == "__main__":
    main(sys.argv[1:])
