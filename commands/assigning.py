"""`assign`: who is to practise what by when, as lines."""

from collections.abc import Iterable, Iterator
from datetime import date

from training.assignments import Assignment


def assigned_lines(given: Iterable[Assignment], today: date) -> Iterator[str]:
    """One line each: the day, where it stands, who, what, by whom, its id, and the note."""
    for one in given:
        told = f"{one.due} {one.stage(today)}: {one.to}: {one.title} (from {one.by}, {one.id})"
        yield f"{told}: {one.note}" if one.note else told
