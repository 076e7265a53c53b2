"""Reading an account note: what it tells, and what has no place in it, in its own words."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import NamedTuple

from calls.turn import Speaker, Turn
from datafiles import kept, versions_of
from language.first_names import is_first_name
from language.names import words_of
from language.reader import Reader
from language.reading import Reading, Signal
from language.shorthand import Spelled, clauses, spelled_out
from language.signals import SignalFamily, load_families, sources
from language.wording import Wording, wording_of

_FOLDER = Path(__file__).parent / "notes"
_WORD = re.compile(r"[a-z][a-z'-]*[a-z]|[a-z]")
_BETWEEN = words_of("named called is mr mrs ms s name who answered in law")
_RELATIONS = words_of(
    """wife husband spouse partner ex son daughter mother father mom dad mum brother sister aunt
    uncle cousin niece nephew grandmother grandfather grandson granddaughter friend girlfriend
    boyfriend fiance fiancee neighbor neighbour roommate room-mate flatmate housemate mate boss
    employer coworker colleague landlord in-law"""
)
_CARD = re.compile(r"(?<![\d-])(?:\d[ -]?){12,18}\d(?![\d-])")
_SOCIAL = re.compile(
    r"(?<!\d)\d{3}-\d{2}-\d{4}(?!\d)|\b(?:ssn|social(?: security)?)\D{0,12}\d{9}\b", re.IGNORECASE
)
_CODE = re.compile(
    r"\b(?:cvv2?|cvc|csc|security code|pin|pin code)\b\D{0,8}\d{3,6}\b", re.IGNORECASE
)
_PASSWORD = re.compile(
    r"\b(?:password|passcode|passwd|pwd|pw)\b\s*(?:is|:|=|was|-)?\s*(?!not\b|reset)\S+",
    re.IGNORECASE,
)
_BANK = re.compile(
    r"\b(?:routing|sort code|aba)\D{0,12}(?:\d{9}|\d{2}-?\d{2}-?\d{2})\b", re.IGNORECASE
)


class Passage(NamedTuple):
    """Words of a note that have no place in it: of which kind, and where they stand."""

    kind: str
    start: int
    end: int


@dataclass(frozen=True)
class NoteReading:
    """A note, read: its shorthand in words, its numbers and days, and what it tells."""

    spelled: Spelled
    reading: Reading
    signals: tuple[Signal, ...]

    def tells(self, name: str, kind: str | None = None) -> bool:
        """Whether the note says so, rather than denying it."""
        return any(s.name == name and s.asserted for s in self.all(name, kind))

    def all(self, name: str, kind: str | None = None) -> Iterator[Signal]:
        """Every place that says something of this name."""
        return (s for s in self.signals if s.name == name and kind in (None, s.kind))

    def written(self, start: int, end: int) -> str:
        """These words as the collector wrote them."""
        return self.spelled.as_written(start, end)

    def words(self, passage: Passage) -> Wording:
        """The words of a passage, spelled out."""
        return wording_of(self.spelled.text[passage.start : passage.end])


@cache
def note_families() -> tuple[SignalFamily, ...]:
    """What notes are read for, besides amounts, days and ways to pay."""
    return load_families(_FOLDER)


@cache
def note_reader() -> Reader:
    """The reader of what notes tell, opened once in a process."""
    versions = versions_of("pydantic", "spacy", "symspellpy")
    return kept(Path(__file__), sources(), lambda: Reader(note_families()), versions)


def read_note(note: str, reader: Reader, today: date | None) -> NoteReading:
    """The note, read by the reader of the call and for what notes tell."""
    spelled = spelled_out(note)
    turn = Turn(speaker=Speaker.COLLECTOR, text=spelled.text)
    told = note_reader().read(turn, today=today)
    signals = tuple(map(_with_kind, told.signals))
    return NoteReading(spelled, reader.read(turn, today=today), signals)


def _with_kind(signal: Signal) -> Signal:
    name, _, kind = signal.name.partition(".")
    return signal._replace(name=name, kind=kind or signal.kind)


def forbidden(note: NoteReading, names: Iterable[str] = ()) -> Iterator[Passage]:
    """Opinions, health details, names of others next to what they are, numbers that are secret.

    `names` are those of people who are known to be somebody else.
    """
    for name in ("opinion", "health_detail"):
        yield from (Passage(name, s.start, s.end) for s in note.all(name) if not s.quoted)
    insults = (s for s in note.reading.signals if s.name in ("insult", "profanity") and s.asserted)
    known = [(s.start, s.end) for s in note.all("opinion")]
    yield from (
        Passage("opinion", s.start, s.end)
        for s in insults
        if not any(start < s.end and s.start < end for start, end in known)
    )
    text = note.spelled.text
    yield from _secrets(text)
    yield from _others(text.lower(), frozenset(names))


def _secrets(text: str) -> Iterator[Passage]:
    taken: list[tuple[int, int]] = []
    for pattern in (_CARD, _SOCIAL, _CODE, _PASSWORD, _BANK):
        for match in pattern.finditer(text):
            if not any(start < match.end() and match.start() < end for start, end in taken):
                taken.append(match.span())
                yield Passage("secret", *match.span())


def _others(text: str, names: frozenset[str]) -> Iterator[Passage]:
    """A name beside a relation ("sister Rosa", "Rosa, her sister"), or one that is known."""
    words = [(_bare(m[0]), m.start(), m.end()) for m in _WORD.finditer(text)]
    for n, (word, start, end) in enumerate(words):
        near = [w for w, _, _ in words[max(0, n - 3) : n] if w not in _BETWEEN][-1:]
        after = [w for w, _, _ in words[n + 1 : n + 3]]
        related = bool(_RELATIONS.intersection((*near, *after)))
        if word in names or (related and is_first_name(word)):
            yield Passage("third_party", start, end)


def _bare(word: str) -> str:
    """The word as the relations have it: without "'s", and without "-in-law" at its end."""
    return word.removesuffix("'s").removesuffix("-in-law")


def without(note: NoteReading, passages: Iterable[Passage]) -> str:
    """The note, spelled out, without the clauses that hold one of these passages."""
    marked = [(one.start, one.end) for one in passages]
    parts = (
        note.spelled.text[start:end]
        for start, end in clauses(note.spelled.text)
        if not any(first < end and start < last for first, last in marked)
    )
    return ". ".join(parts)


def masked(note: NoteReading, passages: Iterable[Passage]) -> str:
    """The note, spelled out, without the words of these passages."""
    text = note.spelled.text
    for one in sorted(passages, key=lambda one: -one.start):
        text = text[: one.start] + text[one.end :]
    return text
