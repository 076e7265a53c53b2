"""What reading needs of each run of letters between spaces, worked out once per run and kept."""

import re
import threading
from collections.abc import Callable, Iterable, Sequence
from enum import IntEnum
from functools import reduce
from itertools import chain
from operator import or_
from typing import NamedTuple

from spacy.tokens import Doc

from language.codes import is_break, is_pause
from language.engine import Engine, Entry, Woken
from language.numbers import ANCHORS
from language.spelling import Speller, content_stem, short_forms
from language.words import Tokeniser, build_tokeniser

_RUN = re.compile(r"\n|\S+")
_DIGIT = re.compile(r"\d")
_MOST = 200_000  # different runs in one process; then the tokeniser starts afresh
find_runs: Callable[[str], list[str]] = _RUN.findall


class Chunk(NamedTuple):
    """One run as one side of the call reads it.

    `codes` has a character for each word that patterns see, `spans` their places in the run. The
    patterns it wakes are those of signals, of cues to their scope, and of cues to the cues.
    `respelled` has the words that are read otherwise than they are typed.
    """

    codes: str
    fills: int
    signals: tuple[Woken, ...]
    cues: tuple[Woken, ...]
    cues_to_cues: tuple[Woken, ...]
    words: int
    stems: tuple[str, ...]
    amount: bool
    spans: tuple[tuple[int, int], ...]
    respelled: tuple[tuple[int, str], ...]


class Heard(NamedTuple):
    """A turn, run by run, as one side of the call reads it."""

    text: str
    runs: Sequence[str]
    codes: str
    fills: int
    signals: Iterable[Woken]
    cues: Iterable[Woken]
    cues_to_cues: Iterable[Woken]
    words: int
    stems: frozenset[str]
    amount: bool
    spans: Sequence[Sequence[tuple[int, int]]]

    def places(self) -> list[tuple[int, int]]:
        """Where each character code stands in the text."""
        places: list[tuple[int, int]] = []
        at = 0
        for run, inside in zip(self.runs, self.spans, strict=True):
            at = self.text.find(run, at)
            for start, end in inside:
                places.append((at + start, at + end))
            at += len(run)
        return places


_all = chain.from_iterable


class Cutter:
    """Cuts text into words as spaCy does, each read as its writer meant it."""

    def __init__(self, speller: Speller) -> None:
        self._speller = speller
        self._fillers = frozenset(short_forms().fillers)
        self._busy = threading.Lock()
        self._tokenise: Tokeniser = build_tokeniser(speller.read)

    def cut(self, text: str) -> Doc:
        """The spaCy document of a text; one thread at a time writes into the vocabulary."""
        with self._busy:
            return self._tokenise(text)

    def literal(self, text: str) -> list[str]:
        """How a word of a pattern is read: the same way as a word of a turn."""
        return [norm for token in self.cut(text) if not self.drops(norm := token.norm_)]

    def drops(self, norm: str) -> bool:
        """Whether patterns are matched as if this word were not there."""
        return norm in self._fillers or is_pause(norm)

    def restart(self) -> None:
        """Forget the words of a long life; a document that is still in use keeps its own."""
        with self._busy:
            self._tokenise = build_tokeniser(self._speller.read)


class Rank(IntEnum):
    """What a pattern is for: only turns with a signal are searched for cues, and so on."""

    SIGNAL = 0
    CUE = 1
    CUE_TO_CUE = 2


class Chunks(dict[str, Chunk]):
    """The runs one side of the call has used so far, each looked up by its letters."""

    def __init__(self, cutter: Cutter, engine: Engine, rank: Callable[[int], Rank]) -> None:
        super().__init__()
        self._rank = rank
        self._cutter = cutter
        self._engine = engine

    def __missing__(self, run: str) -> Chunk:
        if len(self) >= _MOST:
            self.forget()
        chunk = self[run] = self._read(run)
        return chunk

    def forget(self) -> None:
        """Start afresh, with a new vocabulary behind."""
        self.clear()
        self._cutter.restart()

    def _read(self, run: str) -> Chunk:
        tokens = [(token.norm_, token.idx, len(token.text)) for token in self._cutter.cut(run)]
        seen = [(norm, at, size) for norm, at, size in tokens if not self._cutter.drops(norm)]
        entries = [self._engine.entry(norm) for norm, _, _ in seen]
        words = [norm for norm, _, _ in tokens if not (is_break(norm) or is_pause(norm))]
        return Chunk(
            codes="".join(entry.code for entry in entries),
            fills=reduce(or_, (entry.fills for entry in entries), 0),
            signals=self._woken(entries, Rank.SIGNAL),
            cues=self._woken(entries, Rank.CUE),
            cues_to_cues=self._woken(entries, Rank.CUE_TO_CUE),
            words=len(words),
            stems=tuple(stem for word in words if (stem := content_stem(word))),
            amount=not ANCHORS.isdisjoint(words) or _DIGIT.search(run) is not None,
            spans=tuple((at, at + size) for _, at, size in seen),
            respelled=tuple((at, norm) for norm, at, size in tokens if norm != run[at : at + size]),
        )

    def _woken(self, entries: Sequence[Entry], rank: Rank) -> tuple[Woken, ...]:
        woken = (woken for entry in entries for woken in entry.wakes)
        return tuple(dict.fromkeys(one for one in woken if self._rank(one.key) is rank))

    def hear(self, text: str) -> Heard:
        """A turn, run by run."""
        runs = find_runs(text)
        if not runs:
            return _SILENCE
        codes, fills, signals, cues, deep, words, stems, amounts, spans, _ = zip(
            *map(self.__getitem__, runs), strict=True
        )
        return Heard(
            text,
            runs,
            "".join(codes),
            reduce(or_, fills),
            _all(signals),
            _all(cues),
            _all(deep),
            sum(words),
            frozenset(_all(stems)),
            True in amounts,
            spans,
        )

    def respelled(self, text: str) -> dict[int, str]:
        """The words of a turn that are read otherwise than they are typed, by where they begin."""
        return {
            run.start() + at: norm
            for run in _RUN.finditer(text)
            for at, norm in self[run[0]].respelled
        }


_SILENCE = Heard("", (), "", 0, (), (), (), 0, frozenset(), amount=False, spans=())
