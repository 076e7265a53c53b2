"""Questions for the interview after a work sample, dimension by dimension, as files."""

from functools import lru_cache
from pathlib import Path

from pydantic import Field

from calls.turn import Frozen
from datafiles import load_file, render_schema
from scoring.marks import Dimension
from scoring.rating_scales import ANCHORED

FOLDER = Path(__file__).parent / "questions"
SCHEMA = "questions.schema.json"
_WEAK, _STRONG = 2, 4


class Questions(Frozen):
    """What is asked about one dimension: of a moment of the candidate's call, and of everybody.

    `weak`, `fair` and `strong` follow a moment, by how people rated it; of compliance `weak`
    follows the turn of a hard fail, `fair` what was not met without a turn, and `strong` is asked
    where nothing was. `past` is about what somebody did before, `what_if` is asked where there is
    no moment. `listen_for` has a line for each anchored level where people have no scale.
    """

    id: Dimension
    weak: str = Field(min_length=10)
    fair: str = Field(min_length=10)
    strong: str = Field(min_length=10)
    past: str = Field(min_length=10)
    what_if: str = Field(min_length=10)
    listen_for: tuple[str, ...] = Field(default=(), max_length=len(ANCHORED))

    def of(self, level: int) -> str:
        """The question that follows a moment which people rated at this level."""
        if level <= _WEAK:
            return self.weak
        return self.strong if level >= _STRONG else self.fair


@lru_cache(maxsize=1)
def load_questions() -> dict[Dimension, Questions]:
    """The questions of every dimension."""
    found = (load_file(path, Questions) for path in sorted(FOLDER.glob("*.yaml")))
    return {one.id: one for one in found}


def schemas() -> dict[Path, str]:
    """The JSON Schema for editors, and where it stands."""
    return {FOLDER / SCHEMA: render_schema(Questions)}
