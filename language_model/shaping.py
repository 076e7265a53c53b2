"""An answer as a JSON object: asked for by schema where a server can, by words where it cannot."""

import json
import re
from collections.abc import Sequence
from typing import Any

from pydantic import ValidationError

from language_model.asking import Message, S, Shape

_THOUGHT = re.compile(r"\A\s*<think>.*?</think>", re.DOTALL)
_FENCE = re.compile(r"\A```(?:json)?\s*(.*?)\s*```\Z", re.DOTALL)
_STRUCTURED = ("{", "[", "`", "<")


def response_format(shape: type[Shape]) -> dict[str, Any]:
    """The shape as chat completions ask for it."""
    schema = shape.model_json_schema()
    described = {"name": shape.__name__.lower(), "schema": schema, "strict": True}
    return {"type": "json_schema", "json_schema": described}


def told_shape(messages: Sequence[Message], shape: type[Shape]) -> tuple[Message, ...]:
    """The messages for a server that cannot hold a model to a schema: the first one says it."""
    first, *others = messages
    schema = json.dumps(shape.model_json_schema())
    told = f"Answer with one JSON object that fits this schema, and nothing else: {schema}"
    return (Message(first.role, f"{first.content}\n\n{told}"), *others)


def content_of(text: str, shape: type[S]) -> S:
    """What an answer says; raises pydantic's `ValidationError` where it has not its shape.

    A model that was to say one thing and said just that, without the object around it, is taken
    at its word.
    """
    bare = _THOUGHT.sub("", text).strip()
    fenced = _FENCE.match(bare)
    bare = fenced[1] if fenced else bare
    try:
        return shape.model_validate_json(bare)
    except ValidationError:
        only = _only_text(shape)
        if only is None or bare.startswith(_STRUCTURED):
            raise
        return shape.model_validate({only: bare})


def _only_text(shape: type[Shape]) -> str | None:
    fields = list(shape.model_fields.items())
    return fields[0][0] if len(fields) == 1 and fields[0][1].annotation is str else None
