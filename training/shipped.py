"""What is built once in a process and shared by everybody in it; all of it is read-only."""

from collections.abc import Iterable
from functools import lru_cache

from compliance_rules import Checker, HouseFacts
from compliance_rules.in_use import checker_in_use
from simulator.cue import Voice
from simulator.house import House
from simulator.scenario import Scenario


@lru_cache(maxsize=64)
def scenario_from(content: str) -> Scenario:
    """A scenario as it was kept with an attempt."""
    return Scenario.model_validate_json(content)


def warm(scenarios: Iterable[Scenario], voice: Voice | None = None) -> None:
    """Build the checker of each scenario's house, so that nobody's first turn waits for it."""
    for scenario in scenarios:
        reader = checker_for(scenario.house).reader
        if voice is not None:
            voice.warm(reader)


def checker_for(house: House, packs: tuple[str, ...] | None = None) -> Checker:
    """The rules in use for this house; its reader reads every turn, live or reviewed."""
    return checker_in_use(HouseFacts.of(house), packs)
