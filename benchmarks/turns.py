"""Turns labelled one by one: counselling acts, and offers and acceptance in bargaining."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from benchmarks.corpora import read_rows
from benchmarks.label_map import LabelMap
from benchmarks.measures import Agreement
from benchmarks.table import Row, Table, agreement_rows
from calls.turn import Speaker, Turn
from language.reader import Reader
from language.reading import Reading

COUNSELLING = "counselling/annomi_turns.jsonl"
BARGAINING = "bargaining/craigslist_turns.jsonl"
_BARGAINERS = {"seller": Speaker.COLLECTOR, "buyer": Speaker.CONSUMER}


def measure_counselling(data: Path, reader: Reader, labels: LabelMap) -> Table | None:
    """Questions and reflections of counsellors; None where the folder lacks the file."""
    rows = list(read_rows(data / COUNSELLING))
    if not rows:
        return None
    readings = [_counsellor(row, reader, row["text"]) for row in rows]
    stripped = [_counsellor(row, reader, _strip(row["text"])) for row in rows]
    figures: list[Row] = []
    for name, key in labels.counselling.items():
        truth = [bool(row["labels"][key.label]) for row in rows]
        for suffix, read in (("", readings), ("_stripped", stripped)):
            found = [reading.has(*key.signals) for reading in read]
            agreement = Agreement(tuple(zip(truth, found, strict=True)))
            figures += agreement_rows(f"counselling.{name}{suffix}", agreement)
    return Table(
        f"Counselling turns ({len(rows)})",
        tuple(figures),
        ("stripped: without punctuation and capitals; advice and information are not built yet",),
    )


def _counsellor(row: dict[str, Any], reader: Reader, text: str) -> Reading:
    before = None
    if row.get("context"):
        before = reader.read(Turn(speaker=Speaker.CONSUMER, text=row["context"]))
    return reader.read(Turn(speaker=Speaker.COLLECTOR, text=text), 1 if before else 0, before)


def _strip(text: str) -> str:
    return " ".join(re.sub(r"[^\w\s']", " ", text.lower()).split())


def measure_bargaining(data: Path, reader: Reader, labels: LabelMap) -> Table | None:
    """Offers and acceptance among sellers and buyers; None where the folder lacks the file."""
    rows = list(read_rows(data / BARGAINING))
    if not rows:
        return None
    readings = list(_bargaining(rows, reader))
    figures: list[Row] = []
    for name, key in labels.bargaining.items():
        pairs = tuple(
            (row["label"] in key.labels, reading.has(*key.signals))
            for row, reading in zip(rows, readings, strict=True)
        )
        figures += agreement_rows(f"bargaining.{name}", Agreement(pairs))
    return Table(f"Bargaining turns ({len(rows)})", tuple(figures))


def _bargaining(rows: list[dict[str, Any]], reader: Reader) -> Iterator[Reading]:
    before, session = None, None
    for row in rows:
        if row["session"] != session:
            before, session = None, row["session"]
        turn = Turn(speaker=_BARGAINERS[row["role"]], text=row["text"])
        before = reader.read(turn, before.index + 1 if before else 0, before)
        yield before
