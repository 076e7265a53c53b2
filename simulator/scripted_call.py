"""A call as its author wrote it: what the collector says and decides, and leaves behind."""

from typing import Annotated

from pydantic import Field

from calls.disposition import Disposition
from calls.events import DialDecision, DialReason
from calls.turn import Frozen
from simulator.values import Id


class ScriptedWrapUp(Frozen):
    """What a good collector leaves behind after the call; what was agreed comes from the call."""

    note: str
    disposition: Disposition
    flags: tuple[Id, ...] = ()
    follow_up_in_days: Annotated[int, Field(ge=0)] | None = None


class ScriptedDecision(Frozen):
    """One decision of a scripted attempt; `next_in_days`: from eight in the morning of that day."""

    account: str
    decision: DialDecision
    reason: DialReason
    next_in_days: Annotated[int, Field(ge=0)] | None = None


class ScriptedCall(Frozen):
    """Collector lines that are played against the mind; `{payday}` stands for a named day.

    `decisions` come first where accounts are decided on; the last of them to dial is talked to.
    A line `channel: email` says, as in the notation of calls, how the lines after it go.
    """

    answered_by: Id
    decisions: tuple[ScriptedDecision, ...] = ()
    lines: Annotated[tuple[str, ...], Field(min_length=1)]
    why: str = ""
    end_state: Id | None = None
    wrap_up: ScriptedWrapUp | None = None
