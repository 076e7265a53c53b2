"""What is built once in a process and shared by everybody in it; all of it is read-only."""

from functools import lru_cache

from compliance_rules import Checker, HouseFacts, load_packs
from simulator.scenario import Scenario


@lru_cache(maxsize=64)
def scenario_from(content: str) -> Scenario:
    """A scenario as it was kept with an attempt."""
    return Scenario.model_validate_json(content)


def checker_for(scenario: Scenario) -> Checker:
    """The shipped rules for the scenario's house; its reader reads every turn, live or reviewed."""
    house = scenario.house
    facts = {
        "identifiers": [kind.value for kind in house.identifiers],
        "identifiers_needed": house.identifiers_needed,
    }
    return _checker(HouseFacts.model_validate(facts))


@lru_cache(maxsize=4)
def _checker(house: HouseFacts) -> Checker:
    return Checker(load_packs(), house)
