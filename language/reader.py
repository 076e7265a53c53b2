"""Reading a turn once: words, signals with their scope, amounts, rhythms and days."""

import threading
from collections.abc import Iterable
from datetime import date
from functools import cache
from typing import NamedTuple

from spacy.tokens import Doc

from calls.turn import Speaker, Transcript, Turn
from language.engine import Engine, Found, Woken, is_break, is_pause, longest_spans
from language.inflection import regular_forms
from language.names import split_name
from language.numbers import Amounts, anchors_amount, read_amounts
from language.patterns import Pattern, typed_words
from language.reading import Reading, Signal
from language.signals import SignalFamily, load_families
from language.spelling import Speller, content_stem, short_forms
from language.words import build_tokeniser, norms_of

_MOST_WORDS = 200_000  # different words in one process; then the tokeniser starts afresh
_SIDES = ("collector", "consumer")
_NO_AMOUNTS: Amounts = ((), (), ())


class _Label(NamedTuple):
    name: str
    kind: str
    scoped: bool


class _Known(NamedTuple):
    """What reading needs of a word, worked out once: `code` is empty where patterns skip it."""

    code: str
    fills: int
    wakes: tuple[Woken, ...]
    is_word: bool
    stem: str
    amount: bool


class Reader:
    """Reads turns with the signal families it was built from; safe to share between threads."""

    def __init__(self, families: Iterable[SignalFamily]) -> None:
        self._labels: list[_Label] = []
        keyed = self._keyed(families)
        self._fillers = frozenset(short_forms().fillers)
        self._speller = Speller(_vocabulary(pattern for _, pattern, _ in keyed))
        self._cutting = threading.Lock()
        self._tokenise = build_tokeniser(self._speller.read)
        self._engines = {
            side: Engine(
                ((key, p) for key, p, by in keyed if by in (side, "anyone")), self._literal
            )
            for side in _SIDES
        }
        self._known: dict[str, dict[int, _Known]] = {side: {} for side in _SIDES}

    def read(
        self,
        turn: Turn,
        index: int = 0,
        before: Reading | None = None,
        today: date | None = None,
    ) -> Reading:
        """What one turn says; `before` is the reading of the turn it answers."""
        side = "collector" if turn.speaker is Speaker.COLLECTOR else "consumer"
        with self._cutting:
            doc = self._tokenise(turn.text)
        words, fills, amount = 0, 0, False
        content: list[str] = []
        codes: list[str] = []
        places: list[int] = []
        woken: list[Woken] = []
        known = self._known[side]
        for place, norm in enumerate(norms_of(doc)):
            word = known.get(norm) or self._learn(side, norm, doc)
            if word.code:
                codes.append(word.code)
                places.append(place)
                fills |= word.fills
                woken += word.wakes
            if word.is_word:
                words += 1
                if word.stem:
                    content.append(word.stem)
                amount = amount or word.amount
        matches = self._engines[side].find("".join(codes), fills, woken) if woken else []
        money, schedules, dates = read_amounts(doc, turn, today) if amount else _NO_AMOUNTS
        return Reading(
            turn=turn,
            index=index,
            words=words,
            content=frozenset(content),
            signals=self._signals(doc, places, longest_spans(matches), index),
            money=money,
            schedules=schedules,
            dates=dates,
        )

    def read_call(self, transcript: Transcript) -> tuple[Reading, ...]:
        """Every turn of a call in order, each read as an answer to the one before."""
        today = transcript.began_at.date() if transcript.began_at else None
        readings: list[Reading] = []
        for index, turn in enumerate(transcript.turns):
            readings.append(self.read(turn, index, readings[-1] if readings else None, today))
        return tuple(readings)

    def _signals(
        self, doc: Doc, places: list[int], matches: list[Found], index: int
    ) -> tuple[Signal, ...]:
        return tuple(self._signal(doc, places, match, index) for match in matches)

    def _signal(self, doc: Doc, places: list[int], match: Found, index: int) -> Signal:
        last = doc[places[match.end - 1]]
        start, end = doc[places[match.start]].idx, last.idx + len(last.text)
        label = self._labels[match.key]
        return Signal(label.name, label.kind, index, start, end, doc.text[start:end])

    def _keyed(self, families: Iterable[SignalFamily]) -> list[tuple[int, Pattern, str]]:
        keyed: list[tuple[int, Pattern, str]] = []
        for family in families:
            for name, spec in family.signals.items():
                self._labels.append(_Label(*split_name(name), spec.scope == "read"))
                key = len(self._labels) - 1
                keyed += [(key, pattern, family.speaker) for pattern in family.parsed(name)]
        return keyed

    def _literal(self, text: str) -> list[str]:
        """How a word of a pattern is read: the same way as a word of a turn."""
        norms = (token.norm_ for token in self._tokenise(text))
        return [norm for norm in norms if not self._dropped(norm)]

    def _dropped(self, norm: str) -> bool:
        return norm in self._fillers or is_pause(norm)

    def _learn(self, side: str, norm: int, doc: Doc) -> _Known:
        with self._cutting:
            known = self._known[side]
            if len(known) > _MOST_WORDS:
                known.clear()
                self._tokenise = build_tokeniser(self._speller.read)
            word = doc.vocab.strings[norm]
            entry = self._engines[side].entry(word)
            known[norm] = _Known(
                code="" if self._dropped(word) else entry.code,
                fills=entry.fills,
                wakes=entry.wakes,
                is_word=not (is_break(word) or is_pause(word)),
                stem=content_stem(word),
                amount=anchors_amount(word),
            )
            return known[norm]


def _vocabulary(patterns: Iterable[Pattern]) -> set[str]:
    typed = {word for pattern in patterns for word in typed_words(pattern.items)}
    return {form for word in typed for form in regular_forms(word)}


@cache
def shipped_reader() -> Reader:
    """The reader with the signals that ship with Right Party, built once in a process."""
    return Reader(load_families())


def read(
    turn: Turn, index: int = 0, before: Reading | None = None, today: date | None = None
) -> Reading:
    """What one turn says, read with the shipped signals."""
    return shipped_reader().read(turn, index, before, today)
