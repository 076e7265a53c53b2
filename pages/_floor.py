"""What every page stands on, the first one too: the store and the clock."""

from datetime import UTC, datetime
from os import environ
from pathlib import Path
from zoneinfo import ZoneInfo

import streamlit as st

from training.store import Store, data_folder


@st.cache_resource(show_spinner=False)
def store() -> Store:
    """The store of this installation."""
    return Store(folder())


def folder() -> Path:
    """Where this installation keeps what is its own."""
    return data_folder(environ, Path(__file__).parent.parent)


def now() -> datetime:
    """This moment, on the reader's own clock where the browser tells its zone."""
    zone = st.context.timezone
    return datetime.now(ZoneInfo(zone)) if zone else datetime.now(UTC).astimezone()
