"""One turn in the making: who speaks, in which mood, and what the move lets them name."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from random import Random

from calls.money import Offer
from calls.moves import Act, Mood, Move
from calls.state import CallState
from simulator import spoken
from simulator.facts import Identifier
from simulator.forms import Band, band, slug
from simulator.named_days import said
from simulator.positions import in_force
from simulator.scenario import Person, Scenario

CARRIERS = (
    Act.STATES_POSITION,
    Act.STATES_HARDSHIP,
    Act.DISCLOSES,
    Act.ANSWERS,
    Act.STATES_CONDITION,
    Act.DEFLECTS,
    Act.SAYS_NOT_HERE,
)
"""The acts that can tell a fact; the first of them in a move does."""

OF_THEIR_OWN = frozenset({Act.COUNTERS, Act.OFFERS_PAYMENT, Act.CORRECTS_RECAP})
"""The acts that name the person's own proposal."""

_OF_WHAT_IS_AGREED = frozenset({Act.ACCEPTS, Act.CONFIRMS_RECAP})
_OF_NUMBERS = OF_THEIR_OWN | {Act.ASKS_BACK}


@dataclass
class Utterance:
    """What is about to be said; `lines` grows, and it has `begun` once a part was chosen."""

    move: Move
    call: CallState
    scenario: Scenario
    seed: int
    lines: list[str] = field(default_factory=list)
    begun: bool = False

    @cached_property
    def person(self) -> Person:
        """Who speaks."""
        return self.scenario.person(self.call.who)

    @cached_property
    def rng(self) -> Random:
        """The one source of chance of this turn."""
        return Random(f"{self.seed}:{len(self.call.lines)}:voice")

    @property
    def today(self) -> date:
        """The day of the call."""
        return self.call.began_at.date()

    @cached_property
    def band(self) -> Band:
        """What they sound like after what this turn did to them."""
        before = self.call.mood or self.person.temperament.mood
        return band(Mood(**{name: self._level(before, name) for name in Mood.model_fields}))

    def _level(self, before: Mood, name: str) -> int:
        moved: int = sum(getattr(shift, name) for shift in self.move.shifts)
        return max(0, min(100, int(getattr(before, name)) + moved))

    @cached_property
    def cues(self) -> frozenset[str]:
        """What was just heard or kept, and what they stand on; `stands:cease` is also `stands`."""
        stated = in_force(self.person.positions, (*self.call.revealed, *self.move.facts))
        stands = (f"stands:{position.kind}" for position in stated)
        words = (*self.move.heard, *self.move.remember, *stands)
        return frozenset((*words, *(word.partition(":")[0] for word in words)))

    @property
    def used(self) -> tuple[str, ...]:
        """The ids of everything that was said in this call, oldest first."""
        return (*self.call.used_lines, *self.lines)

    def last_use(self, line: str) -> int:
        """When a line was said last; -1 where it was not."""
        return max((n for n, one in enumerate(self.used) if one == line), default=-1)

    @cached_property
    def given(self) -> tuple[Identifier, ...]:
        """The identifiers that the move names."""
        return tuple(one for one in self.person.identifiers if one.kind in self.move.facts)

    def pick(self, name: str, texts: Sequence[str]) -> str:
        """One of an author's own forms, of those that were used longest ago."""
        last = {text: self.last_use(f"{name}/{slug(text)}") for text in texts}
        oldest = min(last.values())
        chosen = self.rng.choice([text for text in texts if last[text] == oldest])
        self.lines.append(f"{name}/{slug(chosen)}")
        return self.fill(chosen, {})

    def unused(self, name: str, texts: Sequence[str]) -> str | None:
        """One of an author's forms that was not said yet, while there is one."""
        left = [text for text in texts if f"{name}/{slug(text)}" not in self.used]
        return self.pick(name, left) if left else None

    def told(self) -> str:
        """The facts of the move in their own words; what an identifier lets out is said by it."""
        out = {fact for one in self.given for fact in one.reveals}
        named = [f for f in self.person.facts if f.id in self.move.facts and f.id not in out]
        return " ".join(self.pick(f"fact/{fact.id}", fact.says) for fact in named)

    def slots(self, act: Act) -> dict[str, str]:
        """Everything a form of this act may name, and nothing that the move did not release."""
        slots = self._names()
        if act in CARRIERS and act is next(one for one in CARRIERS if one in self.move.acts):
            slots["fact"] = self.told()
        if act is Act.GIVES_IDENTIFIER:
            given = (self.pick(f"identifier/{one.kind}", one.says) for one in self.given)
            slots["identifier"] = " ".join(given)
        slots |= self._terms(act)
        return {name: text for name, text in slots.items() if text}

    def _names(self) -> dict[str, str]:
        consumer = self.scenario.personas[self.scenario.consumer]
        he, him, hes = consumer.pronoun.words
        own = self.scenario.personas[self.person.answerer.persona].own_words
        return own | {
            "first_name": self.person.name.split()[0],
            "relation": self.person.answerer.relation,
            "consumer": self.person.answerer.calls_them or consumer.name.split()[0],
            "he": he,
            "him": him,
            "hes": hes,
        }

    def _terms(self, act: Act) -> dict[str, str]:
        offer = self._offer(act)
        if offer is None:
            named = self.move.numbers if act in _OF_NUMBERS else ()
            return {"amount": spoken.amount(named[0], self.rng)} if named else {}
        start = None if offer.then else offer.schedule.start
        return {
            "amount": self._amounts(offer),
            "rhythm": spoken.rhythm(offer.schedule.every, self.rng) or "",
            "start": self._day(start) if start else "",
        }

    def _amounts(self, offer: Offer) -> str:
        """How much; of several payments each with its day: "$60 today and $40 on the fifth"."""
        if not offer.then:
            return spoken.amount(offer.amount, self.rng)
        rows = (
            f"{spoken.amount(row.amount, self.rng)} {spoken.on(self._day(row.due))}"
            for row in offer.single_payments(self.today)
        )
        return " and ".join(rows)

    def _day(self, when: date) -> str:
        return spoken.day(when, self.today, self.scenario.house.country)

    def _offer(self, act: Act) -> Offer | None:
        if act in OF_THEIR_OWN:
            return self.move.counter
        if act in _OF_WHAT_IS_AGREED:
            return self.move.accepted or self.move.offer_heard
        return self.move.offer_heard

    def fill(self, text: str, slots: dict[str, str]) -> str:
        """The text with its slots filled: what the move released, else a named day."""
        return said(text, self.scenario, self.today, slots)
