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
from benchmarks.played_calls import play_all
from benchmarks.table import Row, Table, render_json, render_text
from calls.context import CallContext
from calls.foreign import parse_call
from calls.turn import Transcript
from compliance_rules import Checker
from language.reader import Reader
from language.signals import load_families
from language.words import build_tokeniser
from simulator.library import load_house
from training.shipped import checker_for

ROUNDS = {"small": 5, "full": 50}


def measure(calls: Sequence[Transcript], checker: Checker, rounds: int) -> Table:
    """Reading and checking of these calls against tokenising them."""
    tokenise = build_tokeniser(str.lower)
    texts = [turn.text for call in calls for turn in call.turns]
    turns = [turn for call in calls for turn in call.turns]
    cut = _timed([partial(tokenise, text) for text in texts], rounds)
    reader = _forgetful(checker)
    read = _timed([partial(reader.read, turn) for turn in turns], rounds)
    again = _timed([partial(checker.reader.read, turn) for turn in turns], rounds)
    lines = [call.model_dump_json() for call in calls]
    checked = _timed([partial(_check, line, checker, reader) for line in lines], rounds)
    cut_of_calls = _sums(cut, [len(call.turns) for call in calls])
    of_turn = [median(one) / median(base) for one, base in zip(read, cut, strict=True)]
    of_turn_again = [median(one) / median(base) for one, base in zip(again, cut, strict=True)]
    of_call = [median(one) / base for one, base in zip(checked, cut_of_calls, strict=True) if base]
    # A round in which the machine was busy with something else says nothing of a turn.
    of_each_turn, of_each_call = list(map(median, read)), list(map(median, checked))
    rules = len(checker.rules)
    return Table(
        f"Reading and checking ({len(calls)} calls, {len(turns)} turns, {rules} rules)",
        (
            Row("speed.tokenise_p50_ms", 1e3 * median(map(median, cut)), "cutting a turn in words"),
            Row("speed.read_p50_ms", 1e3 * median(of_each_turn), "reading a turn"),
            Row("speed.read_p99_ms", 1e3 * percentile(of_each_turn, 0.99)),
            Row("speed.read_over_tokenise", median(of_turn), "median of turns, each read anew"),
            Row("speed.reread_over_tokenise", median(of_turn_again), "a turn that was read before"),
            Row("speed.check_p50_ms", 1e3 * median(of_each_call), "a call, JSON in, findings out"),
            Row("speed.check_p95_ms", 1e3 * percentile(of_each_call, 0.95)),
            Row("speed.check_over_tokenise", median(of_call), "median of calls"),
        ),
    )


def _forgetful(checker: Checker) -> Reader:
    """The checker's reader without a memory for turns: a figure of reading, not of remembering."""
    return Reader((*load_families(), *checker.families), memory=0)


def _check(line: str, checker: Checker, reader: Reader) -> None:
    call = parse_call(_ours(json.loads(line)), "call", "line")
    checker.check_readings(reader.read_call(call), CallContext()).model_dump_json()


def _ours(content: dict[str, object]) -> dict[str, object]:
    return {key: content[key] for key in ("id", "turns")}


def _timed(tasks: Sequence[Callable[[], object]], rounds: int) -> list[list[float]]:
    """Seconds of each task in each round, after one round that warms the caches."""
    for task in tasks:
        task()
    times: list[list[float]] = [[] for _ in tasks]
    gc.collect()
    gc.disable()
    try:
        for _ in range(rounds):
            for task, of_task in zip(tasks, times, strict=True):
                began = perf_counter()
                task()
                of_task.append(perf_counter() - began)
    finally:
        gc.enable()
    return times


def _sums(times: Sequence[Sequence[float]], sizes: Sequence[int]) -> list[float]:
    """The medians of turns added up by call."""
    medians = iter([median(one) for one in times])
    return [sum(next(medians) for _ in range(size)) for size in sizes]


def measure_turns(seconds: Sequence[float]) -> Table:
    """From the collector's words in to the reply on disk."""
    return Table(
        f"A turn of the simulator ({len(seconds)} turns, a real store on disk)",
        (
            Row("speed.turn_p50_ms", 1e3 * median(seconds), "words in, reply durable"),
            Row("speed.turn_p95_ms", 1e3 * percentile(seconds, 0.95)),
        ),
    )


def _rounds(text: str) -> int:
    if text in ROUNDS:
        return ROUNDS[text]
    if text.isdigit() and int(text) > 0:
        return int(text)
    raise argparse.ArgumentTypeError(f"expected small, full or a number from 1 on, got {text!r}")


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--data", type=Path, help="folder with collections/calls.jsonl")
    parser.add_argument("--samples", type=_rounds, default="small", metavar="small|full|N")
    parser.add_argument("--json", action="store_true", help="one flat object instead of tables")
    options = parser.parse_args(arguments)
    played = list(play_all(options.samples))
    calls = list(read_calls(options.data / CALLS)) if options.data else []
    own = list({one.transcript.turns: one.transcript for one in played}.values())
    tables = (
        measure(calls or own, checker_for(load_house()), options.samples),
        measure_turns([seconds for one in played for seconds in one.seconds]),
    )
    print(render_json(tables) if options.json else render_text(tables))
    return 0


if __name__ == "__main__":
    sys.exit(main())
