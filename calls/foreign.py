"""Calls as other programs write them in JSON, taken into our types."""

from datetime import datetime

from pydantic import BaseModel, ValidationError

from calls.errors import RecordError, brief
from calls.names import USUAL_NAMES, Names
from calls.turn import Channel, Seconds, Transcript, Turn


class _ForeignTurn(BaseModel):
    """A turn as other programs write it; what we have no use for is passed over."""

    speaker: str
    text: str
    start: Seconds | None = None
    end: Seconds | None = None
    started_at: Seconds | None = None
    ended_at: Seconds | None = None
    channel: str | None = None


class _ForeignCall(BaseModel):
    """A call as other programs write it."""

    id: str | int | None = None
    turns: list[_ForeignTurn]
    began_at: datetime | None = None
    channel: str = "call"


_CHANNELS = {
    **{channel.value: channel for channel in Channel},
    "phone": Channel.CALL,
    "voice": Channel.CALL,
    "text": Channel.SMS,
    "e-mail": Channel.EMAIL,
}


def parse_call(
    content: object, default_id: str, where: str, names: Names = USUAL_NAMES
) -> Transcript:
    """A call from parsed JSON; raises `RecordError` naming turn, fault and what is allowed."""
    try:
        foreign = _ForeignCall.model_validate(content)
    except ValidationError as error:
        fault = error.errors()[0]
        field = ".".join(str(part) for part in fault["loc"]) or "call"
        wrong = f"{field}: {fault['msg']}, got {brief(fault['input'])}"
        allowed = "{id, turns: [{speaker, text, start, end}]} is needed"
        raise RecordError(where, wrong, allowed) from None
    turns = (
        _turn(turn, foreign.channel, f"{where}: turn {number}", names)
        for number, turn in enumerate(foreign.turns)
    )
    call_id = default_id if foreign.id is None else str(foreign.id)
    return Transcript(id=call_id, turns=tuple(turns), began_at=foreign.began_at)


def _turn(turn: _ForeignTurn, channel: str, where: str, names: Names) -> Turn:
    speaker = names.get(turn.speaker.strip().casefold())
    if speaker is None:
        wrong = f"nobody is called {brief(turn.speaker)} here"
        allowed = f"one of {', '.join(names)}; or map it: --speaker NAME=collector"
        raise RecordError(where, wrong, allowed)
    medium = _CHANNELS.get((turn.channel or channel).casefold())
    if medium is None:
        raise RecordError(
            where, f"no channel {turn.channel or channel!r}", f"one of {', '.join(_CHANNELS)}"
        )
    return Turn(
        speaker=speaker,
        text=turn.text,
        started_at=turn.start if turn.started_at is None else turn.started_at,
        ended_at=turn.end if turn.ended_at is None else turn.ended_at,
        channel=medium,
    )
