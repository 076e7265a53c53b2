"""Labelled conversations in a folder; only measured with, never copied from."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from calls.errors import TeachingError
from calls.foreign import parse_call
from calls.turn import Transcript


class CorpusError(TeachingError):
    """A folder or file that cannot be measured with."""


def read_rows(path: Path) -> Iterator[dict[str, Any]]:
    """The objects of a JSONL file; none where the file is not there."""
    if not path.is_file():
        return
    with path.open(encoding="utf-8") as file:
        for number, line in enumerate(file, start=1):
            if not line.strip():
                continue
            try:
                row = json.loads(line)
            except ValueError as error:
                where = f"{path}:{number}"
                raise CorpusError(where, f"not JSON ({error})", "one object a line") from error
            yield row


def read_calls(path: Path) -> Iterator[Transcript]:
    """The calls of a JSONL file, in our types."""
    for number, row in enumerate(read_rows(path), start=1):
        yield parse_call(row, f"{path.stem}:{number}", f"{path}:{number}")
