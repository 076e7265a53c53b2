"""What collectors do in a turn, as somebody labelled it who had not seen a pattern.

The turns are ours (collector_turns.jsonl; our_statements.md says how they came about); nobody tunes
on them.
"""

from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random
from typing import Any

from benchmarks.corpora import read_rows
from benchmarks.mistyping import mistyped
from benchmarks.table import Row, Table, share_row
from calls.turn import Speaker, Turn
from language.act_classifier import made_out
from language.names import COLLECTOR_SIGNALS, MANNER, SAYINGS, SPEAKS_OF
from language.reader import Reader
from language.reading import Reading

FILE = Path(__file__).with_name("collector_turns.jsonl")
SLIPS = 0.03
"""Letters that are mistyped, of all."""

_IDLE = frozenset({"off_topic", "small_talk"})
"""Acts that may be read in a turn that does nothing."""

_LABELLED_FROM = COLLECTOR_SIGNALS - SPEAKS_OF - SAYINGS - MANNER
"""The acts to choose from when the turns were labelled; what a turn speaks of is none of them."""

_WRITE: dict[str, Callable[[str, Random], str]] = {
    "clean": lambda text, chance: text,  # noqa: ARG005
    "mistyped": lambda text, chance: mistyped(text, SLIPS, chance),
}


def measure_collector_turns(reader: Reader, path: Path = FILE) -> Table:
    """How often the main act of a turn is read; a wrong one counts twice."""
    rows = list(read_rows(path))
    return Table(
        f"Collectors' turns: ours ({len(rows)})",
        tuple(row for name in _WRITE for row in _figures(name, rows, reader)),
        (
            f"mistyped: {SLIPS:.0%} of the letters",
            "right_act takes off one turn for a miss, two where only other acts were read",
        ),
    )


def _figures(name: str, rows: list[dict[str, Any]], reader: Reader) -> Iterator[Row]:
    read = [(row, _acts(*_read(row, name, reader))) for row in rows]
    missed = [(row, found) for row, found in read if not _is_right(row, found)]
    wrong = sum(1 for row, found in missed if found and found.isdisjoint(_labelled(row)))
    right = len(rows) - len(missed)
    figure = 1 - (len(missed) + wrong) / len(rows) if rows else None
    yield Row(f"turns.right_act_{name}", figure, f"{right} right, {wrong} of the others wrong")
    yield share_row(f"turns.main_act_{name}", right, len(rows), "turns")


def _read(row: dict[str, Any], name: str, reader: Reader) -> tuple[Reading, Reading | None]:
    """A turn, and the one that it answers."""
    text = _WRITE[name](row["text"], Random(f"{row['id']}:{name}"))
    before = None
    if row.get("before"):
        before = reader.read(Turn(speaker=Speaker.CONSUMER, text=row["before"]))
    turn = Turn(speaker=Speaker.COLLECTOR, text=text)
    return reader.read(turn, 1 if before else 0, before), before


def _acts(reading: Reading, before: Reading | None) -> frozenset[str]:
    """The acts that are heard in a turn, as by the person on the line, and each with its kind."""
    heard = reading.also(made_out(reading, before))
    done = (s for s in heard.signals if s.asserted and s.name in _LABELLED_FROM)
    return frozenset(act for s in done for act in (s.name, f"{s.name}.{s.kind}"))


def _is_right(row: dict[str, Any], found: frozenset[str]) -> bool:
    return row["main"] in found if row["main"] else found <= _IDLE


def _labelled(row: dict[str, Any]) -> frozenset[str]:
    """What a turn does, with and without its kind: who names no kind means any."""
    return frozenset(name for act in row["acts"] for name in (act, act.partition(".")[0]))
