"""What the house pack must know of the house that calls; the checker never asks a simulator."""

from typing import Annotated, Literal

from pydantic import Field

from calls.money import Country
from calls.turn import Frozen

IdentifierKind = Literal["birth_date", "address", "ssn", "account_number", "name", "other"]


class HouseFacts(Frozen):
    """What a house asks for, how many different ones make a person the right party, and where."""

    identifiers: tuple[IdentifierKind, ...] = ("birth_date", "address", "ssn")
    identifiers_needed: Annotated[int, Field(ge=1)] = 1
    country: Country = "US"

    @classmethod
    def of(cls, house: object) -> "HouseFacts":
        """What the rules have to know of a house as the simulator has it."""
        return cls.model_validate(house, from_attributes=True)
