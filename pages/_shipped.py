"""What ships and takes a moment to load: the scenarios, and the rules that read their turns."""

import gc
from collections.abc import Mapping

import streamlit as st

from drills.stock import Stock
from pages._voices import voice
from simulator.library import Shelf, open_scenarios
from simulator.scenario import Scenario
from training.shipped import warm


@st.cache_resource(show_spinner=False)
def shelf() -> Shelf:
    """What is in the folder of scenarios; the rules that read their turns are warm."""
    found = open_scenarios()
    warm(found.scenarios.values(), voice())
    # What is loaded now stays for good: the collector of garbage need not look at it again.
    gc.collect()
    gc.freeze()
    return found


def scenarios() -> Mapping[str, Scenario]:
    """The scenarios that can be practised by id, easiest first."""
    return shelf().scenarios


@st.cache_resource(show_spinner=False)
def stock() -> Stock:
    """What the questions of drills are made of."""
    return Stock(scenarios())
