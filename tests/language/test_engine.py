"""The engine finds what spaCy's Matcher finds."""

import re
from typing import NamedTuple, Self

from hypothesis import given
from hypothesis import strategies as st

from language.anchors import marks_of
from language.chunks import Cutter
from language.codes import BREAK, ranges
from language.compiling import Lexicon
from language.engine import Alphabet, Engine, longest_spans
from language.names import words_of
from language.patterns import Pattern, WordLists, parse_pattern
from language.signals import shipped_families
from language.spelling import Speller
from tests.language.plain_matcher import PlainMatcher

LISTS = WordLists(
    {"ask": ["can you", "could you", "tell me"], "thing": ["balance", "account number"]}
)
MADE_UP = (
    "a ~3 b",
    "a ~2 b c?",
    "a (b ~1)? b a?",
    "(a|a b) (b|b c)? c",
    "^ a ~2 $",
    "a !b|c a",
    "pay+ ~4 now",
    "don't (pay|call) ~1 me $",
    "(a (b|c d)? e|b) ~1 a",
    "@ask ~2 @thing",
    "#num (~1 #ordinal)?",
    "#money ~2 pay",
)
CUTTER = Cutter(Speller(["a", "b", "c", "d", "e", "pay", "call"]))
KEYED = [(n // 2, parse_pattern(text, LISTS)) for n, text in enumerate(MADE_UP)]
LEXICON = Lexicon(CUTTER.literal)
ORACLE = PlainMatcher(KEYED, LEXICON)
HEARD = """a b c d e pay pays paid now do not call me can could you tell balance account number two
    250 first 3rd $ dollars . ? other words"""
WORDS = st.lists(st.sampled_from(sorted(words_of(HEARD))), max_size=14)


class Found(NamedTuple):
    """An engine of its own for some patterns, and what it finds."""

    alphabet: Alphabet
    engine: Engine

    @classmethod
    def by(cls, keyed: list[tuple[int, Pattern]], cutter: Cutter) -> Self:
        alphabet = Alphabet([pattern for _, pattern in keyed], cutter.literal, ())
        return cls(alphabet, Engine(alphabet.woken(keyed)))

    def codes(self, words: list[str]) -> str:
        return "".join(map(self.alphabet.codes.of, words))

    def spans(self, words: list[str]) -> list[tuple[int, int, int]]:
        codes = self.codes(words)
        found = self.engine.find(codes, marks_of(codes))
        return [(match.start, match.end, match.key) for match in longest_spans(found)]


MADE = Found.by(KEYED, CUTTER)


@given(WORDS)
def test_made_up_patterns_are_found_as_the_matcher_finds_them(words: list[str]) -> None:
    assert MADE.spans(words) == ORACLE.find(words)


SHIPPED = [
    (key, pattern)
    for key, (family, name) in enumerate(
        (family, name) for family in shipped_families() for name in family.signals
    )
    for pattern in family.parsed(name)
]
EXAMPLES = [
    text
    for family in shipped_families()
    for spec in family.signals.values()
    for text in (*spec.should_match, *spec.should_not_match)
]


class Shipped:
    """A handful of the shipped patterns at a time: the oracle writes every variant out."""

    cutter = Cutter(Speller(()))
    lexicon = Lexicon(cutter.literal)


@given(st.data())
def test_shipped_patterns_are_found_as_the_matcher_finds_them(data: st.DataObject) -> None:
    few = data.draw(st.lists(st.sampled_from(range(len(SHIPPED))), min_size=1, max_size=4))
    keyed = [SHIPPED[n] for n in few if variants(SHIPPED[n][1].text) < 3]
    texts = data.draw(st.lists(st.sampled_from(EXAMPLES), min_size=1, max_size=3))
    words = [word for text in texts for word in Shipped.cutter.literal(text)]

    found = Found.by(keyed, Shipped.cutter).spans(words)

    assert found == PlainMatcher(keyed, Shipped.lexicon).find(words)


def variants(text: str) -> int:
    """Lists and gaps multiply in the oracle; a pattern with many of them would take it minutes."""
    return text.count("@") + text.count("~")


@given(WORDS)
def test_a_match_never_crosses_the_end_of_a_sentence(words: list[str]) -> None:
    codes = MADE.codes(words)

    inside = [codes[start:end] for start, end, _ in MADE.spans(words)]

    assert not any(BREAK in stretch for stretch in inside)


@given(st.sets(st.integers(0, 40), min_size=1))
def test_characters_of_a_class_are_written_as_ranges(places: set[int]) -> None:
    alphabet = [chr(0x20010 + place) for place in range(41)]

    one_of_them = re.compile(f"[{ranges(alphabet[place] for place in places)}]")

    assert {n for n, code in enumerate(alphabet) if one_of_them.fullmatch(code)} == places
