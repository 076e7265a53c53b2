"""How fast calls are read, checked and answered: python -m benchmarks.speed [--data DIR] [--json].

Reading and checking are compared with cutting the same turns into words, in the same run, because
that much any program that reads English must do. The calls are those of DIR, or else our own.
"""

import argparse
import gc
import json
import sys
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from statistics import median
from time import perf_counter

from benchmarks.collection_calls import CALLS
from benchmarks.corpora import read_calls
from benchmarks.measures import percentile
from benchmarks.options import samples
from benchmarks.played_calls import Played, play_all
from benchmarks.table import Row, Table, render_json, render_text
from calls.context import CallContext
from calls.foreign import parse_call
from calls.turn import Transcript
from compliance_rules import Checker
from language.reader import Reader
from language.words import Tokeniser, build_tokeniser
from simulator.library import load_house
from training.shipped import checker_for

ROUNDS = samples(small=1, full=50)
FEW = 3
"""One round alone shows that all of it runs, with the calls of every third scenario."""


def measure(calls: Sequence[Transcript], checker: Checker, rounds: int) -> Table:
    """Reading and checking of these calls against tokenising them."""
    tokenise = build_tokeniser(str.lower)
    turns = [turn for call in calls for turn in call.turns]
    reader = checker.reader.without_memory()
    cut, read, again = _side_by_side(
        [
            (partial(tokenise, t.text), partial(reader.read, t), partial(checker.reader.read, t))
            for t in turns
        ],
        rounds,
    )
    cut_call, checked = _side_by_side(
        [
            (
                partial(_cut, tokenise, call),
                partial(_check, call.model_dump_json(), checker, reader),
            )
            for call in calls
            if call.turns
        ],
        rounds,
    )
    rules = len(checker.rules)
    return Table(
        f"Reading and checking ({len(calls)} calls, {len(turns)} turns, {rules} rules)",
        (
            Row("speed.tokenise_p50_ms", 1e3 * median(cut), "cutting a turn in words"),
            Row("speed.read_p50_ms", 1e3 * median(read), "reading a turn"),
            Row("speed.read_p99_ms", 1e3 * percentile(read, 0.99)),
            Row("speed.read_over_tokenise", _ratio(read, cut), "median of turns, each read anew"),
            Row("speed.reread_over_tokenise", _ratio(again, cut), "a turn that was read before"),
            Row("speed.check_p50_ms", 1e3 * median(checked), "a call, JSON in, findings out"),
            Row("speed.check_p95_ms", 1e3 * percentile(checked, 0.95)),
            Row("speed.check_over_tokenise", _ratio(checked, cut_call), "median of calls"),
        ),
    )


def measure_all(
    calls: Sequence[Transcript], played: Sequence[Played], rounds: int
) -> tuple[Table, Table]:
    """Everything of this benchmark: calls that are checked, and calls that were played."""
    return (
        measure(calls, checker_for(load_house()), rounds),
        measure_turns([seconds for one in played for seconds in one.seconds]),
    )


def _ratio(times: Sequence[float], base: Sequence[float]) -> float:
    return median(one / other for one, other in zip(times, base, strict=True))


def _check(line: str, checker: Checker, reader: Reader) -> None:
    call = parse_call(_ours(json.loads(line)), "call", "line")
    checker.check_readings(reader.read_call(call), CallContext()).model_dump_json()


def _ours(content: dict[str, object]) -> dict[str, object]:
    return {key: content[key] for key in ("id", "turns")}


def _cut(tokenise: Tokeniser, call: Transcript) -> None:
    for turn in call.turns:
        tokenise(turn.text)


def _side_by_side(rows: Sequence[Sequence[Callable[[], object]]], rounds: int) -> list[list[float]]:
    """For each column of tasks the seconds that each row takes, the median of the rounds.

    What is compared runs in turns, a row at a time, so that a busy moment of the machine hits all
    of it, and so that none has the processor's caches to itself. One round warms up.
    """
    times: list[list[list[float]]] = [[[] for _ in row] for row in rows]
    gc.collect()
    gc.disable()
    try:
        for number in range(rounds + 1):
            for row, of_row in zip(rows, times, strict=True):
                for task, of_task in zip(row, of_row, strict=True):
                    began = perf_counter()
                    task()
                    if number:
                        of_task.append(perf_counter() - began)
    finally:
        gc.enable()
    return [[median(of_row[column]) for of_row in times] for column in range(len(rows[0]))]


def measure_turns(seconds: Sequence[float]) -> Table:
    """From the collector's words in to the reply on disk."""
    return Table(
        f"A turn of the simulator ({len(seconds)} turns, a real store on disk)",
        (
            Row("speed.turn_p50_ms", 1e3 * median(seconds), "words in, reply durable"),
            Row("speed.turn_p95_ms", 1e3 * percentile(seconds, 0.95)),
        ),
    )


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--data", type=Path, help="folder with collections/calls.jsonl")
    parser.add_argument("--samples", type=ROUNDS, default="small", metavar="small|full|N")
    parser.add_argument("--json", action="store_true", help="one flat object instead of tables")
    options = parser.parse_args(arguments)
    played = list(play_all(options.samples // 5 or 1, FEW if options.samples == 1 else 1))
    calls = list(read_calls(options.data / CALLS)) if options.data else []
    own = list({one.transcript.turns: one.transcript for one in played}.values())
    tables = measure_all(calls or own, played, options.samples)
    print(render_json(tables) if options.json else render_text(tables))
    return 0


if __name__ == "__main__":
    sys.exit(main())
