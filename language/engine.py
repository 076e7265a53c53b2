"""Finding the patterns in a turn: a word becomes a character, a pattern a regular expression.

A pattern is tried only on turns that hold its rarest required word and, beside it, a word for every
other required place. What it finds equals spaCy's Matcher over all patterns, longest spans kept;
the tests hold the two against each other. Why not the Matcher itself: decision record 0010.
"""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from operator import itemgetter
from typing import NamedTuple

from language.inflection import regular_forms
from language.names import words_of
from language.patterns import (
    NUMBER,
    ORDINAL,
    Choice,
    Class,
    Except,
    Gap,
    Item,
    Items,
    Node,
    Pattern,
    PatternError,
)
from language.patterns import Word as WordNode
from language.spelling import lexicon

BREAK, ASKS = "\u3300", "\u3301"  # the end of a sentence, and of one with a question mark
_OTHER, _OTHER_NUMBER, _OTHER_ORDINAL = "\u3302", "\u3303", "\u3304"
_FIRST_CODE = 0x3400  # from here on no character means anything to `re`
_ANY = f"[^{BREAK}{ASKS}]"
_COMMON = 10**10  # numbers are in most turns, so they make poor anchors

_NUMBER_WORDS = words_of(
    """one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen
    sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety
    hundred thousand grand"""
)
_ORDINAL_WORDS = words_of(
    """first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth
    fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth thirtieth"""
)
_DIGITS = re.compile(r"\d[\d,.]*k?")
_ORDINAL_DIGITS = re.compile(r"\d{1,2}(st|nd|rd|th)")
_STOPS = re.compile(r"[.?!;\s]*[.?!;\n][.?!;\s]*")
_PAUSES = re.compile(r"\.\.+|[^\w$£€%]+")


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


@dataclass(frozen=True, slots=True)
class Woken:
    """One pattern, compiled: what it needs in a turn, and how it is looked for."""

    key: int
    number: int
    needs: int
    search: Callable[..., re.Match[str] | None]
    whole: Callable[..., re.Match[str] | None]
    longest: int  # 0: every match has the same length
    lasts: frozenset[str]  # the characters a match can end with

    def asks_for(self, codes: str, match: Found, place: int) -> bool:
        """Whether a match hangs on the word at `place`, or has it in a gap."""
        without = codes[:place] + _OTHER + codes[place + 1 :]
        return self.whole(without, match.start, match.end) is None


def is_number(word: str) -> bool:
    """Whether a word as it is read is a cardinal number."""
    return word in _NUMBER_WORDS or _DIGITS.fullmatch(word) is not None


def is_ordinal(word: str) -> bool:
    """Whether a word as it is read is an ordinal number."""
    return word in _ORDINAL_WORDS or _ORDINAL_DIGITS.fullmatch(word) is not None


def is_break(word: str) -> bool:
    """Whether a token ends a sentence."""
    return _STOPS.fullmatch(word) is not None and not word.startswith("..")


def is_pause(word: str) -> bool:
    """Whether a token is punctuation within a sentence, which patterns look past."""
    return not is_break(word) and _PAUSES.fullmatch(word) is not None


