"""The browser and the server of the tests do what the tests rely on."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from benchmarks.load.server import AppServer

pytestmark = pytest.mark.browser

# Counts how often somebody pressed a button, in a file of the data folder.
SCRIPT = """
import os
from pathlib import Path
import streamlit as st

count = Path(os.environ["RIGHT_PARTY_DATA"]) / "count"
count.parent.mkdir(exist_ok=True)
if st.button("Press"):
    count.write_text(str(int(count.read_text()) + 1 if count.exists() else 1))
st.write("Pressed", count.read_text() if count.exists() else "0", "times")
"""


@pytest.fixture(scope="session")
def counter(
    start_server: Callable[..., AppServer], tmp_path_factory: pytest.TempPathFactory
) -> AppServer:
    script = tmp_path_factory.mktemp("script") / "counter.py"
    script.write_text(SCRIPT)
    server = start_server(script=script)
    server.data.mkdir(exist_ok=True)  # whichever of these tests comes first here
    return server


def test_a_page_talks_to_a_server(counter: AppServer, page: Page) -> None:
    page.goto(counter.url)
    page.get_by_role("button", name="Press").click()

    expect(page.get_by_text("Pressed 1 times")).to_be_visible()


def test_a_killed_server_comes_back_with_its_data(counter: AppServer, page: Page) -> None:
    (counter.data / "count").write_text("5")
    counter.kill()
    assert counter.process.returncode == -9
    counter.restart()

    page.goto(counter.url)

    expect(page.get_by_text("Pressed 5 times")).to_be_visible()


def test_an_open_page_goes_on_after_a_restart(counter: AppServer, phone: Page) -> None:
    (counter.data / "count").write_text("7")
    phone.goto(counter.url)
    expect(phone.get_by_text("Pressed 7 times")).to_be_visible()
    expect(phone.get_by_role("button", name="Press")).to_be_visible()  # its script has arrived

    counter.restart()
    phone.get_by_role("button", name="Press").click()

    expect(phone.get_by_text("Pressed 8 times")).to_be_visible()


def test_a_script_that_does_not_start_shows_its_log(
    start_server: Callable[..., AppServer], tmp_path: Path
) -> None:
    with pytest.raises(RuntimeError, match=r"missing\.py did not start(?s:.)*does not exist"):
        start_server(script=tmp_path / "missing.py")
