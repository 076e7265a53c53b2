"""Whoever writes a name that there is not is told those that there are, the nearest first."""

from typing import Annotated, Literal

import pytest
from pydantic import BaseModel, ConfigDict, Field

from datafiles import DataFileError, load_text
from datafiles.names import names_at


class Strict(BaseModel):
    model_config = ConfigDict(extra="forbid")


class Cat(Strict):
    kind: Literal["cat"] = "cat"
    purrs: bool = True


class Dog(Strict):
    kind: Literal["dog"] = "dog"
    barks: bool = True


class House(Strict):
    pets: tuple[Annotated[Cat | Dog, Field(discriminator="kind")], ...] = ()
    rooms: dict[str, Cat | None] = {}
    from_: int = Field(default=1, alias="from")


@pytest.mark.parametrize(
    ("loc", "expected"),
    [
        ((), ("from", "pets", "rooms")),
        (("pets", 0, "dog"), ("barks", "kind", "purrs")),
        (("rooms", "kitchen"), ("kind", "purrs")),
        (("from",), ()),
    ],
)
def test_the_names_of_a_place_are_found_through_lists_mappings_and_unions(
    loc: tuple[int | str, ...], expected: tuple[str, ...]
) -> None:
    assert names_at(House, loc) == expected


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("petz: []", "1: petz: Extra inputs are not permitted, got [] - one of pets, from, rooms"),
        (
            "rooms:\n  kitchen:\n    purs: false",
            "3: rooms.kitchen.purs: Extra inputs are not permitted, got False - one of purrs, kind",
        ),
    ],
)
def test_a_name_that_there_is_not_is_answered_with_the_nearest(text: str, told: str) -> None:
    with pytest.raises(DataFileError) as refused:
        load_text(text, House, "house.yaml")

    assert str(refused.value) == f"house.yaml:{told}"
