"""Collectors' shorthand in account notes, spelled out so that the reading understands it."""

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from pydantic import BaseModel, ConfigDict

from datafiles import load_file
from language.wording import straight

_FILE = Path(__file__).parent / "shorthand.yaml"
_TITLES = re.compile(r"\b(Mr|Mrs|Ms|Dr|St|Jr|Sr|No|vs|approx)\.", re.IGNORECASE)
_CLAUSE = re.compile(
    r"(?<!\d)[,;]\s*|[.!?]+(?=\s|$)\s*|\n+|\s[-\u2013\u2014|/+&>]+\s|(?<=\d)[,;](?!\d)\s*"
)


class Shorthand(BaseModel):
    """The data file of shorthand: the words, then the forms that stand for them."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    forms: dict[str, tuple[str, ...]]


@dataclass(frozen=True)
class Spelled:
    """A note with its shorthand spelled out, and where each part of it stands in the original."""

    text: str
    original: str
    starts: tuple[int, ...] = (0,)
    shifts: tuple[tuple[int, int], ...] = ((0, 0),)

    def as_written(self, start: int, end: int) -> str:
        """The words of the original that a span of the spelled-out text stands for."""
        first, last = self._place(start)[0], self._place(max(start, end - 1))[1]
        return self.original[first:last].strip(" ,;.")

    def _place(self, at: int) -> tuple[int, int]:
        """The first and the last letter of the original that a letter stands for."""
        part = bisect_right(self.starts, at) - 1
        begins, length = self.shifts[part]
        if length:  # spelled out: the whole form stands for it
            return begins, begins + length
        place = begins + at - self.starts[part]
        return place, place + 1


@cache
def _typed() -> dict[str, str]:
    forms = load_file(_FILE, Shorthand).forms
    return {form: words for words, typed in forms.items() for form in typed}


@cache
def _form() -> re.Pattern[str]:
    longest_first = sorted(_typed(), key=len, reverse=True)
    inner = "|".join(map(re.escape, longest_first))
    each = r"(?<=\d) ?/ ?(?:2 ?w(?:ee)?ks?|2w|mo|mth|month|m|wk|week)\b"
    return re.compile(rf"(?<![\w'$£.])(?:{inner})(?![\w'/])\.?|{each}", re.IGNORECASE)


def spelled_out(note: str) -> Spelled:
    """The note with every form of the list in words."""
    original = straight(note)
    text, at = "", 0
    starts, shifts = [0], [(0, 0)]
    for match in _form().finditer(original):
        text += original[at : match.start()]
        form = match[0].lower()
        each = form.replace(" ", "") if form.lstrip().startswith("/") else ""
        words = _words(each or form) or match[0]
        starts.append(len(text))
        shifts.append((match.start(), len(match[0])))
        ends = form.endswith(".") and form not in _typed() and _ends(original, match.end())
        text += (" " if each else "") + words + ("." if ends else "")
        at = match.end()
        starts.append(len(text))
        shifts.append((at, 0))
    return Spelled(text + original[at:], original, tuple(starts), tuple(shifts))


def _words(form: str) -> str | None:
    return _typed().get(form) or _typed().get(form.rstrip("."))


def _ends(text: str, at: int) -> bool:
    """Whether a point after a form ends a sentence rather than a short form."""
    return not text[at:].strip() or text[at : at + 1].isspace()


def clauses(text: str) -> tuple[tuple[int, int], ...]:
    """Where each clause of a note begins and ends: at points, commas, strokes and new lines."""
    plain = _TITLES.sub(lambda title: title[1] + " ", text)
    spans, begins = [], 0
    for match in _CLAUSE.finditer(plain):
        spans.append((begins, match.start()))
        begins = match.end()
    spans.append((begins, len(text)))
    return tuple((start, end) for start, end in spans if text[start:end].strip())
