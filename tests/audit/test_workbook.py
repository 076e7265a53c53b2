"""A workbook holds what the table holds: figures as figures, and nothing that is worked out."""

from __future__ import annotations

from datetime import UTC, datetime

import pandas as pd

from audit.workbook import xlsx_of
from tests.audit.opened import cells_of, parts_of

MADE = datetime(2026, 3, 2, 15, 0, tzinfo=UTC)


def _book(*lines: tuple[object, ...]) -> bytes:
    frame = pd.DataFrame(lines, columns=["candidate", "level"], dtype=object)
    return xlsx_of(frame, "Results", MADE)


def test_it_opens_with_heads_words_and_figures() -> None:
    cells = cells_of(_book(("Zoë", 2.5), ("Bo", "")))

    assert cells == [["candidate", "level"], ["Zoë", 2.5], ["Bo"]]


def test_words_are_never_worked_out_nor_made_into_links() -> None:
    names = ("=1+1", "@SUM(A1)", "http://x.example", "007")

    book = _book(*((name, 1.0) for name in names))

    assert [line[0] for line in cells_of(book)[1:]] == list(names)
    parts = parts_of(book)
    assert not any(b"<f>" in part or b"hyperlink" in part for part in parts.values())


def test_the_same_table_of_the_same_moment_is_the_same_file() -> None:
    assert parts_of(_book(("Bo", 1.0))) == parts_of(_book(("Bo", 1.0)))
