"""The turns that the act classifier learns from: one file for each main act, one line a turn."""

import json
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

from pydantic import BaseModel, ConfigDict, ValidationError

from datafiles import DataFileError

FOLDER = Path(__file__).with_name("turns")
NOTHING = "none"
"""The file of turns that do nothing of the list."""


class LabelledTurn(BaseModel):
    """A collector's turn, who wrote it, what it answers, and everything it does."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    by: str
    before: str | None
    text: str
    acts: tuple[str, ...]
    main: str


def labelled_turns(folder: Path = FOLDER) -> tuple[LabelledTurn, ...]:
    """All of them; raises `DataFileError` with the line of the first that cannot be used."""
    return tuple(turn for path in sorted(folder.glob("*.jsonl")) for turn in _turns_in(path))


def digest_of(turns: tuple[LabelledTurn, ...]) -> str:
    """A short name for exactly these turns, in whatever order they stand."""
    told = sorted(turn.model_dump_json() for turn in turns)
    return sha256("\n".join(told).encode()).hexdigest()[:12]


def _turns_in(path: Path) -> Iterator[LabelledTurn]:
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        try:
            yield LabelledTurn(main=path.stem, **json.loads(line))
        except (json.JSONDecodeError, ValidationError, TypeError) as error:
            wrong = f"{number}: not a labelled turn ({error})"
            raise DataFileError(str(path), (wrong,)) from error
