"""What reading needs of each run of letters between spaces, worked out once per run and kept."""

import re
import threading
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from itertools import chain
from typing import NamedTuple

from spacy.tokens import Doc

from language.codes import Codes, is_break, is_pause
from language.line import Line, Pieces, Span, cut_pieces
from language.numbers import ANCHORS
from language.repeats import said_once
from language.spelling import Speller, content_stem, short_forms
from language.unmarked import in_lines
from language.words import Tokeniser, build_tokeniser

_LONGEST = 64  # letters of a run; no word has more, and the tokeniser takes its time over them
_RUN = re.compile(rf"\n|\S{{1,{_LONGEST}}}")
_DIGIT = re.compile(r"\d")
_HALF_CHARACTER = re.compile("[\ud800-\udfff]")  # broken text; spaCy takes whole ones alone
_MOST_FIGURES, _MOST_RUNS = 150, 2_000  # of a line; what people say at a time has fewer
_MOST = 200_000  # different runs in one process; then the tokeniser starts afresh
find_runs: Callable[[str], list[str]] = _RUN.findall


class Chunk(NamedTuple):
    """One run as it is read.

    `seen` are the words that patterns see, `codes` has a character for each of them, `spans` their
    places in the run.
    `said` is what of it are words, joined by spaces.
    `pieces` are the words that numbers are looked for in, where there are any.
    """

    codes: str
    words: int
    stems: tuple[str, ...]
    amount: bool
    spans: tuple[Span, ...]
    seen: tuple[str, ...]
    said: str
    pieces: Pieces


class Heard(NamedTuple):
    """A turn, run by run."""

    text: str
    runs: Sequence[str]
    codes: str
    words: int
    stems: frozenset[str]
    amounts: Sequence[bool]
    spans: Sequence[Sequence[Span]]
    pieces: Sequence[Pieces]

    def places(self) -> list[Span]:
        """Where each character code stands in the text."""
        return _places(self.text, self.runs, self.spans)

    def lines(self) -> Iterator[Line]:
        """The turn as a line to look for numbers in; several where nobody could have said it."""
        at = done = 0
        for part in self._stretches():
            for run in self.runs[done : part.start]:
                at = self.text.find(run, at) + len(run)
            done, runs = part.start, self.runs[part]
            words, tags, spans = zip(*self.pieces[part], strict=True)
            places = partial(_places, self.text, runs, spans, at)
            yield Line(tuple(_all(words)), tuple(_all(tags)), places)

    def _stretches(self) -> Iterator[slice]:
        """Each number is held against each other one, so a line has only so many."""
        first = held = 0
        for n, amount in enumerate(self.amounts):
            if held > _MOST_FIGURES or n - first == _MOST_RUNS:
                yield slice(first, n)
                first, held = n, 0
            if amount:
                held += len(self.pieces[n].words)
        yield slice(first, len(self.runs))


def _places(
    text: str, runs: Sequence[str], spans: Sequence[Sequence[Span]], at: int = 0
) -> list[Span]:
    """Spans within runs as spans of the text, in which the first run is looked for from `at` on."""
    places: list[Span] = []
    for run, inside in zip(runs, spans, strict=True):
        at = text.find(run, at)
        for start, end in inside:
            places.append((at + start, at + end))
        at += len(run)
    return places


_SILENCE = Heard("", (), "", 0, frozenset(), amounts=(), spans=(), pieces=())
_all = chain.from_iterable


_HESITATES = re.compile(r"(?<=[\w']) (?:um+|uh+|er|erm|uhm), (?=[a-z])")
"""In the midst of a clause, where the comma after it parts nothing."""


def _without_comma(found: re.Match[str]) -> str:
    return found[0].replace(",", " ")


class Cutter:
    """Cuts text into words as spaCy does, each read as its writer meant it."""

    def __init__(self, speller: Speller) -> None:
        self._speller = speller
        self._fillers = frozenset(short_forms().fillers)
        self._busy = threading.Lock()
        self._tokenise: Tokeniser = build_tokeniser(speller.read)

    def __reduce__(self) -> tuple[object, ...]:
        return Cutter, (self._speller,)  # without the lock, and with a vocabulary of its own

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
    """The runs that were used so far, each looked up by its letters."""

    def __init__(self, cutter: Cutter, codes: Codes) -> None:
        super().__init__()
        self._cutter = cutter
        self._codes = codes

    def __reduce__(self) -> tuple[object, ...]:
        return Chunks, (self._cutter, self._codes)

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
        whole = _HALF_CHARACTER.sub("\ufffd", run)
        tokens = [(token.norm_, token.idx, len(token.text)) for token in self._cutter.cut(whole)]
        seen = [(norm, at, size) for norm, at, size in tokens if not self._cutter.drops(norm)]
        words = [norm for norm, _, _ in tokens if not (is_break(norm) or is_pause(norm))]
        return Chunk(
            codes="".join(self._codes.of(norm) for norm, _, _ in seen),
            words=len(words),
            stems=tuple(stem for word in words if (stem := content_stem(word))),
            amount=not ANCHORS.isdisjoint(words) or _DIGIT.search(run) is not None,
            spans=tuple((at, at + size) for _, at, size in seen),
            seen=tuple(norm for norm, _, _ in seen),
            said=" ".join(norm for norm, _, _ in seen if norm[0].isalnum()),
            pieces=cut_pieces(
                run, {at: norm for norm, at, size in tokens if norm != run[at : at + size]}
            ),
        )

    def hear(self, text: str) -> Heard:
        """A turn, run by run."""
        text = in_lines(_HESITATES.sub(_without_comma, text))
        runs = find_runs(said_once(text))
        if not runs:
            return _SILENCE
        codes, words, stems, amounts, spans, _, _, pieces = zip(
            *map(self.__getitem__, runs), strict=True
        )
        return Heard(
            text,
            runs,
            "".join(codes),
            sum(words),
            frozenset(_all(stems)),
            amounts,
            spans,
            pieces,
        )

    def words_seen(self, text: str) -> list[str]:
        """The words of a text as patterns see them."""
        return [word for run in find_runs(said_once(text)) for word in self[run].seen]

    def said(self, text: str) -> str:
        """The words of a text without its marks, with a space before and behind each."""
        words = filter(None, [self[run].said for run in find_runs(said_once(text))])
        return f" {' '.join(words)} "
