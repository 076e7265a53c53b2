"""From a pattern to a regular expression over the characters of the engine."""

from collections.abc import Callable, Iterable, Sequence

from language.codes import ANY, ASKS, BREAK, Codes
from language.inflection import regular_forms
from language.patterns import (
    Choice,
    Class,
    Except,
    Gap,
    Item,
    Items,
    Node,
    Pattern,
    PatternError,
    Word,
)

Readings = tuple[tuple[str, ...], ...]


class Lexicon:
    """How the words of patterns are read: through the same eyes as the words of a turn."""

    def __init__(self, read: Callable[[str], list[str]]) -> None:
        self._read = read
        self._known: dict[Word, Readings] = {}

    def readings(self, node: Word) -> Readings:
        """The words a literal stands for, each as the reader reads it ("don't": do, not)."""
        if node not in self._known:
            forms = regular_forms(node.text) if node.forms else (node.text,)
            read = dict.fromkeys(tuple(self._read(form)) for form in forms)
            if () in read:
                raise PatternError(f"{node.text!r} is passed over by reading - leave it out")
            self._known[node] = tuple(read)
        return self._known[node]

    def excepted(self, node: Except) -> list[str]:
        """The words that `!` excludes."""
        return [self._single(typed) for typed in node.words]

    def _single(self, typed: str) -> str:
        (words,) = self.readings(Word(typed))
        if len(words) != 1:
            raise PatternError(f"{typed!r} is read as {words} - '!' takes words read as one word")
        return words[0]

    def vocabulary(self, pattern: Pattern) -> frozenset[str]:
        """Every word that a pattern names, as it is read."""
        try:
            return self._vocabulary(pattern.items)
        except PatternError as error:
            raise PatternError(f"{pattern.text!r}: {error}") from error

    def _vocabulary(self, items: Items) -> frozenset[str]:
        words: set[str] = set()
        for item in items:
            if isinstance(item.node, Word):
                words.update(*self.readings(item.node))
            elif isinstance(item.node, Except):
                words.update(self.excepted(item.node))
            elif isinstance(item.node, Choice):
                words.update(*(self._vocabulary(option) for option in item.node.options))
        return frozenset(words)


class Compiler:
    """Turns patterns into regular expressions, and into what a turn must hold for them."""

    def __init__(self, lexicon: Lexicon, codes: Codes, common: Callable[[str], float]) -> None:
        self._lexicon = lexicon
        self._codes = codes
        self._common = common

    def regex(self, pattern: Pattern) -> str:
        """The regular expression of a pattern."""
        before, after = f"(?<!{ANY})" * pattern.starts, f"(?!{ANY})" * pattern.ends
        return f"{before}(?:{self._sequence(pattern.items)}){after}"

    def places(self, pattern: Pattern) -> list[frozenset[str]]:
        """For each required part the words of which one must be there; the rarest part first."""
        places = self._required(pattern.items)
        if not places:
            raise PatternError(f"{pattern.text!r} asks for no word - name one that must be there")
        return sorted(places, key=self._commonness)

    def longest(self, pattern: Pattern) -> int:
        """The most words a match can have; 0 where every match has the same number."""
        least, most = self._lengths(pattern.items)
        return 0 if least == most or pattern.ends else most

    def lasts(self, items: Items) -> frozenset[str]:
        """The characters that can end a match."""
        lasts: frozenset[str] = frozenset()
        for item in reversed(items):
            lasts |= self._lasts_of(item.node)
            if not item.optional and not isinstance(item.node, Gap):
                break
        return lasts

    def _sequence(self, items: Items) -> str:
        return "".join(map(self._part, items))

    def _part(self, item: Item) -> str:
        piece = self._piece(item.node)
        return f"(?:{piece})?" if item.optional else piece

    def _piece(self, node: Node) -> str:
        if isinstance(node, Gap):
            return f"{ANY}{{0,{node.most}}}"
        if isinstance(node, Class):
            return f"[{self._codes.of_class(node.name)}]"
        if isinstance(node, Except):
            return f"[^{BREAK}{ASKS}{self._encoded(self._lexicon.excepted(node))}]"
        if isinstance(node, Word):
            return _alternatives([self._encoded(words) for words in self._lexicon.readings(node)])
        return _alternatives([self._sequence(option) for option in node.options])

    def _encoded(self, words: Iterable[str]) -> str:
        return "".join(map(self._codes.of, words))

    def _required(self, items: Items) -> list[frozenset[str]]:
        needed = (self._needed(item.node) for item in items if not item.optional)
        return [words for words in needed if words]

    def _needed(self, node: Node) -> frozenset[str] | None:
        """Words of which at least one must be in the turn for this part to match."""
        if isinstance(node, Word):
            readings = self._lexicon.readings(node)
            return frozenset(min(words, key=self._common) for words in readings)
        if isinstance(node, Class):
            return frozenset({node.name})
        if isinstance(node, Gap | Except):
            return None
        options = [self._required(option) for option in node.options]
        if not all(options):
            return None
        return frozenset().union(*(min(places, key=self._commonness) for places in options))

    def _commonness(self, words: frozenset[str]) -> float:
        return sum(map(self._common, words))

    def _lasts_of(self, node: Node) -> frozenset[str]:
        if isinstance(node, Word):
            readings = self._lexicon.readings(node)
            return frozenset(self._codes.of(words[-1]) for words in readings)
        if isinstance(node, Class):
            return frozenset(self._codes.of_class(node.name))
        if isinstance(node, Choice):
            return frozenset().union(*map(self.lasts, node.options))
        return frozenset(self._codes.all())

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
        if isinstance(node, Word):
            sizes = [len(words) for words in self._lexicon.readings(node)]
            return min(sizes), max(sizes)
        both = [self._lengths(option) for option in node.options]
        return min(least for least, _ in both), max(most for _, most in both)


def _alternatives(options: Sequence[str]) -> str:
    single = [option for option in options if len(option) == 1]
    longer = sorted((o for o in options if len(o) != 1), key=len, reverse=True)
    if single:
        longer.append(f"[{''.join(single)}]" if len(single) > 1 else single[0])
    return longer[0] if len(longer) == 1 else f"(?:{'|'.join(longer)})"
