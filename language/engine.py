"""Finding the patterns in a turn: a word becomes a character, a pattern a regular expression.

A pattern is tried only on turns that hold its rarest required word and, beside it, a word for every
other required place. What it finds equals spaCy's Matcher over all patterns, longest spans kept;
the tests hold the two against each other. Why not the Matcher itself: decision record 0010.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from operator import itemgetter
from typing import NamedTuple

from language.codes import ENDS, OTHER, Codes, classes_of
from language.compiling import Compiler, Lexicon
from language.patterns import NUMBER, Pattern
from language.spelling import lexicon

_Look = Callable[..., re.Match[str] | None]


class Found(NamedTuple):
    """A match: which signal, from which character code to which, and by which pattern."""

    start: int
    end: int
    key: int
    by: "Woken"


class Entry(NamedTuple):
    """What the engine knows of one word: its character, the places it fills, whom it wakes."""

    code: str
    fills: int
    wakes: tuple["Woken", ...]


@dataclass(frozen=True, slots=True, eq=False)
class Woken:
    """One pattern, compiled: what it needs in a turn, and how it is looked for."""

    key: int
    number: int
    needs: int
    search: _Look
    whole: _Look
    longest: int  # 0: every match has the same length
    lasts: frozenset[str]  # the characters a match can end with
    begin: _Look | None  # looks where a sentence begins only

    def asks_for(self, codes: str, match: Found, place: int) -> bool:
        """Whether a match hangs on the word at `place`, or has it in a gap."""
        without = codes[:place] + OTHER + codes[place + 1 :]
        return self.whole(without, match.start, match.end) is None


class Engine:
    """All patterns of one side of the call, compiled together.

    `heard` counts the words of what people say on such calls: an anchor should be rare in it.
    """

    def __init__(
        self,
        keyed: Iterable[tuple[int, Pattern]],
        read: Callable[[str], list[str]],
        heard: Mapping[str, int],
    ) -> None:
        patterns = list(keyed)
        self.texts = tuple(pattern.text for _, pattern in patterns)
        words = Lexicon(read)
        self._codes = Codes(w for _, pattern in patterns for w in words.vocabulary(pattern))
        self._compiler = Compiler(words, self._codes, _Commonness(heard))
        self._places: dict[frozenset[str], int] = {}
        self._wakes: dict[str, list[Woken]] = {}
        for number, (key, pattern) in enumerate(patterns):
            self._add(number, key, pattern)
        self._fills = self._places_by_word()

    def entry(self, word: str) -> Entry:
        """How the engine sees a word; callers keep the answer."""
        names = (word, *classes_of(word))
        fills = 0
        for name in names:
            fills |= self._fills.get(name, 0)
        wakes = tuple(woken for name in names for woken in self._wakes.get(name, ()))
        return Entry(self._codes.of(word), fills, wakes)

    def find(self, codes: str, fills: int, woken: Iterable[Woken]) -> list[Found]:
        """Every match in a turn of characters, given the places its words fill."""
        found: list[Found] = []
        missing = ~fills
        beginnings: list[int] | None = None
        for one in woken:
            if one.needs & missing:
                continue
            if one.begin is None:
                _collect(one, codes, found)
            else:
                beginnings = beginnings or _beginnings(codes)
                _collect_at(one, one.begin, codes, beginnings, found)
        return found

    def _add(self, number: int, key: int, pattern: Pattern) -> None:
        places = self._compiler.places(pattern)
        matcher = re.compile(self._compiler.regex(pattern))
        woken = Woken(
            key=key,
            number=number,
            needs=sum(self._place(place) for place in set(places)),
            search=matcher.search,
            whole=matcher.fullmatch,
            longest=self._compiler.longest(pattern),
            lasts=self._compiler.lasts(pattern.items),
            begin=matcher.match if pattern.starts else None,
        )
        for word in places[0]:
            self._wakes.setdefault(word, []).append(woken)

    def _place(self, words: frozenset[str]) -> int:
        return 1 << self._places.setdefault(words, len(self._places))

    def _places_by_word(self) -> dict[str, int]:
        fills: dict[str, int] = {}
        for words, place in self._places.items():
            for word in words:
                fills[word] = fills.get(word, 0) | 1 << place
        return fills


class _Commonness:
    """How often a word is to be expected: on calls first, in English at large after that."""

    def __init__(self, heard: Mapping[str, int]) -> None:
        self._heard = heard

    def __call__(self, word: str) -> float:
        if word == NUMBER:
            return 1e9  # most turns that name anything name a number
        return self._heard.get(word, 0) + lexicon().get(word, 0) / 1e10


def _collect(woken: Woken, codes: str, found: list[Found]) -> None:
    """Every place the pattern starts at, with the longest match from there."""
    search = woken.search
    match = search(codes, 0)
    while match:
        start, end = match.span()
        if woken.longest:
            end = _stretch(woken, codes, start, end)
        found.append(Found(start, end, woken.key, woken))
        match = search(codes, start + 1)


def _collect_at(
    woken: Woken, begin: _Look, codes: str, beginnings: Iterable[int], found: list[Found]
) -> None:
    """The same for a pattern that starts where a sentence does."""
    for start in beginnings:
        match = begin(codes, start)
        if match:
            end = match.end()
            if woken.longest:
                end = _stretch(woken, codes, start, end)
            found.append(Found(start, end, woken.key, woken))


def _beginnings(codes: str) -> list[int]:
    return [0, *(place + 1 for place, code in enumerate(codes) if code in ENDS)]


def _stretch(woken: Woken, codes: str, start: int, end: int) -> int:
    lasts = woken.lasts
    for later in range(min(start + woken.longest, len(codes)), end, -1):
        if codes[later - 1] in lasts and woken.whole(codes, start, later):
            return later
    return end


def longest_spans(found: Iterable[Found]) -> list[Found]:
    """Of overlapping matches of one signal the longest, then the first; in order of position."""
    by_key: dict[int, list[Found]] = {}
    for match in found:
        by_key.setdefault(match[2], []).append(match)
    kept = []
    for matches in by_key.values():
        kept += matches if len(matches) == 1 else _apart(matches)
    kept.sort(key=_position)
    return kept


_position = itemgetter(0, 1, 2)


def _apart(matches: list[Found]) -> list[Found]:
    kept: list[Found] = []
    for match in sorted(matches, key=lambda m: (m.start - m.end, m.start, m.by.number)):
        if all(match.end <= other.start or other.end <= match.start for other in kept):
            kept.append(match)
    return kept
