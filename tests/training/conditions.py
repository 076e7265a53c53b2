"""When a fact may be told, judged by a second mind: from the scenario's file and the log alone.

Nothing here asks `simulator`'s mind why it told something; it goes by what docs/scenarios.md says.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from calls.state import Line
from calls.turn import Speaker
from datafiles import read_text
from simulator import positions as shipped
from simulator.facts import Asked, Fact, Reveal
from simulator.positions import Occasion, Position
from simulator.scenario import Person
from training.bot_practice import BotCall

_FILE = Path(shipped.__file__).with_suffix(".yaml")
_KINDS = read_text(_FILE.read_text(encoding="utf-8"), _FILE.name)["kinds"]
_OF_THE_DEBT = {"debt_mention", "account_detail", "demand_payment"}
_OF_MONEY = {*_OF_THE_DEBT, "offer", "counter_offer", "ask_amount", "ask_method"}


@dataclass(frozen=True)
class Asking:
    """What one turn of the collector did, as the log has it."""

    said: str
    heard: frozenset[str]
    hurt: bool = False
    put: bool = False

    @property
    def asks(self) -> bool:
        """Whether it is a question at all."""
        return "?" in self.said or any(
            name in ("open_question", "closed_question") or name.startswith("ask_")
            for name in self.heard
        )

    def names(self, words: tuple[str, ...]) -> bool:
        """Whether one of the words of the file is in it."""
        straight = self.said.lower().replace("\N{RIGHT SINGLE QUOTATION MARK}", "'")
        plain = " ".join(re.findall(r"[\w'-]+", straight))
        return any(f" {word} " in f" {plain} " for word in words)

    def asks_for(self, matter: Asked) -> bool:
        """Whether it asks for this by its name."""
        if not self.heard.isdisjoint(matter.signals):
            return True
        about = any(f"topic.{topic}" in self.heard for topic in matter.topics)
        return self.asks and (about or self.names(matter.words))


@dataclass
class _Listener:
    """One call as it goes on: what was asked up to here, and what is out."""

    person: Person
    given: frozenset[str]
    asked: list[Asking] = field(default_factory=list)
    out: set[str] = field(default_factory=set)
    trust: int = 0

    def hear(self, said: str, line: Line) -> None:
        """Take in the turn that a line answers, and the trust after it."""
        if line.move is not None and line.mood is not None:
            shifts, put = line.move.shifts, line.move.offer_heard is not None
            hurt = any(shift.tension > 0 or shift.patience < 0 for shift in shifts)
            self.asked.append(Asking(said, frozenset(line.move.heard), hurt, put))
            self.trust = line.mood.trust

    def too_early(self, line: Line) -> Iterator[str]:
        """What is told in a line before its time; all of it is out then."""
        told = line.move.facts if line.move else ()
        for fact in filter(None, map(self.person.fact, told)):
            lacks = "" if fact.id in self.out | self.given else self._lacks(fact)
            if lacks:
                yield f"{fact.id} in event {line.seq}: {lacks}"
        self.out.update(told)

    def _lacks(self, fact: Fact) -> str:
        """What the condition of a fact still lacks when it is told; "" where nothing."""
        if fact.reveal is Reveal.NEVER:
            return "it is never told"
        if self.trust < fact.trust:
            return f"trust is {self.trust}, and {fact.trust} is needed"
        if not self.out.issuperset(fact.after):
            return f"it comes after {', '.join(fact.after)}"
        free = fact.reveal is Reveal.VOLUNTEERED or self._was_asked(fact) or self._is_stood_on(fact)
        return "" if free else f"nobody asked ({fact.reveal})"

    def _was_asked(self, fact: Fact) -> bool:
        """It, by any turn so far, or something that cannot be told before it."""
        if fact.reveal is not Reveal.ONLY_IF_ASKED_DIRECTLY and self._heard("open_question"):
            return True
        wanted = [fact, *(one for one in self.person.facts if fact.id in one.after)]
        return any(turn.asks_for(one.asked_by) for one in wanted for turn in self.asked)

    def _is_stood_on(self, fact: Fact) -> bool:
        """A position has occasions of its own for the facts that it names."""
        return any(self._has_occasion(fact, one) for one in self.person.positions)

    def _has_occasion(self, fact: Fact, position: Position) -> bool:
        if fact.id in position.facts:
            return self._may_state(position)
        if not self.out.issuperset(position.facts):
            return False
        respected = Asked.model_validate(_KINDS[position.kind]["respected_by"])
        then = fact.id in position.then and any(one.asks_for(respected) for one in self.asked)
        near = any(one.names(fact.asked_by.words) for one in self.asked)
        return then or (fact.id in position.guards and near)

    def _may_state(self, position: Position) -> bool:
        match position.when:
            case Occasion.AT_ONCE:
                return True
            case Occasion.ASKED:
                return False
            case Occasion.PRESSED:
                return any(turn.hurt for turn in self.asked)
            case Occasion.ASKED_TO_PAY:
                return self._heard(*_OF_MONEY) or any(turn.put for turn in self.asked)
            case Occasion.HEARS_OF_DEBT:
                return self._heard(*_OF_THE_DEBT)
            case Occasion.ASKED_WHO_THEY_ARE:
                return self._heard("ask_identifier", *_OF_THE_DEBT)
            case Occasion.COMES_TO_IT:
                known = any(one.kind in self.out for one in self.person.identifiers)
                return known or self._heard(*_OF_THE_DEBT)

    def _heard(self, *names: str) -> bool:
        return any(not turn.heard.isdisjoint(names) for turn in self.asked)


def told_early(call: BotCall, every_fact: Mapping[str, object] | None = None) -> Iterator[str]:
    """Every fact of a call that came out before its condition, with what was still lacking.

    `every_fact` is laid over the facts of the file first, so that a test can ask for more.
    """
    state = call.record.call
    if state is None:
        return
    person = call.scenario.for_account(state.account).person(state.who)
    changed = tuple(fact.model_copy(update=every_fact) for fact in person.facts)
    listener = _Listener(replace(person, facts=changed), _given(person))
    said = ""
    for line in state.lines:
        if line.turn.speaker is Speaker.COLLECTOR:
            said = line.turn.text
        elif line.move is not None:
            listener.hear(said, line)
            yield from listener.too_early(line)


def facts_told(call: BotCall) -> frozenset[str]:
    """The facts that came out in a call, without those that an identifier lets out."""
    state = call.record.call
    if state is None:
        return frozenset()
    person = call.scenario.for_account(state.account).person(state.who)
    told = {name for name in state.revealed if person.fact(name)}
    return frozenset(told - _given(person))


def _given(person: Person) -> frozenset[str]:
    """What comes with an identifier, or stands in the first message."""
    with_it = {name for one in person.identifiers for name in one.reveals}
    return frozenset(with_it | set(person.answerer.tells_at_once))
