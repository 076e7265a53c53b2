"""Turns labelled one by one: counselling and support, and offers and acceptance in bargaining."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from benchmarks.corpora import read_rows
from benchmarks.label_map import LabelKey, LabelMap
from benchmarks.measures import Agreement, pooled_f1
from benchmarks.table import Row, Table, agreement_rows, clustered_row
from calls.turn import Speaker, Turn
from language.acts import Act
from language.reader import Reader
from language.reading import Reading
from language.talk_classifier import Talk, talk_of
from language.talk_classifier.labelled import without_marks

COUNSELLING = "counselling/annomi_turns.jsonl"
SUPPORT = "support/epitome_pairs.jsonl"
BARGAINING = "bargaining/craigslist_turns.jsonl"
_BARGAINERS = {"seller": Speaker.COLLECTOR, "buyer": Speaker.CONSUMER}
Read = tuple[Reading, Talk]
"""A turn, and what it does as an answer to the one before."""


def measure_counselling(data: Path, reader: Reader, labels: LabelMap) -> Table | None:
    """What counsellors do in a turn; None where the folder lacks the file."""
    rows = list(read_rows(data / COUNSELLING))
    if not rows:
        return None
    figures: list[Row] = []
    for suffix, write in (("", str), ("_stripped", without_marks)):
        read = [_reply(row, reader, write(row["text"])) for row in rows]
        sessions = tuple(str(row.get("session", place)) for place, row in enumerate(rows))
        for name, key in labels.counselling.items():
            truth = [any(row["labels"].get(label) for label in key.labels) for row in rows]
            figures += _agreed(f"counselling.{name}{suffix}", key, truth, read, sessions)
        figures.append(_macro(f"counselling.macro_f1{suffix}", rows, read, sessions, labels))
    return Table(
        f"Counselling turns ({len(rows)})",
        tuple(figures),
        ("stripped: without punctuation and capitals", "macro_f1: the main act of a turn, of four"),
    )


def measure_support(data: Path, reader: Reader, labels: LabelMap) -> Table | None:
    """Feeling, own experience and questions in replies; None where the folder lacks the file."""
    rows = list(read_rows(data / SUPPORT))
    if not rows:
        return None
    read = [_reply(row, reader, row["text"]) for row in rows]
    threads = tuple(row["id"].partition(":")[0] for row in rows)
    figures: list[Row] = []
    for name, key in labels.support.items():
        truth = [any(row["labels"].get(label) for label in key.labels) for row in rows]
        figures += _agreed(f"support.{name}", key, truth, read, threads, "_f1")
    return Table(f"Replies among peers ({len(rows)})", tuple(figures))


def _agreed(
    name: str,
    key: LabelKey,
    truth: Sequence[bool],
    read: Sequence[Read],
    sessions: tuple[str, ...],
    f1: str = ".f1",
) -> Iterator[Row]:
    found = [key.found_in(*one) for one in read]
    agreement = Agreement(tuple(zip(truth, found, strict=True)), sessions)
    yield from agreement_rows(name, agreement, f1)


def _macro(
    name: str,
    rows: Sequence[Mapping[str, Any]],
    read: Sequence[Read],
    sessions: Sequence[str],
    labels: LabelMap,
) -> Row:
    """The mean F1 of the four main acts; who names no main act is left out."""
    acts = labels.main_act
    counts: dict[str, dict[Act, tuple[int, int]]] = {}
    for row, one, session in zip(rows, read, sessions, strict=True):
        label, found = acts.get(row["labels"].get("main", "")), one[1].mainly
        of_session = counts.setdefault(session, {})
        for act in {label, found} if label else ():
            right, said = of_session.get(act, (0, 0))
            added = (label == act) + (found == act)
            of_session[act] = right + (label == found), said + added

    def mean(drawn: Sequence[Mapping[Act, tuple[int, int]]]) -> float | None:
        single = [pooled_f1([one.get(act, (0, 0)) for one in drawn]) for act in acts.values()]
        known = [value for value in single if value is not None]
        return sum(known) / len(known) if known else None

    return clustered_row(name, tuple(counts.values()), mean, f"{len(counts)} sessions")


def _reply(row: Mapping[str, Any], reader: Reader, text: str) -> Read:
    before = None
    if row.get("context"):
        before = reader.read(Turn(speaker=Speaker.CONSUMER, text=row["context"]))
    turn = Turn(speaker=Speaker.COLLECTOR, text=text)
    reading = reader.read(turn, 1 if before else 0, before)
    return reading, talk_of(reading, before)


def measure_bargaining(data: Path, reader: Reader, labels: LabelMap) -> Table | None:
    """Offers and acceptance among sellers and buyers; None where the folder lacks the file."""
    rows = list(read_rows(data / BARGAINING))
    if not rows:
        return None
    read = list(_bargaining(rows, reader))
    sessions = tuple(str(row["session"]) for row in rows)
    figures: list[Row] = []
    for name, key in labels.bargaining.items():
        truth = [row["label"] in key.labels for row in rows]
        figures += _agreed(f"bargaining.{name}", key, truth, read, sessions)
    return Table(f"Bargaining turns ({len(rows)})", tuple(figures))


def _bargaining(rows: list[dict[str, Any]], reader: Reader) -> Iterator[Read]:
    before, session = None, None
    for row in rows:
        if row["session"] != session:
            before, session = None, row["session"]
        turn = Turn(speaker=_BARGAINERS[row["role"]], text=row["text"])
        reading = reader.read(turn, before.index + 1 if before else 0, before)
        yield reading, talk_of(reading, before)
        before = reading
