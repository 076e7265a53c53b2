"""Collection calls labelled by hand: what the rules find in them, call by call."""

from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

from benchmarks.corpora import read_calls, read_rows
from benchmarks.label_map import LabelMap
from benchmarks.measures import Agreement
from benchmarks.table import Row, Table, agreement_rows, share_row
from calls.context import CallContext
from calls.turn import Speaker
from compliance_rules import Checker
from compliance_rules.finding import CheckResult, Finding, Standing
from language.act_classifier import made_out
from language.reading import Reading
from simulator.hearing import hear

CALLS = "collections/calls.jsonl"
LABELS = "collections/labels.jsonl"
COUNTED = (Standing.NOT_MET, Standing.DEPENDS)


def about_words(finding: Finding) -> bool:
    """Whether a finding rests on what was said; some depend on the clock or the log alone."""
    return finding.turn is not None or finding.standing is Standing.NOT_MET


def measure_calls(data: Path, checker: Checker, labels: LabelMap) -> Table | None:
    """One table over calls and labels; None where the folder lacks either."""
    truth = {row["id"]: row for row in read_rows(data / LABELS)}
    calls = [call for call in read_calls(data / CALLS) if call.id in truth]
    if not calls:
        return None
    readings = {call.id: checker.reader.read_call(call) for call in calls}
    found = {
        call.id: _rules_found(checker.check_readings(readings[call.id], CallContext()))
        for call in calls
    }
    sure = [truth[call.id] for call in calls if not truth[call.id].get("ambiguous")]
    return Table(
        f"Collection calls ({len(calls)}, of which {len(calls) - len(sure)} ambiguous left out)",
        (*_label_rows(labels, sure, found), _unread(readings), _not_understood(readings)),
        tuple(_not_built(labels, checker)),
    )


def _rules_found(result: CheckResult) -> frozenset[str]:
    return frozenset(rule for f in result.findings if f.standing in COUNTED for rule in f.rules)


def _label_rows(
    labels: LabelMap, truth: list[dict[str, Any]], found: dict[str, frozenset[str]]
) -> Iterator[Row]:
    pairs = {
        name: tuple(
            (key.labels.hold(row), bool(found[row["id"]] & set(key.rules))) for row in truth
        )
        for name, key in labels.collections.items()
    }
    for name, of_name in pairs.items():
        yield from agreement_rows(f"collections.{name}", Agreement(of_name))
    # Pooled: one case for each call and each of the kinds, so that few cases add up.
    pooled = tuple(pair for name in labels.conduct_pooled for pair in pairs[name])
    yield from agreement_rows("collections.conduct_pooled", Agreement(pooled))


def _unread(readings: dict[str, tuple[Reading, ...]]) -> Row:
    turns = [r for call in readings.values() for r in call if r.turn.speaker is Speaker.COLLECTOR]
    unread = sum(not reading.signals for reading in turns)
    return share_row("collections.unread_share", unread, len(turns), "collector turns")


def _not_understood(readings: dict[str, tuple[Reading, ...]]) -> Row:
    """Of which turns a person on the line makes nothing, with the acts that are made out besides.

    What somebody in a certain scenario expects to hear is not asked: that could only be more.
    """
    heard = [
        hear(turn.also(made_out(turn, before))).understood
        for call in readings.values()
        for before, turn in pairwise((None, *call))
        if turn is not None and turn.turn.speaker is Speaker.COLLECTOR
    ]
    return share_row(
        "collections.not_understood", heard.count(False), len(heard), "collector turns"
    )


def _not_built(labels: LabelMap, checker: Checker) -> Iterator[str]:
    built = {rule.id for pack in checker.packs for rule in pack.rules}
    for name, key in labels.collections.items():
        missing = [rule for rule in key.rules if rule not in built]
        if missing:
            yield f"collections.{name}: not built yet: {', '.join(missing)}"
