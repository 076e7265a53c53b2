"""Tables that people bring: the lines of a CSV file, each with its number in the file."""

import csv
from collections.abc import Iterator, Sequence
from io import BytesIO, StringIO
from typing import NamedTuple

from importers.encodings import NotText, encoding_of
from training.people import as_shown

_DELIMITERS = ",;\t"


class Line(NamedTuple):
    """A line that is not empty, its cells without the spaces around and in them."""

    number: int
    cells: Sequence[str]


class NoTable(Exception):
    """What is no table; the message says what to do, as people read it."""


def lines_of(content: bytes) -> tuple[Line, ...]:
    """The lines of a CSV file in whatever encoding, or of a list with one thing in a line."""
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
