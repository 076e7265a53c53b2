"""Reading a turn once: words, signals with their scope, amounts, rhythms and days."""

import re
from collections.abc import Iterable, Iterator, Sequence
from copy import copy
from datetime import date
from decimal import Decimal
from functools import partial
from operator import itemgetter
from typing import NamedTuple, Self, TypeVar

from calls.turn import Speaker, Transcript, Turn
from language.anchors import Marks, marks_of
from language.asking import Question, by_form, questions_in
from language.chunks import Heard
from language.dealing import ELSEWHERE, dealt
from language.echo import echo
from language.ellipsis import Short, answers_to
from language.engine import Found, longest_spans
from language.letters import told_by_letters
from language.numbers import AMERICAN, NOTHING, Amounts, Habits, all_numbers, read_numbers
from language.quotes import quoted_spans
from language.reading import Reading, Signal
from language.scope import PLAIN, Scope, Span
from language.sides import Side, Sides
from language.signals import TELLS, WONDERS, SignalFamily
from language.statements import MISREAD
from language.telling import told
from language.wording import lowered

_MEMORY = 4_096
_NUMBER = re.compile(r"\d+(?:,\d{3})*(?:\.\d+)?", re.ASCII)
_LONGEST_ANSWER = 2_000  # letters of a turn that is read for its form, and as an answer
_A_STATEMENT = 3  # words that carry meaning
_WHY = re.compile(r"\bwhy\b")
_LONGEST = 5_000  # letters of a turn that is remembered; nobody says a longer one twice


class _Said(NamedTuple):
    """What a turn says by itself."""

    words: int
    content: frozenset[str]
    signals: tuple[Signal, ...]
    numbers: Amounts
    codes: str
    questions: tuple[Question, ...] = ()


K = TypeVar("K")
V = TypeVar("V")
_position = itemgetter(3, 4)  # `start` and `end` of a signal
_new = tuple.__new__  # a named tuple takes its time over its names

_Key = tuple[bool, str, date | None, bool]
_Answer = tuple[Turn, int, Reading, date | None]


