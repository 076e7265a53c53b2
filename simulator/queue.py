"""What lies before a call: our own clock, further accounts, and what is right for each of them."""

from datetime import date, datetime, time
from typing import Annotated
from zoneinfo import ZoneInfo

from pydantic import Field

from calls.events import DialDecision, DialReason
from calls.turn import Frozen
from simulator.account import Account, TimeZone
from simulator.answerer import Answerer
from simulator.values import Id

OPENS, CLOSES = time(8), time(21)
"""Between these a day of calling lies, where the consumer is."""


class Clock(Frozen):
    """The clock on our own wall."""

    at: time
    time_zone: TimeZone

    def on(self, day: date) -> datetime:
        """The moment that it shows on a day."""
        return datetime.combine(day, self.at, tzinfo=ZoneInfo(self.time_zone))


class RightDial(Frozen):
    """What is right for an account now: any of these decisions, for any of these reasons."""

    decisions: Annotated[tuple[DialDecision, ...], Field(min_length=1)]
    reasons: Annotated[tuple[DialReason, ...], Field(min_length=1)]
    why: str = Field(description="In a sentence, for whoever decided otherwise.")


class Queued(Frozen):
    """A further account on the list; its circumstances are those of the scenario."""

    account: Account
    consumer: Id
    answered_by: Annotated[tuple[Answerer, ...], Field(min_length=1)]
    dial: RightDial
