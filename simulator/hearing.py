"""What the person on the line hears in a turn: its reading, sorted by what a listener cares for."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from language.listening import Expecting
from language.names import MANNER, known_names
from language.questions import (
    ends_in_a_question,
    has_question_mark,
    is_asked,
    signals_asked,
    words_asked,
)
from language.reading import Reading, Signal
from language.spoken_of import is_only_warned_of
from language.wording import Wording, words_said
from simulator.facts import Asked, Topic

WARM = frozenset(
    {
        "reflection",
        "apology",
        "promise_hardship_help",
        "honour_stop",
        "honour_dispute",
    }
)
HARSH = frozenset({"threat", "insult", "profanity", "blame", "pressure", "false_claim"})
_EXPLAINING = ("explains_terms", "promise_hardship_help", "explain_rights", "gives_reason")
_ENOUGH_TO_ASK = 3
"""A question mark behind so many words is a question, whatever they are."""

_NOTHING_WHEN_ASKED = frozenset({"goodbye", "false_claim"})
"""Signals that a question does not do: "can I call you back tomorrow?" ends no call."""

_ASKED_AFTER = {
    "ask_method": Topic.METHOD,
    "ask_commitment_date": Topic.TIMING,
    "ask_amount": Topic.MEANS,
}


@dataclass(frozen=True)
class Heard:
    """One turn of the collector, as it was heard."""

    reading: Reading
    names: frozenset[str]
    topics: frozenset[Topic]
    asked_topics: frozenset[Topic]

    def has(self, *names: str) -> bool:
        """Whether the turn does any of these."""
        return not self.names.isdisjoint(names)

    @property
    def acknowledges(self) -> bool:
        """Whether it takes up what they said; "I understand" alone takes up nothing."""
        found = self.reading.all("acknowledgement")
        return any(signal.asserted and signal.kind != "formula" for signal in found)

    @property
    def warm(self) -> bool:
        """Whether there is something kind in it."""
        return self.acknowledges or not self.names.isdisjoint(WARM)

    @property
    def harsh(self) -> bool:
        """Whether there is something in it that hurts."""
        return not self.names.isdisjoint(HARSH)

    @property
    def asks_something(self) -> bool:
        """Whether it asks anything."""
        if has_question_mark(self.reading) or self.has("open_question"):
            return True
        marked = self.has("closed_question") or any(s.question for s in _shared(self.reading))
        return marked and not self.has(*_EXPLAINING)

    @property
    def identifiers(self) -> tuple[str, ...]:
        """The kinds of identifier it asks for, in order."""
        asked = self.reading.all("ask_identifier")
        return tuple(signal.kind for signal in asked if signal.asserted)

    def mentions(self, words: Iterable[str]) -> bool:
        """Whether one of the words of an author's list is in it."""
        return self._said.holds(words)

    def asks(self, about: Asked) -> bool:
        """Whether it does what counts as asking for something."""
        return self.has(*about.signals) or self.asks_directly(about)

    def asks_directly(self, about: Asked) -> bool:
        """Whether it asks and names the matter itself."""
        if not self.asks_something:
            return False
        if not self.asked_topics.isdisjoint(about.topics):
            return True
        return self._asked.holds(about.words)

    @property
    def understood(self) -> bool:
        """Whether it could be made sense of; a subject alone is enough only in a question."""
        reading = self.reading
        said = self.names or reading.money or reading.schedules or reading.dates
        asked = has_question_mark(reading) and reading.words >= _ENOUGH_TO_ASK
        return bool(said or asked or (self.topics and self.asks_something))

    @property
    def empty(self) -> bool:
        """Whether there was nothing in it at all to hold on to."""
        return not self.understood and not self.topics

    @cached_property
    def _said(self) -> Wording:
        return words_said(self.reading)

    @cached_property
    def _asked(self) -> Wording:
        return words_asked(self.reading)


def hear(reading: Reading, expecting: Expecting | None = None) -> Heard:
    """Sort a reading, in the light of what the person expects to hear."""
    signals = meant(reading)
    names = frozenset(signal.name for signal in signals if signal.name != "topic")
    names |= {f"{s.name}.{s.kind}" for s in signals if s.kind and s.name != "topic"}
    if expecting is not None:
        names |= set(expecting.hears(reading))
    asked_for = {_ASKED_AFTER[name] for name in names & _ASKED_AFTER.keys()}
    asked_topics = _topics(signals_asked(reading)) | asked_for
    return Heard(reading, names, _topics(signals) | asked_for, asked_topics)


def meant(reading: Reading) -> list[Signal]:
    """What the speaker does; the private signals of rules mean nothing to a listener."""
    return [s for s in _shared(reading) if s.asserted and not _is_only_asked(reading, s)]


def _is_only_asked(reading: Reading, signal: Signal) -> bool:
    if signal.name == "goodbye" and is_only_warned_of(reading, signal):
        return True
    if signal.name not in _NOTHING_WHEN_ASKED:
        return False
    # Whoever still asks something stays: "you can call at any time. Who is with you?".
    return is_asked(reading, signal) or (signal.name == "goodbye" and ends_in_a_question(reading))


def _shared(reading: Reading) -> Iterator[Signal]:
    return (s for s in reading.signals if s.name in known_names() and s.name not in MANNER)


def _topics(signals: Iterable[Signal]) -> frozenset[Topic]:
    named = {signal.kind for signal in signals if signal.name == "topic"}
    return frozenset(topic for topic in Topic if topic in named)
