"""Ours beside medspaCy and Presidio: python -m benchmarks.peers.compare [--data DIR].

The same rules, written out for each, over the same turns of collectors. A pass of each follows the
other, so that a busy moment of the machine hits all.
"""

import argparse
import json
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from statistics import median
from time import perf_counter

from benchmarks.collection_calls import CALLS
from benchmarks.corpora import read_calls
from benchmarks.peers.environments import PACKAGES, python_of
from benchmarks.peers.rules import chosen, regexes, sequences
from benchmarks.played_calls import play_all
from benchmarks.table import Row, Table, render_json, render_text
from calls.errors import TeachingError
from calls.turn import Speaker, Turn
from compliance_rules import shipped_checker
from language.patterns import Pattern
from language.reader import Reader
from language.signals import SignalFamily, SignalSpec, shipped_families

COUNTS = (30, 300)
_PROJECT = Path(__file__).resolve().parents[2]
_HOME = _PROJECT / "build" / "peers"
Rules = Sequence[tuple[SignalFamily, str, Pattern]]


def measure(turns: Sequence[Turn], rounds: int, home: Path) -> Table:
    """Microseconds a turn of each, and how many times ours the others take."""
    rows = [row for count in COUNTS for row in _at(count, turns, rounds, home)]
    title = f"Ours and others ({len(turns)} turns of collectors)"
    return Table(title, tuple(rows), ("ours reads numbers, days and short forms in the same pass",))


def _at(count: int, turns: Sequence[Turn], rounds: int, home: Path) -> Iterator[Row]:
    rules = chosen((*shipped_families(), *shipped_checker().families), count)
    reader = _ours(rules)
    seconds: dict[str, list[float]] = {"ours": [], **{who: [] for who in PACKAGES}}
    with ExitStack() as running:
        peers = {
            who: running.enter_context(_peer(who, python_of(who, home), rules, turns))
            for who in PACKAGES
        }
        for number in range(rounds + 1):  # the first one warms up
            taken = {"ours": _pass(reader, turns), **{w: _asked(p) for w, p in peers.items()}}
            for who, time in taken.items() if number else ():
                seconds[who].append(time)
    ours = median(seconds["ours"])
    yield Row(f"peers.ours_us_at_{count}", ours / len(turns) * 1e6, f"{len(rules)} rules")
    for who in PACKAGES:
        theirs = median(seconds[who])
        yield Row(f"peers.{who}_us_at_{count}", theirs / len(turns) * 1e6)
        yield Row(f"peers.{who}_over_ours_at_{count}", theirs / ours, "times as long as ours")


def _ours(rules: Rules) -> Reader:
    """Each rule a signal of its own; the reader keeps no turn, as the others keep none."""
    families = [
        SignalFamily(
            about="one rule of the comparison",
            speaker="collector",
            words=family.words,
            signals={f"rule_{number}": SignalSpec(means="A rule.", patterns=[text])},
        )
        for number, (family, text, _) in enumerate(rules)
    ]
    return Reader(families).without_memory()


def _pass(reader: Reader, turns: Sequence[Turn]) -> float:
    began = perf_counter()
    for turn in turns:
        reader.read(turn)
    return perf_counter() - began


@contextmanager
def _peer(
    who: str, python: Path, rules: Rules, turns: Sequence[Turn]
) -> Iterator[subprocess.Popen[str]]:
    job = {
        "rules": [
            {"sequences": sequences(pattern), "regex": regexes(pattern)} for _, _, pattern in rules
        ],
        "turns": [turn.text for turn in turns],
    }
    words = [str(python), "-W", "ignore", "-m", f"benchmarks.peers.of_{who}"]
    with subprocess.Popen(  # noqa: S603 - our own module, in an environment that we made
        words,
        cwd=_PROJECT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    ) as peer:
        _tell(peer, json.dumps(job))
        while _answer(peer) != "ready":  # some libraries greet on their output
            pass
        yield peer


def _asked(peer: subprocess.Popen[str]) -> float:
    _tell(peer, "go")
    return float(_answer(peer))


def _tell(peer: subprocess.Popen[str], line: str) -> None:
    if peer.stdin is None:
        raise RuntimeError("the other side was started without an input")
    peer.stdin.write(f"{line}\n")
    peer.stdin.flush()


def _answer(peer: subprocess.Popen[str]) -> str:
    line = peer.stdout.readline() if peer.stdout else ""
    if not line:
        raise RuntimeError(f"the other side ended ({peer.wait()})")
    return line.strip()


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the table; the environments are made at the first time."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--data", type=Path, help="folder with collections/calls.jsonl")
    parser.add_argument("--rounds", type=int, default=5, help="passes over all turns")
    parser.add_argument("--home", type=Path, default=_HOME, help="where the environments are kept")
    parser.add_argument("--json", action="store_true", help="one flat object instead of a table")
    options = parser.parse_args(arguments)
    calls = list(read_calls(options.data / CALLS)) if options.data else []
    calls = calls or [one.transcript for one in play_all(1)]
    turns = [t for call in calls for t in call.turns if t.speaker is Speaker.COLLECTOR]
    try:
        table = measure(turns, options.rounds, options.home)
    except TeachingError as error:
        print(error, file=sys.stderr)
        return 2
    print(render_json([table]) if options.json else render_text([table]))
    return 0


if __name__ == "__main__":
    sys.exit(main())
