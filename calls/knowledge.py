"""Known or unknown: a circumstance nobody has told us is never taken for a no."""

from collections.abc import Iterable
from enum import Enum
from typing import Annotated, TypeVar

from pydantic import Field

T = TypeVar("T")


class Unknown(Enum):
    """The single value that stands for "nobody has said"."""

    UNKNOWN = "unknown"

    def __repr__(self) -> str:
        return "UNKNOWN"


UNKNOWN = Unknown.UNKNOWN

Known = Annotated[Unknown | T, Field(union_mode="left_to_right")]
"""A field that holds a value of its type, or `UNKNOWN` (in JSON: absent, or "unknown")."""


class Truth(Enum):
    """Kleene's three values; a predicate over circumstances yields one of them."""

    YES = "yes"
    NO = "no"
    UNKNOWN = "unknown"

    def __invert__(self) -> "Truth":
        return {Truth.YES: Truth.NO, Truth.NO: Truth.YES}.get(self, Truth.UNKNOWN)

    def __bool__(self) -> bool:
        # `if predicate:` would silently read unknown as a no: the very thing we promise not to do.
        raise TypeError("a Truth has three values: compare with Truth.YES, Truth.NO or UNKNOWN")


def truth(value: bool | Unknown) -> Truth:
    """The truth of a yes-or-no circumstance."""
    if value is UNKNOWN:
        return Truth.UNKNOWN
    return Truth.YES if value else Truth.NO


def every(truths: Iterable[Truth]) -> Truth:
    """Conjunction: one no decides, otherwise one unknown leaves it open."""
    seen = set(truths)
    if Truth.NO in seen:
        return Truth.NO
    return Truth.UNKNOWN if Truth.UNKNOWN in seen else Truth.YES


def some(truths: Iterable[Truth]) -> Truth:
    """Disjunction: one yes decides, otherwise one unknown leaves it open."""
    return ~every(~value for value in truths)
