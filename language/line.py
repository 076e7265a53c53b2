"""A turn as one line of plain words, every figure a tag, so that its grammar can be short."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from language.figures import Figure, find_figures

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


@dataclass(frozen=True, slots=True)
class Line:
    """The words of a turn, joined by single spaces.

    In `text` the figure number k is `Nk` (cardinal), `Ok` (ordinal) or `X` (counts nothing), a
    written date `D`, a time of day `C`. `words` has each word once, tags by their letter alone;
    `source` finds the place of a stretch in the turn itself.
    """

    text: str
    words: frozenset[str]
    figures: tuple[Figure, ...]
    begins: tuple[int, ...] = field(repr=False)
    spans: tuple[Span, ...] = field(repr=False)

    def source(self, start: int, end: int) -> Span:
        """Where `text[start:end]` stands in the turn."""
        first = bisect_right(self.begins, start) - 1
        last = bisect_right(self.begins, end - 1) - 1
        return self.spans[first][0], self.spans[last][1]

    def figure(self, tag: str) -> Figure:
        """The figure of a tag such as `N3`."""
        return self.figures[int(tag[1:])]


def read_line(text: str, norms: Mapping[int, str] | None = None) -> Line:
    """The line of a turn; `norms` gives the right spelling of words by where they begin."""
    lower = _lower(text).replace("\u2019", "'")
    matches = list(_WORD.finditer(lower))
    words = [match[0] for match in matches]
    if norms:
        words = [_meant(match, norms) for match in matches]
    figures = find_figures(words)
    tagged = list(_tagged(words, figures))
    begins, spans, at = [], [], 0
    for word, first, end in tagged:
        begins.append(at)
        spans.append((matches[first].start(), matches[end - 1].end()))
        at += len(word) + 1
    text = " ".join([word for word, _, _ in tagged])
    kinds = frozenset([word if word[0] not in "NO" else word[0] for word, _, _ in tagged])
    return Line(text, kinds, figures, tuple(begins), tuple(spans))


def _lower(text: str) -> str:
    """The text in lower case, every character in its place."""
    lower = text.lower()
    if len(lower) == len(text):
        return lower
    return "".join(c.lower() if len(c.lower()) == 1 else c for c in text)


def _meant(match: re.Match[str], norms: Mapping[int, str]) -> str:
    """The right spelling of a word; one that is two words ("cant") stays as it was typed."""
    word = match[0]
    start, end = match.span()
    if start not in norms or not word.isalnum() or word.isdigit() or word == "k":
        return word
    return word if any(at in norms for at in range(start + 1, end)) else norms[start]


def _tagged(words: list[str], figures: Iterable[Figure]) -> Iterator[tuple[str, int, int]]:
    at = 0
    for number, figure in enumerate(figures):
        yield from ((_tag(words[i]), i, i + 1) for i in range(at, figure.first))
        kind = "X" if figure.opaque else f"O{number}" if figure.ordinal else f"N{number}"
        yield kind, figure.first, figure.end
        at = figure.end
    yield from ((_tag(words[i]), i, i + 1) for i in range(at, len(words)))


def _tag(word: str) -> str:
    if word[0] > "9" or not word[0].isdigit():
        return word
    if ":" in word:
        return "C"
    return "D" if _WRITTEN_DATE.fullmatch(word) else "X"
