"""What rights are asked about: somebody's attempts of each purpose, and people in every role."""

from __future__ import annotations

from itertools import count
from pathlib import Path
from typing import NamedTuple

from tests.training.accounts import account
from tests.training.floor import NOW, beginner
from tests.training.shipped_calls import LAID_OFF
from training import beginning, wrap_up
from training.models import Attempt, Person, Purpose, Role
from training.rights import OF_ACCOUNTS
from training.store import Store

PURPOSES = (Purpose.PRIVATE, Purpose.SUBMITTED, Purpose.ASSESSMENT)


class Floor(NamedTuple):
    """One store for the whole walk: whose attempts there are, by purpose."""

    store: Store
    ana: Person
    attempts: dict[Purpose, Attempt]
    """Ana's, handed in."""


def new_floor(folder: Path) -> Floor:
    """A store in that folder, with what Ana handed in."""
    store = Store(folder, lasting=False)
    ana = account(store, "Ana", *OF_ACCOUNTS)
    return Floor(store, ana, {purpose: _handed_in(store, ana, purpose) for purpose in PURPOSES})


def _handed_in(store: Store, person: Person, purpose: Purpose) -> Attempt:
    begins = beginner(person, purpose)
    attempt = beginning.start_attempt(store, begins, LAID_OFF, purpose, 1, NOW)
    return wrap_up.hand_in(store, person, attempt, NOW)


def another(floor: Floor, purpose: Purpose) -> Attempt:
    """One that may be gone afterwards."""
    seed = next(seeds)
    begins = beginner(floor.ana, purpose)
    return beginning.start_attempt(floor.store, begins, LAID_OFF, purpose, seed, NOW)


seeds = count(2)


def in_role(person: Person, role: Role) -> Person:
    """The same person, acting in that role."""
    return Person(person.id, person.name, role)
