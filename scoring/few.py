"""Figures of few observations: a mean and a share, each with the interval that it deserves."""

import math
from collections.abc import Sequence
from statistics import fmean, stdev
from typing import NamedTuple

_Z = 1.959964
_T = (
    *(12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262, 2.228),
    *(2.201, 2.179, 2.160, 2.145, 2.131, 2.120, 2.110, 2.101, 2.093, 2.086),
    *(2.080, 2.074, 2.069, 2.064, 2.060, 2.056, 2.052, 2.048, 2.045, 2.042),
)
"""Student's t for 95 %, by degrees of freedom from 1 on; beyond the last one the last one is kept,
which is a little wide. NIST/SEMATECH e-Handbook of Statistical Methods, 1.3.6.7.2."""
_NO_FINER = 2.0
"""So far may a mark move without a reason (docs/scoring.md): equal marks are no certainty."""
_MOST = 100.0


class Mean(NamedTuple):
    """A mean of marks with the two ends of its 95 % interval, after Student."""

    value: float
    low: float
    high: float


def mean_of(marks: Sequence[float]) -> Mean | None:
    """Where the mean of many calls like these would lie; None for fewer than two.

    The marks are taken as independent and about normal, which calls of one person hardly are: the
    interval says what so few of them leave open, and nothing of what else may be different.
    """
    if len(marks) < 2:
        return None
    mean, free = fmean(marks), len(marks) - 1
    spread = _T[min(free, len(_T)) - 1] * max(stdev(marks), _NO_FINER) / math.sqrt(len(marks))
    return Mean(mean, max(0.0, mean - spread), min(_MOST, mean + spread))


def wilson(part: int, whole: int) -> tuple[float, float] | None:
    """The 95 % interval of a share, after Wilson; honest for few cases."""
    if not whole:
        return None
    share, z2 = part / whole, _Z * _Z
    centre = share + z2 / (2 * whole)
    spread = _Z * math.sqrt(share * (1 - share) / whole + z2 / (4 * whole * whole))
    low, high = (centre - spread) / (1 + z2 / whole), (centre + spread) / (1 + z2 / whole)
    return max(0.0, low), min(1.0, high)
