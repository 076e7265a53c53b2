"""Streamlit's own elements can be read in our themes, light and dark."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from benchmarks.load.server import PROJECT, AppServer
from tests.browser.contrast import faint_in_either, faint_text

pytestmark = pytest.mark.browser

SCRIPT = f"""
from pathlib import Path
import streamlit as st

st.html(Path({str(PROJECT / ".streamlit" / "look.css")!r}))
st.title("Laid off three weeks ago")
st.markdown("Some words, [a link](#rule), `a name`, :red[■ not met], :orange[◆ depends], "
            ":gray[● reminder], :green[✓ done right]")
st.caption("58 days past due")
for colour in ("red", "orange", "gray", "green", "blue"):
    st.badge(colour, color=colour)
st.info("Private"), st.warning("Careful"), st.error("Not met"), st.success("Done right")
st.button("Practise privately", type="primary"), st.button("Submit an attempt")
st.button("Later", type="tertiary")
st.text_input("Who is practising?", placeholder="your name", help="Only used on this computer")
st.selectbox("Disposition", ["Arrangement", "Refused"])
st.multiselect("Flags", ["attorney", "dispute"], default=["attorney"])
st.radio("Level", ["first", "second"])
st.slider("Instalment", 0, 100, 40)
st.segmented_control("View", ["Call", "Desk"], default="Call")
st.tabs(["Account", "Contacts"])
st.metric("Balance", "$1,140.00")
st.file_uploader("A recorded call")
st.write("All drawn")
"""


@pytest.fixture(scope="session")
def elements(
    start_server: Callable[..., AppServer], tmp_path_factory: pytest.TempPathFactory
) -> AppServer:
    script = tmp_path_factory.mktemp("script") / "elements.py"
    script.write_text(SCRIPT)
    return start_server(script=script)


def test_every_element_can_be_read(elements: AppServer, page: Page) -> None:
    page.goto(elements.url)
    expect(page.get_by_text("All drawn")).to_be_visible()

    assert faint_in_either(page) == []


def test_faint_text_is_found(page: Page) -> None:
    page.set_content("<p style='color: #999'>too faint</p><p>clear</p>")

    assert faint_text(page, patience=0) == ["too faint (2.85)"]
