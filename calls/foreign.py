"""Calls as other programs write them, taken into our types."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, ValidationError, model_validator

from calls.errors import RecordError, brief
from calls.names import USUAL_NAMES, Names
from calls.notation import seconds_of
from calls.turn import Channel, Seconds, Transcript, Turn

CALL_FIELDS: Mapping[str, tuple[str, ...]] = {
    "id": ("id", "call", "call_id", "conversation", "conversation_id"),
    "began_at": ("began_at", "call_began_at", "call_start", "call_date"),
    "collector": ("collector", "collector_id", "collector_name", "agent_id", "agent_name"),
}
"""What is known of a call, by the names that other programs have for it."""
TURN_FIELDS: Mapping[str, tuple[str, ...]] = {
    "speaker": ("speaker", "role", "party"),
    "text": ("text", "utterance", "words", "content", "transcript"),
    "start": ("started_at", "start", "start_time", "from"),
    "end": ("ended_at", "end", "end_time", "to"),
    "channel": ("channel", "medium"),
}
"""What is known of a turn, likewise."""


def _seconds(value: Any) -> Any:
    """Nothing for an empty cell; the seconds of a time such as 1:02.5."""
    if not isinstance(value, str):
        return value
    if not value.strip():
        return None
    seconds = seconds_of(value.strip())
    return value if seconds is None else seconds


def _or_none(value: Any) -> Any:
    return None if value == "" else value


def _renamed(content: Any, fields: Mapping[str, tuple[str, ...]]) -> Any:
    """The content under our names, by the first name that holds something."""
    if not isinstance(content, Mapping):
        return content
    known = {name for names in fields.values() for name in names}
    renamed = {name: value for name, value in content.items() if name not in known}
    for field, names in fields.items():
        given = [content[name] for name in names if name in content]
        if given:
            renamed[field] = next((value for value in given if value is not None), None)
    return renamed


_Time = Annotated[Seconds | None, BeforeValidator(_seconds)]
_Word = Annotated[str | None, BeforeValidator(_or_none)]


class _ForeignTurn(BaseModel):
    """A turn as other programs write it; what we have no use for is passed over."""

    speaker: str
    text: str
    start: _Time = None
    end: _Time = None
    channel: _Word = None

    @model_validator(mode="before")
    @classmethod
    def _by_our_names(cls, content: Any) -> Any:
        return _renamed(content, TURN_FIELDS)


class _ForeignCall(BaseModel):
    """A call as other programs write it."""

    id: Annotated[str | int | None, BeforeValidator(_or_none)] = None
    turns: list[_ForeignTurn]
    began_at: Annotated[datetime | None, BeforeValidator(_or_none)] = None
    channel: str = "call"

    @model_validator(mode="before")
    @classmethod
    def _by_our_names(cls, content: Any) -> Any:
        return _renamed(content, CALL_FIELDS)


_CHANNELS = {
    **{channel.value: channel for channel in Channel},
    "phone": Channel.CALL,
    "voice": Channel.CALL,
    "text": Channel.SMS,
    "e-mail": Channel.EMAIL,
}


def parse_call(
    content: object,
    default_id: str,
    where: str,
    names: Names = USUAL_NAMES,
    places: Sequence[str] = (),
) -> Transcript:
    """A call from parsed JSON; raises `RecordError` naming turn, fault and what is allowed.

    `places` are those of its turns, where each has one of its own in the file.
    """
    try:
        foreign = _ForeignCall.model_validate(content)
    except ValidationError as error:
        fault = error.errors()[0]
        field = ".".join(str(part) for part in fault["loc"]) or "call"
        wrong = f"{field}: {fault['msg']}, got {brief(fault['input'])}"
        allowed = "{id, turns: [{speaker, text, start, end}]} is needed"
        raise RecordError(_place(fault["loc"], where, places), wrong, allowed) from None
    turns = (
        _turn(turn, foreign.channel, _place(("turns", number), where, places, "turn"), names)
        for number, turn in enumerate(foreign.turns)
    )
    call_id = default_id if foreign.id is None else str(foreign.id)
    return Transcript(id=call_id, turns=tuple(turns), began_at=foreign.began_at)


def _place(
    loc: tuple[int | str, ...], where: str, places: Sequence[str], word: str | None = None
) -> str:
    """The line of a turn; without one the call's, and which turn it is."""
    match loc:
        case ("turns", int(number), *_) if number < len(places):
            return places[number]
        case ("turns", int(number), *_) if word:
            return f"{where}: {word} {number}"
        case _:
            return where


def collector_of(content: object) -> str | None:
    """Who called, where the call says so in a word or a number."""
    if not isinstance(content, Mapping):
        return None
    said = (content.get(name) for name in CALL_FIELDS["collector"])
    return next((str(one) for one in said if isinstance(one, str | int) and str(one).strip()), None)


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
        started_at=turn.start,
        ended_at=turn.end,
        channel=medium,
    )
