"""What ships and takes a moment to load: the scenarios, and the rules that read their turns."""

import gc
from collections.abc import Mapping

import streamlit as st

from pages._voices import voice
from simulator.library import load_scenarios
from simulator.scenario import Scenario
from training.shipped import warm


@st.cache_resource(show_spinner=False)
def scenarios() -> Mapping[str, Scenario]:
    """The shipped scenarios by id, easiest first; the rules that read their turns are warm."""
    found = load_scenarios()
    warm(found.values(), voice())
    # What is loaded now stays for good: the collector of garbage need not look at it again.
    gc.collect()
    gc.freeze()
    return found
