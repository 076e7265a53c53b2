"""The shipped rules, built once in a process for each house and shared; all of it is read-only."""

import threading
from functools import lru_cache

from calls.turn import Speaker, Turn
from compliance_rules.checker import Checker
from compliance_rules.house import HouseFacts
from compliance_rules.load import choose_packs, load_packs

ANY_HOUSE = HouseFacts()
_BUILDING = threading.Lock()
"""Several people who begin at once wait for one checker instead of building one each."""


def shipped_checker(house: HouseFacts = ANY_HOUSE, packs: tuple[str, ...] | None = None) -> Checker:
    """The checker of the shipped packs for a house: of all packs, or of those with these ids."""
    with _BUILDING:
        return _checker(house, packs)


@lru_cache(maxsize=8)
def _checker(house: HouseFacts, packs: tuple[str, ...] | None) -> Checker:
    shipped = load_packs()
    checker = Checker(shipped if packs is None else choose_packs(shipped, packs), house)
    # The reader is built when something is read; nobody's first line shall wait for it.
    checker.reader.read(Turn(speaker=Speaker.COLLECTOR, text="Hello"))
    return checker
