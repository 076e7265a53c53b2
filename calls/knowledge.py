"""Known or unknown: a circumstance nobody has told us is never taken for a no."""

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
        if self is Truth.UNKNOWN:
            return self
        return Truth.NO if self is Truth.YES else Truth.YES

    def __bool__(self) -> bool:
        # `if predicate:` would silently read unknown as a no: the very thing we promise not to do.
        raise TypeError("a Truth has three values: compare with Truth.YES, Truth.NO or UNKNOWN")
