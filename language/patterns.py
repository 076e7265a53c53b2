"""The pattern language: one line for one way of saying something.

can|could you confirm|verify your? @identifier
^ (this is|my name is) ~3 calling from

word     that word; several words stand side by side     a|b     one of them
word+    the word in its regular forms                   (a b|c) a group, nested as you like
item?    may be missing                                  ~3      up to three words of any kind
@list    one of a named word list                        #num    a number;  #ordinal  an ordinal
^  $     start and end of a sentence                     #money  an amount with its currency
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from language.spelling import short_forms

NUMBER, ORDINAL = "#num", "#ordinal"
_LONGEST_GAP = 8
_ARTICLES = frozenset({"a", "an", "the"})
_ENOUGH_WORDS = 4
"""A pattern that asks for so many words is known without an article among them."""
_KEPT = 16_384  # patterns; checking a file parses each, and so does who makes a reader of it
_PIECE = re.compile(r"\s*([()|?^$!]|~\d+|[@#][a-z_]+|[^\s()|?]+)")


class PatternError(ValueError):
    """A pattern that cannot be understood or could never match."""


class Word(NamedTuple):
    """One word as typed; `forms` asks for its regular inflections as well."""

    text: str
    forms: bool = False


class Class(NamedTuple):
    """Any piece of a kind: a number, an ordinal."""

    name: str


class Gap(NamedTuple):
    """Up to `most` tokens of any kind within the sentence."""

    most: int


class Except(NamedTuple):
    """Any one word but these."""

    words: tuple[str, ...]


class Choice(NamedTuple):
    """One of several sequences."""

    options: tuple["Items", ...]


class Item(NamedTuple):
    """A part of a sequence, which may be missing."""

    node: "Node"
    optional: bool = False


Node = Word | Class | Gap | Except | Choice
Items = tuple[Item, ...]


_SIGNS = Choice(tuple((Item(Word(sign)),) for sign in "$£€"))
_MONEY = "(#num (and? #num)? (and? #num)? (dollar|dollars|buck|bucks|pound|pounds|quid|euro|euros))"


class Pattern(NamedTuple):
    """A parsed pattern: what follows what, and whether it clings to the ends of a sentence."""

    text: str
    items: Items
    starts: bool = False
    ends: bool = False


class WordLists:
    """The named word lists that patterns may use; each is parsed once, and shared by them."""

    def __init__(self, words: Mapping[str, Sequence[str]]) -> None:
        self._words = words
        self._parsed: dict[str, Choice] = {}

    def __getitem__(self, piece: str) -> Choice:
        """What a piece such as `@bill` stands for."""
        if piece not in self._parsed:
            entries = self._words.get(piece[1:])
            if not entries:
                known = ", ".join(sorted(self._words)) or "none in this file"
                raise PatternError(f"no word list is called {piece!r} - known are: {known}")
            self._parsed[piece] = Choice(tuple(_entry(entry, piece) for entry in entries))
        return self._parsed[piece]


def parse_pattern(text: str, lists: WordLists) -> Pattern:
    """Parse one pattern; `lists` are the named word lists it may use."""
    return _parse(text, lists) if "@" in text else _parse_without_lists(text)


@lru_cache(maxsize=_KEPT)
def _parse_without_lists(text: str) -> Pattern:
    return _parse(text, WordLists({}))


def _parse(text: str, lists: WordLists) -> Pattern:
    tokens = _PIECE.findall(text)
    starts, ends = tokens[:1] == ["^"], tokens[-1:] == ["$"]
    parser = _Parser(tokens[starts : len(tokens) - ends], lists)
    items = parser.sequence()
    if parser.left:
        raise PatternError(f"{text!r}: {parser.left[0]!r} has no opening '(' - close what is open")
    pattern = Pattern(text, _article_may_miss(items), starts, ends)
    _demand_words(pattern)
    return pattern


def _article_may_miss(items: Items) -> Items:
    """The sequence, whose articles between other words may be missing: "on recorded line".

    Many who learned English late leave it out, and in a pattern of some length it tells nothing.
    """
    asked_for = (item for item in items if not (item.optional or isinstance(item.node, Gap)))
    if sum(1 for _ in asked_for) < _ENOUGH_WORDS:
        return items
    inside = range(1, len(items) - 1)
    return tuple(
        item._replace(optional=True) if n in inside and _is_article(item.node) else item
        for n, item in enumerate(items)
    )


def _is_article(node: Node) -> bool:
    return isinstance(node, Word) and node.text in _ARTICLES


def _demand_words(pattern: Pattern) -> None:
    text, items = pattern.text, pattern.items
    if not items:
        raise PatternError(f"{text!r} is empty - at least one word is needed")
    loose = (not pattern.starts and _begins_with_gap(items)) or (
        not pattern.ends and _begins_with_gap(items[::-1])
    )
    if loose:
        raise PatternError(
            f"{text!r} begins or ends with a gap - put words around it, or (~2 word)?"
        )
    if all(item.optional or isinstance(item.node, Gap | Except) for item in items):
        raise PatternError(f"{text!r} asks for nothing - one word must not be optional")


def _begins_with_gap(items: Items) -> bool:
    """Whether nothing but what may be missing stands before a gap."""
    first = next((item for item in items if not item.optional), None)
    return first is not None and isinstance(first.node, Gap)


class _Parser:
    """Reads tokens from the left; what is left over is an error of whoever called."""

    def __init__(self, tokens: Sequence[str], lists: WordLists) -> None:
        self.left = list(tokens)
        self._lists = lists

    def sequence(self) -> Items:
        items: list[Item] = []
        while self.left and self.left[0] not in ("|", ")"):
            items.append(self._item())
        return tuple(items)

    def _item(self) -> Item:
        excepted = self.left[:1] == ["!"]
        if excepted:
            self.left.pop(0)
        options: list[Items] = [(Item(self._atom()),)]
        while self.left and self.left[0] == "|":
            self.left.pop(0)
            options.append((Item(self._atom()),))
        node = options[0][0].node if len(options) == 1 else Choice(tuple(options))
        if excepted:
            node = _except(node)
        optional = self.left[:1] == ["?"]
        if optional:
            self.left.pop(0)
        return Item(node, optional)

    def _atom(self) -> Node:
        if not self.left or self.left[0] in ("|", ")", "?"):
            found = repr(self.left[0]) if self.left else "the end"
            raise PatternError(
                f"a word is missing before {found} - expected a word, '(' or '@list'"
            )
        piece = self.left.pop(0)
        if piece == "(":
            return self._group()
        if piece.startswith("@"):
            return self._lists[piece]
        return _simple(piece)

    def _group(self) -> Choice:
        options = [self._option()]
        while self.left[:1] == ["|"]:
            self.left.pop(0)
            options.append(self._option())
        if self.left[:1] != [")"]:
            raise PatternError("a '(' is not closed - expected ')'")
        self.left.pop(0)
        return Choice(tuple(options))

    def _option(self) -> Items:
        """Inside a group `|` parts whole sequences: (set up|arrange)."""
        items: list[Item] = []
        while self.left and self.left[0] not in ("|", ")"):
            excepted = self.left[:1] == ["!"]
            if excepted:
                self.left.pop(0)
            node = _except(self._atom()) if excepted else self._atom()
            optional = self.left[:1] == ["?"]
            if optional:
                self.left.pop(0)
            items.append(Item(node, optional))
        if not any(not item.optional for item in items):
            raise PatternError("a group has an empty option - use '?' after the group instead")
        return tuple(items)


def _except(node: Node) -> Except:
    words = tuple(_single_words(node))
    if None in words:
        raise PatternError("'!' stands before single words or a list of them")
    return Except(tuple(word for word in words if word))


def _single_words(node: Node) -> Iterator[str | None]:
    if isinstance(node, Word):
        yield node.text
    elif isinstance(node, Choice) and all(len(option) == 1 for option in node.options):
        for (item,) in node.options:
            yield from _single_words(item.node)
    else:
        yield None


def _entry(entry: str, name: str) -> Items:
    if not entry.split():
        raise PatternError(f"{name} has an empty entry - each entry is one or more words")
    return tuple(Item(_simple(word)) for word in entry.split())


def _simple(piece: str) -> Node:
    if piece in (NUMBER, ORDINAL):
        return Class(piece)
    if piece == "#money":
        return _money()
    if piece.startswith("~") and piece[1:].isdigit():
        return _gap(int(piece[1:]))
    if piece[0] in "~#@^$":
        raise PatternError(
            f"{piece!r} means nothing here - '^' begins and '$' ends a whole pattern, "
            "#money is an amount with its currency"
        )
    if piece in short_forms().fillers:
        raise PatternError(f"{piece!r} can never match - reading passes over it, so leave it out")
    if piece != piece.lower():
        raise PatternError(f"{piece!r} can never match - write words in lower case")
    return Word(piece[:-1], forms=True) if piece.endswith("+") else Word(piece)


def _money() -> Choice:
    named = _Parser(_PIECE.findall(_MONEY), WordLists({})).sequence()
    return Choice(((Item(_SIGNS), Item(Class(NUMBER))), named))


def _gap(most: int) -> Gap:
    if not 1 <= most <= _LONGEST_GAP:
        raise PatternError(f"'~{most}' is out of range - a gap is ~1 to ~{_LONGEST_GAP}")
    return Gap(most)


def typed_words(items: Items) -> frozenset[str]:
    """Every literal word of a pattern as its author typed it."""
    words: set[str] = set()
    for item in items:
        if isinstance(item.node, Word):
            words.add(item.node.text)
        elif isinstance(item.node, Choice):
            words.update(*(typed_words(option) for option in item.node.options))
    return frozenset(words)
