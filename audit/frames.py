"""Calls as a frame: a row for each, and one for each that could not be taken."""

import json
from collections.abc import Iterable, Mapping
from typing import Any

import pandas as pd

from calls.turn import Transcript
from importers import Imported, Outcome

CALLS: Mapping[str, str] = {
    "file": "str",
    "line": "Int64",
    "call": "str",
    "collector": "str",
    "began_at": "str",
    "transcript": "str",
    "where": "str",
    "wrong": "str",
    "allowed": "str",
}
"""The columns of a frame of calls; the last three are filled where there is no transcript."""


def frame_of(outcomes: Iterable[Outcome]) -> pd.DataFrame:
    """The calls of an import as rows, refused ones among them."""
    return typed([_row(one) for one in outcomes], CALLS)


def typed(rows: list[dict[str, Any]], columns: Mapping[str, str]) -> pd.DataFrame:
    """Rows as a frame whose columns have their types even where all of them are empty."""
    return pd.DataFrame(rows, columns=list(columns)).astype(dict(columns))


def _row(outcome: Outcome) -> dict[str, Any]:
    if not isinstance(outcome, Imported):
        return {
            "file": whole(outcome.file),
            "line": outcome.line,
            "where": whole(outcome.where),
            "wrong": whole(outcome.wrong),
            "allowed": whole(outcome.allowed),
        }
    call = outcome.call
    return {
        "file": whole(outcome.file),
        "line": outcome.line,
        "call": whole(call.id),
        "collector": None if outcome.collector is None else whole(outcome.collector),
        "began_at": call.began_at.isoformat() if call.began_at else None,
        "transcript": written(call),
    }


def written(call: Transcript) -> str:
    """A transcript as text that every frame, file and network takes."""
    content = call.model_dump(exclude_defaults=True)
    if call.began_at:
        content["began_at"] = call.began_at.isoformat()
    content["turns"] = [{**turn, "text": whole(turn["text"])} for turn in content["turns"]]
    return json.dumps({**content, "id": whole(call.id)}, ensure_ascii=False)


def whole(text: str) -> str:
    """The text with half characters, which broken programs leave behind, marked as such."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return text
