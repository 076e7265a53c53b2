"""Finding the patterns in a turn: a word becomes a character, a pattern a regular expression.

A pattern is tried only on turns that hold its rarest mark - a word, or two side by side - and marks
for two more of its parts. What it finds equals spaCy's Matcher over all patterns, longest spans
kept; the tests hold the two against each other. Why not the Matcher itself: decisions 0010, 0014.
"""

import re
from bisect import bisect_left
from collections.abc import Callable, Iterable
from itertools import chain
from typing import NamedTuple

from language.anchors import ALWAYS, Commonness, Marks, Shape, Shapes
from language.codes import OTHER, Codes
from language.compiling import Compiler, Lexicon
from language.patterns import Pattern
from language.spelling import lexicon

_Look = Callable[..., re.Match[str] | None]
_new = tuple.__new__  # a named tuple takes its time over its names


class Found(NamedTuple):
    """A match: which signal, from which character code to which, and by which pattern."""

    start: int
    end: int
    key: int
    by: "Woken"


class Woken:
    """One pattern: the marks that it wants to see in a turn, and how it is looked for.

    It is compiled when it is tried for the first time; many never are. What was compiled is left
    out where a pattern is kept in a file.
    """

    __slots__ = (
        "_compiler",
        "_matcher",
        "_shape",
        "anchor",
        "key",
        "longest",
        "number",
        "pattern",
        "search",
        "wants",
        "wants_too",
    )

    def __init__(
        self, key: int, number: int, pattern: Pattern, shape: Shape, compiler: Compiler
    ) -> None:
        self.key = key
        self.number = number
        self.pattern = pattern
        self.anchor, self.wants, self.wants_too, *_ = (*shape.holds, ALWAYS, ALWAYS)
        varies = shape.least != shape.most and not pattern.ends
        self.longest = shape.most if varies else 0  # 0: every match has the same length
        self.search: _Look = self._first_search
        self._shape = shape
        self._compiler = compiler

    def __reduce__(self) -> tuple[object, ...]:
        return Woken, (self.key, self.number, self.pattern, self._shape, self._compiler)

    def _compile(self) -> None:
        self._matcher = re.compile(self._compiler.regex(self.pattern))
        self.search = self._matcher.search

    def _first_search(self, codes: str, start: int = 0) -> re.Match[str] | None:
        self._compile()
        return self.search(codes, start)

    def stretched(self, codes: str, start: int, end: int) -> int:
        """Where the longest match from `start` ends."""
        whole, lasts = self._matcher.fullmatch, self._shape.lasts
        if lasts is not None and lasts.isdisjoint(codes[end : start + self.longest]):
            return end
        for later in range(min(start + self.longest, len(codes)), end, -1):
            if (lasts is None or codes[later - 1] in lasts) and whole(codes, start, later):
                return later
        return end

    def asks_for(self, codes: str, match: Found, place: int) -> bool:
        """Whether a match hangs on the word at `place`, or has it in a gap."""
        without = codes[:place] + OTHER + codes[place + 1 :]
        return self._matcher.fullmatch(without, match.start, match.end) is None


class Alphabet:
    """What all engines share: a character for each word of a pattern.

    `heard` are sentences that people say on such calls, as they are read: what a pattern is known
    by should be rare in them.
    """

    def __init__(
        self,
        patterns: Iterable[Pattern],
        read: Callable[[str], list[str]],
        heard: Iterable[list[str]],
    ) -> None:
        words = Lexicon(read)
        self.codes = Codes(chain.from_iterable(words.vocabulary(pattern) for pattern in patterns))
        calls = ("".join(map(self.codes.of, sentence)) for sentence in heard)
        self._shapes = Shapes(words, self.codes, Commonness(calls, self._in_english))
        self._compiler = Compiler(words, self.codes)

    def woken(self, keyed: Iterable[tuple[int, Pattern]]) -> list[Woken]:
        """Patterns made ready, each with the key that its matches have."""
        return [
            Woken(key, number, pattern, self._shapes.of(pattern), self._compiler)
            for number, (key, pattern) in enumerate(keyed)
        ]

    def _in_english(self, mark: str) -> float:
        return lexicon().get(self.codes.word(mark), 0) / 1e10


class Engine:
    """Patterns that are looked for together."""

    def __init__(self, patterns: Iterable[Woken]) -> None:
        self._wakes: dict[str, tuple[Woken, ...]] = {}
        for one in patterns:
            for mark in one.anchor:
                self._wakes[mark] = (*self._wakes.get(mark, ()), one)
        self._known = frozenset(self._wakes)

    def find(self, codes: str, marks: Marks) -> list[Found]:
        """Every match in a turn of characters, given its marks."""
        found: list[Found] = []
        here = self._known & marks
        if not here:
            return found
        woken: set[Woken] = set()
        for one in woken.union(*map(self._wakes.__getitem__, here)):
            if not (one.wants.isdisjoint(marks) or one.wants_too.isdisjoint(marks)):
                _collect(one, codes, found)
        return found


def _collect(woken: Woken, codes: str, found: list[Found]) -> None:
    """Every place the pattern starts at, with the longest match from there."""
    match = woken.search(codes)
    while match:
        start, end = match.span()
        if woken.longest:
            end = woken.stretched(codes, start, end)
        found.append(_new(Found, (start, end, woken.key, woken)))
        match = woken.search(codes, start + 1)  # not kept in a name: the first one compiles


def longest_spans(found: Iterable[Found]) -> list[Found]:
    """Of overlapping matches of one signal the longest, then the first; in order of position."""
    by_key: dict[int, list[Found]] = {}
    for match in found:
        by_key.setdefault(match[2], []).append(match)
    kept = []
    for matches in by_key.values():
        kept += matches if len(matches) == 1 else _apart(matches)
    kept.sort()
    return kept


def _apart(matches: list[Found]) -> list[Found]:
    kept: list[Found] = []
    starts: list[int] = []
    for match in sorted(matches, key=lambda m: (m.start - m.end, m.start, m.by.number)):
        at = bisect_left(starts, match.start)
        after = at == len(kept) or match.end <= starts[at]
        if after and (at == 0 or kept[at - 1].end <= match.start):
            kept.insert(at, match)
            starts.insert(at, match.start)
    return kept
