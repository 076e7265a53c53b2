"""Tables of results as files: made when somebody takes them along, and not before."""

from collections.abc import Callable

import pandas as pd
import streamlit as st

from audit.results import csv_of
from training.assessments.exporting import Exported


def draw_download(label: str, make: Callable[[], Exported], name: str) -> None:
    """A button that makes the table and hands it over as CSV, which spreadsheets open."""

    def made() -> bytes:
        found = make()
        return csv_of(pd.DataFrame(found.lines, columns=list(found.heads)))

    st.download_button(label, made, name, "text/csv", on_click="ignore")
