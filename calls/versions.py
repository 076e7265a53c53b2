"""Stored events in and out: one JSON object each; older versions are lifted step by step."""

import json
from collections.abc import Callable, Mapping
from typing import Any

from pydantic import ValidationError

from calls.errors import RecordError
from calls.events import EVENT, VERSION, Event

Lift = Callable[[dict[str, Any]], dict[str, Any]]


def _as_it_is(content: dict[str, Any]) -> dict[str, Any]:
    return content


LIFTS: Mapping[int, Lift] = {
    1: _as_it_is,  # 2 has a voice in call_started, use and made_out in replied, none of them needed
    2: _as_it_is,  # 3 has next_at in dial_decided, account and to in message_sent, none needed
    3: _as_it_is,  # 4 has the event hints_chosen
}
"""From a version to the one after it."""


def render_event(event: Event) -> str:
    """The stored form: compact JSON, keys in the order of the model, version first."""
    return json.dumps({"v": VERSION, **event.model_dump(mode="json")}, separators=(",", ":"))


def parse_event(
    text: str, where: str = "event", *, lifts: Mapping[int, Lift] = LIFTS, version: int = VERSION
) -> Event:
    """The event behind a stored object of this or an older version; raises `RecordError`."""
    try:
        content = json.loads(text)
    except json.JSONDecodeError as error:
        raise RecordError(where, f"not JSON ({error})", "one JSON object an event") from error
    if not isinstance(content, dict):
        raise RecordError(where, f"a {type(content).__name__}", "one JSON object an event")
    written = content.pop("v", None)
    if not isinstance(written, int) or not 1 <= written <= version:
        raise RecordError(where, f"version {written!r}", f"versions 1 to {version}")
    for step in range(written, version):
        content = lifts[step](content)
    try:
        return EVENT.validate_python(content, strict=False)
    except ValidationError as error:
        fault = error.errors()[0]
        field = ".".join(str(part) for part in fault["loc"]) or "event"
        raise RecordError(
            where, f"{field}: {fault['msg']}", "an event of `calls.events`"
        ) from error
