"""Whether a scenario's jurisdiction, as people read it, is where its account and its house are."""

from collections.abc import Iterator
from functools import cache
from pathlib import Path

from calls.turn import Frozen
from datafiles import load_file
from simulator.fault import Fault, one_of
from simulator.house import House
from simulator.scenario import Situation


class _Places(Frozen):
    countries: dict[str, tuple[str, ...]]
    states: dict[str, dict[str, str]]


@cache
def _places() -> _Places:
    return load_file(Path(__file__).with_name("places.yaml"), _Places)


def law_of(country: str) -> str:
    """What the law of a country is called where people choose a call."""
    return _places().countries.get(country, (country,))[0]


def place_faults(scenario: Situation, house: House) -> Iterator[Fault]:
    """A country that the house is not in, or a state that the account is not in."""
    country, *more = (part.strip() for part in scenario.jurisdiction.split(","))
    named = _places().countries.get(house.country, (house.country,))
    if country not in named:
        calls = f"{house.name} ({scenario.called_by})"
        wrong = f"{country!r} is not where {calls} calls, so its rules would not apply"
        yield Fault(("jurisdiction",), wrong, one_of(named))
    states = _places().states.get(house.country, {})
    own = states.get(scenario.account.address.state or "")
    for part in more:
        if part in states.values() and part != own:
            wrong = f"the account is not in {part}, so its rules would not apply"
            here = f"{named[0]}, {own}" if own else named[0]
            yield Fault(("jurisdiction",), wrong, f"{here}, or another address")
