"""The rules, opened once in a process and shared by everybody; all of it is read-only.

What ships, and what ships with the house's own rules over it.
"""

import hashlib
import threading
from functools import lru_cache, partial
from pathlib import Path

from calls.money import Country
from calls.turn import Speaker, Turn
from compliance_rules.checker import Checker
from compliance_rules.house import HouseFacts
from compliance_rules.load import choose_packs
from compliance_rules.opening import Opened, open_packs, remember_reader
from compliance_rules.own_rule import OwnRules
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
        return opened_with(()).packs


def shipped_checker(house: HouseFacts = ANY_HOUSE, packs: tuple[str, ...] | None = None) -> Checker:
    """The checker of the shipped packs for a house: of all packs, or of those with these ids."""
    return checker_with((), house, packs)


def packs_with(own: OwnRules) -> tuple[Pack, ...]:
    """The packs with a house's own rules in them."""
    with _BUILDING:
        return opened_with(own).packs


def checker_with(
    own: OwnRules, house: HouseFacts = ANY_HOUSE, packs: tuple[str, ...] | None = None
) -> Checker:
    """The checker with a house's own rules; its first takes some seconds to build."""
    with _BUILDING:
        return _checker(house, packs, own)


@lru_cache(maxsize=8)
def _checker(house: HouseFacts, names: tuple[str, ...] | None, own: OwnRules) -> Checker:
    packs, permissions, _ = opened_with(own)
    chosen = packs if names is None else choose_packs(packs, names)
    return Checker(chosen, house, permissions, _reader(house.country, own))


@lru_cache(maxsize=16)
def _reader(country: Country, own: OwnRules) -> Reader:
    """The one reader of a country: the same patterns, and its own way to write amounts and days."""
    return opened_with(own).reader.at_home_in(habits_of(country))


@lru_cache(maxsize=3)
def opened_with(own: OwnRules) -> Opened:
    """All that is needed to check calls where these are the house's own rules.

    Who tries rules that are not in use yet asks here first, so that nobody else waits meanwhile.
    """
    sources = files_of(*(_TOP / name for name in _PACKAGES))
    # What ships is kept apart from what a house made of it, so that neither pushes the other out.
    beside = Path(__file__).with_name("with_own_rules.py") if own else Path(__file__)
    told = hashlib.sha256(repr(own).encode()).hexdigest() if own else ""
    build = partial(open_packs, own=own)
    if own:
        remember_reader(opened_with(()))
    opened = kept(beside, sources, build, f"{versions_of(*_LIBRARIES)}{told}")
    if own:
        remember_reader(opened)
    # Some things are only built when something is read; nobody's first line shall wait for them.
    opened.reader.read(Turn(speaker=Speaker.COLLECTOR, text="Hello"))
    return opened