class Reader:
    """Reads turns with the signal families it was built from; safe to share between threads.

    It remembers the last turns, so that whoever asks again is answered at once.
    """

    def __init__(self, families: Iterable[SignalFamily]) -> None:
        self._memory = _MEMORY
        self._habits = AMERICAN
        self._said: dict[_Key, _Said] = {}
        self._answers: dict[_Answer, Reading] = {}
        self._sides = Sides(tuple(families))

    def at_home_in(self, habits: Habits) -> Self:
        """The same reader where people write amounts and days in their own way."""
        if habits == self._habits:
            return self
        return self._varied(_habits=habits)

    def without_memory(self) -> Self:
        """The same reader, which takes every turn apart anew."""
        return self._varied(_memory=0)

    def _varied(self, **differs: object) -> Self:
        other = copy(self)
        vars(other).update(differs, _said={}, _answers={})
        return other

    def read(
        self,
        turn: Turn,
        index: int = 0,
        before: Reading | None = None,
        today: date | None = None,
    ) -> Reading:
        """What one turn says; `before` is the reading of the turn it answers."""
        if before is None or not self._memory:
            return self._read(turn, index, before, today)
        key = (turn, index, before, today)
        known = self._answers.get(key)
        if known is None:
            known = self._remember(self._answers, key, self._read(*key), turn)
        return known

    def _read(self, turn: Turn, index: int, before: Reading | None, today: date | None) -> Reading:
        asked = before is not None and before.has("ask_identifier")
        key = (turn.speaker is Speaker.COLLECTOR, turn.text, today, asked)
        said = self._said.get(key)
        if said is None:
            said = self._remember(self._said, key, self._first(turn, today, asked), turn)
        signals = said.signals if index == 0 else tuple([s.at(index) for s in said.signals])
        answers = before is not None and before.turn.speaker is not turn.speaker
        if before is not None and answers and len(turn.text) <= _LONGEST_ANSWER:
            signals = self._in_context(before, signals, said, turn, index)
        return Reading(turn, index, said.words, said.content, signals, *said.numbers)

    def _remember(self, known: dict[K, V], key: K, value: V, turn: Turn) -> V:
        """The mind, the rules and the scorers may all ask; a turn is taken apart once."""
        if len(known) >= self._memory:
            known.clear()
        if self._memory and len(turn.text) <= _LONGEST:
            known[key] = value
        return value

    def _first(self, turn: Turn, today: date | None, asked: bool) -> _Said:
        """A turn taken apart, whatever came before it."""
        side, heard, marks = self._heard(turn)
        numbers = NOTHING
        if True in heard.amounts:
            lines = (
                read_numbers(turn.text, line, today, asked, self._habits) for line in heard.lines()
            )
            numbers = all_numbers(lines)
        found = side.signals.find(heard.codes, marks)
        told = self._told(side, heard, marks, longest_spans(found)) if found else ()
        signals = tuple(signal for _, signal in told)
        said = _Said(heard.words, heard.stems, signals, numbers, heard.codes)
        formed = turn.speaker is Speaker.COLLECTOR and len(turn.text) <= _LONGEST_ANSWER
        return self._of_form(said, turn.text) if formed else said

    def _of_form(self, said: _Said, text: str) -> _Said:
        """The same with what its letters tell, its questions, and what they are by their form."""
        signals = _with_letters(text, said.signals)
        questions = questions_in(text, self._sides.chunks.said)
        more = by_form(questions, signals, said.numbers[0]) if questions else ()
        asked = (signal._replace(text=text[signal.start : signal.end]) for signal in more)
        ordered = tuple(sorted((*signals, *asked), key=_position))
        return said._replace(signals=ordered, questions=questions)

    def read_call(self, transcript: Transcript, day: date | None = None) -> tuple[Reading, ...]:
        """Every turn of a call in order, each read as an answer to the one before.

        `day` is what days are counted from in a call of which no day is known.
        """
        today = transcript.began_at.date() if transcript.began_at else day
        readings: list[Reading] = []
        for index, turn in enumerate(transcript.turns):
            readings.append(self.read(turn, index, readings[-1] if readings else None, today))
        return tuple(readings)

    def numbers_named(self, text: str) -> frozenset[Decimal]:
        """Every number in a text, in words or in figures, whatever it is the number of."""
        heard = self._sides.chunks.hear(text)
        said = (figure.value for line in heard.lines() for figure in line.figures)
        return frozenset((*said, *(Decimal(one.replace(",", "")) for one in _NUMBER.findall(text))))

    def words_misread(self) -> dict[str, list[str]]:
        """Words of patterns that stand for another word than their author wrote."""
        cut = self._sides.cutter.literal
        read = {word: cut(word) for word in self._sides.typed if word.isalpha()}
        return {word: words for word, words in read.items() if len(words) == 1 and words != [word]}

    def forget(self) -> None:
        """Let go of what was heard so far; reading does so by itself after very much."""
        self._said.clear()
        self._answers.clear()
        self._sides.chunks.forget()

    def words_read(self, text: str) -> list[str]:
        """The words of a text as patterns see them, for those who write them."""
        return self._sides.cutter.literal(text)

    def matching_patterns(self, turn: Turn) -> frozenset[tuple[str, str]]:
        """Which patterns of which signals a turn holds, for those who write them."""
        side, heard, marks = self._heard(turn)
        engines = (side.signals, side.cues, side.cues_to_cues, side.answers)
        found = (match for engine in engines for match in engine.find(heard.codes, marks))
        return frozenset(
            (self._sides.labels[match.key].key, match.by.pattern.text) for match in found
        )

    def signals_by_pattern(self, turn: Turn, index: int = 0) -> tuple[tuple[str, Signal], ...]:
        """Every match of every pattern as a signal of its own, for those who prove patterns."""
        side, heard, marks = self._heard(turn)
        found = side.signals.find(heard.codes, marks)
        told = self._told(side, heard, marks, found) if found else ()
        return tuple((match.by.pattern.text, s.at(index)) for match, s in told)

    def _heard(self, turn: Turn) -> tuple[Side, Heard, Marks]:
        heard = self._sides.chunks.hear(turn.text)
        return self._sides.of(turn.speaker), heard, marks_of(heard.codes)

    def _told(
        self, side: Side, heard: Heard, marks: Marks, matches: Sequence[Found]
    ) -> Iterator[tuple[Found, Signal]]:
        """What each match says, but for those that the words around it take for something else."""
        labels, text, places = self._sides.labels, heard.text, heard.places()
        scope: Scope | None = None
        for match in matches:
            first, last, key, _ = match
            _, name, kind, reach, _, _ = labels[key]
            standing = PLAIN
            if reach != "free":
                scope = scope or self._scope(side, heard, marks, places)
                standing = scope.standing(match, feared=reach == "feared")
                if reach == "said":
                    standing = standing._replace(negated=False)
            start, end = places[first][0], places[last - 1][1]
            if name in MISREAD and MISREAD[name](lowered(text), start, end):
                continue
            said = (name, kind, 0, start, end, text[start:end], *standing)
            yield match, _new(Signal, said)

    def _in_context(
        self,
        before: Reading,
        signals: tuple[Signal, ...],
        said: _Said,
        turn: Turn,
        index: int,
    ) -> tuple[Signal, ...]:
        signals = (*signals, *self._answering(before, said, turn, index))
        if turn.speaker is Speaker.COLLECTOR:
            given_back = echo(before, signals, said.content, turn.text, self._sides.chunks.said)
            signals = (*signals, *(one.at(index) for one in given_back))
        money, _, dates = said.numbers
        words = partial(self._sides.chunks.words_seen, turn.text)
        more = answers_to(before, Short(signals, money, dates, turn.text, index, words))
        signals = tuple(sorted((*signals, *more), key=_position))
        if turn.speaker is not Speaker.COLLECTOR:
            return signals
        reading = Reading(turn, index, said.words, said.content, signals, *said.numbers)
        if before.has(*ELSEWHERE):  # "no problem" to that agrees to no payment
            signals = tuple(s for s in signals if s.name != "accept")
        dealing = ((name, "") for name in dealt(before, reading, said.questions))
        found = (*dealing, *told(before, reading))
        end = len(turn.text)
        done = (Signal(name, kind, index, 0, end, turn.text) for name, kind in found)
        return tuple(sorted((*signals, *done), key=_position)) if found else signals

    def _answering(self, before: Reading, said: _Said, turn: Turn, index: int) -> Iterator[Signal]:
        """What a turn does only because of what the other side did in the one before."""
        side = self._sides.of(turn.speaker)
        done = side.answered.intersection(_done(before))
        if not done:
            return
        marks = marks_of(said.codes)
        found = side.answers.find(said.codes, marks)
        asked = [match for match in found if done & self._sides.labels[match.key].after]
        if not asked:
            return
        known = {(signal.name, signal.kind) for signal in said.signals}
        heard = self._sides.chunks.hear(turn.text)
        for _, signal in self._told(side, heard, marks, longest_spans(asked)):
            if (signal.name, signal.kind) not in known:
                yield signal.at(index)

    def _scope(
        self, side: Side, heard: Heard, marks: Marks, places: Sequence[tuple[int, int]]
    ) -> Scope:
        found = side.cues.find(heard.codes, marks)
        if found:
            found += side.cues_to_cues.find(heard.codes, marks)
        cues = [
            (cue, Span(match.start, match.end))
            for match in found
            if (cue := self._sides.labels[match.key].cue)
        ]
        return Scope(heard.codes, cues, quoted_spans(heard.text, places))


def _done(turn: Reading) -> Iterator[str]:
    """What a turn does that may be answered."""
    yield from (signal.name for signal in turn.signals if signal.asserted)
    if _WHY.search(lowered(turn.turn.text)):
        yield WONDERS
    elif len(turn.content) >= _A_STATEMENT and "?" not in turn.turn.text:
        yield TELLS


def _with_letters(text: str, signals: tuple[Signal, ...]) -> tuple[Signal, ...]:
    """What its letters tell besides; what its words say already is not said twice."""
    done = {(signal.name, signal.kind) for signal in signals}
    more = [one for one in told_by_letters(text) if (one.name, one.kind) not in done]
    return (*signals, *more)
