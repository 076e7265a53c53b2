"""Calls in which the collector does everything right: in how many do the rules speak?"""

from collections.abc import Iterator
from pathlib import Path

from benchmarks.table import Table, share_row
from calls.context import CallContext
from calls.notation import parse_transcript
from calls.turn import Transcript
from compliance_rules import Checker
from compliance_rules.finding import Standing
from datafiles import load_file

FOLDER = Path(__file__).with_name("lawful_calls")
"""Written by somebody who had not seen a pattern; nobody tunes on them (our_statements.md)."""


def measure_lawful(checker: Checker) -> Table:
    """How many good calls, and how many turns in them, draw a finding that is not met."""
    calls = list(_calls())
    found = [
        [f for f in checker.check(call, context).findings if f.standing is Standing.NOT_MET]
        for call, context in calls
    ]
    turns = sum(len(call.turns) for call, _ in calls)
    spoken = sum(len({f.turn for f in of_call}) for of_call in found)
    return Table(
        f"Good calls: ours ({len(calls)}, in which nothing is amiss)",
        (
            share_row("lawful.calls_with_findings", sum(map(bool, found)), len(calls), "calls"),
            share_row("lawful.turns_with_findings", spoken, turns, "turns"),
        ),
    )


def _calls() -> Iterator[tuple[Transcript, CallContext]]:
    for path in sorted(FOLDER.glob("*.txt")):
        facts = path.with_suffix(".yaml")
        context = load_file(facts, CallContext) if facts.exists() else CallContext()
        yield parse_transcript(path.read_text("utf-8"), id=path.stem), context
