"""Streamlit knows each of our settings, and all text can be read: WCAG AA in light and dark."""

from __future__ import annotations

import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

import pytest

from tests.ground.import_contracts import PROJECT

CONFIG: dict[str, Any] = tomllib.loads((PROJECT / ".streamlit" / "config.toml").read_text())
PAPER = ["backgroundColor", "secondaryBackgroundColor"]
MARKS = ["red", "orange", "yellow", "gray", "green", "blue"]
TEXT_PAIRS = [
    *((text, paper) for text in ("textColor", "linkColor", "primaryColor") for paper in PAPER),
    *((f"{mark}TextColor", paper) for mark in MARKS for paper in PAPER),
    *((f"{mark}TextColor", f"{mark}BackgroundColor") for mark in MARKS),
    ("codeTextColor", "codeBackgroundColor"),
    ("dataframeHeaderTextColor", "dataframeHeaderBackgroundColor"),
]


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colours like '#0F6B6B', from 1 to 21 (WCAG 2.2)."""
    dark, light = sorted([_luminance(one), _luminance(other)])
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    channels = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (
        value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4
        for value in channels
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def test_contrast_runs_from_one_to_twenty_one() -> None:
    assert contrast("#FFFFFF", "#FFFFFF") == 1
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize(("text", "paper"), TEXT_PAIRS)
def test_text_can_be_read(theme: str, text: str, paper: str) -> None:
    colours = CONFIG["theme"][theme]

    assert contrast(colours[text], colours[paper]) >= 4.5


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("paper", PAPER)
def test_the_edge_of_a_field_can_be_seen(theme: str, paper: str) -> None:
    colours = CONFIG["theme"][theme]

    assert contrast(colours["borderColor"], colours[paper]) >= 3


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_lines_and_bars_can_be_seen(theme: str) -> None:
    colours = CONFIG["theme"][theme]

    for ink in colours["chartCategoricalColors"]:
        assert contrast(ink, colours["backgroundColor"]) >= 3


def test_streamlit_knows_every_setting() -> None:
    shown = subprocess.run(
        [sys.executable, "-m", "streamlit", "config", "show"],
        cwd=PROJECT,
        capture_output=True,
        text=True,
        check=True,
    )

    assert "not a valid config option" not in shown.stdout + shown.stderr


def test_nothing_is_fetched_from_outside_and_nothing_is_reported() -> None:
    text = (PROJECT / ".streamlit" / "config.toml").read_text()

    assert "://" not in text
    assert CONFIG["browser"]["gatherUsageStats"] is False
    assert CONFIG["server"]["address"] == "127.0.0.1"


@pytest.mark.parametrize(
    "sheet", sorted((PROJECT / ".streamlit").glob("*.css")), ids=lambda one: one.name
)
def test_every_rule_of_a_style_sheet_is_closed_before_the_next_begins(sheet: Path) -> None:
    depth, in_media = 0, False
    for number, line in enumerate(sheet.read_text(encoding="utf-8").splitlines(), start=1):
        in_media = in_media or line.startswith("@")
        depth += line.count("{") - line.count("}")
        deepest = 2 if in_media else 1
        assert 0 <= depth <= deepest, f"{sheet.name}:{number}: {line}"
        in_media = in_media and depth > 0

    assert depth == 0
