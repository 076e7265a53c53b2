"""The debrief as a page in a real browser: it runs no script and asks for nothing."""

from pathlib import Path
from typing import Literal

import pytest
from playwright.sync_api import Browser

from debriefs import page_of
from tests.browser.conftest import DESK, PHONE
from tests.browser.contrast import faint_text
from tests.debriefs.made import practised

pytestmark = pytest.mark.browser


@pytest.fixture(scope="session")
def page_of_a_debrief(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("debrief") / "debrief.html"
    path.write_text(page_of(practised()), "utf-8")
    return path


@pytest.mark.parametrize("size", [DESK, PHONE], ids=["desk", "phone"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_page_can_be_read_everywhere(
    page_of_a_debrief: Path,
    browser: Browser,
    size: tuple[int, int],
    scheme: Literal["light", "dark"],
) -> None:
    context = browser.new_context(
        viewport={"width": size[0], "height": size[1]},
        color_scheme=scheme,
        java_script_enabled=False,
    )
    page = context.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))

    page.goto(page_of_a_debrief.as_uri())

    assert asked == [page_of_a_debrief.as_uri()]
    assert page.get_by_role("heading", name="What a good call sounded like").is_visible()
    assert page.evaluate("document.documentElement.scrollWidth") == size[0]
    assert faint_text(page) == []
    context.close()
