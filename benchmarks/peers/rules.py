"""Some of our patterns, written out as plain sequences of words that others can look for, too."""

import random
from collections.abc import Iterator, Sequence
from itertools import islice, product
from typing import Any

from language.patterns import Choice, Gap, Item, Items, Pattern, Word
from language.signals import SignalFamily

MOST_SEQUENCES = 200
"""A pattern that stands for more sequences is left out: written out it would be unfair."""

Token = dict[str, Any]
_ANY: Token = {"IS_PUNCT": False}


def chosen(
    families: Sequence[SignalFamily], count: int, seed: int = 7
) -> list[tuple[SignalFamily, str, Pattern]]:
    """As many patterns of a collector's turns as are asked for, each with few enough sequences."""
    every = [
        (family, text, pattern)
        for family in families
        if family.speaker != "consumer"
        for name, spec in family.signals.items()
        for text, pattern in zip(spec.patterns, family.parsed(name), strict=True)
    ]
    random.Random(seed).shuffle(every)
    plain = (one for one in every if 0 < len(sequences(one[2])) <= MOST_SEQUENCES)
    return list(islice(plain, count))


def sequences(pattern: Pattern) -> list[list[Token]]:
    """Every sequence of tokens that a pattern stands for; none where it clings to a sentence."""
    if pattern.starts or pattern.ends:
        return []
    return list(islice(_sequences(pattern.items), MOST_SEQUENCES + 1))


def regexes(pattern: Pattern) -> str:
    """The same as one regular expression over the text."""
    return "|".join(_regex(tokens) for tokens in sequences(pattern))


def _sequences(items: Items) -> Iterator[list[Token]]:
    for parts in product(*(tuple(_part(item)) for item in items)):
        tokens = [token for part in parts for token in part]
        if tokens:
            yield tokens


def _part(item: Item) -> Iterator[list[Token]]:
    if item.optional:
        yield []
    node = item.node
    if isinstance(node, Word):
        yield [{"LOWER": node.text}]
    elif isinstance(node, Gap):
        yield [{**_ANY, "OP": f"{{0,{node.most}}}"}]
    elif isinstance(node, Choice):
        words = [word for option in node.options if (word := _word_alone(option))]
        if words:
            yield [{"LOWER": {"IN": words}}]
        for option in node.options:
            if not _word_alone(option):
                yield from _sequences(option)
    else:
        yield [_ANY]


def _word_alone(option: Items) -> str:
    """The word that an option is; "" where it is more than one."""
    first = option[0]
    return first.node.text if len(option) == 1 and isinstance(first.node, Word) else ""


def _regex(tokens: Sequence[Token]) -> str:
    said = ""
    for token in tokens:
        if "OP" in token:
            said += rf"(?:\W+\w+){token['OP']}"
        else:
            said += (r"\W+" if said else r"\b") + _word(token)
    return said + r"\b"


def _word(token: Token) -> str:
    lower = token.get("LOWER")
    if lower is None:
        return r"\w+"
    return f"(?:{'|'.join(lower['IN'])})" if isinstance(lower, dict) else str(lower)
