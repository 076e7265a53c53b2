"""The words of a scorecard: marks that point at turns, or say why there was nothing to judge."""

from collections.abc import Iterable
from enum import StrEnum

from calls.turn import Frozen


class Dimension(StrEnum):
    """What a call is judged on, in the order in which it is shown."""

    COMPLIANCE = "compliance"
    COMMUNICATION = "communication"
    EMPATHY = "empathy"
    NEGOTIATION = "negotiation"
    ACCURACY = "accuracy"
    CONDUCT = "conduct"

    @property
    def label(self) -> str:
        """The dimension as people read it."""
        return _LABELS.get(self, self.value).capitalize()


_LABELS = {Dimension.CONDUCT: "professional conduct"}


class Evidence(Frozen):
    """Where a mark is seen: a turn and its words, or (no turn) a line of the wrap-up."""

    turn: int | None
    quote: str


class Mark(Frozen):
    """One part of a dimension: 0-100, or None with the reason why there was no opportunity.

    `weight` is how much of its dimension it is, beside the others.
    """

    name: str
    value: float | None
    reason: str
    evidence: tuple[Evidence, ...] = ()
    advice: str = ""
    weight: float = 1.0


class Score(Frozen):
    """One dimension: the weighted mean of the marks that could be given."""

    dimension: Dimension
    value: float | None
    reason: str
    marks: tuple[Mark, ...] = ()


def no_mark(name: str, reason: str) -> Mark:
    """A mark that cannot be given; never full marks for want of an opportunity."""
    return Mark(name=name, value=None, reason=reason)


def weigh(dimension: Dimension, weighted: Iterable[tuple[Mark, float]], nothing: str) -> Score:
    """The dimension's score from its marks and their weights; `nothing` explains a None."""
    pairs = tuple(weighted)
    given = [(mark.value, weight) for mark, weight in pairs if mark.value is not None]
    marks = tuple(mark.model_copy(update={"weight": weight}) for mark, weight in pairs)
    if not given:
        return Score(dimension=dimension, value=None, reason=nothing, marks=marks)
    value = sum(value * weight for value, weight in given) / sum(weight for _, weight in given)
    reason = "; ".join(mark.reason for mark in marks if mark.value is not None)
    return Score(dimension=dimension, value=round(value, 1), reason=reason, marks=marks)
