"""The one table of levels: what each scale comes to in marks of 0-100, and what a mark is called.

Levels are what instruments and raters give; marks are what scorecards hold. Nothing else turns the
one into the other.
"""

from typing import NamedTuple

LEVELS = (1, 2, 3, 4, 5)
"""Anchored scales, of raters and of the six sides of supportive talk: 0, 25, 50, 75, 100."""
CUE_LEVELS = (0.0, 20.0, 45.0, 70.0, 90.0, 100.0)
"""Levels 0-5 of an answer to a cue (ECCS): a formula is little, a fact named is most of it."""
FULL = 100.0
_APART = FULL / (LEVELS[-1] - LEVELS[0])


class Step(NamedTuple):
    """A stretch of marks from `least` up: its word, its sign, and its ink in marks.css."""

    least: float
    word: str
    sign: str
    ink: str


STEPS = (
    Step(85.0, "strong", "●", "done-right"),
    Step(70.0, "good", "◕", "good"),
    Step(50.0, "partly there", "◑", "depends"),
    Step(0.0, "not there yet", "○", "reminder"),
)
"""From the best down. The fuller the sign the better; brick stays for what is not met."""
STRONG = STEPS[0].least
"""From this mark on something is a strength."""


def step_of(mark: float) -> Step:
    """The stretch in which a mark lies, for those who do not think in figures."""
    return next(step for step in STEPS if mark >= step.least)


def level_at(mark: float) -> float:
    """Where a mark of 0-100 lies on the levels, also between two of them."""
    return LEVELS[0] + mark / _APART


def level_of(mark: float) -> int:
    """The level that a mark of 0-100 stands for: 0 is 1, 50 is 3, 100 is 5."""
    return int(level_at(mark) + 0.5)


def mark_of(level: float) -> float:
    """The mark of 0-100 for which a level stands: 1 is 0, 3 is 50, 5 is 100; also between two."""
    return (level - LEVELS[0]) * _APART


def mark_of_parts(have: int, parts: int) -> float:
    """The mark of a thing that has so many of its parts, each worth the same."""
    return round(FULL * have / parts, 1)
