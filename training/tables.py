"""Tables that people bring: the lines of a CSV file or of a workbook, each with its number."""

import csv
from collections.abc import Iterator, Sequence
from io import BytesIO, StringIO
from typing import NamedTuple
from zipfile import BadZipFile

from openpyxl import load_workbook
from openpyxl.utils.exceptions import InvalidFileException

from importers.encodings import NotText, encoding_of
from training.people import as_shown

_DELIMITERS = ",;\t"
_ZIP = b"PK\x03\x04"
"""What a workbook begins with: it is an archive."""
_MOST_LINES = 10_000


class Line(NamedTuple):
    """A line that is not empty, its cells without the spaces around and in them."""

    number: int
    cells: Sequence[str]


class NoTable(Exception):
    """What is no table; the message says what to do, as people read it."""


def lines_of(content: bytes) -> tuple[Line, ...]:
    """The lines of a workbook's first sheet, of a CSV file in whatever encoding, or of a list."""
    if content.startswith(_ZIP):
        return tuple(_of_workbook(content))
    try:
        text = content.decode(encoding_of(BytesIO(content)))
    except NotText as error:
        told = f"Line {error.line}: {error.wrong}. Save it as CSV in UTF-8."
        raise NoTable(told) from error
    delimiter = max(_DELIMITERS, key=text.partition("\n")[0].count)
    try:
        return tuple(_of_csv(text, delimiter))
    except csv.Error as error:
        raise NoTable(f"This is no table ({error}). Save it as CSV in UTF-8.") from error


def _of_csv(text: str, delimiter: str) -> Iterator[Line]:
    rows = csv.reader(StringIO(text.lstrip("\ufeff"), newline=""), delimiter=delimiter, strict=True)
    for row in rows:
        cells = [as_shown(cell) for cell in row]
        if any(cells):
            yield Line(rows.line_num, cells)


def _of_workbook(content: bytes) -> Iterator[Line]:
    """What stands in the first sheet, as it is shown; of a formula what it came to when saved."""
    told = "This is no workbook that can be read. Save it as .xlsx or as CSV."
    try:
        book = load_workbook(BytesIO(content), read_only=True, data_only=True)
    except (BadZipFile, InvalidFileException, KeyError, ValueError, OSError) as error:
        raise NoTable(told) from error
    if not book.worksheets:
        raise NoTable(told)
    rows = book.worksheets[0].iter_rows(max_row=_MOST_LINES, values_only=True)
    for number, row in enumerate(rows, start=1):
        cells = [as_shown("" if cell is None else str(cell)) for cell in row]
        if any(cells):
            yield Line(number, cells)
