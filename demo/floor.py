"""The floor: the store with its clock, the scenarios, and everybody by name."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cached_property
from random import Random

from demo.cast import Cast, Words, shipped_cast, shipped_words
from demo.story import Story
from drills.stock import Stock
from scoring.review import Review, review
from simulator.bots.bot import Bot, shipped_bots
from simulator.scenario import Scenario
from training import shipped
from training.models import Attempt, Person, Role
from training.people import person_named
from training.reviews import record
from training.store import Store

_CHANGED, _CHANGED_AFTER, _MILDER = "the_wrong_maria", 0.55, 80
"""Which scenario got a new version on the way, when, and how patient its people were before."""
READ_AFTER = timedelta(minutes=2)
"""So long after the wrap-up somebody opens their scorecard."""


@dataclass(frozen=True)
class Floor:
    """What all parts of a demonstration stand on."""

    store: Store
    story: Story
    scenarios: Mapping[str, Scenario]

    @property
    def cast(self) -> Cast:
        """Who plays in it."""
        return shipped_cast()

    @property
    def words(self) -> Words:
        """What they write."""
        return shipped_words()

    def as_of_now(self, name: str) -> Scenario:
        """A scenario as it stands at this moment: one of them was milder in the first half."""
        one = self.scenarios[name]
        if name != _CHANGED or self.story.passed > _CHANGED_AFTER:
            return one
        milder = {
            who: each.model_copy(
                update={"temperament": each.temperament.model_copy(update={"patience": _MILDER})}
            )
            for who, each in one.personas.items()
        }
        return one.model_copy(update={"personas": milder})

    @cached_property
    def stock(self) -> Stock:
        """What drills are made of."""
        return Stock(self.scenarios)

    @cached_property
    def bots(self) -> Mapping[str, Bot]:
        """Who plays for people."""
        return shipped_bots()

    def person(self, name: str, role: Role) -> Person:
        """Somebody who has an account."""
        return person_named(self.store, name, role)

    def whoever(self, role: Role) -> tuple[Person, ...]:
        """Everybody of the house who acts in that role at first."""
        return tuple(self.person(one.name, role) for one in self.cast.whoever(role))

    def marks(self, attempt: Attempt, scenario: Scenario) -> Review:
        """What the machine makes of it, seen by nobody: what made-up people see lies around it."""
        return review(record(attempt, scenario), shipped.checker_for(scenario.house), scenario)

    def ends(self, attempt: Attempt) -> datetime:
        """When its owner is through with it, and reads on."""
        return max(event.at for event in attempt.events) + READ_AFTER


def likely(chance: Random, share: float) -> bool:
    """Whether it happens, so often."""
    return chance.random() < share
