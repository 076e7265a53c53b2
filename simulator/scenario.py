"""A situation to practise: who answers, what they know, what the desk shows, what counts."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, time
from enum import StrEnum
from typing import Annotated

from pydantic import Field

from calls.circumstances import SpeakerRole
from calls.context import CallContext
from calls.disposition import Disposition
from calls.errors import RecordError
from calls.turn import Channel, Frozen, Speaker
from simulator.account import Account
from simulator.bands import Band, BotName
from simulator.facts import Fact, Fear, Forms, Identifier, Words
from simulator.house import House
from simulator.means import Means
from simulator.parallel_forms import ParallelForms
from simulator.persona import Persona, Temperament, Traits
from simulator.positions import Position
from simulator.values import Amount, Id, Percent, When


class Aim(StrEnum):
    """What a good result of the call is."""

    ARRANGEMENT = "arrangement"
    SETTLEMENT = "settlement"
    ROUTE = "route"
    INFORMATION = "information"
    CONTACT = "contact"


class Answerer(Frozen):
    """Somebody who may pick up; one is drawn by weight.

    The consumer knows the scenario's facts and those of their life; anybody else only `facts`.
    `asks_about` is how often a third party tries to find out what the call is about, `guesses` what
    they say then; `relation` is what they call themselves ("room-mate").
    """

    id: Id
    weight: Annotated[float, Field(gt=0)] = 1.0
    speaker: Speaker = Speaker.CONSUMER
    role: SpeakerRole = SpeakerRole.CONSUMER
    persona: Id
    traits: Traits = Traits()
    opening: Forms
    facts: tuple[Fact, ...] = ()
    identifiers: tuple[Identifier, ...] = ()
    relation: str = ""
    asks_about: Annotated[int, Field(ge=0, le=5)] = 0
    guesses: tuple[str, ...] = ()
    takes_message: bool = False


class Bounds(Frozen):
    """The arrangements that are acceptable; what is left out does not matter."""

    total_at_least: Amount | None = None
    total_at_most: Amount | None = None
    instalment_at_least: Amount | None = None
    instalment_at_most: Amount | None = None
    first_not_before: Id | None = Field(default=None, description="A named day.")
    first_within_days: Annotated[int, Field(ge=0)] | None = None
    months_at_most: Annotated[int, Field(ge=0)] | None = None


class Mention(Frozen):
    """Something that the note has to hold: what it is, and words of which one must be there."""

    what: str
    words: Annotated[Words, Field(min_length=1)]


class EndState(Frozen):
    """One acceptable end: what the wrap-up then holds."""

    id: Id
    means: str
    dispositions: Annotated[tuple[Disposition, ...], Field(min_length=1)]
    arrangement: Bounds | None = None
    flags: tuple[Id, ...] = ()
    flags_not: tuple[Id, ...] = ()
    note: tuple[Mention, ...] = ()
    follow_up_within_days: Annotated[int, Field(ge=0)] | None = None
    nobody_told: bool = Field(
        default=False,
        description="Nobody but the consumer learned on the call that there is a debt.",
    )


class PassingBar(Frozen):
    """What an attempt needs in order to pass; shown before the call."""

    grade: Percent = 70
    end_state: bool = True
    no_critical_finding: bool = True


class Brief(Frozen):
    """What the trainee reads before the call."""

    who: str
    situation: str
    task: str
    may_offer: tuple[str, ...]
    counts: tuple[str, ...]


class ScriptedWrapUp(Frozen):
    """What a good collector leaves behind after the call; what was agreed comes from the call."""

    note: str
    disposition: Disposition
    flags: tuple[Id, ...] = ()
    follow_up_in_days: Annotated[int, Field(ge=0)] | None = None


class ScriptedCall(Frozen):
    """Collector lines that are played against the mind; `{payday}` stands for a named day."""

    answered_by: Id
    lines: Annotated[tuple[str, ...], Field(min_length=2)]
    why: str = ""
    end_state: Id | None = None
    wrap_up: ScriptedWrapUp | None = None


class Situation(Frozen):
    """Everything that a scenario's own file says."""

    id: Id
    extends: Id | None = Field(default=None, description="The scenario that this one varies.")
    replaces: tuple[Id, ...] = Field(default=(), description="Parts of it that do not stand here.")
    version: Annotated[int, Field(ge=1)]
    title: str
    level: Annotated[int, Field(ge=1, le=4)]
    minutes: Annotated[int, Field(ge=1, le=60)]
    teaches: tuple[str, ...]
    topic: str
    jurisdiction: str
    channel: Channel = Channel.CALL
    aim: Aim
    called_by: Id = Field(default="house", description="The file of the house that calls.")
    content_note: str = ""
    brief: Brief
    account: Account
    consumer: Id = Field(description="The persona who owes, or is said to.")
    days: dict[Id, When] = Field(default_factory=dict)
    local_time: time = Field(description="The clock where the consumer is when the call begins.")
    facts: tuple[Fact, ...] = ()
    means: Means | None = None
    positions: tuple[Position, ...] = ()
    answered_by: Annotated[tuple[Answerer, ...], Field(min_length=1)]
    circumstances: CallContext = CallContext()
    end_states: Annotated[tuple[EndState, ...], Field(min_length=1)]
    passing: PassingBar = PassingBar()
    teaching_notes: tuple[str, ...] = Field(default=(), description="For whoever debriefs.")
    model_call: ScriptedCall
    poor_call: ScriptedCall
    bands: dict[BotName, Band] = Field(
        default_factory=dict, description="What each bot reaches here."
    )
    forms: ParallelForms | None = Field(
        default=None, description="The same call with other names, days, amounts and reasons."
    )


