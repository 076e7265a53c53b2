"""Parquet: one row a call with its `turns`, or one row a turn like CSV; read batch by batch."""

import json
from collections.abc import Iterator
from typing import Any

import pyarrow as pa
from pyarrow import parquet

from importers.outcome import Found, Outcome, refused, taken
from importers.rows import Row, calls_of_rows
from importers.source import Source

_BATCH = 1_000


def read_parquet(source: Source) -> Iterator[Outcome]:
    """Calls from the rows; lines are rows, counted from 1."""
    try:
        file = parquet.ParquetFile(source.stream)
        columns = file.schema_arrow.names
        found = _wide(file) if "turns" in columns else calls_of_rows(columns, _long(file))
        yield from taken(source, found)
    except (pa.ArrowException, OSError) as error:
        wrong = f"not Parquet ({str(error).partition(chr(10))[0]})"
        yield refused(source, None, wrong, "a Parquet file with a row for each turn or call")


def _wide(file: parquet.ParquetFile) -> Iterator[Found]:
    for number, row in enumerate(_rows(file), start=1):
        content = {name: value for name, value in row.items() if value is not None}
        turns = content.get("turns")
        if isinstance(turns, str):
            try:
                content["turns"] = json.loads(turns)
            except (ValueError, RecursionError) as error:
                fault = (number, f"turns: not JSON ({error})", "a list of turns")
                yield Found(number, None, fault=fault)
                continue
        elif isinstance(turns, list):
            content["turns"] = [_without_none(turn) for turn in turns]
        yield Found(number, content)


def _without_none(turn: Any) -> Any:
    if not isinstance(turn, dict):
        return turn
    return {name: value for name, value in turn.items() if value is not None}


def _long(file: parquet.ParquetFile) -> Iterator[Row]:
    for number, row in enumerate(_rows(file), start=1):
        yield number, list(row.values())


def _rows(file: parquet.ParquetFile) -> Iterator[dict[str, Any]]:
    for batch in file.iter_batches(batch_size=_BATCH):
        yield from batch.to_pylist()
