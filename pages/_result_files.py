"""Results as files: made when somebody takes them along, and not before."""

from collections.abc import Callable
from datetime import UTC, datetime

import pandas as pd
import streamlit as st

from audit.results import csv_of
from audit.workbook import xlsx_of
from pages._floor import store
from pages._texts import _
from pages._who import token
from training.assessments.exporting import Exported
from training.errors import TrainingError
from training.models import Person
from training.sign_ins import signed_in
from training.store import Store

_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def draw_downloads(
    label: str, make: Callable[[Store, Person, datetime], Exported], name: str, sheet: str
) -> None:
    """What they are, and a button for each kind of file; `name` goes without its ending."""
    # A file is made after the page was drawn, where nobody's browser is known any more.
    kept, held = store(), token()

    def frame() -> pd.DataFrame:
        found = make(kept, who_takes(kept, held), _this_moment())
        return pd.DataFrame(found.lines, columns=list(found.heads), dtype=object)

    st.text(label)
    with st.container(key=f"files-{name}", horizontal=True):
        st.download_button(
            _("As a workbook (Excel)"),
            lambda: xlsx_of(frame(), sheet, _this_moment()),
            f"{name}.xlsx",
            _XLSX,
            on_click="ignore",
        )
        st.download_button(
            _("As text (CSV)"),
            lambda: csv_of(frame()),
            f"{name}.csv",
            "text/csv",
            on_click="ignore",
        )


def draw_paper(label: str, make: Callable[[Store, Person, datetime], bytes], name: str) -> None:
    """A button for sheets of paper (PDF)."""
    kept, held = store(), token()
    st.download_button(
        label,
        lambda: make(kept, who_takes(kept, held), _this_moment()),
        f"{name}.pdf",
        "application/pdf",
        on_click="ignore",
        type="primary",
    )


def who_takes(kept: Store, held: str) -> Person:
    """Whom the browser stands for by now, in which role: both may have ended since it was drawn."""
    person = signed_in(kept, held, _this_moment())
    if person is None:
        raise TrainingError("this browser", _("nobody is signed in"), _("sign in first"))
    return person


def _this_moment() -> datetime:
    return datetime.now(UTC)
