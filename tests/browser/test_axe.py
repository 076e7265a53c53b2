"""Every page as axe sees it: nothing serious for those who come by keyboard or screen reader."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from calls.disposition import Disposition
from tests.browser.conftest import DESK, PHONE
from tests.browser.judging import for_judging
from tests.browser.practising import COLD_MS, SCENARIO, TRAINER, known, settled
from tests.browser.server import AppServer
from tests.pages.finished import KINDER, finished, tried_again
from tests.training.floor import NOW
from tests.training.shipped_calls import on_a_call
from training.models import Role
from training.people import sign_in_locally
from training.practice import end_call
from training.store import Store
from training.wrap_up import record_disposition

pytestmark = pytest.mark.browser

SERIOUS = {"serious", "critical"}
CONTRAST = {"runOnly": ["color-contrast"]}


def addresses(server: AppServer) -> Iterator[tuple[str, str]]:
    """Every page with something on it, and who looks at it."""
    store, now = Store(server.data), datetime.now(UTC)
    judged, to_rate = for_judging(store)
    dana = sign_in_locally(store, "Dana Wells", Role.TRAINEE, NOW)
    over = end_call(store, dana, on_a_call(store, dana, seed=8, now=now), now)
    over = record_disposition(store, dana, over, Disposition.ARRANGEMENT, now)
    first = finished(store)
    again = tried_again(store, dana, first, KINDER)
    for address in (
        *("", "practise", f"brief?scenario={SCENARIO}", "progress", "check", "rules"),
        "rules?rule=fdcpa.false.arrest_imprisonment",
        f"call?attempt={on_a_call(store, dana, seed=9, now=now).id}",
        f"wrap_up?attempt={over.id}",
        f"scorecard?attempt={first.id}",
        f"rewind?attempt={first.id}&from=4",
        f"rewind?attempt={again.id}",
    ):
        yield address, "Dana Wells"
    for address in (
        *("queue", "agreement", f"rating?attempt={to_rate}", f"scorecard?attempt={judged}"),
    ):
        yield address, TRAINER


def test_axe_finds_nothing_serious_on_any_page(
    app_server: AppServer, open_page: Callable[..., Page]
) -> None:
    page, found = open_page(), list[str]()
    page.goto(app_server.url)
    expect(page.get_by_role("button", name="Go in")).to_be_visible(timeout=COLD_MS)
    found += looked_at(page, "who")
    for address, name in addresses(app_server):
        known(app_server.url, app_server.data, page, name)
        page.goto(f"{app_server.url}/{address}")
        expect(page.get_by_text(f"Practising as {name}")).to_be_visible(timeout=COLD_MS)
        if address == "check":
            page.get_by_role("button", name="Try this example").click()
            expect(page.locator("details.finding").first).to_be_visible()
        found += looked_at(page, address.partition("=")[0])

    assert found == [], "\n".join(found)


def looked_at(page: Page, name: str) -> Iterator[str]:
    """On a desk and on a phone, light and dark; colours alone are looked at again in the dark."""
    for size in (DESK, PHONE):
        page.set_viewport_size({"width": size[0], "height": size[1]})
        for dark in (False, True):
            page.emulate_media(color_scheme="dark" if dark else "light")
            settled(page)
            paper = "rgb(20, 27, 31)" if dark else "rgb(250, 249, 246)"
            app = page.locator("[data-testid=stApp]")
            expect(app).to_have_css("background-color", paper)
            where = f"{name} at {size[0]}{' in the dark' if dark else ''}"
            for issue in issues(page, CONTRAST if dark else {}):
                yield f"{where}: {issue}"


def issues(page: Page, only: dict[str, Any]) -> Iterator[str]:
    """What axe calls serious; of Streamlit's own elements nothing is, so that none is left out."""
    seen = Axe().run(page, options={"resultTypes": ["violations"], **only})
    for rule in seen.response["violations"]:
        if rule["impact"] in SERIOUS:
            for node in rule["nodes"]:
                yield f"{rule['id']}: {node['target'][0]}: {node['html'][:200]}"
