"""A situation to practise: who answers, what they know, what the desk shows, what counts."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from enum import StrEnum
from typing import Annotated
from zoneinfo import ZoneInfo

from pydantic import Field, model_validator

from calls.circumstances import SpeakerRole
from calls.context import CallContext
from calls.errors import RecordError
from calls.turn import Channel, Frozen, Speaker
from simulator.account import Account
from simulator.answerer import Answerer
from simulator.bands import Band, BotName
from simulator.ends import EndState
from simulator.facts import Fact, Fear, Identifier
from simulator.house import House, Notice
from simulator.means import Means
from simulator.parallel_forms import ParallelForms
from simulator.persona import Bargaining, Persona, Temperament
from simulator.positions import Position
from simulator.queue import Clock, Queued, RightDial
from simulator.scripted_call import ScriptedCall
from simulator.values import Id, Percent, When


class Aim(StrEnum):
    """What a good result of the call is."""

    ARRANGEMENT = "arrangement"
    SETTLEMENT = "settlement"
    ROUTE = "route"
    INFORMATION = "information"
    CONTACT = "contact"

    @property
    def about_money(self) -> bool:
        """Whether a good result is that something is agreed to be paid."""
        return self in (Aim.ARRANGEMENT, Aim.SETTLEMENT)


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
    with_care: bool = Field(
        default=False,
        description="Written lines alone; no assessment, no chance, no marks to begin with.",
    )
    brief: Brief
    account: Account
    consumer: Id = Field(description="The persona who owes, or is said to.")
    days: dict[Id, When] = Field(default_factory=dict)
    local_time: time | None = Field(
        default=None, description="The clock where the consumer is when the call begins."
    )
    clock: Clock | None = Field(
        default=None,
        description="Our own clock instead, where the time there has to be worked out.",
    )
    dial: RightDial | None = Field(
        default=None,
        description="What is right before this account is called, where that is asked.",
    )
    queue: tuple[Queued, ...] = Field(default=(), description="Further accounts on the list.")
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

    @model_validator(mode="after")
    def _one_clock(self) -> "Situation":
        if (self.local_time is None) == (self.clock is None):
            raise ValueError("either local_time (their clock) or clock (ours) is needed")
        if self.queue and self.dial is None:
            raise ValueError("a queue needs dial: for the scenario's own account too")
        if self.dial and self.clock is None:
            raise ValueError("dial needs clock: to tell what time it is where they are")
        return self


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
    bargaining: Bargaining
    positions: tuple[Position, ...] = ()
    language: str = ""
    needs: str = ""

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
            bargaining=self._bargaining(persona),
            language=persona.language.name if persona.language else "",
            needs=persona.needs,
        )

    def _bargaining(self, persona: Persona) -> Bargaining:
        """How they deal with offers: as they are, but for what the situation makes of it."""
        return self.means.bargaining(persona) if self.means else persona.bargaining

    def _asked_back(self) -> tuple[Fear, ...]:
        """What the consumer wants to know themselves: before a yes, and of what they stand on."""
        feared = self.means.fears if self.means else ()
        return (*feared, *(one.wonders for one in self.positions if one.wonders))

    @property
    def consumer_name(self) -> str:
        """The name the collector asks for."""
        return self.personas[self.consumer].name

    @property
    def accounts(self) -> tuple[str, ...]:
        """Every account on the list, in the order of their numbers."""
        return tuple(sorted((self.account.id, *(one.account.id for one in self.queue))))

    @property
    def notices(self) -> tuple[Notice, ...]:
        """The words to say by the ways in which people are reached here."""
        any_way = {None, self.channel} if self.dial is None else set()
        ways = any_way.union(*(end.sent for end in self.end_states))
        return tuple(one for one in self.house.notices if one.channel in ways)

    @property
    def more_than_a_call(self) -> bool:
        """Whether more belongs to it than one call: messages, or whom to dial."""
        writes = any(end.sent for end in self.end_states)
        return writes or self.dial is not None or self.channel is not Channel.CALL

    def for_account(self, account: str) -> "Scenario":
        """This scenario with another account of the list in front, and its own people."""
        one = next((one for one in self.queue if one.account.id == account), None)
        if one is None:
            return self
        change = {
            name: getattr(one, name) for name in ("account", "consumer", "answered_by", "dial")
        }
        nothing = {"facts": (), "means": None, "positions": (), "queue": ()}
        return self.model_copy(update={**change, **nothing})

    def moment(self, began_at: datetime) -> datetime:
        """When it is, on the clock of the consumer's own place; without our clock it is now."""
        if self.clock is None:
            return began_at
        here = self.clock.on(began_at.date())
        return here.astimezone(ZoneInfo(self.account.address.time_zone))

    def time_there(self, began_at: datetime) -> time:
        """The clock where the consumer is when the call begins."""
        return self.local_time or self.moment(began_at).time()

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
