"""Masking what may name a real person: names and numbers, before a turn leaves this computer.

What is known to be made up (the words and numbers of a scenario) stays; amounts, rhythms and days
near the call stay, since a talk about paying is made of them. In doubt a word is masked: whoever
reads the turn then has to understand it without that word.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from functools import cache
from itertools import chain

from language.calendar_words import MONTHS, WEEKDAYS
from language.first_names import FIRST_NAMES
from language.names import words_of
from language.reading import Reading
from language.redacted_numbers import (
    ADDRESS,
    NAME,
    Masked,
    identifiers_in,
    meant,
    numbers_in,
    runs,
)
from language.speakable import SOUNDS
from language.spelling import lexicon
from language.wording import straight

_COMMON = 12_000  # so common a word at the beginning of a sentence is hardly a name
_NET = re.compile(r"\S+@\S+|(?:https?://|www\.)\S+", re.IGNORECASE)
_MARKS = "\u0300-\u036f"  # accents that stand behind their letter
_LETTERS = tuple(map(chr, range(0x2000)))  # every alphabet of Europe, and what accents make of it
_UPPER = "".join(filter(str.isupper, _LETTERS))
_LOWER = "".join(filter(str.islower, _LETTERS)) + _MARKS
_CAPITAL = re.compile(
    rf"""(?x)(?<!\w)(?:(?:[^\W\d_]')?  # the O' of O'Brien is part of the name
    (?:[{_UPPER}][{_LOWER}']*[{_LOWER}](?:[{_UPPER}][{_LOWER}]+)?
    | [{_UPPER}{_MARKS}]{{2,}})(?![\w{_MARKS}])
    | (?<=[A-Z][a-z]\ )[A-Z]\.)"""
)
_WORD = re.compile(rf"[^\W\d_](?:[^\W\d_]|['{_MARKS}-])*")
_PREFIX = re.compile(rf"^[^\W\d_]'(?=[{_UPPER}])")
_SHORTENED = re.compile(r"n't$|'(?:[smd]|re|ve|ll|clock|am|all|em)$")
_INTRODUCED = re.compile(
    rf"""(?ix)\b(?:my\ name\ is | my\ name's | name's | this\ is | i\ am | i'm | it's | call\ me
    | mr\.? | mrs\.? | ms\.? | miss | dr\.? | speak(?:ing)?\ (?:to|with) | here\ is )\s+
    ({_WORD.pattern}(?:\s+{_WORD.pattern})?)"""
)
_BEGINS = re.compile(r"(?:^|[.?!:\"…]\s*|\n\s*)$")
_NO_NAME = (
    words_of(
        """i i'm i'll i'd i've mr mrs ms miss dr sir ma'am ok okay usd gbp ssn us usa uk pin id atm
        tv cfpb fdcpa english spanish american british god christmas easter thanksgiving visa
        mastercard paypal"""
    )
    | SOUNDS
    | frozenset(MONTHS)
    | frozenset(WEEKDAYS)
)


class Known:
    """Words and numbers that may stay because they are nobody's: those of a scenario."""

    def __init__(self, texts: Iterable[str]) -> None:
        told = " ".join(texts)
        words = {word.lower() for word in _WORD.findall(straight(told))}
        self.words = frozenset(words.union(*(word.split("-") for word in words)))
        self.numbers = frozenset(runs(told))


def redacted(
    reading: Reading,
    known: Known,
    names: Iterable[str] = (),
    today: date | None = None,
    *,
    identifiers: bool = False,
) -> str:
    """The turn with what may be somebody's masked; `names` are masked wherever they stand.

    `identifiers`: what is read as one goes too, in letters as well: "March fourth, eighty-eight".
    """
    text = straight(reading.turn.text)
    own = frozenset(part.lower() for name in names for part in _WORD.findall(name)) - known.words
    masked: list[Masked] = []
    numbers = numbers_in(text, known.numbers, meant(reading, today), every=identifiers)
    told = identifiers_in(reading, text, today) if identifiers else ()
    for one in chain(_net(text), told, numbers, _names(text, known, own)):
        if not any(_meet(one, other) for other in masked):
            masked.append(one)
    for start, end, mask in sorted(masked, reverse=True):
        text = text[:start] + mask + text[end:]
    return re.sub(r"(\[name\])(?:[\s.-]+\[name\])+", r"\1", text)


def redacted_call(readings: Sequence[Reading], today: date | None = None) -> tuple[str, ...]:
    """The turns of a call of real people: a name by which somebody came in is masked everywhere."""
    nobody = Known(())
    names = sorted({name for one in readings for name in names_introduced(one, nobody)})
    return tuple(redacted(one, nobody, names, today, identifiers=True) for one in readings)


def names_introduced(reading: Reading, known: Known) -> frozenset[str]:
    """The names by which a speaker says who they are, however they are written."""
    found = _INTRODUCED.finditer(straight(reading.turn.text))
    words = (word for match in found for word in match[1].lower().split()[:2])
    return frozenset(word for word in words if not _everyday(word) and word not in known.words)


def _net(text: str) -> Iterator[Masked]:
    return ((*match.span(), ADDRESS) for match in _NET.finditer(text))


def _names(text: str, known: Known, own: frozenset[str]) -> Iterator[Masked]:
    for match in _WORD.finditer(text):
        word = match[0].lower()
        bare = word.removesuffix("'s")
        if bare in own:
            yield (match.start(), match.start() + len(bare), NAME)
    for match in _CAPITAL.finditer(text):
        said = match[0].removesuffix("'s").removesuffix("'S").rstrip(".'")
        bare = said.lower()
        begins = _BEGINS.search(text[: match.start()]) is not None
        harmless = bare in known.words or bare in _NO_NAME or (begins and _everyday(bare))
        if not harmless and (_PREFIX.search(said) or "'" not in bare):
            yield (match.start(), match.start() + len(said), NAME)


def _everyday(word: str) -> bool:
    return word in _common_words() or _SHORTENED.search(word) is not None


@cache
def _common_words() -> frozenset[str]:
    return (
        frozenset(sorted(lexicon(), key=lexicon().__getitem__, reverse=True)[:_COMMON])
        - FIRST_NAMES
    )


def _meet(one: Masked, other: Masked) -> bool:
    return one[0] < other[1] and other[0] < one[1]
