"""What is out in a call after a move, and what a word would give away: the guard's measure."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cache, cached_property

from calls.money import Every, Offer
from calls.moves import Act
from calls.turn import Speaker, Turn
from language.names import known_names
from language.reader import Reader
from language.reading import Reading
from simulator.cue import Cue
from simulator.forms import shipped_forms
from simulator.scenario import Person, Scenario

_HOW_MANY = {Every.TWO_WEEKS: 2, Every.HALF_MONTH: 2, Every.QUARTER: 3}
_SAMPLES = {
    "amount": "$50",
    "start": "the fifteenth",
    "rhythm": "every month",
    "fact": "",
    "identifier": "",
    "first_name": "Ana",
    "consumer": "Ana",
    "relation": "room-mate",
    "he": "she",
    "him": "her",
    "hes": "she's",
    "aye": "sí",
    "sorry": "perdón",
    "well": "bueno",
    "oh": "ay",
    "moment": "momento",
    "sure": "claro",
    "bye": "adiós",
    "enough": "basta",
}


@dataclass(frozen=True)
class Custom:
    """What the template's own forms do: the signals of each act, its words, and all words."""

    as_consumer: dict[Act, frozenset[str]]
    as_collector: dict[Act, frozenset[str]]
    words: dict[Act, frozenset[str]]
    stems: frozenset[str]


@cache
def custom(reader: Reader) -> Custom:
    """What is customary; worked out once, by reading every surface form."""
    forms = [
        (act, form) for acts in shipped_forms().values() for act, of in acts.items() for form in of
    ]
    told = [(act, _sample(form.text)) for act, form in forms]
    consumer = [(act, read(reader, text)) for act, text in told]
    collector = [(act, read(reader, text, Speaker.COLLECTOR)) for act, text in told]
    return Custom(
        _by_act(consumer),
        _by_act(collector),
        {act: _stems(one for of, one in consumer if of is act) for act in Act},
        _stems(reading for _, reading in consumer),
    )


def read(
    reader: Reader,
    text: str,
    speaker: Speaker = Speaker.CONSUMER,
    before: Reading | None = None,
    today: date | None = None,
) -> Reading:
    """A text as a turn of its own, or as the answer to one."""
    index = 0 if before is None else before.index + 1
    return reader.read(Turn(speaker=speaker, text=text), index, before, today)


def done_in(reading: Reading) -> frozenset[str]:
    """The signals of a turn by their names."""
    known = known_names()
    return frozenset(one.name for one in reading.signals if one.asserted and one.name in known)


def topics_in(reading: Reading) -> frozenset[str]:
    """The topics of a turn that was read as the collector's."""
    return frozenset(signal.kind for signal in reading.signals if signal.name == "topic")


