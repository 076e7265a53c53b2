"""What a turn must hold for a pattern to match: words, and words that stand side by side.

A mark is a character of the engine's alphabet, or two of them side by side. A pattern is tried only
on turns that hold a mark of each of a few sets; two words side by side are much rarer than either.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from itertools import chain
from operator import add
from typing import NamedTuple

from language.codes import BREAK, ENDS, Codes
from language.compiling import Lexicon
from language.patterns import Choice, Class, Gap, Item, Items, Node, Pattern, PatternError, Word

Marks = frozenset[str]
ALWAYS: Marks = frozenset(BREAK)
"""A set that every turn holds a mark of: its edges end a sentence."""

_ASKED_FOR = 3  # sets of a pattern that a turn is asked for; more cost more than they save
_MOST_PAIRS = 600  # two long lists side by side: one word of either says as much at less cost


def marks_of(codes: str) -> Marks:
    """Every character of a turn and every two side by side; its edges end a sentence."""
    edged = f"{BREAK}{codes}{BREAK}"
    return frozenset(chain(edged, map(add, edged, edged[1:])))


class Commonness:
    """How often a mark is to be expected: on calls first, in English at large after that."""

    def __init__(self, calls: Iterable[str], in_english: Callable[[str], float]) -> None:
        self._in_english = in_english
        self._seen: Counter[str] = Counter()
        for codes in calls:
            self._seen.update(codes)
            self._seen.update(map(add, codes, codes[1:]))
        self._all = sum(count for mark, count in self._seen.items() if len(mark) == 1) or 1
        self._known: dict[str, float] = {}

    def __call__(self, marks: Iterable[str]) -> float:
        """How often one of these marks is to be expected."""
        return sum(map(self._of, marks))

    def _of(self, mark: str) -> float:
        known = self._known.get(mark)
        if known is None:
            known = self._known[mark] = self._seen[mark] + self._by_chance(mark)
        return known

    def _by_chance(self, mark: str) -> float:
        if len(mark) == 1:
            return self._in_english(mark)
        return self._of(mark[0]) * self._of(mark[1]) / self._all


class Shape(NamedTuple):
    """How a part of a pattern can begin and end (None: with any word), and how long it can be.

    `holds` are sets of marks; every match has a mark of each.
    """

    firsts: Marks | None
    lasts: Marks | None
    least: int
    most: int
    holds: tuple[Marks, ...] = ()


class Shapes:
    """The shapes of patterns; those of a word list are worked out once."""

    def __init__(self, lexicon: Lexicon, codes: Codes, common: Commonness) -> None:
        self._lexicon = lexicon
        self._codes = codes
        self._common = common
        self._lists: dict[int, tuple[Choice, Shape]] = {}
        self._words: dict[tuple[str, bool], Shape] = {}

    def of(self, pattern: Pattern) -> Shape:
        """The shape of a pattern, with its rarest sets of marks; the rarest comes first."""
        inside = self._sequence(pattern.items)
        holds = [*inside.holds]
        if pattern.starts and inside.firsts:
            holds += _pairs(frozenset(ENDS), inside.firsts)
        if pattern.ends and inside.lasts:
            holds += _pairs(inside.lasts, frozenset(ENDS))
        if not inside.holds:
            raise PatternError(f"{pattern.text!r} asks for no word - name one that must be there")
        holds = sorted(dict.fromkeys(holds), key=self._common)
        return Shape(
            inside.firsts, inside.lasts, inside.least, inside.most, tuple(holds[:_ASKED_FOR])
        )

    def _sequence(self, items: Items) -> Shape:
        if len(items) == 1 and not items[0].optional:  # most entries of a word list
            return self._node(items[0].node)
        shapes = [self._node(item.node) for item in items]
        holds: list[Marks] = []
        for place, (item, shape) in enumerate(zip(items, shapes, strict=True)):
            if item.optional:
                continue
            holds += shape.holds
            beside = _firsts(items[place + 1 :], shapes[place + 1 :])
            if shape.lasts and beside:
                holds += _pairs(shape.lasts, beside)
        return Shape(
            _firsts(items, shapes),
            _lasts(items, shapes),
            sum(s.least for i, s in zip(items, shapes, strict=True) if not i.optional),
            sum(s.most for s in shapes),
            tuple(holds),
        )

    def _node(self, node: Node) -> Shape:
        if isinstance(node, Word):
            key = node.text, node.forms
            known = self._words.get(key)
            return known or self._words.setdefault(key, self._word(node))
        if isinstance(node, Class):
            marks = frozenset(self._codes.of_class(node.name))
            return Shape(marks, marks, 1, 1, (marks,))
        if isinstance(node, Choice):
            return self._choice(node)
        if isinstance(node, Gap):
            return Shape(None, None, 0, node.most)
        return Shape(None, None, 1, 1)

    def _word(self, node: Word) -> Shape:
        readings = ["".join(map(self._codes.of, words)) for words in self._lexicon.readings(node)]
        sizes = [len(reading) for reading in readings]
        return Shape(
            frozenset(reading[0] for reading in readings),
            frozenset(reading[-1] for reading in readings),
            min(sizes),
            max(sizes),
            (frozenset(map(self._rarest, readings)),),
        )

    def _rarest(self, reading: str) -> str:
        """The rarest mark of words that stand for one: "can't" is "can not"."""
        if len(reading) == 1:
            return reading
        pairs = map(add, reading, reading[1:])
        marks: list[str] = [*reading, *pairs]
        return min(marks, key=lambda mark: self._common((mark,)))

    def _rarest_of(self, holds: tuple[Marks, ...]) -> Marks:
        return holds[0] if len(holds) == 1 else min(holds, key=self._common)

    def _choice(self, node: Choice) -> Shape:
        known = self._lists.get(id(node))
        if known is None:
            known = self._lists[id(node)] = node, self._either(map(self._sequence, node.options))
        return known[1]

    def _either(self, options: Iterable[Shape]) -> Shape:
        options = tuple(options)
        holds: tuple[Marks, ...] = ()
        if all(option.holds for option in options):
            rarest = (self._rarest_of(option.holds) for option in options)
            holds = (frozenset().union(*rarest),)
        return Shape(
            _union([option.firsts for option in options]),
            _union([option.lasts for option in options]),
            min(option.least for option in options),
            max(option.most for option in options),
            holds,
        )


def _firsts(items: Sequence[Item], shapes: Sequence[Shape]) -> Marks | None:
    """What a sequence can begin with; None where that is any word, or where it may be empty."""
    return _edge([(item.optional, shape.firsts) for item, shape in zip(items, shapes, strict=True)])


def _lasts(items: Sequence[Item], shapes: Sequence[Shape]) -> Marks | None:
    parts = zip(reversed(items), reversed(shapes), strict=True)
    return _edge([(item.optional, shape.lasts) for item, shape in parts])


def _edge(parts: Iterable[tuple[bool, Marks | None]]) -> Marks | None:
    edge: set[str] = set()
    for optional, marks in parts:
        if marks is None:
            return None
        edge |= marks
        if not optional:
            return frozenset(edge)
    return None


def _union(sets: Sequence[Marks | None]) -> Marks | None:
    known = [marks for marks in sets if marks is not None]
    return frozenset().union(*known) if len(known) == len(sets) else None


def _pairs(lasts: Marks, firsts: Marks) -> list[Marks]:
    if len(lasts) * len(firsts) > _MOST_PAIRS:
        return []
    return [frozenset(last + first for last in lasts for first in firsts)]
