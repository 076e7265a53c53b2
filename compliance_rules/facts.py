"""The circumstances by name: which there are, what they may be, where a value comes from."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from typing import Any, get_args

from pydantic import BaseModel, ValidationError

from calls.context import CallContext
from calls.knowledge import UNKNOWN

SELECTING = ("country", "collector_type", "consumer_debt")
"""The facts that select rules: the only ones that may be assumed (never those that decide)."""


class NoSuchFactError(ValueError):
    """A rule names a circumstance that `CallContext` does not have."""

    def __init__(self, key: str) -> None:
        near = [known for known in sorted(fact_keys()) if key.rpartition(".")[2] in known]
        allowed = ", ".join(near or sorted(fact_keys()))
        super().__init__(f"no circumstance {key!r} - one of {allowed}")


@cache
def fact_keys() -> frozenset[str]:
    """Every key a condition may name: fields of the context and of the records in it."""
    return frozenset(_keys(CallContext, ""))


def _keys(model: type[BaseModel], prefix: str) -> list[str]:
    keys: list[str] = []
    for name, info in model.model_fields.items():
        keys.append(f"{prefix}{name}")
        for part in (info.annotation, *get_args(info.annotation)):
            if isinstance(part, type) and issubclass(part, BaseModel):
                keys += _keys(part, f"{prefix}{name}.")
    return keys


def item_fields(key: str) -> frozenset[str]:
    """The fields of one item of a listed fact; empty where the fact is no list of records."""
    info = CallContext.model_fields.get(key)
    parts = [
        inner
        for part in (get_args(info.annotation) if info else ())
        for inner in get_args(part)
        if isinstance(inner, type) and issubclass(inner, BaseModel)
    ]
    return frozenset(name for part in parts for name in part.model_fields)


def typed_value(key: str, value: Any) -> Any:
    """`value` as the fact's own type holds it; raises ValueError naming what would fit."""
    content: Any = value
    for name in reversed(key.split(".")):
        content = {name: content}
    try:
        typed = CallContext.model_validate(content).fact(key)
    except ValidationError as error:
        faults = "; ".join(str(fault["msg"]) for fault in error.errors()[1:] or error.errors())
        raise ValueError(f"{value!r} is no value of {key} - {faults}") from error
    if typed is UNKNOWN:
        raise ValueError(f"no rule tests for 'unknown' - {key} has a value or the key 'known' asks")
    return typed


@dataclass(frozen=True, slots=True)
class Facts:
    """What is known at one point of a call: told, heard on the line, or assumed."""

    context: CallContext
    heard: Mapping[str, Any] = field(default_factory=dict)
    assumed: Mapping[str, Any] = field(default_factory=dict)
    day: date | None = None

    def fact(self, key: str) -> Any:
        """What was heard outranks what was told; an assumption only fills a gap."""
        if key in self.heard:
            return self.heard[key]
        value = self.context.fact(key)
        return self.assumed.get(key, UNKNOWN) if value is UNKNOWN else value
