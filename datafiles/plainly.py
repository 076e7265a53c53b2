"""What is wrong with a file, for people who write files and no programs."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from datafiles.load import DataFileError

_LINE = re.compile(r"^\s*(\d+): (?:([a-z_][\w.]*): )?(.*)$", re.DOTALL)
_UP_TO_GOT = r".*?(?=, got|$)"
_PLAIN = (
    (r"^Field required", "this part is missing"),
    (r"^Extra inputs are not permitted", "there is no part of that name"),
    (r"^(?:Value error|Assertion failed), ", ""),
    (r"^Input should be a valid (?:integer|number)" + _UP_TO_GOT, "a whole number is needed"),
    (r"^Input should be a valid string", "words are needed; put a number in quotes"),
    (r"^String should have at least 1 character" + _UP_TO_GOT, "words are needed here"),
    (r"^Input should be a valid boolean" + _UP_TO_GOT, "true or false is needed"),
    (r"^Input should be a valid (?:tuple|list)", "a list is needed, a dash before each item"),
    (
        r"^Input should be a valid (?:dictionary|mapping)" + _UP_TO_GOT,
        "parts with names needed",
    ),
    (r"^Input should be greater than or equal to (\S+?)(?=,|$)", r"at least \1 is needed"),
    (r"^Input should be less than or equal to (\S+?)(?=,|$)", r"at most \1 is possible"),
    (r"^Input should be greater than (\S+?)(?=,|$)", r"more than \1 is needed"),
    (r"^Input should be less than (\S+?)(?=,|$)", r"less than \1 is needed"),
    (r"^Tuple should have at least (\d+) items? after validation", r"at least \1 are needed"),
    (
        r"^String should match pattern '\^\[a-z\]" + _UP_TO_GOT,
        "small letters, digits and _ are possible, such as lost_job",
    ),
    (
        r"^String should match pattern '\(555" + _UP_TO_GOT,
        "a number that nobody has is needed, such as 614-555-0100",
    ),
    (r"^Input should be in a valid time format" + _UP_TO_GOT, 'a time in quotes, such as "12:20"'),
    (r"^Input should be (?=')", "one of these is needed: "),
)
"""What the checks say by themselves, and the same for people."""


@dataclass(frozen=True)
class Told:
    """One thing that is wrong: its line, the part it is about, what is wrong and what would do.

    Line 0 is the file as a whole.
    """

    line: int
    place: str
    words: str

    def __str__(self) -> str:
        if not self.line:
            return f"The file {self.words}"
        return f"Line {self.line}: {f'{self.place}: ' if self.place else ''}{self.words}"


def told(error: DataFileError) -> tuple[Told, ...]:
    """The faults of a file in the order of its lines."""
    return tuple(sorted(map(_told, error.faults), key=lambda one: one.line))


def _told(fault: str) -> Told:
    found = _LINE.match(fault)
    if found is None:
        return Told(0, "", fault.strip())
    line, place, words = int(found[1]), found[2] or "", found[3]
    for pattern, plain in _PLAIN:
        words, changes = re.subn(pattern, plain, words)
        if changes:
            break
    return Told(line, _place(place), words)


def place_told(place: Sequence[str | int]) -> str:
    """A place of a file as faults name it."""
    return _place(".".join(map(str, place)))


def _place(place: str) -> str:
    """`facts.2.reveal` as people count: the third of the facts."""
    parts = place.split(".")
    told = [f"no. {int(part) + 1}" if part.isdigit() else part for part in parts if part]
    return ", ".join(told)
