"""Tables come as CSV or as a workbook, and mean the same."""

from __future__ import annotations

from datetime import UTC, datetime

import pandas as pd
import pytest

from audit.workbook import xlsx_of
from training.tables import NoTable, lines_of

AT = datetime(2026, 3, 2, tzinfo=UTC)
ROWS = (("Ana", "Spring"), (" Zoë  Kaya ", "=1+1"), ("007", ""))


def test_a_workbook_is_read_as_the_same_table_in_csv() -> None:
    book = xlsx_of(pd.DataFrame(ROWS, columns=["name", "cohort"], dtype=object), "People", AT)
    text = "name,cohort\n" + "\n".join(",".join(row) for row in ROWS)

    assert lines_of(book) == lines_of(text.encode())
    assert [line.number for line in lines_of(book)] == [1, 2, 3, 4]
    assert list(lines_of(book)[2].cells) == ["Zoë Kaya", "=1+1"]


@pytest.mark.parametrize("content", [b"PK\x03\x04", b"PK\x03\x04" + bytes(200)])
def test_what_only_looks_like_a_workbook_is_told(content: bytes) -> None:
    with pytest.raises(NoTable, match=r"Save it as \.xlsx or as CSV"):
        lines_of(content)
