"""A table as a workbook for spreadsheet programs: figures as figures, and words as words."""

from datetime import datetime
from io import BytesIO

import pandas as pd
from xlsxwriter import Workbook

_AS_IT_STANDS = {
    "in_memory": True,
    # Somebody may be called "=1+1": words are never worked out, nor made into links or figures.
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}


def xlsx_of(frame: pd.DataFrame, sheet: str, made_at: datetime) -> bytes:
    """One sheet of that name; its heads stay in sight, and columns can be filtered."""
    file = BytesIO()
    with Workbook(file, _AS_IT_STANDS) as book:
        book.set_properties({"created": made_at.replace(tzinfo=None)})
        page = book.add_worksheet(sheet)
        page.write_row(0, 0, list(frame.columns), book.add_format({"bold": True}))
        for number, line in enumerate(frame.itertuples(index=False), start=1):
            page.write_row(number, 0, list(line))
        page.freeze_panes(1, 0)
        page.autofilter(0, 0, len(frame), len(frame.columns) - 1)
        page.autofit()
    return file.getvalue()
