"""A trainer brings a table of trainees, says yes to what they see, and takes figures along."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from benchmarks.load.server import AppServer
from tests.browser.practising import TRAINER, visit
from tests.training.floor import NOW
from tests.training.judging import submitted
from training.cohorts import cohorts
from training.models import Role
from training.people import sign_in_locally
from training.reviews import review_attempt
from training.store import Store

pytestmark = pytest.mark.browser


def test_from_a_table_to_figures_to_take_along(
    app_server: AppServer, page: Page, tmp_path: Path
) -> None:
    store, table = Store(app_server.data), tmp_path / "trainees.csv"
    trainer = sign_in_locally(store, TRAINER, Role.TRAINER, NOW)
    ugo = sign_in_locally(store, "Ugo Ferri", Role.TRAINEE, NOW)
    review_attempt(store, ugo, submitted(store, ugo, 900).id, NOW)
    table.write_text("name,cohort\nUgo Ferri,Winter\nZoë Kaya,Winter\nBo Ek,\n", "utf-8")

    visit(app_server, page, "cohorts", TRAINER)
    page.locator("input[type=file]").set_input_files(table)
    told = page.get_by_text("3 lines, 1 new, 0 known, 0 in it already")
    expect(told).to_contain_text("1 known without an account, 1 with a fault")
    enrol = page.get_by_role("button", name="Enrol them")
    expect(enrol).to_have_count(0)
    page.get_by_label("Into which cohort").fill("Winter")
    page.get_by_label("Into which cohort").press("Tab")
    enrol.press("Enter")
    expect(page.get_by_text("Hand these over now")).to_be_visible()
    winter = next(one for one in cohorts(store, trainer) if one.name == "Winter")
    assert [one.name for one in winter.members] == ["Bo Ek", "Ugo Ferri", "Zoë Kaya"]

    page.get_by_role("link", name="Coaching").first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Whom to coach this week")
    rules = page.locator(".st-key-files-rules-by-person")
    with page.expect_download() as waiting:
        rules.get_by_role("button", name="As text (CSV)").click()
    taken = waiting.value.path().read_text("utf-8-sig")
    assert waiting.value.suggested_filename == "rules-by-person.csv"
    assert "Ugo Ferri" in taken
