"""Whole conversations, good and poor: whether our scorers' own parts tell them apart.

Nothing is fitted here: a conversation is worth what its six sides come to (scoring.empathy.sides).
"""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from statistics import median
from typing import Any

from benchmarks.corpora import read_rows
from benchmarks.measures import auc, spearman
from benchmarks.table import Row, Table, clustered_row
from calls.record import Record
from calls.turn import Speaker, Transcript, Turn
from compliance_rules.finding import CheckResult
from language.reader import Reader
from scoring.case import Case
from scoring.empathy.sides import balance

COUNSELLED = {
    "counselling.hlqc_auc": "counselling/hlqc_sessions.jsonl",
    "counselling.annomi_auc": "counselling/annomi_sessions.jsonl",
}
RATED = "support/lend_an_ear_sessions.jsonl"
SESSIONS = (*COUNSELLED.values(), RATED)
_HELPS = ("validating_emotions", "encouraging_elaboration", "demonstrating_understanding")
_HARMS = ("advice_giving", "self_oriented", "dismissing_emotions")
_SPEAKERS = {"agent": Speaker.COLLECTOR, "client": Speaker.CONSUMER}
Marked = tuple[float, float]
"""Our figure for a conversation, and what people said of it."""


def measure_sessions(data: Path, reader: Reader) -> Table | None:
    """Area under the curve and rank correlation; None where the folder lacks the files."""
    figures = [row for key, name in COUNSELLED.items() for row in _curve(key, data / name, reader)]
    figures += _ranks(data / RATED, reader)
    return Table("Conversations", tuple(figures)) if figures else None


def _curve(key: str, path: Path, reader: Reader) -> Iterator[Row]:
    rows = list(read_rows(path))
    if rows:
        marked = [(_worth(row, reader), float(row["label"] == "high")) for row in rows]
        good = sum(row["label"] == "high" for row in rows)
        yield clustered_row(key, marked, _auc, f"{good} good of {len(rows)}")


def _auc(marked: Sequence[Marked]) -> float | None:
    return auc([ours for ours, _ in marked], [bool(theirs) for _, theirs in marked])


def _ranks(path: Path, reader: Reader) -> Iterator[Row]:
    rows = list(read_rows(path))
    if rows:
        marked = [(_worth(row, reader), _rated(row)) for row in rows]
        key = "support.lend_an_ear_spearman"
        yield clustered_row(key, marked, _spearman, f"{len(rows)} conversations")


def _spearman(marked: Sequence[Marked]) -> float | None:
    return spearman([ours for ours, _ in marked], [theirs for _, theirs in marked])


def _rated(row: Mapping[str, Any]) -> float:
    """The median over the experts of what helps less what harms."""
    composites = (
        sum(expert[side] for side in _HELPS) - sum(expert[side] for side in _HARMS)
        for expert in row["experts"]
    )
    return float(median(composites))


def _worth(row: Mapping[str, Any], reader: Reader) -> float:
    """What helps in it, less what harms."""
    said = [Turn(speaker=_SPEAKERS[who], text=text) for who, text in row["turns"] if text.strip()]
    call = Transcript(id=str(row["id"]), turns=tuple(said))
    check = CheckResult(id=call.id, turns=len(said), assumed=(), packs_off=(), findings=())
    return balance(Case(Record(call), reader.read_call(call), check))
