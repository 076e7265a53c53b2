"""What every page stands on: the store, the shipped scenarios and the clock, loaded once."""

import gc
from collections.abc import Mapping
from datetime import UTC, datetime
from os import environ
from pathlib import Path
from zoneinfo import ZoneInfo

import streamlit as st

from simulator.library import load_scenarios
from simulator.scenario import Scenario
from training.shipped import warm
from training.store import Store, data_folder


@st.cache_resource(show_spinner=False)
def store() -> Store:
    """The store of this installation."""
    return Store(data_folder(environ, Path(__file__).parent.parent))


@st.cache_resource(show_spinner=False)
def scenarios() -> Mapping[str, Scenario]:
    """The shipped scenarios by id, easiest first; the rules that read their turns are warm."""
    found = load_scenarios()
    warm(found.values())
    # What is loaded now stays for good: the collector of garbage need not look at it again.
    gc.collect()
    gc.freeze()
    return found


def now() -> datetime:
    """This moment, on the reader's own clock where the browser tells its zone."""
    zone = st.context.timezone
    return datetime.now(ZoneInfo(zone)) if zone else datetime.now(UTC).astimezone()
