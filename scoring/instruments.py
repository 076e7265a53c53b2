"""What each mark is measured by: its instrument and rule, from one table that people can read."""

from functools import cache
from pathlib import Path

from pydantic import Field, RootModel

from calls.turn import Frozen
from datafiles import load_file
from scoring.marks import Dimension

TABLE = Path(__file__).parent / "instruments.yaml"


class Measure(Frozen):
    """The instrument a mark comes from (`by`), and its rule in a few words."""

    by: str = Field(min_length=1)
    rule: str = Field(min_length=1)

    def __str__(self) -> str:
        return f"{self.by}: {self.rule}"


class _Table(RootModel[dict[Dimension, dict[str, Measure]]]):
    """The measures of every dimension by the names of its marks."""


@cache
def measures() -> dict[Dimension, dict[str, Measure]]:
    """Every line of the table."""
    return load_file(TABLE, _Table).root


def measured_by(dimension: Dimension, mark: str) -> str:
    """What a mark is measured by, in words; "" for one of an older scorecard that is not there."""
    found = measures().get(dimension, {}).get(mark)
    return str(found) if found else ""
