"""The words of a turn without marks and capitals, as lists of words are looked up in them.

Worked out on demand, for the few who ask: reading a turn does not wait for it.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from language.reading import Reading

_NO_WORD = re.compile(r"[^\w' -]+")


@dataclass(frozen=True, slots=True)
class Wording:
    """Words in lower case; `said` has one space before each and one behind the last."""

    said: str

    @property
    def words(self) -> tuple[str, ...]:
        """One word after the other."""
        return tuple(self.said.split())

    def holds(self, phrases: Iterable[str]) -> bool:
        """Whether one of the phrases is in it, whole words only."""
        said = self.said  # most phrases are not in it at all, which is soon seen
        return any(phrase in said and f" {phrase} " in said for phrase in phrases)


def wording_of(text: str) -> Wording:
    """The wording of a text, or of a part of one."""
    words = _NO_WORD.sub(" ", straight(text).lower()).split()
    return Wording(f" {' '.join(words)} ")


def words_said(reading: Reading) -> Wording:
    """The wording of a whole turn."""
    return wording_of(reading.turn.text)


def straight(text: str) -> str:
    """The text with the apostrophes of a keyboard, every character in its place."""
    return text.replace("\u2019", "'").replace("\u2018", "'")


def lowered(text: str) -> str:
    """The text without capitals, every character in its place."""
    lower = text.lower()
    if len(lower) == len(text):
        return lower
    return "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
