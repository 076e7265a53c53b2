"""The circumstances in which a turn is felt: what was heard, and what had gone before."""

from dataclasses import dataclass
from functools import cached_property

from calls.moves import Act
from calls.state import CallState
from calls.turn import Speaker
from simulator.affordable import Verdict
from simulator.constants import Constants
from simulator.facts import Fear, FearKind
from simulator.fears import just_put, passes_over, settles
from simulator.hearing import Heard
from simulator.memory import Kept, Memory, kept
from simulator.offers import Proposal, asks_how
from simulator.positions import Position, in_force
from simulator.scenario import Person


@dataclass(frozen=True)
class Felt:
    """The circumstances in which a turn is felt, before the mood has moved."""

    heard: Heard
    memory: Memory
    person: Person
    call: CallState
    proposal: Proposal | None
    verdict: Verdict | None
    constants: Constants

    def felt(self, *causes: str) -> int:
        """How often these causes moved them before."""
        return sum(self.memory.count(kept(Kept.CAUSE, cause)) for cause in causes)

    @cached_property
    def demands(self) -> bool:
        """Whether it demands the money, with or without a number."""
        if self.proposal is not None:
            return self.proposal.whole and self.verdict is not Verdict.COMFORTABLE
        return self.heard.has("demand_payment") and not asks_how(self.heard.names)

    @cached_property
    def told_something_hard(self) -> bool:
        """Whether their last turn told something that asks for a word of sympathy."""
        last = self.memory.last
        if last is None:
            return False
        facts = [self.person.fact(name) for name in last.facts]
        hard = any(
            f and (f.signal or "").startswith(("hardship", "vulnerable", "deceased")) for f in facts
        )
        return hard or bool({Act.BREAKS_DOWN, Act.STATES_HARDSHIP} & set(last.acts))

    @cached_property
    def just_told(self) -> bool:
        """Whether they have told something of themselves in their last two turns."""
        return any(map(self.person.fact, self._lately_told))

    @property
    def _lately_told(self) -> tuple[str, ...]:
        return tuple(fact for move in self.memory.moves[-2:] for fact in move.facts)

    @cached_property
    def slipped(self) -> bool:
        """Whether the collector hurt them in one of the last two turns."""
        hurt = (name for name, cause in self.constants.causes.items() if cause.steps.tension > 4)
        return any(self.memory.since(kept(Kept.CAUSE, name), 2) for name in hurt)

    @cached_property
    def refused_before(self) -> bool:
        """Whether they have already said that they cannot."""
        no = (Act.REFUSES, Act.DEFLECTS, Act.SNAPS, Act.COUNTERS)
        return any(self.memory.did(act) for act in no)

    @property
    def beyond(self) -> bool:
        """Whether more was named than they can pay."""
        return self.verdict is Verdict.TOO_MUCH

    @property
    def within(self) -> bool:
        """Whether something was proposed that they can live with, while nothing is agreed."""
        fits = self.verdict in (Verdict.COMFORTABLE, Verdict.TIGHT)
        return fits and self.call.accepted is None

    @property
    def is_consumer(self) -> bool:
        """Whether the person owes the debt, or is treated like one who does."""
        return self.person.speaker is Speaker.CONSUMER

    @cached_property
    def stated(self) -> tuple[Position, ...]:
        """What they have stated and stand on."""
        return in_force(self.person.positions, self.call.revealed)

    @cached_property
    def passes_over(self) -> bool:
        """Whether the turn goes on as if that had not been said."""
        still = (one for one in self.stated if not one.settled(self.call.remembered))
        return any(position.passed_over_by(self.heard) for position in still)

    @cached_property
    def respects(self) -> bool:
        """Whether the turn takes it seriously."""
        taken_up = any(position.respected_by(self.heard) for position in self.stated)
        return taken_up and not self.passes_over

    @cached_property
    def put(self) -> Fear | None:
        """What they put to the collector before a yes, in their last turn."""
        return just_put(self.memory, self.person.fears)

    def settled(self, kind: FearKind) -> bool:
        """Whether something of this kind was just put, and the turn settles it."""
        return self.put is not None and self.put.kind is kind and settles(self.heard, self.put)

    def passed_over(self, kind: FearKind) -> bool:
        """Whether something of this kind was just put, and the turn goes on regardless."""
        return self.put is not None and self.put.kind is kind and passes_over(self.heard, self.put)

    @property
    def asked_who(self) -> bool:
        """Whether they asked who is calling and do not know it yet."""
        return self.memory.just(Act.ASKS_WHO) and not self.memory.has(Kept.KNOWS_CALLER)
