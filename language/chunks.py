"""What reading needs of each run of letters between spaces, worked out once per run and kept."""

import re
import threading
from collections.abc import Callable, Iterator
from typing import NamedTuple

from spacy.tokens import Doc

from language.engine import Engine, Woken, is_break, is_pause
from language.numbers import ANCHORS
from language.spelling import Speller, content_stem, short_forms
from language.words import Tokeniser, build_tokeniser

_RUN = re.compile(r"\n|\S+")
_DIGIT = re.compile(r"\d")
_MOST = 200_000  # different runs in one process; then the tokeniser starts afresh
find_runs: Callable[[str], list[str]] = _RUN.findall


class Chunk(NamedTuple):
    """One run as one side of the call reads it.

    `codes` has a character for each word that patterns see, `spans` their places in the run;
    `respelled` has the words that are read otherwise than they are typed.
    """

    codes: str
    fills: int
    wakes: tuple[Woken, ...]
    words: int
    stems: tuple[str, ...]
    amount: bool
    spans: tuple[tuple[int, int], ...]
    respelled: tuple[tuple[int, str], ...]


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


class Chunks(dict[str, Chunk]):
    """The runs one side of the call has used so far, each looked up by its letters."""

    def __init__(self, cutter: Cutter, engine: Engine) -> None:
        super().__init__()
        self._cutter = cutter
        self._engine = engine

    def __missing__(self, run: str) -> Chunk:
        if len(self) >= _MOST:
            self.clear()
            self._cutter.restart()
        chunk = self[run] = self._read(run)
        return chunk

    def _read(self, run: str) -> Chunk:
        tokens = [(token.norm_, token.idx, len(token.text)) for token in self._cutter.cut(run)]
        seen = [(norm, at, size) for norm, at, size in tokens if not self._cutter.drops(norm)]
        entries = [self._engine.entry(norm) for norm, _, _ in seen]
        words = [norm for norm, _, _ in tokens if not (is_break(norm) or is_pause(norm))]
        return Chunk(
            codes="".join(entry.code for entry in entries),
            fills=_all_bits(entry.fills for entry in entries),
            wakes=tuple(woken for entry in entries for woken in entry.wakes),
            words=len(words),
            stems=tuple(stem for word in words if (stem := content_stem(word))),
            amount=not ANCHORS.isdisjoint(words) or _DIGIT.search(run) is not None,
            spans=tuple((at, at + size) for _, at, size in seen),
            respelled=tuple((at, norm) for norm, at, size in tokens if norm != run[at : at + size]),
        )

    def spans(self, text: str) -> list[tuple[int, int]]:
        """Where each character code of a turn stands in its text."""
        places: list[tuple[int, int]] = []
        at = 0
        for run in find_runs(text):
            at = text.find(run, at)
            places += [(at + start, at + end) for start, end in self[run].spans]
            at += len(run)
        return places

    def respelled(self, text: str) -> dict[int, str]:
        """The words of a turn that are read otherwise than they are typed, by where they begin."""
        return {
            run.start() + at: norm
            for run in _RUN.finditer(text)
            for at, norm in self[run[0]].respelled
        }


def _all_bits(fills: Iterator[int]) -> int:
    bits = 0
    for fill in fills:
        bits |= fill
    return bits
