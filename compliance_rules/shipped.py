"""The shipped rules, opened once in a process and shared by everybody; all of it is read-only."""

import threading
from functools import cache, lru_cache
from pathlib import Path

from calls.money import Country
from calls.turn import Speaker, Turn
from compliance_rules.checker import Checker
from compliance_rules.house import HouseFacts
from compliance_rules.load import choose_packs
from compliance_rules.opening import Opened, open_packs
from compliance_rules.pack import Pack
from datafiles import files_of, kept, versions_of
from language.numbers import habits_of
from language.reader import Reader

ANY_HOUSE = HouseFacts()
_BUILDING = threading.RLock()
"""Several people who begin at once wait for one checker instead of building one each."""

_TOP = Path(__file__).parent.parent
_PACKAGES = ("calls", "compliance_rules", "datafiles", "language")
_LIBRARIES = ("pydantic", "spacy", "symspellpy")


def shipped_packs() -> tuple[Pack, ...]:
    """Every pack that ships; raises `RuleError` naming all that is wrong in a file."""
    with _BUILDING:
        return _opened().packs


def shipped_checker(house: HouseFacts = ANY_HOUSE, packs: tuple[str, ...] | None = None) -> Checker:
    """The checker of the shipped packs for a house: of all packs, or of those with these ids."""
    with _BUILDING:
        return _checker(house, packs)


@lru_cache(maxsize=8)
def _checker(house: HouseFacts, names: tuple[str, ...] | None) -> Checker:
    packs, permissions, _ = _opened()
    chosen = packs if names is None else choose_packs(packs, names)
    return Checker(chosen, house, permissions, _reader(house.country))


@cache
def _reader(country: Country) -> Reader:
    """The one reader of a country: the same patterns, and its own way to write amounts and days."""
    return _opened().reader.at_home_in(habits_of(country))


@cache
def _opened() -> Opened:
    sources = files_of(*(_TOP / name for name in _PACKAGES))
    opened = kept(Path(__file__), sources, open_packs, versions_of(*_LIBRARIES))
    # Some things are only built when something is read; nobody's first line shall wait for them.
    opened.reader.read(Turn(speaker=Speaker.COLLECTOR, text="Hello"))
    return opened
