"""The words of a scorecard: marks that point at turns, or say why there was nothing to judge."""

from collections.abc import Iterable, Sequence
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

    `weight` is how much of its dimension it is, beside the others. What `takes` is no part of that:
    so much of the dimension goes where it is nothing.
    """

    name: str
    value: float | None
    reason: str
    evidence: tuple[Evidence, ...] = ()
    advice: str = ""
    weight: float = 1.0
    takes: float = 0.0


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
    """The dimension's score from its marks and their weights; `nothing` explains a None.

    What only `takes` earns nothing: it takes its share of the others as far as it is lost. Where
    nothing else could be marked, it is all there is.
    """
    pairs = tuple(weighted)
    marks = tuple(mark.model_copy(update={"weight": weight}) for mark, weight in pairs)
    given = [mark for mark in marks if mark.value is not None]
    earned = [mark for mark in given if not mark.takes]
    value = _mean(earned or given)
    if value is None:
        return Score(dimension=dimension, value=None, reason=nothing, marks=marks)
    for mark in given if earned else ():
        value *= 1 - mark.takes * (1 - (mark.value or 0.0) / 100)
    reason = "; ".join(mark.reason for mark in marks if mark.value is not None)
    return Score(dimension=dimension, value=round(value, 1), reason=reason, marks=marks)


def _mean(marks: Sequence[Mark]) -> float | None:
    whole = sum(mark.weight for mark in marks)
    if not marks or not whole:
        return None
    return sum((mark.value or 0.0) * mark.weight for mark in marks) / whole
