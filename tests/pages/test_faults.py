"""A fault of the program: told with a number, written down without a word of a call."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from tests.pages.visiting import begin_call, go, press
from tests.training.floor import NOW
from training.log import FILE
from training.store import Store

PAGES = Path(__file__).parents[2] / "pages"
SAID = "my sister's number is 555-0199"


def test_a_page_that_fails_gives_a_number_that_is_in_the_log(
    dana: AppTest, store: Store, tmp_path: Path
) -> None:
    attempt = begin_call(dana)
    with store.writing() as db:
        db.execute("update scenarios set content = ?", [json.dumps({"title": SAID})])

    go(dana, "call", attempt=attempt)

    [told] = [one.value for one in dana.error]
    [line] = (tmp_path / FILE).read_text().splitlines()
    entry = json.loads(line)
    assert entry["id"] in told
    assert "What you sent or saved before is kept" in told
    assert (entry["page"], entry["kind"]) == ("Call", "TrainingError")
    assert any(place.startswith("pages/call.py:") for place in entry["where"])


def test_what_nobody_foresaw_is_no_fault_of_the_readers(
    dana: AppTest, store: Store, tmp_path: Path
) -> None:
    attempt = begin_call(dana)
    with store.writing() as db:
        db.execute("update events set body = ?", [json.dumps({"text": SAID})])

    go(dana, "call", attempt=attempt)

    [told] = [one.value for one in dana.error]
    [line] = (tmp_path / FILE).read_text().splitlines()
    assert told.startswith("This page could not be drawn to its end")
    assert json.loads(line)["kind"] == "RecordError"
    assert SAID not in line


def test_what_fails_after_a_click_has_its_number_too(
    dana: AppTest, store: Store, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    unread = {"attempt_id": begin_call(dana), "seq": 99, "at": NOW.isoformat(), "kind": "noted"}
    with store.writing() as db:
        db.table("events").insert({**unread, "body": json.dumps({"text": SAID})})

    press(dana, "End call")

    [told] = [one.value for one in dana.error]
    [line] = (tmp_path / FILE).read_text().splitlines()
    entry = json.loads(line)
    assert entry["id"] in told
    assert (entry["page"], entry["kind"]) == ("after a click", "RecordError")
    assert SAID not in line
    assert SAID not in caplog.text


@pytest.mark.parametrize("page", sorted(PAGES.glob("[a-z]*.py")), ids=lambda one: one.stem)
def test_every_page_is_entered_where_its_faults_are_caught(page: Path) -> None:
    assert page.read_text().rstrip().endswith("\nenter(draw)")
