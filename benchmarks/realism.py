"""How people on the line talk: python -m benchmarks.realism [--data DIR] [--samples N] [--json].

Bots hold calls with everybody there is; counted are the lines of the other side. With DIR, how long
the lines are is held against human clients in counselling: another trade, so no aim.
"""

import argparse
import re
import sys
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from statistics import median
from typing import NamedTuple

from benchmarks.corpora import read_rows
from benchmarks.marks import measure_marks
from benchmarks.options import samples
from benchmarks.played_calls import BEGAN_AT
from benchmarks.table import Row, Table, render_json, render_text, share_row
from benchmarks.word_model import WordModel
from calls.turn import Speaker
from simulator.bots.bot import shipped_bots
from simulator.library import load_scenarios
from simulator.scenario import Scenario
from training.bot_practice import BotCall, hold_calls

CLIENTS = "counselling/annomi_turns.jsonl"
TALKERS = ("exemplary", "decent", "novice", "soft", "pushy")
"""Bots who talk like people; the others prove something else."""
SEEDS = samples(small=1, full=10)
FEW = 3
"""With one seed nothing is told of people yet: every third scenario shows that all of it runs."""

_WORDS = re.compile(r"[a-z0-9$']+")
_FILLERS = frozenset({"um", "uh", "er", "erm", "well", "like", "hm", "hmm", "mean", "look"})
_SHORT = 3


class Heard(NamedTuple):
    """One call: who was on the line, in which scenario, and what they said."""

    persona: str
    scenario: Scenario
    seed: int
    lines: tuple[str, ...]


def heard_in(call: BotCall) -> Heard | None:
    """What the other side said in a call; None where nobody was reached."""
    if call.record.call is None:
        return None
    persona = call.scenario.person(call.record.call.who).answerer.persona
    turns = call.record.transcript.turns
    lines = tuple(turn.text for turn in turns if turn.speaker is not Speaker.COLLECTOR)
    return Heard(persona, call.scenario, call.seed, lines)


def measure(calls: Sequence[Heard], data: Path | None = None) -> Table:
    """All figures of these calls."""
    lines = [line for call in calls for line in call.lines]
    lengths = [len(words(line)) for line in lines]
    repeated = sum(len(call.lines) - len(set(call.lines)) for call in calls)
    return Table(
        f"How people talk ({len(calls)} calls of bots, {len(lines)} lines)",
        (
            Row("realism.median_words", median(lengths), "of a line"),
            share_row("realism.short", sum(n <= _SHORT for n in lengths), len(lines), "lines"),
            share_row("realism.thanks", sum(map(_thanks, lines)), len(lines), "lines"),
            share_row(
                "realism.repeated", repeated, len(lines), "lines were said before in the call"
            ),
            *_disfluency(calls),
            *_told_apart(calls),
            *_beside_clients(lengths, data),
        ),
        (f"short: {_SHORT} words or fewer; disfluent: um, uh, well, dots or dashes",),
    )


def words(line: str) -> list[str]:
    """The words of a line, in lower case."""
    return _WORDS.findall(line.lower())


def _disfluency(calls: Sequence[Heard]) -> Iterator[Row]:
    """How often each persona hesitates: most, least, and in all."""
    said: Counter[str] = Counter()
    hesitant: Counter[str] = Counter()
    for call in calls:
        for line in call.lines:
            said[call.persona] += 1
            hesitant[call.persona] += _hesitates(line)
    yield share_row("realism.disfluent", hesitant.total(), said.total(), "lines")
    shares = {one: hesitant[one] / count for one, count in said.items()}
    for name, choose in (("least", min), ("most", max)):
        one = choose(shares, key=lambda persona: shares[persona])
        yield Row(f"realism.disfluent_{name}", shares[one], one)


def _thanks(line: str) -> bool:
    return "thank" in line.lower()


def _hesitates(line: str) -> bool:
    return "…" in line or "..." in line or " - " in line or not _FILLERS.isdisjoint(words(line))


def _told_apart(calls: Sequence[Heard]) -> Iterator[Row]:
    """How often a model of words learnt on half the seeds tells who speaks in the other half.

    Once from all words, once without those that their scenario gave them (names, places, facts).
    """
    for key, cut in (("", False), ("_manner", True)):
        texts = [(call, _own_words(call, cut=cut)) for call in calls]
        model = WordModel((call.persona, text) for call, text in texts if call.seed % 2)
        asked = [(call, text) for call, text in texts if not call.seed % 2]
        right = sum(model.likeliest(text) == call.persona for call, text in asked)
        yield share_row(f"realism.told_apart{key}", right, len(asked), "calls")


def _own_words(call: Heard, *, cut: bool) -> list[str]:
    said = [word for line in call.lines for word in words(line)]
    if not cut:
        return said
    given = frozenset(words(call.scenario.model_dump_json()))
    return [word for word in said if word not in given]


def _beside_clients(lengths: Sequence[int], data: Path | None) -> Iterator[Row]:
    """The most that the shares of lines up to a length differ by (Kolmogorov-Smirnov)."""
    rows = read_rows(data / CLIENTS) if data else ()
    # What the counsellor's turn answers is the client's.
    human = sorted(len(words(row["context"])) for row in rows if row.get("context"))
    if not human:
        return
    ours = sorted(lengths)
    apart = max(abs(_up_to(n, ours) - _up_to(n, human)) for n in {*ours, *human})
    yield Row("realism.beside_clients", apart, f"their median is {median(human):g} words")


def _up_to(length: int, ordered: Sequence[int]) -> float:
    return bisect_right(ordered, length) / len(ordered)


def held(seeds: int) -> Iterator[BotCall]:
    """Calls of every talking bot in every scenario; with one seed in some of them."""
    bots = [bot for name, bot in shipped_bots().items() if name in TALKERS]
    for scenario in list(load_scenarios().values())[:: FEW if seeds == 1 else 1]:
        yield from hold_calls(scenario, bots, range(1, seeds + 1), BEGAN_AT)


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--data", type=Path, help=f"folder with {CLIENTS}")
    parser.add_argument("--samples", type=SEEDS, default="small", metavar="small|full|N")
    parser.add_argument("--json", action="store_true", help="one flat object instead of tables")
    options = parser.parse_args(arguments)
    calls = list(held(options.samples))
    heard = [one for call in calls if (one := heard_in(call))]
    tables = (measure(heard, options.data), measure_marks(calls))
    print(render_json(tables) if options.json else render_text(tables))
    return 0


if __name__ == "__main__":
    sys.exit(main())
