"""The tables on disk, as Parquet for programs and as CSV for people, written part by part."""

import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pandas as pd
import pyarrow as pa
from pyarrow import parquet

from audit.frames import typed
from audit.tables import CALL_TABLE, FINDING_TABLE, REFUSED_TABLE, Tables

_FORMULA = ("=", "+", "-", "@", "\t", "\r")
# With its mark, for spreadsheets take a file without one for Windows-1252.
_CSV_ENCODING = "utf-8-sig"
_ROWS_TOGETHER = 5_000
"""Rows of a row group: the writer keeps a kilobyte about every column of each until the end."""


def csv_of(frame: pd.DataFrame) -> bytes:
    """A table as the audit's CSV files hold it."""
    return frame.map(_harmless).to_csv(index=False).encode(_CSV_ENCODING)


class Results:
    """The files of an audit; they get their names when all of them are complete."""

    def __init__(self, out: Path) -> None:
        kinds = {"calls": CALL_TABLE, "findings": FINDING_TABLE, "refused": REFUSED_TABLE}
        self._files = {name: _File(out / name, columns) for name, columns in kinds.items()}

    def __enter__(self) -> "Results":
        for file in self._files.values():
            file.open()
        return self

    def add(self, tables: Tables) -> None:
        for name, frame in zip(self._files, tables, strict=True):
            self._files[name].add(frame)

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        for file in self._files.values():
            if kind:
                file.discard()
            else:
                file.finish()


class _File:
    def __init__(self, path: Path, columns: Mapping[str, str]) -> None:
        self._paths = {suffix: path.with_suffix(suffix) for suffix in (".parquet", ".csv")}
        # With pandas' own note of the types: read again, the number of a turn is a whole one.
        self._schema = pa.Schema.from_pandas(typed([], columns), preserve_index=False)
        self._columns = list(columns)
        self._waiting: list[pa.Table] = []

    def _passing(self, suffix: str) -> Path:
        path = self._paths[suffix]
        return path.with_name(f".{path.name}.{os.getpid()}")

    def open(self) -> None:
        self._parquet = parquet.ParquetWriter(self._passing(".parquet"), self._schema)
        self._csv = self._passing(".csv").open("w", encoding=_CSV_ENCODING, newline="")
        self._csv.write(pd.DataFrame(columns=self._columns).to_csv(index=False))

    def add(self, frame: pd.DataFrame) -> None:
        self._waiting.append(pa.Table.from_pandas(frame, schema=self._schema, preserve_index=False))
        if sum(part.num_rows for part in self._waiting) >= _ROWS_TOGETHER:
            self._write_waiting()
        frame.map(_harmless).to_csv(self._csv, index=False, header=False)

    def _write_waiting(self) -> None:
        if rows := sum(part.num_rows for part in self._waiting):
            self._parquet.write_table(pa.concat_tables(self._waiting), row_group_size=rows)
        self._waiting.clear()

    def _close(self) -> None:
        self._parquet.close()
        self._csv.close()

    def finish(self) -> None:
        self._write_waiting()
        self._close()
        for suffix, path in self._paths.items():
            self._passing(suffix).replace(path)

    def discard(self) -> None:
        self._close()
        for suffix in self._paths:
            self._passing(suffix).unlink(missing_ok=True)


def _harmless(value: Any) -> Any:
    """What people said is never a formula to a spreadsheet."""
    return f"'{value}" if isinstance(value, str) and value.startswith(_FORMULA) else value
