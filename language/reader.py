"""Reading a turn once: words, signals with their scope, amounts, rhythms and days."""

from collections.abc import Iterable, Sequence
from datetime import date
from functools import cache
from typing import NamedTuple

from calls.turn import Speaker, Transcript, Turn
from language.chunks import Chunks, Cutter, find_runs
from language.engine import Engine, Found, Woken, longest_spans
from language.inflection import regular_forms
from language.names import split_name
from language.numbers import NOTHING, read_numbers
from language.patterns import Pattern, typed_words
from language.quotes import quoted_spans
from language.reading import Reading, Signal
from language.scope import FOLDER as CUES
from language.scope import PLAIN, Cue, Scope, Span
from language.signals import SignalFamily, SignalSpec, load_families
from language.spelling import Speller


class _Label(NamedTuple):
    """What a key of the engine stands for: a signal, or a cue to the scope of signals."""

    name: str
    kind: str
    scoped: bool
    cue: Cue | None


class _Side(NamedTuple):
    """All that is needed to read one side of the call."""

    engine: Engine
    chunks: Chunks


class Reader:
    """Reads turns with the signal families it was built from; safe to share between threads."""

    def __init__(self, families: Iterable[SignalFamily]) -> None:
        self._labels: list[_Label] = []
        self._keys: list[str] = []
        keyed = [(key, pattern, by) for key, pattern, by in self._keyed(families, load_cues())]
        self._cutter = Cutter(Speller(_vocabulary(pattern for _, pattern, _ in keyed)))
        self._collector = self._side(keyed, "collector")
        self._consumer = self._side(keyed, "consumer")

    def read(
        self,
        turn: Turn,
        index: int = 0,
        before: Reading | None = None,
        today: date | None = None,
    ) -> Reading:
        """What one turn says; `before` is the reading of the turn it answers."""
        side = self._collector if turn.speaker is Speaker.COLLECTOR else self._consumer
        text, chunks = turn.text, side.chunks
        fills, words, amount = 0, 0, False
        codes: list[str] = []
        woken: list[Woken] = []
        stems: list[str] = []
        for run in find_runs(text):
            code, fill, wakes, count, stem, has_amount, _, _ = chunks[run]
            codes.append(code)
            fills |= fill
            words += count
            if wakes:
                woken += wakes
            if stem:
                stems += stem
            if has_amount:
                amount = True
        coded = "".join(codes)
        found = side.engine.find(coded, fills, woken) if woken else ()
        money, schedules, dates = (
            read_numbers(
                turn,
                today,
                chunks.respelled(text),
                before is not None and before.has("ask_identifier"),
            )
            if amount
            else NOTHING
        )
        return Reading(
            turn,
            index,
            words,
            frozenset(stems),
            self._signals(turn, index, coded, found, chunks) if found else (),
            money,
            schedules,
            dates,
        )

    def read_call(self, transcript: Transcript) -> tuple[Reading, ...]:
        """Every turn of a call in order, each read as an answer to the one before."""
        today = transcript.began_at.date() if transcript.began_at else None
        readings: list[Reading] = []
        for index, turn in enumerate(transcript.turns):
            readings.append(self.read(turn, index, readings[-1] if readings else None, today))
        return tuple(readings)

    def words_read(self, text: str) -> list[str]:
        """The words of a text as patterns see them, for those who write them."""
        return self._cutter.literal(text)

    def matching_patterns(self, turn: Turn) -> frozenset[tuple[str, str]]:
        """Which patterns of which signals a turn holds, for those who write them."""
        side = self._collector if turn.speaker is Speaker.COLLECTOR else self._consumer
        chunks = [side.chunks[run] for run in find_runs(turn.text)]
        fills = 0
        for chunk in chunks:
            fills |= chunk.fills
        woken = [woken for chunk in chunks for woken in chunk.wakes]
        found = side.engine.find("".join(chunk.codes for chunk in chunks), fills, woken)
        return frozenset(
            (self._keys[match.key], side.engine.texts[match.by.number]) for match in found
        )

    def _signals(
        self, turn: Turn, index: int, codes: str, found: Sequence[Found], chunks: Chunks
    ) -> tuple[Signal, ...]:
        labels, text = self._labels, turn.text
        matches: list[Found] = []
        cues: list[tuple[Cue, Span]] = []
        for match in found:
            cue = labels[match[2]].cue
            if cue is None:
                matches.append(match)
            else:
                cues.append((cue, Span(match[0], match[1])))
        if not matches:
            return ()
        places = chunks.spans(text)
        scope = Scope(codes, cues, quoted_spans(text, places))
        signals = []
        for match in longest_spans(matches):
            name, kind, scoped, _ = labels[match[2]]
            standing = scope.standing(match) if scoped else PLAIN
            start, end = places[match[0]][0], places[match[1] - 1][1]
            signals.append(Signal(name, kind, index, start, end, text[start:end], *standing))
        return tuple(signals)

    def _side(self, keyed: Sequence[tuple[int, Pattern, str]], side: str) -> _Side:
        patterns = ((key, pattern) for key, pattern, by in keyed if by in (side, "anyone"))
        engine = Engine(patterns, self._cutter.literal)
        return _Side(engine, Chunks(self._cutter, engine))

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


def _vocabulary(patterns: Iterable[Pattern]) -> set[str]:
    typed = {word for pattern in patterns for word in typed_words(pattern.items)}
    return {form for word in typed for form in regular_forms(word)}


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
