"""A drawing of lines, marks and words, the same for a screen and for paper; from the top down.

Nothing in it is told by colour alone: lines differ in their dashes, marks in their shapes, and
words stand beside them.
"""

from enum import StrEnum
from typing import NamedTuple

Point = tuple[float, float]


class Ink(StrEnum):
    """One ink for each meaning, as in the charts of the pages."""

    ACCENT = "accent"
    OTHER = "other"
    ALARM = "alarm"
    QUIET = "quiet"
    TEXT = "text"
    ZONE = "zone"
    GRID = "grid"


class Shape(StrEnum):
    """What a mark looks like."""

    CIRCLE = "circle"
    SQUARE = "square"
    RING = "ring"


class Anchor(StrEnum):
    """Which end of the words stands at their point."""

    START = "start"
    MIDDLE = "middle"
    END = "end"


class Stroke(NamedTuple):
    """A line through points; `dash` is so much ink and so much air."""

    points: tuple[Point, ...]
    ink: Ink
    dash: tuple[float, ...] = ()
    width: float = 1.5


class Box(NamedTuple):
    """A filled stretch, by its upper left corner."""

    x: float
    y: float
    width: float
    height: float
    ink: Ink


class Dot(NamedTuple):
    """A mark around its middle."""

    x: float
    y: float
    shape: Shape
    ink: Ink
    radius: float = 4.5


class Words(NamedTuple):
    """Words whose letters stand on `y`."""

    x: float
    y: float
    text: str
    ink: Ink = Ink.TEXT
    anchor: Anchor = Anchor.START


Part = Stroke | Box | Dot | Words


class Drawing(NamedTuple):
    """What is drawn, in order; `name` says of what, `told` what is seen, for whoever does not."""

    width: float
    height: float
    name: str
    told: str
    parts: tuple[Part, ...]


SIZE = 12
"""How high letters are."""
