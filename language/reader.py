"""Reading a turn once: words, signals with their scope, amounts, rhythms and days."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from enum import IntEnum
from functools import cache, partial
from itertools import chain
from typing import NamedTuple

from calls.turn import Speaker, Transcript, Turn
from language.anchors import Marks, marks_of
from language.chunks import Chunks, Cutter, Heard
from language.ellipsis import Short, answers_to
from language.engine import Alphabet, Engine, Found, longest_spans
from language.inflection import regular_forms
from language.names import split_name
from language.numbers import NOTHING, Amounts, all_numbers, read_numbers
from language.patterns import Pattern, typed_words
from language.quotes import quoted_spans
from language.reading import Reading, Signal
from language.scope import DEPENDENT, PLAIN, Cue, Scope, Span
from language.scope import FOLDER as CUES
from language.signals import SignalFamily, SignalSpec, load_families
from language.spelling import Speller
from language.statements import tells

_MEMORY = 4_096
_LONGEST = 5_000  # letters of a turn that is remembered; nobody says a longer one twice


class _Label(NamedTuple):
    """What a key of the engine stands for: a signal, or a cue to the scope of signals."""

    name: str
    kind: str
    scoped: bool
    cue: Cue | None


class _Side(NamedTuple):
    """All that is needed to read one side of the call.

    Only turns with a signal are searched for cues to its scope, and so on.
    """

    chunks: Chunks
    signals: Engine
    cues: Engine
    cues_to_cues: Engine


class _Said(NamedTuple):
    """What a turn says by itself."""

    words: int
    content: frozenset[str]
    signals: tuple[Signal, ...]
    numbers: Amounts


class Rank(IntEnum):
    """What a pattern is for: a signal, a cue to the scope of one, or a cue to the cue."""

    SIGNAL = 0
    CUE = 1
    CUE_TO_CUE = 2


_Key = tuple[bool, str, date | None, bool]


class Reader:
    """Reads turns with the signal families it was built from; safe to share between threads.

    It remembers the last `memory` different turns, so that whoever asks again is answered at once.
    """

    def __init__(self, families: Iterable[SignalFamily], memory: int = _MEMORY) -> None:
        families = tuple(families)
        self._memory = memory
        self._said: dict[_Key, _Said] = {}
        self._labels: list[_Label] = []
        self._keys: list[str] = []
        keyed = [(key, pattern, by) for key, pattern, by in self._keyed(families, load_cues())]
        self._typed = _typed(pattern for _, pattern, _ in keyed)
        self._cutter = Cutter(Speller(form for word in self._typed for form in regular_forms(word)))
        heard = list(self._words_heard(families))
        self._collector = self._side(keyed, "collector", heard)
        self._consumer = self._side(keyed, "consumer", heard)

    def read(
        self,
        turn: Turn,
        index: int = 0,
        before: Reading | None = None,
        today: date | None = None,
    ) -> Reading:
        """What one turn says; `before` is the reading of the turn it answers."""
        asked = before is not None and before.has("ask_identifier")
        key = (turn.speaker is Speaker.COLLECTOR, turn.text, today, asked)
        said = self._said.get(key)
        if said is None:
            said = self._remember(key, self._first(turn, today, asked))
        signals = (
            said.signals if index == 0 else tuple([s._replace(turn=index) for s in said.signals])
        )
        if before is not None and before.turn.speaker is not turn.speaker:
            signals = self._in_context(before, signals, said, turn, index)
        return Reading(turn, index, said.words, said.content, signals, *said.numbers)

    def _remember(self, key: _Key, said: _Said) -> _Said:
        """The mind, the rules and the scorers may all ask; a turn is taken apart once."""
        if len(self._said) >= self._memory:
            self._said.clear()
        if self._memory and len(key[1]) <= _LONGEST:
            self._said[key] = said
        return said

    def _first(self, turn: Turn, today: date | None, asked: bool) -> _Said:
        """A turn taken apart, whatever came before it."""
        side, heard, marks = self._heard(turn)
        numbers = NOTHING
        if True in heard.amounts:
            lines = (read_numbers(turn.text, line, today, asked) for line in heard.lines())
            numbers = all_numbers(lines)
        found = side.signals.find(heard.codes, marks)
        told = self._told(side, heard, marks, longest_spans(found)) if found else ()
        signals = tuple(signal for _, signal in told)
        return _Said(heard.words, heard.stems, signals, numbers)

    def read_call(self, transcript: Transcript) -> tuple[Reading, ...]:
        """Every turn of a call in order, each read as an answer to the one before."""
        today = transcript.began_at.date() if transcript.began_at else None
        readings: list[Reading] = []
        for index, turn in enumerate(transcript.turns):
            readings.append(self.read(turn, index, readings[-1] if readings else None, today))
        return tuple(readings)

    def words_misread(self) -> dict[str, list[str]]:
        """Words of patterns that stand for another word than their author wrote."""
        read = {word: self._cutter.literal(word) for word in self._typed if word.isalpha()}
        return {word: words for word, words in read.items() if len(words) == 1 and words != [word]}

    def forget(self) -> None:
        """Let go of what was heard so far; reading does so by itself after very much."""
        self._said.clear()
        for side in (self._collector, self._consumer):
            side.chunks.forget()

    def words_read(self, text: str) -> list[str]:
        """The words of a text as patterns see them, for those who write them."""
        return self._cutter.literal(text)

    def matching_patterns(self, turn: Turn) -> frozenset[tuple[str, str]]:
        """Which patterns of which signals a turn holds, for those who write them."""
        side, heard, marks = self._heard(turn)
        engines = (side.signals, side.cues, side.cues_to_cues)
        found = (match for engine in engines for match in engine.find(heard.codes, marks))
        return frozenset((self._keys[match.key], match.by.pattern.text) for match in found)

    def signals_by_pattern(self, turn: Turn, index: int = 0) -> tuple[tuple[str, Signal], ...]:
        """Every match of every pattern as a signal of its own, for those who prove patterns."""
        side, heard, marks = self._heard(turn)
        found = side.signals.find(heard.codes, marks)
        told = self._told(side, heard, marks, found) if found else ()
        return tuple((match.by.pattern.text, s._replace(turn=index)) for match, s in told)

    def _heard(self, turn: Turn) -> tuple["_Side", Heard, Marks]:
        side = self._side_of(turn)
        heard = side.chunks.hear(turn.text)
        return side, heard, marks_of(heard.codes)

    def _side_of(self, turn: Turn) -> "_Side":
        return self._collector if turn.speaker is Speaker.COLLECTOR else self._consumer

    def _told(
        self, side: "_Side", heard: Heard, marks: Marks, matches: Sequence[Found]
    ) -> Iterator[tuple[Found, Signal]]:
        """What each match says, but for those that the words around it take for something else."""
        labels, text, places = self._labels, heard.text, heard.places()
        scope: Scope | None = None
        for match in matches:
            first, last, key, _ = match
            name, kind, scoped, _ = labels[key]
            standing = PLAIN
            if scoped:
                scope = scope or self._scope(side, heard, marks, places)
                standing = scope.standing(match)
            start, end = places[first][0], places[last - 1][1]
            if name == "open_question" and tells(text, start, end):
                continue
            yield match, Signal(name, kind, 0, start, end, text[start:end], *standing)

    def _in_context(
        self,
        before: Reading,
        signals: tuple[Signal, ...],
        said: _Said,
        turn: Turn,
        index: int,
    ) -> tuple[Signal, ...]:
        money, _, dates = said.numbers
        words = partial(self._side_of(turn).chunks.words_seen, turn.text)
        more = answers_to(before, Short(signals, money, dates, turn.text, index, words))
        return tuple(sorted((*signals, *more), key=lambda s: (s.start, s.end))) if more else signals

    def _scope(
        self, side: "_Side", heard: Heard, marks: Marks, places: Sequence[tuple[int, int]]
    ) -> Scope:
        found = side.cues.find(heard.codes, marks)
        if found:
            found += side.cues_to_cues.find(heard.codes, marks)
        cues = [
            (cue, Span(match.start, match.end))
            for match in found
            if (cue := self._labels[match.key].cue)
        ]
        return Scope(heard.codes, cues, quoted_spans(heard.text, places))

    def _words_heard(self, families: Iterable[SignalFamily]) -> Iterable[list[str]]:
        examples = (spec.should_match for family in families for spec in family.signals.values())
        return map(self._cutter.literal, chain.from_iterable(examples))

    def _side(
        self, keyed: Sequence[tuple[int, Pattern, str]], side: str, heard: Iterable[list[str]]
    ) -> _Side:
        ours = [(key, pattern) for key, pattern, by in keyed if by in (side, "anyone")]
        alphabet = Alphabet((pattern for _, pattern in ours), self._cutter.literal, heard)
        ranks: dict[Rank, list[tuple[int, Pattern]]] = {rank: [] for rank in Rank}
        for key, pattern in ours:
            ranks[self._rank(key)].append((key, pattern))
        engines = (Engine(ranks[rank], alphabet) for rank in Rank)
        return _Side(Chunks(self._cutter, alphabet.codes), *engines)

    def _rank(self, key: int) -> Rank:
        cue = self._labels[key].cue
        if cue is None:
            return Rank.SIGNAL
        return Rank.CUE_TO_CUE if cue in DEPENDENT else Rank.CUE

    def _keyed(
        self, families: Iterable[SignalFamily], cues: SignalFamily
    ) -> Iterable[tuple[int, Pattern, str]]:
        for family in (cues, *families):
            for name, spec in family.signals.items():
                key = self._key(name, spec, Cue(name) if family is cues else None)
                for pattern in family.parsed(name):
                    yield key, pattern, family.speaker

    def _key(self, name: str, spec: SignalSpec, cue: Cue | None) -> int:
        """A signal that several families know is still one signal."""
        if name not in self._keys:
            self._keys.append(name)
            self._labels.append(_Label(*split_name(name), spec.scope == "read", cue))
        return self._keys.index(name)


def _typed(patterns: Iterable[Pattern]) -> frozenset[str]:
    return frozenset().union(*(typed_words(pattern.items) for pattern in patterns))


@cache
def load_cues() -> SignalFamily:
    """The words that decide on the scope of signals."""
    (cues,) = load_families(CUES)
    return cues


@cache
def shipped_reader() -> Reader:
    """The reader with the signals that ship with Right Party, built once in a process."""
    return Reader(load_families())


def read(
    turn: Turn, index: int = 0, before: Reading | None = None, today: date | None = None
) -> Reading:
    """What one turn says, read with the shipped signals."""
    return shipped_reader().read(turn, index, before, today)
