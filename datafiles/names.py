"""Which names a model knows at a place, for those who wrote one that it does not know."""

from collections.abc import Iterator
from typing import Any, get_args

from pydantic import BaseModel


def names_at(model: type[BaseModel], loc: tuple[int | str, ...]) -> tuple[str, ...]:
    """The names that may stand under `loc`, as they are written in a file, in alphabetical order.

    Numbers of items, keys of mappings and the names of union members are passed over.
    """
    models = {model}
    for part in loc:
        fields = [
            field
            for one in models
            for name, field in one.model_fields.items()
            if part in (name, field.alias)
        ]
        if fields:
            models = {found for field in fields for found in _models_in(field.annotation)}
    return tuple(
        sorted({field.alias or name for one in models for name, field in one.model_fields.items()})
    )


def _models_in(annotation: Any) -> Iterator[type[BaseModel]]:
    """The models that a type is made of: the items of a list, the members of a union."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for part in get_args(annotation):
        yield from _models_in(part)
