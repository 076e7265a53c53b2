"""Towns, their clocks and their area codes."""

from functools import cache
from pathlib import Path
from typing import Annotated

from pydantic import Field

from calls.context import StateCode
from calls.turn import Frozen
from datafiles import load_file
from simulator.account import TimeZone

_FILE = Path(__file__).parent / "places.yaml"


class Place(Frozen):
    """A town, and what clock it goes by."""

    town: str
    state: StateCode
    time_zone: TimeZone
    area_code: Annotated[str, Field(pattern=r"^\d{3}$")]


class _Places(Frozen):
    places: Annotated[tuple[Place, ...], Field(min_length=2)]
    names: Annotated[tuple[str, ...], Field(min_length=1)]


@cache
def places() -> tuple[Place, ...]:
    """All of them."""
    return load_file(_FILE, _Places).places


@cache
def names() -> tuple[str, ...]:
    """People who might live there."""
    return load_file(_FILE, _Places).names
