"""Every page as axe sees it: nothing serious for those who come by keyboard or screen reader."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

import pytest
from axe_playwright_python.base import AXE_SCRIPT
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from benchmarks.load.server import AppServer
from calls.disposition import Disposition
from tests.browser.conftest import DESK, PHONE
from tests.browser.contrast import Scheme, show
from tests.browser.hiring import work_samples
from tests.browser.judging import for_judging
from tests.browser.practising import (
    ASSESSOR,
    COLD_MS,
    KEEPER,
    MANAGER,
    SCENARIO,
    TRAINER,
    WATCHER,
    choose_practice_to_delete,
    settled,
    visit,
)
from tests.conftest import Samples
from tests.pages.finished import KINDER, finished, tried_again
from tests.shipped import EVERY
from tests.training.floor import NOW
from tests.training.shipped_calls import on_a_call
from training.beginning import begin
from training.models import Person, Purpose, Role
from training.people import sign_in_locally
from training.practice import end_call
from training.store import Store
from training.wrap_up import record_disposition

pytestmark = pytest.mark.browser

SERIOUS = {"serious", "critical"}
FADED_MS = 1_500
CONTRAST = {"runOnly": ["color-contrast"]}
Views = tuple[tuple[tuple[int, int], Scheme], ...]
RUTH = "Ruth+Calder+·+HR-20731"
"""An account of a list, as its address names it."""
VIEWS: Views = (
    *((DESK, "light"), (PHONE, "dark")),
    *((PHONE, "light"), (DESK, "dark")),
)


LOOKERS = {
    "looking around": "Dana Wells",
    "practising": "Dana Wells",
    "judging": TRAINER,
    "looking after accounts": KEEPER,
    "watching over rules": WATCHER,
    "hiring": MANAGER,
    "rating a work sample": ASSESSOR,
}


OF_EVERYBODY = (
    *("", "practise", f"brief?scenario={SCENARIO}", "progress", "check", "rules"),
    "rules?rule=fdcpa.false.arrest_imprisonment",
    *("own_data", "practise?words=zeppelin"),
)
OF_TRAINERS = (
    *("coaching", "cohorts", "scenarios", "scenarios?scenario=forgetful_payer", "house"),
    *("coverage", "own_rules", "own_rules?rule=house/house.new_one"),
    *("rating_scales", "rating_scales?scale=empathy"),
)
"""What needs nobody's call."""


def begun(store: Store, person: Person, scenario: str, now: datetime) -> str:
    """Something that is written or decided, at its beginning."""
    return begin(store, person, EVERY[scenario], Purpose.PRIVATE, 1, now).id


@pytest.fixture(scope="session")
def addresses(app_server: AppServer) -> dict[str, tuple[str, ...]]:
    """Every page with something on it, by who looks at it and what for."""
    store, now = Store(app_server.data), datetime.now(UTC)
    judged, to_rate = for_judging(store)
    samples = work_samples(store, now)
    dana = sign_in_locally(store, "Dana Wells", Role.TRAINEE, NOW)
    over = end_call(store, dana, on_a_call(store, dana, seed=8, now=now), now)
    over = record_disposition(store, dana, over, Disposition.ARRANGEMENT, now)
    first = finished(store)
    again = tried_again(store, dana, first, KINDER)
    return {
        "looking around": (
            f"drill?began={int(now.timestamp())}",
            *OF_EVERYBODY,
        ),
        "practising": (
            f"call?attempt={on_a_call(store, dana, seed=9, now=now).id}",
            f"call?attempt={begun(store, dana, 'stop_texting_me', now)}",
            f"call?attempt={begun(store, dana, 'dial_or_not', now)}&work_list={RUTH}",
            f"wrap_up?attempt={over.id}",
            f"scorecard?attempt={first.id}",
            f"rewind?attempt={first.id}&from=4",
            f"rewind?attempt={again.id}",
        ),
        "judging": (
            *("queue", "agreement", f"rating?attempt={to_rate}", f"scorecard?attempt={judged}"),
            *(f"review?attempt={judged}", *OF_TRAINERS),
        ),
        "looking after accounts": ("accounts", "your_account"),
        "watching over rules": ("report",),
        "hiring": (
            *("work_samples", f"work_samples?sample={samples.taken}"),
            f"work_samples?sample={samples.drawn}",
        ),
        "rating a work sample": (f"rating?attempt={samples.to_rate}",),
    }


@pytest.mark.parametrize("what_for", LOOKERS)
def test_axe_finds_nothing_serious_on_any_page(
    app_server: AppServer,
    addresses: dict[str, tuple[str, ...]],
    page: Page,
    samples: Samples,
    what_for: str,
) -> None:
    found, name = list[str](), LOOKERS[what_for]
    for place, address in enumerate(addresses[what_for]):
        visit(app_server, page, address, name)
        if address == "check":
            page.get_by_role("button", name="Try this example").click()
            expect(page.locator("details.finding").first).to_be_visible()
        if address == "own_data":
            choose_practice_to_delete(page)
        found += looked_at(page, address.partition("=")[0], views(samples, place))

    assert found == [], "\n".join(found)


def test_axe_finds_nothing_serious_where_one_goes_in(
    app_server: AppServer, page: Page, samples: Samples
) -> None:
    page.goto(app_server.url)
    expect(page.get_by_role("button", name="Go in")).to_be_visible(timeout=COLD_MS)
    found = list(looked_at(page, "who", views(samples, 1)))

    assert found == [], "\n".join(found)


def views(samples: Samples, place: int) -> Views:
    """All four, or two that have nothing in common: one page has these, the next the others."""
    start = 2 * (place % 2)
    return (*VIEWS[start:], *VIEWS[:start])[: samples(small=2, full=4)]


def looked_at(page: Page, name: str, at: Views) -> Iterator[str]:
    """Of what is dark the colours alone are looked at: the rest is as in the light."""
    for size, scheme in at:
        page.set_viewport_size({"width": size[0], "height": size[1]})
        show(page, scheme)
        settled(page)
        only = CONTRAST if scheme == "dark" else {}
        found = list(issues(page, only))
        if found:  # what was still on its way to its colour has arrived by the second look
            page.wait_for_timeout(FADED_MS)
            found = list(issues(page, only))
        yield from (f"{name} at {size[0]}, {scheme}: {issue}" for issue in found)


def issues(page: Page, only: dict[str, Any]) -> Iterator[str]:
    """What axe calls serious; of Streamlit's own elements nothing is, so that none is left out."""
    script = "0" if page.evaluate("'axe' in window") else AXE_SCRIPT  # half a megabyte, read once
    seen = Axe(script).run(page, options={"resultTypes": ["violations"], **only})
    for rule in seen.response["violations"]:
        if rule["impact"] in SERIOUS:
            for node in rule["nodes"]:
                yield f"{rule['id']}: {node['target'][0]}: {node['html'][:200]}"
