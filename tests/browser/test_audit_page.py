"""The page of an audit in a real browser: it is a file, runs no script, and asks for nothing."""

from pathlib import Path
from typing import Literal

import pytest
from playwright.sync_api import Browser

from audit import Asked, run
from tests.audit.made import write_calls
from tests.browser.conftest import DESK, PHONE
from tests.browser.contrast import faint_text

pytestmark = pytest.mark.browser


@pytest.fixture(scope="session")
def page_of_an_audit(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("audit")
    calls = write_calls(folder / "calls.jsonl", 60, turns=6)
    list(run([calls], folder / "out", Asked()))
    return folder / "out" / "summary.html"


@pytest.mark.parametrize("size", [DESK, PHONE], ids=["desk", "phone"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_page_can_be_read_everywhere(
    page_of_an_audit: Path,
    browser: Browser,
    size: tuple[int, int],
    scheme: Literal["light", "dark"],
) -> None:
    width, height = size
    context = browser.new_context(
        viewport={"width": width, "height": height},
        color_scheme=scheme,
        java_script_enabled=False,
    )
    page = context.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))

    page.goto(page_of_an_audit.as_uri())

    assert asked == [page_of_an_audit.as_uri()]
    assert page.get_by_role("heading", name="Audit of 59 calls").is_visible()
    assert page.evaluate("document.documentElement.scrollWidth") == width
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == (
        "rgb(250, 249, 246)" if scheme == "light" else "rgb(20, 27, 31)"
    )
    assert faint_text(page) == []
    context.close()


def test_a_row_keeps_its_headings_on_a_phone(page_of_an_audit: Path, browser: Browser) -> None:
    context = browser.new_context(viewport={"width": PHONE[0], "height": PHONE[1]})
    page = context.new_page()
    page.goto(page_of_an_audit.as_uri())

    row = page.get_by_role("row").filter(has_text="Dana W.")
    number = row.get_by_role("cell").nth(1)

    assert number.evaluate("cell => getComputedStyle(cell, '::before').content") == ('"Calls "')
    name, told = row.get_by_role("cell").first.bounding_box(), number.bounding_box()
    assert name is not None
    assert told is not None
    assert told["y"] >= name["y"] + name["height"]
    context.close()