@dataclass(frozen=True)
class Person:
    """Whoever picked up: their character and what they can tell."""

    id: str
    name: str
    speaker: Speaker
    role: SpeakerRole
    temperament: Temperament
    answerer: Answerer
    facts: tuple[Fact, ...]
    identifiers: tuple[Identifier, ...]
    fears: tuple[Fear, ...]
    positions: tuple[Position, ...] = ()

    def fact(self, name: str) -> Fact | None:
        """The fact of that id, where this person knows it."""
        return next((fact for fact in self.facts if fact.id == name), None)

    def way_to_pay(self, facts: Sequence[str]) -> Fact | None:
        """The last of these facts that says by which way they pay."""
        told = (self.fact(name) for name in reversed(facts))
        return next((fact for fact in told if fact and fact.method), None)

    def method_told(self, facts: Sequence[str]) -> str | None:
        """The way to pay that the last of these facts settles."""
        fact = self.way_to_pay(facts)
        return fact.method if fact else None


class Scenario(Situation):
    """A situation with the personas it names and the house that calls: all that a call needs."""

    personas: dict[Id, Persona]
    house: House
    form_number: Annotated[int, Field(ge=0)] = 0

    def person(self, who: str) -> Person:
        """The one who picked up, by the answerer's id."""
        answerer = next(one for one in self.answered_by if one.id == who)
        persona = self.personas[answerer.persona]
        owes = answerer.speaker is Speaker.CONSUMER
        return Person(
            id=who,
            name=persona.name,
            speaker=answerer.speaker,
            role=answerer.role,
            temperament=persona.with_traits(answerer.traits),
            answerer=answerer,
            facts=(*answerer.facts, *self.facts, *persona.life) if owes else answerer.facts,
            identifiers=answerer.identifiers,
            fears=self._asked_back() if owes else (),
            positions=self.positions if owes else (),
        )

    def _asked_back(self) -> tuple[Fear, ...]:
        """What the consumer wants to know themselves: before a yes, and of what they stand on."""
        feared = self.means.fears if self.means else ()
        return (*feared, *(one.wonders for one in self.positions if one.wonders))

    @property
    def consumer_name(self) -> str:
        """The name the collector asks for."""
        return self.personas[self.consumer].name

    @property
    def form_names(self) -> tuple[str, ...]:
        """What its parallel forms are called, by number; form 0 is the file as it is written."""
        return ("as_written", *(self.forms.names if self.forms else ()))

    def form(self, number: int) -> "Scenario":
        """The same call in a parallel form of it; raises `RecordError` where there is none such."""
        if number == self.form_number:
            return self
        if self.forms is None or not 0 < number < len(self.form_names):
            raise RecordError(self.id, f"it has no form {number}", _numbers(self.form_names))
        drawn = self.forms.drawn(number, self.id)
        told = {"facts": drawn.facts(self.facts), "days": drawn.days(self.days)}
        own = {"forms": None, "form_number": number}
        reworded: Scenario = drawn.rewording.over(self.model_copy(update={**told, **own}))
        return reworded

    def day(self, name: str, today: date) -> date:
        """A named day, when the call is on `today`."""
        return self.days[name].on(today)


def _numbers(names: Sequence[str]) -> str:
    return "one of " + ", ".join(f"{n} ({name})" for n, name in enumerate(names))


def content_hash(scenario: Scenario) -> str:
    """What the scenario says, personas and house included, as one short fingerprint."""
    return hashlib.sha256(scenario.model_dump_json().encode()).hexdigest()[:16]
