"""Anchored scales on which people rate a call: five levels each, with what one might hear."""

import hashlib
from functools import lru_cache
from pathlib import Path

from pydantic import Field, field_validator

from calls.turn import Frozen
from datafiles import DataFileError, line_of, load_file, render_schema
from scoring.levels import LEVELS
from scoring.marks import Dimension

FOLDER = Path(__file__).parent / "scales"
SCHEMA = "scale.schema.json"
ANCHORED = (1, 3, 5)
"""The levels at which a scale says what one might hear; those between are between."""
FEWEST_EXAMPLES, MOST_EXAMPLES = 2, 3


class Level(Frozen):
    """One level: what it means, and at 1, 3 and 5 two or three things one might hear or read."""

    means: str = Field(min_length=1)
    examples: tuple[str, ...] = ()


class Scale(Frozen):
    """One criterion; `compared_with` is the dimension in which the machine marks the same thing.

    A new `version` is due with every change: ratings belong to the words that the rater read.
    """

    id: str = Field(pattern=r"^[a-z][a-z_]*$")
    version: int = Field(ge=1)
    name: str = Field(min_length=1)
    asks: str = Field(min_length=1)
    look_for: str = Field(min_length=1)
    compared_with: Dimension | None = None
    levels: tuple[Level, ...]

    @field_validator("levels")
    @classmethod
    def _five_and_anchored(cls, levels: tuple[Level, ...]) -> tuple[Level, ...]:
        if len(levels) != len(LEVELS):
            raise ValueError(f"{len(levels)} levels - five are needed, from 1 (poor) to 5")
        for number, level in zip(LEVELS, levels, strict=True):
            heard = len(level.examples)
            if number in ANCHORED and not FEWEST_EXAMPLES <= heard <= MOST_EXAMPLES:
                needed = f"{FEWEST_EXAMPLES} or {MOST_EXAMPLES} things one might hear are needed"
                raise ValueError(f"level {number} has {heard} examples - {needed}")
            if number not in ANCHORED and heard:
                raise ValueError(f"level {number} has examples - they stand at 1, 3 and 5 only")
        return levels

    @property
    def fingerprint(self) -> str:
        """What tells this wording from any other."""
        return hashlib.sha256(self.model_dump_json().encode()).hexdigest()[:12]


def load_scale(path: Path) -> Scale:
    """One scale, whose id is its file's name; raises `DataFileError` with a line for each fault."""
    scale = load_file(path, Scale)
    if scale.id != path.stem:
        fault = f"{line_of(path, ('id',))}: id: {scale.id!r} - {path.stem!r}, as the file is named"
        raise DataFileError(str(path), (fault,))
    return scale


@lru_cache(maxsize=4)
def load_scales(folder: Path = FOLDER) -> dict[str, Scale]:
    """Every scale by its id, in the order of their names."""
    return {path.stem: load_scale(path) for path in sorted(folder.glob("*.yaml"))}


def schemas(folder: Path = FOLDER) -> dict[Path, str]:
    """The JSON Schema for editors, and where it stands."""
    return {folder / SCHEMA: render_schema(Scale)}
