"""The proof that a rule brings along: calls and sentences that it must flag or let pass."""

from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field

from calls.context import CallContext
from calls.turn import Channel, Frozen, Speaker, Transcript, Turn
from compliance_rules.finding import Standing

Reason = Annotated[str, Field(min_length=10)]


class Example(Frozen):
    """A short call in the notation, with what is known of it."""

    call: str
    context: CallContext = CallContext()


class Flagged(Example):
    """A call in which the rule has something to say, at this turn and with this standing."""

    turn: int | None
    standing: Standing = Standing.NOT_MET
    needs: tuple[str, ...] = ()


class KnownGap(Example):
    """A call that we know to be judged wrongly: it should be the other way round."""

    why: Reason
    should: Literal["flag", "pass"]


class Examples(Frozen):
    """The proof of a rule: what it must flag and what it must let pass."""

    flag: tuple[Flagged, ...]
    pass_: Annotated[tuple[Example, ...], Field(alias="pass")]


def _plainly_said(content: Any) -> Any:
    return {"say": content} if isinstance(content, str) else content


class _Said(Frozen):
    """One turn of the collector, with what was said just before it and what is known."""

    say: Annotated[str, Field(min_length=1)]
    before: str | None = None
    context: CallContext = CallContext()

    def call(self) -> Transcript:
        """The turn as a call of its own."""
        known = self.context.channel
        channel = known if isinstance(known, Channel) else Channel.CALL
        before = self.before and Turn(speaker=Speaker.CONSUMER, text=self.before, channel=channel)
        turn = Turn(speaker=Speaker.COLLECTOR, text=self.say, channel=channel)
        return Transcript(id="sentence", turns=(before, turn) if before else (turn,))


Saying = Annotated[_Said, BeforeValidator(_plainly_said, json_schema_input_type=str | _Said)]
"""A sentence by itself, or one with `before` and `context`."""


class Sentences(Frozen):
    """How people say it, best written by somebody who has not seen the patterns.

    `missed` ought to be flagged and `alarms` ought to pass; both are counted, not hidden.
    """

    flag: tuple[Saying, ...] = ()
    pass_: Annotated[tuple[Saying, ...], Field(alias="pass")] = ()
    missed: tuple[Saying, ...] = ()
    alarms: tuple[Saying, ...] = ()
