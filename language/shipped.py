"""The reader with the signals that ship with Right Party, opened once in a process."""

from datetime import date
from functools import cache
from pathlib import Path

from calls.turn import Turn
from datafiles import kept, versions_of
from language.reader import Reader
from language.reading import Reading
from language.signals import shipped_families, sources

_LIBRARIES = ("pydantic", "spacy", "symspellpy")


@cache
def shipped_reader() -> Reader:
    """The reader of the shipped signals, without those of rules."""
    versions = versions_of(*_LIBRARIES)
    return kept(Path(__file__), sources(), lambda: Reader(shipped_families()), versions)


def read(
    turn: Turn, index: int = 0, before: Reading | None = None, today: date | None = None
) -> Reading:
    """What one turn says, read with the shipped signals."""
    return shipped_reader().read(turn, index, before, today)
