"""The oracle of the engine: spaCy's Matcher over every pattern, with nothing clever about it."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import product
from typing import Any

from spacy.matcher import Matcher
from spacy.tokens import Doc
from spacy.vocab import Vocab

from language.codes import is_break, is_number, is_ordinal
from language.compiling import Lexicon
from language.patterns import NUMBER, Choice, Class, Except, Gap, Item, Items, Pattern, Word

_NUMBER, _ORDINAL, _BREAK = "IS_DIGIT", "IS_PUNCT", "IS_SPACE"  # flags put to our own use
Tokens = tuple[dict[str, Any], ...]


class PlainMatcher:
    """Finds the patterns of each key in a list of words as they are read."""

    def __init__(self, keyed: Iterable[tuple[int, Pattern]], lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._vocab = Vocab(lex_attr_getters=_flags())
        self._matchers = [(key, pattern, self._matcher(pattern)) for key, pattern in keyed]

    def find(self, words: Sequence[str]) -> list[tuple[int, int, int]]:
        """Start, end and key of what is kept: the longest from each word, then the longest."""
        longest: dict[tuple[int, int], int] = {}
        for start, end, key in self._matches(words):
            longest[start, key] = max(end, longest.get((start, key), 0))
        kept: list[tuple[int, int, int]] = []
        for (start, key), end in sorted(longest.items(), key=lambda m: (m[0][0] - m[1], m[0])):
            if all(k != key or end <= s or e <= start for s, e, k in kept):
                kept.append((start, end, key))
        return sorted(kept)

    def _matches(self, words: Sequence[str]) -> Iterator[tuple[int, int, int]]:
        doc = Doc(self._vocab, words=list(words))
        for key, pattern, matcher in self._matchers:
            for _, start, end in matcher(doc):
                if _stands(pattern, words, start, end):
                    yield start, end, key

    def _matcher(self, pattern: Pattern) -> Matcher:
        matcher = Matcher(self._vocab, validate=False)  # validating takes minutes
        matcher.add("it", [list(tokens) for tokens in self._sequences(pattern.items)])
        return matcher

    def _sequences(self, items: Items) -> Iterator[Tokens]:
        for parts in product(*(tuple(self._part(item)) for item in items)):
            yield tuple(token for part in parts for token in part)

    def _part(self, item: Item) -> Iterator[Tokens]:
        if item.optional:
            yield ()
        node = item.node
        if isinstance(node, Gap):
            for size in range(node.most + 1):
                yield ({_BREAK: False},) * size
        elif isinstance(node, Class):
            yield ({_NUMBER if node.name == NUMBER else _ORDINAL: True},)
        elif isinstance(node, Except):
            yield ({_BREAK: False, "ORTH": {"NOT_IN": self._lexicon.excepted(node)}},)
        elif isinstance(node, Word):
            for words in self._lexicon.readings(node):
                yield tuple({"ORTH": word} for word in words)
        elif isinstance(node, Choice):
            for option in node.options:
                yield from self._sequences(option)


def _stands(pattern: Pattern, words: Sequence[str], start: int, end: int) -> bool:
    begins = start == 0 or is_break(words[start - 1])
    stops = end == len(words) or is_break(words[end])
    return (begins or not pattern.starts) and (stops or not pattern.ends)


def _flags() -> Any:
    symbols = Vocab().strings
    return {
        symbols[_NUMBER]: is_number,
        symbols[_ORDINAL]: is_ordinal,
        symbols[_BREAK]: is_break,
    }
