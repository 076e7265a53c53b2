"""What is built once in a process and shared by everybody in it."""

from functools import lru_cache

from language.reader import Reader, shipped_reader

from simulator.scenario import Scenario


def reader() -> Reader:
    """The reader of every turn."""
    return shipped_reader()


@lru_cache(maxsize=64)
def scenario_from(content: str) -> Scenario:
    """A scenario as it was kept with an attempt; values are frozen, so it may be shared."""
    return Scenario.model_validate_json(content)