class Engine:
    """All patterns of one side of the call, compiled together."""

    def __init__(
        self, keyed: Iterable[tuple[int, Pattern]], read: Callable[[str], list[str]]
    ) -> None:
        self._read = read
        self._codes: dict[str, str] = {}
        self._places: dict[frozenset[str], int] = {}
        self._wakes: dict[str, list[Woken]] = {}
        patterns = list(keyed)
        self.texts = tuple(pattern.text for _, pattern in patterns)
        self.vocabulary = frozenset().union(*(self._words_of(p) for _, p in patterns))
        for word in sorted(self.vocabulary):
            self._codes[word] = chr(_FIRST_CODE + len(self._codes))
        for number, (key, pattern) in enumerate(patterns):
            self._add(number, key, pattern)
        self._fills = self._places_by_word()

    def entry(self, word: str) -> Entry:
        """How the engine sees a word; callers keep the answer."""
        names = [
            word,
            *([NUMBER] if is_number(word) else []),
            *([ORDINAL] if is_ordinal(word) else []),
        ]
        fills = 0
        for name in names:
            fills |= self._fills.get(name, 0)
        wakes = tuple(compiled for name in names for compiled in self._wakes.get(name, ()))
        return Entry(self._code(word), fills, wakes)

    def find(self, codes: str, fills: int, woken: Iterable[Woken]) -> list[Found]:
        """Every match in a turn of characters, given the places its words fill."""
        found: list[Found] = []
        missing = ~fills
        for compiled in woken:
            if not compiled.needs & missing:
                _collect(compiled, codes, found)
        return found

    def _code(self, word: str) -> str:
        if is_break(word):
            return ASKS if "?" in word else BREAK
        other = _OTHER_NUMBER if is_number(word) else _OTHER_ORDINAL if is_ordinal(word) else _OTHER
        return self._codes.get(word, other)

    # compiling

    def _add(self, number: int, key: int, pattern: Pattern) -> None:
        required = [self._needed(item.node) for item in pattern.items if not item.optional]
        places = [place for place in required if place]
        if not places:
            raise PatternError(f"{pattern.text!r} asks for no word - name one that must be there")
        regex = "".join(self._regex(item) for item in pattern.items)
        before, after = f"(?<!{_ANY})" * pattern.starts, f"(?!{_ANY})" * pattern.ends
        matcher = re.compile(f"{before}(?:{regex}){after}")
        shortest, longest = self._lengths(pattern.items)
        compiled = Woken(
            key=key,
            number=number,
            needs=sum(self._place(place) for place in set(places)),
            search=matcher.search,
            whole=matcher.fullmatch,
            longest=0 if shortest == longest or pattern.ends else longest,
            lasts=self._lasts(pattern.items),
        )
        for word in min(places, key=_commonness):
            self._wakes.setdefault(word, []).append(compiled)

    def _place(self, words: frozenset[str]) -> int:
        return 1 << self._places.setdefault(words, len(self._places))

    def _places_by_word(self) -> dict[str, int]:
        fills: dict[str, int] = {}
        for words, place in self._places.items():
            for word in words:
                fills[word] = fills.get(word, 0) | 1 << place
        return fills

    def readings(self, node: WordNode) -> tuple[tuple[str, ...], ...]:
        """The words a literal stands for, each as the reader reads it ("don't": do, not)."""
        forms = regular_forms(node.text) if node.forms else (node.text,)
        read = dict.fromkeys(tuple(self._read(form)) for form in forms)
        if () in read:
            raise PatternError(
                f"{node.text!r} is a filler or a sign that reading drops - leave it out"
            )
        return tuple(read)

    def _excepted(self, node: Except) -> list[str]:
        return [word for typed in node.words for word in self._single(typed)]

    def _single(self, typed: str) -> list[str]:
        words = self._read(typed)
        if len(words) != 1:
            raise PatternError(f"{typed!r} is read as {words} - '!' takes words read as one word")
        return words

    def _words_of(self, pattern: Pattern) -> frozenset[str]:
        try:
            return self._words(pattern.items)
        except PatternError as error:
            raise PatternError(f"{pattern.text!r}: {error}") from error

    def _words(self, items: Items) -> frozenset[str]:
        words: set[str] = set()
        for item in items:
            if isinstance(item.node, WordNode):
                words.update(*self.readings(item.node))
            elif isinstance(item.node, Except):
                words.update(self._excepted(item.node))
            elif isinstance(item.node, Choice):
                words.update(*(self._words(option) for option in item.node.options))
        return frozenset(words)

    def _needed(self, node: Node) -> frozenset[str] | None:
        """Words of which at least one must be in the turn for this part to match."""
        if isinstance(node, WordNode):
            return frozenset(min(words, key=_frequency) for words in self.readings(node))
        if isinstance(node, Class):
            return frozenset({node.name})
        if isinstance(node, Gap | Except):
            return None
        needed = [self._needed_of(option) for option in node.options]
        return frozenset().union(*(words for words in needed if words)) if all(needed) else None

    def _needed_of(self, items: Items) -> frozenset[str] | None:
        required = [self._needed(item.node) for item in items if not item.optional]
        return min((words for words in required if words), key=_commonness, default=None)

    def _regex(self, item: Item) -> str:
        node = item.node
        if isinstance(node, Gap):
            piece = f"{_ANY}{{0,{node.most}}}"
        elif isinstance(node, Class):
            piece = self._class_regex(node)
        elif isinstance(node, Except):
            piece = f"[^{BREAK}{ASKS}{''.join(map(self._code, self._excepted(node)))}]"
        elif isinstance(node, WordNode):
            piece = _alternatives(
                ["".join(map(self._code, words)) for words in self.readings(node)]
            )
        else:
            options = ["".join(map(self._regex, option)) for option in node.options]
            piece = _alternatives(options)
        return f"(?:{piece})?" if item.optional else piece

    def _class_regex(self, node: Class) -> str:
        belongs, other = (
            (is_number, _OTHER_NUMBER) if node.name == NUMBER else (is_ordinal, _OTHER_ORDINAL)
        )
        known = "".join(code for word, code in self._codes.items() if belongs(word))
        return f"[{other}{known}]"

    def _lasts(self, items: Items) -> frozenset[str]:
        """The characters that can end a match of a sequence."""
        lasts: frozenset[str] = frozenset()
        for item in reversed(items):
            lasts |= self._lasts_of(item.node)
            if not item.optional and not isinstance(item.node, Gap):
                break
        return lasts

    def _lasts_of(self, node: Node) -> frozenset[str]:
        if isinstance(node, WordNode):
            return frozenset(self._code(words[-1]) for words in self.readings(node))
        if isinstance(node, Class):
            return frozenset(self._class_regex(node))
        if isinstance(node, Choice):
            return frozenset().union(*(self._lasts(option) for option in node.options))
        return frozenset([*self._codes.values(), _OTHER, _OTHER_NUMBER, _OTHER_ORDINAL])

    def _lengths(self, items: Items) -> tuple[int, int]:
        shortest = longest = 0
        for item in items:
            least, most = self._lengths_of(item.node)
            shortest += 0 if item.optional else least
            longest += most
        return shortest, longest

    def _lengths_of(self, node: Node) -> tuple[int, int]:
        if isinstance(node, Gap):
            return 0, node.most
        if isinstance(node, Class | Except):
            return 1, 1
        if isinstance(node, WordNode):
            sizes = [len(words) for words in self.readings(node)]
            return min(sizes), max(sizes)
        both = [self._lengths(option) for option in node.options]
        return min(least for least, _ in both), max(most for _, most in both)


def _alternatives(options: Sequence[str]) -> str:
    single = [option for option in options if len(option) == 1]
    longer = sorted((o for o in options if len(o) != 1), key=len, reverse=True)
    if single:
        longer.append(f"[{''.join(single)}]" if len(single) > 1 else single[0])
    return longer[0] if len(longer) == 1 else f"(?:{'|'.join(longer)})"


def _frequency(word: str) -> int:
    return _COMMON if word in (NUMBER, ORDINAL) else lexicon().get(word, 0)


def _commonness(words: frozenset[str]) -> int:
    return sum(map(_frequency, words))


def _collect(compiled: Woken, codes: str, found: list[Found]) -> None:
    """Every place the pattern starts at, with the longest match from there."""
    match = compiled.search(codes, 0)
    while match:
        start, end = match.span()
        if compiled.longest:
            end = _stretch(compiled, codes, start, end)
        found.append(Found(start, end, compiled.key, compiled))
        match = compiled.search(codes, start + 1)


def _stretch(compiled: Woken, codes: str, start: int, end: int) -> int:
    lasts = compiled.lasts
    for later in range(min(start + compiled.longest, len(codes)), end, -1):
        if codes[later - 1] in lasts and compiled.whole(codes, start, later):
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
