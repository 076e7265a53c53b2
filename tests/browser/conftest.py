"""A real browser, pages of two sizes, and a real server to look at."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterator
from pathlib import Path
from urllib.parse import urljoin, urlsplit

import pytest
from playwright.sync_api import Browser, Page, Request, expect, sync_playwright

from benchmarks.load.server import PROJECT, AppServer
from tests.browser.setup import MISSING, find_browser

LAUNCH = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-dev-shm-usage",
    # A page is gone in seconds: compilers that pay off later, and thrift with memory, cost more.
    "--js-flags=--no-opt --no-maglev --min-semi-space-size=32 --max-semi-space-size=64",
    # Nothing but this computer can be reached, so a page that needs the world outside looks broken.
    "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1",
]
DESK = (1280, 800)
PHONE = (390, 844)
_PATIENCE_MS = 15_000
_FAILURES = PROJECT / "build" / "failures"
_FAILED = pytest.StashKey[bool]()


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Debian's Chromium, or what else `find_browser` finds, without a window."""
    path = find_browser()
    if path is None:
        pytest.fail(MISSING)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=LAUNCH)
        yield browser
        browser.close()


class _Profiles:
    """Browser profiles: one for each kind of screen is used again, and emptied in between.

    A fresh profile downloads and compiles all of Streamlit's scripts anew, which takes seconds; a
    fresh page takes half a second. So the page stays as well, at a quiet address of its server.
    """

    def __init__(self, browser: Browser) -> None:
        self._browser = browser
        self._kept: dict[bool, Page] = {}
        self._in_use: list[Page] = []

    def take(self, *, phone: bool) -> Page:
        """A page that nothing is in; two within one test share nothing."""
        kept = self._kept.get(phone)
        if kept is None:
            kept = self._kept[phone] = self._new(phone=phone)
        page = self._new(phone=phone) if kept in self._in_use else kept
        self._in_use.append(page)
        return page

    def give_back(self, *, failed: bool) -> None:
        """Leave the pages of a test, and forget who was there; what failed is not used again."""
        if failed:
            self._kept.clear()
        for page in self._in_use:
            if page in self._kept.values():
                _leave(page)
            else:
                page.context.close()
        self._in_use.clear()

    def _new(self, *, phone: bool) -> Page:
        context = self._browser.new_context(has_touch=phone, locale="en-US")
        context.set_default_timeout(_PATIENCE_MS)
        return context.new_page()


def _leave(page: Page) -> None:
    page.emulate_media(media="null")
    if page.url.startswith("http"):
        page.goto(urljoin(page.url, "/_stcore/health"))
        page.evaluate("sessionStorage.clear()")
    page.context.clear_cookies()


@pytest.fixture(scope="session")
def profiles(browser: Browser) -> _Profiles:
    """The profiles of this run."""
    return _Profiles(browser)


@pytest.fixture
def open_page(profiles: _Profiles, request: pytest.FixtureRequest) -> Iterator[Callable[..., Page]]:
    """Open a page: `open_page()`, `open_page(PHONE)`; pages share nothing.

    At the end of the test no page may have asked for anything outside this computer. If the test
    failed, what its pages show is kept in build/failures/.
    """
    pages: list[Page] = []
    outside: list[str] = []

    def note(asked: Request) -> None:
        outside.extend(_outside(asked.url))

    def open_one(size: tuple[int, int] = DESK) -> Page:
        page = profiles.take(phone=size == PHONE)
        page.set_viewport_size({"width": size[0], "height": size[1]})
        page.emulate_media(color_scheme="light")
        page.on("request", note)
        pages.append(page)
        return page

    expect.set_options(timeout=_PATIENCE_MS)
    yield open_one
    failed = request.node.stash.get(_FAILED, False)
    if failed:
        _keep_pictures(request.node.name, pages)
    for page in pages:
        page.remove_listener("request", note)
    profiles.give_back(failed=failed)
    assert outside == []


@pytest.fixture
def page(open_page: Callable[..., Page]) -> Page:
    """An empty page on a desk: 1280 by 800."""
    return open_page(DESK)


@pytest.fixture
def phone(open_page: Callable[..., Page]) -> Page:
    """An empty page on a phone: 390 by 844."""
    return open_page(PHONE)


@pytest.fixture(scope="session")
def start_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[..., AppServer]]:
    """Start a server: `start_server()`, or `start_server(data=other.data)` for two on one store.

    At the end of the run each is stopped, and none may have written a traceback.
    """
    servers: list[AppServer] = []

    def start(*, data: Path | None = None, script: Path = PROJECT / "app.py") -> AppServer:
        folder = tmp_path_factory.mktemp("server")
        servers.append(AppServer(data or folder / "data", folder / "server.log", script))
        return servers[-1]

    yield start
    for server in servers:
        server.stop()
    for server in servers:
        assert "Traceback" not in server.log, server.log


@pytest.fixture(scope="session")
def app_server(start_server: Callable[..., AppServer]) -> AppServer:
    """Right Party itself; all tests of a process share one server, as it takes seconds to open."""
    return start_server()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item,
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    report = yield
    if report.when == "call":
        item.stash[_FAILED] = report.failed
    return report


def _outside(url: str) -> list[str]:
    address = urlsplit(url)
    here = address.scheme in {"data", "blob", "about"} or address.hostname == "127.0.0.1"
    return [] if here else [url]


def _keep_pictures(test: str, pages: list[Page]) -> None:
    _FAILURES.mkdir(parents=True, exist_ok=True)
    name = "".join(letter if letter.isalnum() else "-" for letter in test)
    for number, page in enumerate(pages):
        page.screenshot(path=_FAILURES / f"{name}-{number}.png", full_page=True)
