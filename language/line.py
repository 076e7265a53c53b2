"""A turn as one line of plain words, every figure a tag, so that its grammar can be short."""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import accumulate
from typing import NamedTuple

from language.figures import Figure, find_figures
from language.wording import lowered

_WORD = re.compile(
    r"""
    \d{4}-\d{1,2}-\d{1,2}(?!\d)                   # 2026-04-15
    | \d{1,2}/\d{1,2}(?:/\d{2,4})?(?![\d/])       # 3/15, 3/15/88
    | \d+(?:-\d+){2,}                             # 3-15-88, 123-45-6789
    | \d{1,2}:\d{2}                               # half past
    | \d{1,2}(?:st|nd|rd|th)\b
    | 2(?:moro|morrow|moz|mrw|nite|day)\b
    | \d+(?:,\d{3})*(?:\.\d+)? | \.\d+
    | (?:\b(?:us|au|a|ca|c|nz))?\$ | [£€¢%]
    | [a-z]+(?:'[a-z]+)?
    | \S
    """,
    re.VERBOSE,
)
_WRITTEN_DATE = re.compile(r"\d{4}-\d+-\d+|\d{1,2}/\d+(?:/\d+)?|\d{1,2}-\d{1,2}-(?:\d{2}|\d{4})")

Span = tuple[int, int]


def any_of(words: str) -> str:
    """The pattern of one word out of many; `_` is the space inside a group of words."""
    return "(?:" + "|".join(word.replace("_", " ") for word in words.split()) + ")"


class Pieces(NamedTuple):
    """The words of a stretch of text, as they are meant, as they stand in a line, and where."""

    words: tuple[str, ...]
    tags: tuple[str, ...]
    spans: tuple[Span, ...]


class Line:
    """The words of a turn, joined by single spaces.

    In `text` the figure number k is `Nk` (cardinal), `Ok` (ordinal) or `X` (counts nothing), a
    written date `D`, a time of day `C`. `words` has each word once, tags by their letter alone;
    `source` finds the place of a stretch in the turn itself.
    """

    def __init__(
        self, words: Sequence[str], tags: Sequence[str], spans: Callable[[], Sequence[Span]]
    ) -> None:
        self.figures = find_figures(words)
        self._tagged = list(_with_figures(tags, self.figures)) if self.figures else tags
        self._spans = spans
        self.text = " ".join(self._tagged)
        self.words = frozenset([word if word[0] not in "NO" else word[0] for word in self._tagged])

    def source(self, start: int, end: int) -> Span:
        """Where `text[start:end]` stands in the turn."""
        first = bisect_right(self._begins, start) - 1
        last = bisect_right(self._begins, end - 1) - 1
        return self._places[first][0], self._places[last][1]

    def figure(self, tag: str) -> Figure:
        """The figure of a tag such as `N3`."""
        return self.figures[int(tag[1:])]

    @cached_property
    def _begins(self) -> list[int]:
        ends = accumulate(len(word) + 1 for word in self._tagged)
        return [0, *ends]

    @cached_property
    def _places(self) -> list[Span]:
        spans, at = self._spans(), 0
        places: list[Span] = []
        for figure in self.figures:
            places += spans[at : figure.first]
            places.append((spans[figure.first][0], spans[figure.end - 1][1]))
            at = figure.end
        return [*places, *spans[at:]]


def cut_pieces(text: str, norms: Mapping[int, str]) -> Pieces:
    """The words of a text; `norms` gives the right spelling of words by where they begin."""
    matches = list(_WORD.finditer(lowered(text).replace("\u2019", "'")))
    words = tuple(_meant(match, norms) for match in matches)
    return Pieces(words, tuple(map(_tag, words)), tuple(match.span() for match in matches))


def read_line(text: str) -> Line:
    """The line of a text whose words are spelled as they are meant."""
    words, tags, spans = cut_pieces(text, {})
    return Line(words, tags, lambda: spans)


def _meant(match: re.Match[str], norms: Mapping[int, str]) -> str:
    """The right spelling of a word; one that is two words ("cant") stays as it was typed."""
    word = match[0]
    start, end = match.span()
    if start not in norms or not word.isalnum() or word.isdigit() or word == "k":
        return word
    # "Nov." is known as "November", with its capital.
    return word if any(at in norms for at in range(start + 1, end)) else lowered(norms[start])


def _with_figures(tags: Sequence[str], figures: Iterable[Figure]) -> Iterator[str]:
    at = 0
    for number, figure in enumerate(figures):
        yield from tags[at : figure.first]
        yield "X" if figure.opaque else f"O{number}" if figure.ordinal else f"N{number}"
        at = figure.end
    yield from tags[at:]


def _tag(word: str) -> str:
    if word[0] > "9" or not word[0].isdigit():
        return word
    if ":" in word:
        return "C"
    return "D" if _WRITTEN_DATE.fullmatch(word) else "X"
