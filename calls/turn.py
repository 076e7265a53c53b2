"""What was said: one turn, and the transcript of a call."""

from datetime import datetime
from enum import StrEnum
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field


class Frozen(BaseModel):
    """A value of the record: immutable, compared by content, refusing fields it does not know."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Speaker(StrEnum):
    """Who speaks: the caller, the person said to owe, or anybody else."""

    COLLECTOR = "collector"
    CONSUMER = "consumer"
    THIRD_PARTY = "third_party"


class Channel(StrEnum):
    """The medium a turn or a contact attempt uses."""

    CALL = "call"
    VOICEMAIL = "voicemail"
    SMS = "sms"
    EMAIL = "email"
    CHAT = "chat"
    LETTER = "letter"

    @property
    def written(self) -> bool:
        """Whether it carries writing; a call and a voicemail carry a voice."""
        return self not in (Channel.CALL, Channel.VOICEMAIL)


Seconds = Annotated[float, Field(ge=0, allow_inf_nan=False)]


class Turn(Frozen):
    """One person's uninterrupted words; times are seconds since the call began."""

    speaker: Speaker
    text: str
    started_at: Seconds | None = None
    ended_at: Seconds | None = None
    channel: Channel = Channel.CALL


def turn_number(index: int) -> int:
    """The number by which people know a turn: the first is 1, where data count from 0."""
    return index + 1


class Transcript(Frozen):
    """A whole conversation in order, with the id it is known by and the moment it began."""

    id: str
    turns: tuple[Turn, ...]
    began_at: datetime | None = None
