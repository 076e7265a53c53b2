"""The ends of a call that are acceptable, as its wrap-up would hold them."""

from typing import Annotated

from pydantic import Field

from calls.disposition import Disposition
from calls.turn import Channel, Frozen
from simulator.facts import Words
from simulator.positions import PositionKind
from simulator.values import Amount, Id


class Bounds(Frozen):
    """The arrangements that are acceptable; what is left out does not matter."""

    total_at_least: Amount | None = None
    total_at_most: Amount | None = None
    instalment_at_least: Amount | None = None
    instalment_at_most: Amount | None = None
    first_not_before: Id | None = Field(default=None, description="A named day.")
    first_within_days: Annotated[int, Field(ge=0)] | None = None
    months_at_most: Annotated[int, Field(ge=0)] | None = None


class Mention(Frozen):
    """Something that the note has to hold: what it is, and words of which one must be there."""

    what: str
    words: Annotated[Words, Field(min_length=1)]


class Learned(Frozen):
    """Something that has to be found out on the call: what it is, and the fact that tells it."""

    what: str
    fact: Id


class EndState(Frozen):
    """One acceptable end: what the wrap-up then holds, and what the call has to have brought.

    `learned` are facts that have to have come out, `respected` kinds of position that the collector
    has to have taken seriously.
    """

    id: Id
    means: str
    dispositions: Annotated[tuple[Disposition, ...], Field(min_length=1)]
    arrangement: Bounds | None = None
    flags: tuple[Id, ...] = ()
    flags_not: tuple[Id, ...] = ()
    note: tuple[Mention, ...] = ()
    follow_up_within_days: Annotated[int, Field(ge=0)] | None = None
    nobody_told: bool = Field(
        default=False,
        description="Nobody but the consumer learned on the call that there is a debt.",
    )
    nothing_agreed: bool = Field(default=False, description="No payment was agreed on the call.")
    learned: tuple[Learned, ...] = ()
    respected: tuple[PositionKind, ...] = ()
    decided: bool = Field(
        default=False, description="Every account was decided on, each as is right for it."
    )
    sent: tuple[Channel, ...] = Field(
        default=(), description="A message went out on each of these channels."
    )
    quiet: tuple[Channel, ...] = Field(
        default=(), description="On these channels nothing went out that the rules find."
    )
