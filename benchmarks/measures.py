"""Figures of agreement: precision and recall with their intervals, area under the curve, ranks."""

import math
import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import TypeVar

T = TypeVar("T")
Pair = tuple[bool, bool]
"""What a label says, and what was found."""

_RESAMPLES = 1_000


@dataclass(frozen=True)
class Agreement:
    """Labels and answers, side by side; a figure without a denominator is None.

    `sessions` names for each pair the conversation it is from, where several are from one.
    """

    pairs: tuple[Pair, ...]
    sessions: tuple[str, ...] = ()

    def count(self, label: bool, found: bool) -> int:
        """How often a label met an answer."""
        return self.pairs.count((label, found))

    @property
    def positives(self) -> int:
        """How many the label says there are."""
        return self.count(True, True) + self.count(True, False)

    @property
    def found(self) -> int:
        """How many were found, rightly or not."""
        return self.count(True, True) + self.count(False, True)

    @property
    def precision(self) -> float | None:
        return _share(self.count(True, True), self.found)

    @property
    def recall(self) -> float | None:
        return _share(self.count(True, True), self.positives)

    @property
    def f1(self) -> float | None:
        return _f1(self.pairs)

    def f1_interval(self) -> tuple[float, float] | None:
        """The middle 95 % of F1 over resampled sessions, or pairs where there are none."""
        if self.f1 is None:
            return None
        counts: dict[object, tuple[int, int]] = {}
        for place, (label, found) in enumerate(self.pairs):
            session = self.sessions[place] if self.sessions else place
            right, said = counts.get(session, (0, 0))
            counts[session] = right + (label and found), said + label + found
        return resampled(tuple(counts.values()), pooled_f1)


def pooled_f1(counts: Sequence[tuple[int, int]]) -> float | None:
    """F1 from counts by session: how many were right, and how many were labelled and found."""
    said = sum(count[1] for count in counts)
    return 2 * sum(count[0] for count in counts) / said if said else None


def resampled(
    units: Sequence[T], figure: Callable[[Sequence[T]], float | None]
) -> tuple[float, float] | None:
    """The middle 95 % of a figure over resampled units (bootstrap, always the same draws).

    Turns of one conversation are alike, so that the units are conversations.
    """
    draw = random.Random("f1")
    drawn = (figure(draw.choices(units, k=len(units))) for _ in range(_RESAMPLES if units else 0))
    values = sorted(value for value in drawn if value is not None)
    if not values:
        return None
    return values[int(len(values) * 0.025)], values[max(0, int(len(values) * 0.975) - 1)]


def _share(part: int, whole: int) -> float | None:
    return part / whole if whole else None


def _f1(pairs: Sequence[Pair]) -> float | None:
    right = sum(label and found for label, found in pairs)
    said = sum(label + found for label, found in pairs)
    return 2 * right / said if said else None


def auc(scores: Sequence[float], labels: Sequence[bool]) -> float | None:
    """How often a positive scores above a negative; ties count half."""
    ranks = _ranks(scores)
    positives = sum(labels)
    negatives = len(labels) - positives
    if not positives or not negatives:
        return None
    rank_sum = sum(rank for rank, label in zip(ranks, labels, strict=True) if label)
    return (rank_sum - positives * (positives + 1) / 2) / (positives * negatives)


def spearman(left: Sequence[float], right: Sequence[float]) -> float | None:
    """The correlation of ranks; ties share theirs."""
    return correlation(_ranks(left), _ranks(right))


def _ranks(values: Sequence[float]) -> list[float]:
    order = sorted(range(len(values)), key=values.__getitem__)
    ranks = [0.0] * len(values)
    at = 1
    for _, group in groupby(order, key=values.__getitem__):
        tied = list(group)
        for index in tied:
            ranks[index] = at + (len(tied) - 1) / 2
        at += len(tied)
    return ranks


def correlation(left: Sequence[float], right: Sequence[float]) -> float | None:
    """Pearson's correlation; None where one side never changes."""
    n = len(left)
    if n < 2:
        return None
    mean_left, mean_right = sum(left) / n, sum(right) / n
    spread = math.sqrt(
        sum((x - mean_left) ** 2 for x in left) * sum((y - mean_right) ** 2 for y in right)
    )
    if not spread:
        return None
    pairs = zip(left, right, strict=True)
    return sum((x - mean_left) * (y - mean_right) for x, y in pairs) / spread


def percentile(values: Sequence[float], share: float) -> float:
    """The value below which that share lies, by the nearest rank."""
    ordered = sorted(values)
    return ordered[max(0, math.ceil(share * len(ordered)) - 1)]
