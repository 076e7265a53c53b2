"""The moment of a decision: everything that one may depend on, and what a decision consists of."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from random import Random
from typing import TypeVar

from calls.money import Money, Offer
from calls.moves import Act, Ending, Mood
from calls.state import CallState
from simulator.constants import Constants, Thresholds
from simulator.facts import Fact, Reveal
from simulator.hearing import Heard
from simulator.memory import Memory
from simulator.offers import Proposal
from simulator.positions import Position, in_force
from simulator.scenario import Person, Scenario

T = TypeVar("T")


@dataclass(frozen=True)
class Draft:
    """A decision as it is being made; `mind.react` completes it to a `Move`."""

    acts: tuple[Act, ...]
    facts: tuple[str, ...] = ()
    numbers: tuple[Money, ...] = ()
    counter: Offer | None = None
    accepted: Offer | None = None
    remember: tuple[str, ...] = ()
    understood: bool = True
    ending: Ending | None = None

    def first(self, *acts: Act) -> "Draft":
        """The same decision with something said before it."""
        return replace(self, acts=(*acts, *self.acts))

    def then(self, *acts: Act) -> "Draft":
        """The same decision with something said after it."""
        return replace(self, acts=(*self.acts, *acts))

    def also(self, *words: str) -> "Draft":
        """The same decision, remembering more."""
        return replace(self, remember=(*self.remember, *words))


@dataclass(frozen=True)
class Moment:
    """A turn was heard and felt: what now?"""

    call: CallState
    scenario: Scenario
    person: Person
    heard: Heard
    memory: Memory
    mood: Mood
    causes: tuple[str, ...]
    proposal: Proposal | None
    today: date
    seed: int
    constants: Constants

    @property
    def limits(self) -> Thresholds:
        """Where this person does something else than before."""
        return self.constants.thresholds

    def pick(self, options: Sequence[T], purpose: str) -> T:
        """One of the options, drawn by the seed for this turn and purpose."""
        turn = self.call.lines[-1].seq if self.call.lines else 0
        return Random(f"{self.seed}:{turn}:{purpose}").choice(options)

    def caused(self, *causes: str) -> bool:
        """Whether any of these moved the mood in this turn."""
        return not set(causes).isdisjoint(self.causes)

    def hurt(self) -> bool:
        """Whether the turn made things worse in any way."""
        steps = (self.constants.causes[cause].steps for cause in self.causes)
        return any(step.tension > 0 or step.patience < 0 for step in steps)

    @property
    def positions(self) -> tuple[Position, ...]:
        """What they have stated and stand on."""
        return in_force(self.person.positions, self.call.revealed)

    def told(self, fact: Fact) -> bool:
        """Whether this fact is out."""
        return fact.id in self.call.revealed

    def may_tell(self, fact: Fact) -> bool:
        """Whether the condition of a fact is met, leaving aside whether it was asked for."""
        if fact.reveal is Reveal.NEVER or self.told(fact):
            return False
        return self.mood.trust >= fact.trust and set(fact.after) <= set(self.call.revealed)

    @property
    def method(self) -> str | None:
        """The house's own way to pay that the turn names."""
        return self.scenario.house.method_named(self.heard.reading.method)

    def on(self, day: str | None) -> date | None:
        """The date of a named day of the scenario."""
        return self.scenario.day(day, self.today) if day else None