class Released:
    """What is out once `cue` is said: numbers, days, rhythms, words; and what is not."""

    def __init__(self, cue: Cue) -> None:
        self._cue = cue
        self._call = cue.scene.call
        self._reader = cue.scene.reader
        self._person = cue.utterance.person
        self.today = self._call.began_at.date()

    @cached_property
    def told(self) -> tuple[str, ...]:
        """Every text that is out: the template's line, their own earlier ones, facts told."""
        return (self._cue.words, *self._cue.scene.own_lines, *self._filled(self._out(self._person)))

    @cached_property
    def figures(self) -> frozenset[Decimal]:
        """The numbers that may be named; the one of "that one" is no number."""
        named = (number for text in self.told for number in self._reader.numbers_named(text))
        return frozenset((Decimal(1), *named, *self._terms()))

    @cached_property
    def days(self) -> frozenset[date | None]:
        """The days that may be named."""
        named = (one.day for text in self.told for one in self._read(text).dates)
        starts = (offer.schedule.start for offer in self._offers)
        then = (row.due for offer in self._offers for row in offer.then)
        return frozenset((*named, *starts, *then))

    @cached_property
    def rhythms(self) -> frozenset[Every | None]:
        """The rhythms of payment that may be named."""
        named = (one.every for text in self.told for one in self._read(text).schedules)
        return frozenset((*named, *(offer.schedule.every for offer in self._offers)))

    @cached_property
    def stems(self) -> frozenset[str]:
        """The words of what is out."""
        return frozenset(stem for text in self.told for stem in self._read(text).content)

    @cached_property
    def now(self) -> frozenset[str]:
        """The words of this turn: those of the template's line, of the facts told, of the names."""
        facts = self._filled(self._told_by(self._person, set(self._cue.move.facts)))
        return _stems(self._read(text) for text in (self._cue.words, *self._names, *facts))

    @cached_property
    def words(self) -> str:
        """The words of what is out, and the names that everybody in the call knows."""
        return " ".join((*self.told, *self._names, self._cue.scene.scenario.house.name))

    @cached_property
    def signals(self) -> frozenset[str]:
        """What facts that are out amount to."""
        facts = (self._person.fact(name) for name in (*self._call.revealed, *self._cue.move.facts))
        return frozenset(fact.signal for fact in facts if fact and fact.signal)

    @cached_property
    def topics(self) -> frozenset[str]:
        """What may be talked of: what is out is about it."""
        read_as_collector = (read(self._reader, text, Speaker.COLLECTOR) for text in self.told)
        facts = (self._person.fact(name) for name in (*self._call.revealed, *self._cue.move.facts))
        named = (topic for reading in read_as_collector for topic in topics_in(reading))
        return frozenset((*named, *(fact.topic.value for fact in facts if fact)))

    @cached_property
    def secrets(self) -> frozenset[str]:
        """The words that would give something away: those of no fact but such as are not out."""
        kept = set(self._kept_back(self._cue.scene.scenario))
        stems = {stem for text in kept for stem in self._read(text).content}
        return frozenset(stems - self.stems - custom(self._reader).stems)

    @property
    def _names(self) -> tuple[str, str]:
        return self._person.name, self._cue.scene.scenario.consumer_name

    @property
    def _offers(self) -> tuple[Offer, ...]:
        move = self._cue.move
        now = (move.offer_heard, move.counter, move.accepted, self._call.accepted)
        return (*(offer for offer in now if offer), *self._call.offers)

    def _terms(self) -> Iterator[Decimal]:
        for offer in self._offers:
            yield from (Decimal(amount.cents) / 100 for amount in offer.amounts)
            yield from (Decimal(row.due.day) for row in offer.then)
            yield Decimal(offer.schedule.count or 1)
            yield Decimal(_HOW_MANY.get(offer.schedule.every, 1))
            if offer.schedule.start:
                yield Decimal(offer.schedule.start.day)
        for number in self._cue.move.numbers:
            yield Decimal(number.cents) / 100

    def _out(self, person: Person) -> Iterator[str]:
        return self._told_by(person, {*self._call.revealed, *self._cue.move.facts})

    def _told_by(self, person: Person, out: set[str]) -> Iterator[str]:
        for fact in person.facts:
            yield from fact.says if fact.id in out else ()
        for one in person.identifiers:
            yield from one.says if one.kind in out and not one.refuses else ()
        for fear in person.fears:
            yield from fear.asks if fear.id in out else ()

    def _kept_back(self, scenario: Scenario) -> Iterator[str]:
        """Every author's word of anybody in the scenario; what is out is taken off by its words."""
        for answerer in scenario.answered_by:
            person = scenario.person(answerer.id)
            for fact in person.facts:
                asked = (*fact.asked_by.words, *(fact.suspicion.words if fact.suspicion else ()))
                if person.id != self._person.id or fact.id not in self._call.revealed:
                    yield from self._filled((*fact.says, *asked))
            for one in person.identifiers:
                yield from one.says
            for fear in person.fears:
                yield from fear.asks
        if scenario.means:
            yield from (income.source for income in scenario.means.income)
            yield from (cost.name for cost in scenario.means.costs)

    def _filled(self, texts: Iterable[str]) -> tuple[str, ...]:
        return tuple(self._cue.utterance.fill(text, {}) for text in texts)

    def _read(self, text: str) -> Reading:
        return read(self._reader, text, today=self.today)


def _stems(readings: Iterable[Reading]) -> frozenset[str]:
    return frozenset(stem for reading in readings for stem in reading.content)


def _sample(text: str) -> str:
    for slot, words in _SAMPLES.items():
        text = text.replace(f"{{{slot}}}", words)
    return text


def _by_act(readings: Iterable[tuple[Act, Reading]]) -> dict[Act, frozenset[str]]:
    found: dict[Act, frozenset[str]] = {act: frozenset() for act in Act}
    for act, reading in readings:
        found[act] |= done_in(reading) | frozenset(f"topic.{one}" for one in topics_in(reading))
    return found
