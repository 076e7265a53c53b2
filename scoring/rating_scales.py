"""Anchored scales on which people rate a call: five levels each, with what one might hear.

A house may lay its own words over those that ship; what is compared with the machine stays.
"""

import hashlib
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import Annotated, NamedTuple, Self

from pydantic import Field, ValidationError, model_validator
from pydantic_core import InitErrorDetails, PydanticCustomError

from calls.turn import Frozen
from datafiles import DataFileError, line_in, load_text, render_schema, text_of
from scoring.levels import LEVELS
from scoring.marks import Dimension

FOLDER = Path(__file__).parent / "scales"
SCHEMA = "scale.schema.json"
ANCHORED = (1, 3, 5)
"""The levels at which a scale says what one might hear; those between are between."""
FEWEST_EXAMPLES, MOST_EXAMPLES = 2, 3


Words = Annotated[str, Field(min_length=1)]


class Level(Frozen):
    """One level: what it means, and at 1, 3 and 5 two or three things one might hear or read."""

    means: Words
    examples: tuple[Words, ...] = ()


class Scale(Frozen):
    """One criterion; `compared_with` is the dimension in which the machine marks the same thing.

    A new `version` is due with every change: ratings belong to the words that the rater read. In
    the house's own files it is counted for whoever writes.
    """

    id: str = Field(pattern=r"^[a-z][a-z_]*$")
    version: int = Field(ge=1)
    name: Words
    asks: Words
    look_for: Words
    compared_with: Dimension | None = None
    levels: tuple[Level, ...]

    @model_validator(mode="after")
    def _five_and_anchored(self) -> Self:
        faults = list(_unfit(self.levels))
        if faults:
            raise ValidationError.from_exception_data("Scale", faults)
        return self

    @property
    def fingerprint(self) -> str:
        """What tells this wording from any other."""
        return hashlib.sha256(self.model_dump_json().encode()).hexdigest()[:12]

    @property
    def words(self) -> str:
        """All that a rater reads of it, whatever its number."""
        return self.model_dump_json(exclude={"version"})


def _unfit(levels: tuple[Level, ...]) -> Iterator[InitErrorDetails]:
    """Each level that says too little or too much, at its own line."""
    if len(levels) != len(LEVELS):
        told = f"{len(levels)} levels - five are needed, from 1 (poor) to 5"
        yield _fault(("levels",), told, len(levels))
        return
    for nth, level in enumerate(levels):
        number, heard = LEVELS[nth], len(level.examples)
        at = ("levels", nth, "examples")
        if number in ANCHORED and not FEWEST_EXAMPLES <= heard <= MOST_EXAMPLES:
            needed = f"{FEWEST_EXAMPLES} or {MOST_EXAMPLES} things one might hear are needed"
            yield _fault(at, f"level {number} has {heard} examples - {needed}", heard)
        if number not in ANCHORED and heard:
            yield _fault(at, f"level {number} has examples - they stand at 1, 3 and 5 only", heard)


def _fault(at: tuple[str | int, ...], told: str, found: int) -> InitErrorDetails:
    error = PydanticCustomError("scale", "{told}", {"told": told})
    return InitErrorDetails(type=error, loc=at, input=found)


def load_scale(path: Path) -> Scale:
    """One scale, whose id is its file's name; raises `DataFileError` with a line for each fault."""
    return open_scale(text_of(path), path)


def open_scale(text: str, path: Path) -> Scale:
    """The same of a text that may not be in its file yet."""
    scale = load_text(text, Scale, str(path))
    if scale.id != path.stem:
        _refuse(text, path, "id", f"{scale.id!r} - {path.stem!r}, as the file is named")
    return scale


def _refuse(text: str, path: Path, part: str, wrong: str) -> None:
    raise DataFileError(str(path), (f"{line_in(text, (part,))}: {part}: {wrong}",))


@lru_cache(maxsize=4)
def load_scales(folder: Path = FOLDER) -> dict[str, Scale]:
    """Every scale by its id, in the order of their names."""
    return {path.stem: load_scale(path) for path in sorted(folder.glob("*.yaml"))}


class Opened(NamedTuple):
    """The scales that people rate by, and files of the house's own that were left out."""

    scales: dict[str, Scale]
    broken: tuple[DataFileError, ...] = ()


def open_own(text: str, path: Path) -> Scale:
    """The house's own words for a scale that ships; raises `DataFileError` with its faults."""
    shipped = load_scales().get(path.stem)
    if shipped is None:
        names = ", ".join(load_scales())
        wrong = f"1: id: {path.stem!r} is no criterion that people rate here - one of {names}"
        raise DataFileError(str(path), (wrong,))
    scale = open_scale(text, path)
    if scale.compared_with is not shipped.compared_with:
        stays = shipped.compared_with or "nothing"
        wrong = f"the machine's marks for {stays} stand beside it - leave it as it is"
        _refuse(text, path, "compared_with", wrong)
    return scale


def is_own(scale: Scale) -> bool:
    """Whether a scale in use has the house's own words."""
    return scale != load_scales().get(scale.id)


def open_scales(folder: Path) -> Opened:
    """What ships, with the house's own words from a folder over it; a broken file is left out."""
    found, broken = dict(load_scales()), []
    for path in sorted(folder.glob("*.yaml")):
        try:
            found[path.stem] = open_own(text_of(path), path)
        except DataFileError as error:
            broken.append(error)
    return Opened(found, tuple(broken))


def schemas(folder: Path = FOLDER) -> dict[Path, str]:
    """The JSON Schema for editors, and where it stands."""
    return {folder / SCHEMA: render_schema(Scale)}
