"""What ships and takes a moment to load: the scenarios, and the rules that read their turns."""

import gc
from collections.abc import Mapping
from pathlib import Path

import streamlit as st

from compliance_rules.in_use import own_in_use, use_rules_of
from compliance_rules.own_rule import OwnRules
from drills.stock import Stock
from pages._floor import folder, store
from pages._texts import _
from pages._voices import voice
from simulator.library import FOLDER, Shelf, open_scenarios, scenario_files
from simulator.scenario import Scenario
from training.bench import HOUSE, OWN_FOLDER, Bench
from training.proofs import released
from training.shipped import warm


def shelf() -> Shelf:
    """What comes with Right Party, as the house calls; the rules that read its turns are warm.

    From here on this installation's own rules are asked, too: no page is drawn before.
    """
    use_rules_of(folder())
    house = bench().path(HOUSE)
    return _shelf((str(house.parent), house.stat().st_mtime_ns) if house.is_file() else None)


@st.cache_resource(show_spinner=_("Loading the scenarios …"), max_entries=1)
def _shelf(own: tuple[str, int] | None) -> Shelf:
    """With the folder in which the house's own words stand, and when they were written."""
    mine = () if own is None else (Path(own[0]),)
    found = open_scenarios(FOLDER, *mine)
    ours = {path.stem for path in scenario_files(FOLDER)}
    drafts = {str(path) for one in mine for path in scenario_files(one)}
    usable = {name: one for name, one in found.scenarios.items() if name in ours}
    warm(usable.values(), voice())
    # What is loaded now stays for good: the collector of garbage need not look at it again.
    gc.collect()
    gc.freeze()
    return Shelf(usable, tuple(one for one in found.broken if one.file not in drafts))


def bench() -> Bench:
    """Where the house's own files are."""
    return Bench(store(), folder() / OWN_FOLDER)


def scenarios() -> Mapping[str, Scenario]:
    """The scenarios that can be practised by id, easiest first; the house's own once proven."""
    own = released(bench())
    if not own:
        return shelf().scenarios
    every = {**own, **shelf().scenarios}
    return {one.id: one for one in sorted(every.values(), key=lambda one: (one.level, one.id))}


def stock() -> Stock:
    """What the questions of drills are made of, by the rules in use."""
    return _stock(own_in_use())


@st.cache_resource(show_spinner=False, max_entries=1)
def _stock(own: OwnRules) -> Stock:
    return Stock(shelf().scenarios, own)
