"""From a pattern to a regular expression over the characters of the engine."""

from collections.abc import Callable, Iterable, Sequence
from itertools import chain

from language.codes import ANY, ASKS, BREAK, Codes, ranges
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
        self._known: dict[tuple[str, bool], Readings] = {}
        self._choices: dict[int, tuple[Choice, tuple[str, ...]]] = {}

    def __reduce__(self) -> tuple[object, ...]:
        # What is known of a choice is known by its address, which is another in the next process.
        return Lexicon, (self._read,)

    def readings(self, node: Word) -> Readings:
        """The words a literal stands for, each as the reader reads it ("don't": do, not)."""
        key = (node.text, node.forms)
        known = self._known.get(key)
        if known is None:
            forms = regular_forms(node.text) if node.forms else (node.text,)
            read = dict.fromkeys(tuple(self._read(form)) for form in forms)
            if () in read:
                raise PatternError(f"{node.text!r} is passed over by reading - leave it out")
            known = self._known[key] = tuple(read)
        return known

    def excepted(self, node: Except) -> list[str]:
        """The words that `!` excludes."""
        return [self._single(typed) for typed in node.words]

    def _single(self, typed: str) -> str:
        (words,) = self.readings(Word(typed))
        if len(words) != 1:
            raise PatternError(f"{typed!r} is read as {words} - '!' takes words read as one word")
        return words[0]

    def vocabulary(self, pattern: Pattern) -> tuple[str, ...]:
        """Every word that a pattern names, as it is read and in order, some more than once."""
        try:
            return self._vocabulary(pattern.items)
        except PatternError as error:
            raise PatternError(f"{pattern.text!r}: {error}") from error

    def _vocabulary(self, items: Items) -> tuple[str, ...]:
        words: list[str] = []
        for item in items:
            if isinstance(item.node, Word):
                words += chain.from_iterable(self.readings(item.node))
            elif isinstance(item.node, Except):
                words += self.excepted(item.node)
            elif isinstance(item.node, Choice):
                words += self._of_choice(item.node)
        return tuple(words)

    def _of_choice(self, node: Choice) -> tuple[str, ...]:
        """A word list is shared by many patterns, and worked out once."""
        known = self._choices.get(id(node))
        if known is None:
            found = tuple(chain.from_iterable(map(self._vocabulary, node.options)))
            known = self._choices[id(node)] = node, found
        return known[1]


class Compiler:
    """Turns patterns into regular expressions over the characters of their words."""

    def __init__(self, lexicon: Lexicon, codes: Codes) -> None:
        self._lexicon = lexicon
        self._codes = codes
        self._choices: dict[int, tuple[Choice, str]] = {}

    def __reduce__(self) -> tuple[object, ...]:
        return Compiler, (self._lexicon, self._codes)  # as with the lexicon's choices

    def regex(self, pattern: Pattern) -> str:
        """The regular expression of a pattern."""
        before, after = f"(?<!{ANY})" * pattern.starts, f"(?!{ANY})" * pattern.ends
        return f"{before}(?:{self._sequence(pattern.items)}){after}"

    def _sequence(self, items: Items) -> str:
        return "".join(map(self._part, items))

    def _part(self, item: Item) -> str:
        piece = self._piece(item.node)
        return f"(?:{piece})?" if item.optional else piece

    def _piece(self, node: Node) -> str:
        if isinstance(node, Gap):
            return f"{ANY}{{0,{node.most}}}"
        if isinstance(node, Class):
            return f"[{ranges(self._codes.of_class(node.name))}]"
        if isinstance(node, Except):
            return f"[^{BREAK}{ASKS}{self._encoded(self._lexicon.excepted(node))}]"
        if isinstance(node, Word):
            return _alternatives([self._encoded(words) for words in self._lexicon.readings(node)])
        return self._choice(node)

    def _choice(self, node: Choice) -> str:
        """A word list is shared by many patterns, and compiled once."""
        known = self._choices.get(id(node))
        if known is None:
            found = _alternatives([self._sequence(option) for option in node.options])
            known = self._choices[id(node)] = node, found
        return known[1]

    def _encoded(self, words: Iterable[str]) -> str:
        return "".join(map(self._codes.of, words))


def _alternatives(options: Sequence[str]) -> str:
    single = [option for option in options if len(option) == 1]
    longer = sorted((o for o in options if len(o) != 1), key=len, reverse=True)
    if single:
        longer.append(f"[{ranges(single)}]" if len(single) > 1 else single[0])
    return longer[0] if len(longer) == 1 else f"(?:{'|'.join(longer)})"
