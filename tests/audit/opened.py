"""A workbook as a spreadsheet program reads it: the cells of its only sheet."""

from __future__ import annotations

import re
from collections.abc import Mapping
from io import BytesIO
from xml.etree import ElementTree as ET
from zipfile import ZipFile

_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


def parts_of(book: bytes) -> Mapping[str, bytes]:
    """The files inside, by their names."""
    with ZipFile(BytesIO(book)) as file:
        return {name: file.read(name) for name in file.namelist()}


def cells_of(book: bytes) -> list[list[str | float]]:
    """Line by line what stands in the cells that are not empty."""
    parts = parts_of(book)
    shared = ET.fromstring(parts["xl/sharedStrings.xml"])  # noqa: S314 - made by us
    words = ["".join(one.itertext()) for one in shared.iter(f"{_MAIN}si")]
    sheet = ET.fromstring(parts["xl/worksheets/sheet1.xml"])  # noqa: S314 - made by us
    return [
        [_value(cell, words) for cell in row.iter(f"{_MAIN}c")] for row in sheet.iter(f"{_MAIN}row")
    ]


def _value(cell: ET.Element, words: list[str]) -> str | float:
    value = cell.findtext(f"{_MAIN}v") or ""
    if cell.get("t") == "s":
        return words[int(value)]
    assert re.fullmatch(r"-?[\d.]+", value), value
    return float(value)
