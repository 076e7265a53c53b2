"""The axes of a plot along the turns of a call: where a turn and a level stand, and their ticks."""

from collections.abc import Iterator
from dataclasses import dataclass
from math import floor, log10

from debriefs.drawing import SIZE, Anchor, Box, Ink, Part, Stroke, Words

_STEPS = (1, 2, 2.5, 5, 10)
_ABOVE, _BELOW = 20, 36
"""Room for a word above, for the figures and the name of the turns below."""
_LEFT, _RIGHT = 52, 86
"""The same in each plot, so that turns stand below each other; names of lines fit at the right."""


@dataclass(frozen=True)
class Axes:
    """A frame of so much room, for so many turns and for levels from 0 to the last of `ticks`.

    `unit` says what the levels are; it stands above them, and above any word at a turn.
    """

    width: float
    height: float
    turns: int
    ticks: tuple[float, ...]
    unit: str = ""

    @property
    def top(self) -> float:
        return _ABOVE + (SIZE + 4 if self.unit else 0)

    @property
    def bottom(self) -> float:
        return self.height - _BELOW

    @property
    def end(self) -> float:
        """Where the turns end."""
        return self.width - _RIGHT

    def x(self, turn: float) -> float:
        """Where a turn stands, as people count them; half a turn is left at both ends."""
        return round(_LEFT + (turn - 0.5) / max(self.turns, 1) * (self.end - _LEFT), 2)

    def y(self, level: float) -> float:
        """Where a level stands; more is higher."""
        return round(self.bottom - level / self.ticks[-1] * (self.bottom - self.top), 2)

    def drawn(self) -> Iterator[Part]:
        """Both axes with their figures."""
        for level in self.ticks:
            across = ((_LEFT, self.y(level)), (self.end, self.y(level)))
            yield Stroke(across, Ink.GRID if level else Ink.QUIET, width=1)
            beside = _LEFT - 6
            yield Words(beside, self.y(level) + 4, f"{level:,g}", Ink.QUIET, Anchor.END)
        for turn in self._turn_ticks():
            yield Words(self.x(turn), self.bottom + 15, f"{turn}", Ink.QUIET, Anchor.MIDDLE)
        middle = (_LEFT + self.end) / 2
        yield Words(middle, self.height - 4, "turn", Ink.QUIET, Anchor.MIDDLE)
        if self.unit:
            yield Words(2, SIZE, self.unit, Ink.QUIET)

    def band(self, low: float, high: float) -> Iterator[Part]:
        """A stretch of levels from end to end, with its edges."""
        upper, lower = self.y(high), self.y(low)
        yield Box(_LEFT, upper, self.end - _LEFT, lower - upper, Ink.ZONE)
        for edge in (upper, lower):
            yield Stroke(((_LEFT, edge), (self.end, edge)), Ink.ACCENT, (2, 3), 1)

    def upright(self, turn: int, word: str) -> Iterator[Part]:
        """A line at a turn, with a word on top of it that stays in the frame."""
        at = self.x(turn)
        anchor = Anchor.END if at > (_LEFT + self.end) / 2 else Anchor.START
        yield Stroke(((at, self.top), (at, self.bottom)), Ink.TEXT, (2, 3), 1)
        yield Words(at, self.top - 7, word, Ink.TEXT, anchor)

    def _turn_ticks(self) -> range:
        room = (self.end - _LEFT) / 34
        step = next(one for one in (1, 2, 5, 10, 20, 50, 100, 500) if self.turns / one <= room)
        return range(step, self.turns + 1, step)


def ticks_to(most: float, count: int = 4) -> tuple[float, ...]:
    """Round figures from nothing to `most` or above it, about so many."""
    if most <= 0:
        return 0, 1
    rough = most / count
    scale = 10.0 ** floor(log10(rough))
    step = next(one * scale for one in _STEPS if one * scale >= rough * 0.999)
    figures = [0.0]
    while figures[-1] < most:
        figures.append(round(figures[-1] + step, 6))
    return tuple(figures)
