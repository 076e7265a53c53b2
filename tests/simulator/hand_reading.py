"""Readings made by hand, and calls played with them: the mind is tested apart from the reader."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from functools import cache

from calls.events import Event, Replied, Said
from calls.fold import fold
from calls.money import Every, Money
from calls.moves import Mood, Move
from calls.state import CallState
from calls.turn import Speaker, Turn
from language.reading import (
    AmountRole,
    DateMention,
    MoneyMention,
    Reading,
    ScheduleMention,
    Signal,
)
from simulator.constants import Constants
from simulator.mind import Decision, react
from simulator.scenario import Scenario
from simulator.scripted import seed_for
from simulator.turn_taking import pick_up
from tests.shipped import SCENARIOS

TODAY = date(2026, 3, 10)
NOW = datetime(2026, 3, 10, 18, 32, tzinfo=UTC)
PAYDAY = date(2026, 3, 15)
FIRST_PAYMENT = date(2026, 3, 24)


@cache
def shipped() -> dict[str, Scenario]:
    """The scenarios of the house."""
    return SCENARIOS


def ana() -> Scenario:
    return shipped()["laid_off_three_weeks_ago"]


def marcus() -> Scenario:
    return shipped()["forgetful_payer"]


def room_mate() -> Scenario:
    return shipped()["room_mate_picks_up"]


@dataclass(frozen=True)
class Line:
    """What a collector's turn does; `text` matters only where words are listened for."""

    signals: tuple[str, ...] = ()
    text: str = "blah blah blah"
    pay: str | None = None
    every: Every | None = None
    start: date | None = None
    role: AmountRole = AmountRole.PAYMENT

    def reading(self, index: int) -> Reading:
        return Reading(
            turn=Turn(speaker=Speaker.COLLECTOR, text=self.text),
            index=index,
            words=len(self.text.split()),
            signals=tuple(_signal(name, index, self.text) for name in self.signals),
            money=self._money(),
            schedules=self._schedules(),
            dates=(DateMention(self.start, 0, 1, "then"),) if self.start else (),
        )

    def _money(self) -> tuple[MoneyMention, ...]:
        if self.pay is None:
            return ()
        return (MoneyMention(Money.of(self.pay), self.role, 0, 1, self.pay),)

    def _schedules(self) -> tuple[ScheduleMention, ...]:
        if self.every is None:
            return ()
        return (ScheduleMention(self.every, None, None, 0, 1, self.every),)


def line(*signals: str, text: str = "blah blah blah", **terms: object) -> Line:
    """A turn of the collector, by the signals in it."""
    return Line(signals, text, **terms)  # type: ignore[arg-type]


def _signal(key: str, turn: int, text: str) -> Signal:
    name, _, kind = key.partition(".")
    return Signal(name, kind, turn, 0, len(text), text, question=name.endswith("question"))


@dataclass(frozen=True)
class Played:
    """A call so far, and what the other side did in it."""

    scenario: Scenario
    seed: int
    events: tuple[Event, ...]

    @property
    def call(self) -> CallState:
        call = fold(self.events).call
        assert call is not None
        return call

    @property
    def moves(self) -> tuple[Move, ...]:
        return tuple(event.move for event in self.events if isinstance(event, Replied))

    @property
    def last(self) -> Move:
        return self.moves[-1]

    @property
    def mood(self) -> Mood:
        assert self.call.mood is not None
        return self.call.mood

    def decide(self, what: Line, constants: Constants | None = None) -> Decision:
        """What they would do next."""
        said = self._said(what)
        call = fold((*self.events, said)).call
        assert call is not None
        reading = what.reading(len(call.lines) - 1)
        return react(call, self.scenario, reading, self.seed, constants)

    def then(self, *lines: Line, constants: Constants | None = None) -> "Played":
        """The call after more lines; it stops where it ends."""
        played = self
        for what in lines:
            if played.call.over:
                break
            played = played._one(what, constants)
        return played

    def _one(self, what: Line, constants: Constants | None) -> "Played":
        said, decision = self._said(what), self.decide(what, constants)
        reply = Replied(
            seq=said.seq + 1,
            at=said.at,
            answers=said.seq,
            text=", ".join(decision.move.acts),
            move=decision.move,
            mood_after=decision.mood,
        )
        return Played(self.scenario, self.seed, (*self.events, said, reply))

    def _said(self, what: Line) -> Said:
        last = self.events[-1]
        return Said(seq=last.seq + 1, at=last.at + timedelta(seconds=5), text=what.text)


def answered(scenario: Scenario, who: str) -> Played:
    """A call that this person has picked up."""
    seed = seed_for(scenario, who)
    return Played(scenario, seed, pick_up(scenario, scenario.account.id, seed, NOW, 1))


HELLO = line("greeting", "ask_right_party")
WHO = line("self_identification")
BIRTH_DATE = line("ask_identifier.birth_date", "closed_question")
REASON = line("gives_reason")
DEBT = line("collector_disclosure", "debt_mention", "account_detail")
WHAT_HAPPENED = line("open_question", "topic.reason", text="what happened")
SORRY = line("apology")
KIND = line("acknowledgement")
DEMAND = line("demand_payment", "closed_question")


def verified_ana() -> Played:
    """A call with Ana in which she knows who calls, has said who she is, and knows what about."""
    return answered(ana(), "ana").then(HELLO, WHO, BIRTH_DATE, REASON, DEBT)


def offer(pay: str, every: Every | None = None, start: date | None = FIRST_PAYMENT) -> Line:
    return Line(("offer", "closed_question"), "could you do that", pay, every, start)
