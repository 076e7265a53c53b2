"""What the house pack must know of the house that calls; the checker never asks a simulator."""

from pathlib import Path
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

from datafiles import load_file

IdentifierKind = Literal["birth_date", "address", "ssn", "account_number", "name", "other"]


class HouseFacts(BaseModel):
    """The identifiers a house takes, and how many different ones make a person the right party.

    Whatever else a house's file says is for others: unknown fields are passed over.
    """

    model_config = ConfigDict(frozen=True, extra="ignore")

    identifiers: tuple[IdentifierKind, ...] = ("birth_date", "address", "ssn")
    identifiers_needed: Annotated[int, Field(ge=1)] = 1


def load_house_facts(path: Path) -> HouseFacts:
    """The checker's part of a house file; raises `DataFileError` with line numbers."""
    return load_file(path, HouseFacts)
