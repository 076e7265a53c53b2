"""Whether every amount of a scenario is in the money of its house."""

from collections.abc import Iterator
from typing import Any

from simulator.fault import Fault
from simulator.house import House
from simulator.scenario import Situation


def currency_faults(scenario: Situation, house: House) -> Iterator[Fault]:
    """Whether all of it is in the money of the place."""
    for at, currency in _amounts(scenario.model_dump()):
        if currency != house.currency:
            wrong = f"{currency} where people pay in {house.currency}"
            yield Fault(at, wrong, f"an amount such as {house.currency} 40")


def _amounts(value: Any, *at: str | int) -> Iterator[tuple[tuple[str | int, ...], str]]:
    """The currency of every amount, and where it stands."""
    if isinstance(value, dict) and "cents" in value:
        yield at, value["currency"]
    elif isinstance(value, dict | list | tuple):
        parts = value.items() if isinstance(value, dict) else enumerate(value)
        for name, part in parts:
            yield from _amounts(part, *at, name)
