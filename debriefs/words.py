"""Values in the words of a reader: days and marks."""

from collections.abc import Callable
from datetime import date, datetime

from scoring.levels import step_of

Day = Callable[[date], str]
"""How the reader writes a day."""


def words(name: str) -> str:
    """A value of a closed list as people write it."""
    return name.replace("_", " ")


def plain_day(when: date | datetime) -> str:
    """A day where nobody has said how they write one: the month in letters."""
    return f"{when.day} {when:%b} {when.year}"


def of_100(value: float | None) -> str:
    """A mark as it stands in a list."""
    return "no opportunity" if value is None else f"{value:.0f} of 100, {step_of(value).word}"
