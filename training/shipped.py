"""What is built once in a process and shared by everybody in it; all of it is read-only."""

import threading
from collections.abc import Iterable
from functools import lru_cache

from calls.turn import Speaker, Turn
from compliance_rules import Checker, HouseFacts, load_packs
from simulator.scenario import Scenario

_BUILDING = threading.Lock()
"""Several people who begin at once wait for one checker instead of building one each."""


@lru_cache(maxsize=64)
def scenario_from(content: str) -> Scenario:
    """A scenario as it was kept with an attempt."""
    return Scenario.model_validate_json(content)


def warm(scenarios: Iterable[Scenario]) -> None:
    """Read one turn for each scenario's house, so that nobody's first turn waits for loading."""
    hello = Turn(speaker=Speaker.COLLECTOR, text="Hello, may I speak with you for a moment?")
    for scenario in scenarios:
        checker_for(scenario).reader.read(hello)


def checker_for(scenario: Scenario) -> Checker:
    """The shipped rules for the scenario's house; its reader reads every turn, live or reviewed."""
    house = scenario.house
    facts = {
        "identifiers": [kind.value for kind in house.identifiers],
        "identifiers_needed": house.identifiers_needed,
    }
    with _BUILDING:
        return _checker(HouseFacts.model_validate(facts))


@lru_cache(maxsize=4)
def _checker(house: HouseFacts) -> Checker:
    checker = Checker(load_packs(), house)
    # The reader is built when something is read; nobody's first line shall wait for it.
    checker.reader.read(Turn(speaker=Speaker.COLLECTOR, text="Hello"))
    return checker
