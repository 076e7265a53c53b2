"""Bands: between which levels a candidate's work lies, as far as this sample can tell.

The standard error of measurement is estimated from how differently the calls of one and the same
candidate came out, over all candidates; with one call each, from how differently two people saw it.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from math import sqrt

import numpy as np

from scoring.levels import LEVELS

FEWEST = 10
"""Below so many candidates no error is estimated."""
ASSUMED = 1.0
"""Until then, in levels: as far as two who rate may differ without talking it over."""
LEAST = 0.25
"""No band reaches less far to either side: people rate in whole levels."""


class Basis(StrEnum):
    """What a standard error is estimated from."""

    CALLS = "calls"
    """Calls of the same candidate beside each other: persons, tasks and raters are all in it."""
    RATERS = "raters"
    """Two people on the same call: how another call would have gone is not in it."""
    NOTHING = "nothing"
    """Too few candidates: it is assumed."""


class Standing(StrEnum):
    """Where a band lies beside the bar."""

    ABOVE = "above"
    ACROSS = "across"
    BELOW = "below"


@dataclass(frozen=True)
class Error:
    """The standard error of one call's level, and from how many candidates it is known."""

    of_one_call: float
    basis: Basis
    candidates: int

    def of(self, calls: int) -> float:
        """The standard error of the mean of so many calls; one that is assumed stays as it is."""
        if self.basis is Basis.NOTHING:
            return self.of_one_call
        return max(LEAST, self.of_one_call / sqrt(calls))


@dataclass(frozen=True)
class Band:
    """One standard error to either side of a level, within the scale."""

    low: float
    high: float

    def beside(self, bar: float) -> Standing:
        """Above or below where all of it is; else it lies across and the bar does not part them."""
        if self.low >= bar:
            return Standing.ABOVE
        return Standing.BELOW if self.high < bar else Standing.ACROSS


def band(level: float, error: Error, calls: int) -> Band:
    """The band of a level that so many calls came to."""
    reach = error.of(calls)
    return Band(max(LEVELS[0], level - reach), min(LEVELS[-1], level + reach))


def measured(calls: Sequence[Sequence[float]], pairs: Sequence[tuple[float, float]]) -> Error:
    """The error known from candidates: the levels of each one's calls, and each call's two raters.

    Every line of `calls` is one candidate who did all calls, in the same order.
    """
    if calls and len(calls[0]) > 1:
        if len(calls) >= FEWEST:
            return Error(_left_over(calls), Basis.CALLS, len(calls))
    elif len(pairs) >= FEWEST:
        return Error(_between_raters(pairs), Basis.RATERS, len(pairs))
    return Error(ASSUMED, Basis.NOTHING, len(calls))


def _left_over(calls: Sequence[Sequence[float]]) -> float:
    """What neither the person nor the call explains (persons by tasks, one figure in each cell)."""
    table = np.array(calls)
    people, tasks = table.shape
    explained = table.mean(axis=1, keepdims=True) + table.mean(axis=0) - table.mean()
    return float(sqrt(((table - explained) ** 2).sum() / ((people - 1) * (tasks - 1))))


def _between_raters(pairs: Sequence[tuple[float, float]]) -> float:
    """The error of the mean of two ratings: their technical error, halved in variance."""
    return sqrt(sum((one - other) ** 2 for one, other in pairs) / len(pairs)) / 2
