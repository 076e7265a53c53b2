"""Single statements of collectors: which labelled ones are found, which lawful ones flagged."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from benchmarks.collection_calls import COUNTED, about_words
from benchmarks.corpora import read_rows
from benchmarks.label_map import LabelMap
from benchmarks.table import Row, Table, share_row
from calls.context import CallContext
from calls.turn import Channel, Speaker, Transcript, Turn
from compliance_rules import Checker
from compliance_rules.finding import Finding, Standing

OURS = Path(__file__).with_name("our_statements.jsonl")
"""Statements of our own, which need no folder; our_statements.md says how they were made."""

FILES = {"statements": "collections/statements.jsonl", "hard": "collections/hard.jsonl"}


@dataclass(frozen=True)
class Judged:
    """A statement and what the rules said of it."""

    row: dict[str, Any]
    findings: tuple[Finding, ...]

    @property
    def labelled(self) -> bool:
        return bool(self.row["label"] == "violation")

    def has(self, *standings: Standing) -> bool:
        """Whether any finding has one of the standings."""
        return any(finding.standing in standings for finding in self.findings)

    @property
    def right_rule(self) -> bool:
        """Whether one of the rules that the label names has a finding."""
        named = set(self.row["rule_ids"])
        return any(named & set(f.rules) and f.standing in COUNTED for f in self.findings)

    @property
    def told(self) -> bool:
        """Whether the statement comes with what decides it."""
        return bool(self.row.get("context") or self.row.get("prev_consumer"))

    @property
    def still_depends(self) -> bool:
        """Whether one of the rules that the label names is left open."""
        named = set(self.row["rule_ids"])
        return any(named & set(f.rules) and f.standing is Standing.DEPENDS for f in self.findings)


def measure_statements(file: Path, checker: Checker, labels: LabelMap, area: str) -> Table | None:
    """Recall and false alarms, whole and by provenance; None where the file is not there."""
    rows = [row for row in read_rows(file) if not borderline(row)]
    if not rows:
        return None
    # What must be said in a call need not be said in one statement of it.
    of_words = checker.without("require")
    judged = [judge(row, of_words, labels) for row in rows]
    # A set that is all of one origin, and named after it, has no other parts.
    by_origin = sorted({row["provenance"] for row in rows if "provenance" in row} - {area})
    return Table(
        f"Statements: {area} ({len(rows)}, borderline ones left out)",
        (
            *_rows(area, judged),
            *(
                row
                for origin in by_origin
                for row in _rows(
                    f"{area}.{origin}", [one for one in judged if one.row["provenance"] == origin]
                )
            ),
        ),
        tuple(_not_told(rows, labels)),
    )


def borderline(row: dict[str, Any]) -> bool:
    """Whether a statement is neither right nor wrong for those who labelled it."""
    return bool(row.get("borderline")) or row["label"] == "borderline"


def judge(row: dict[str, Any], checker: Checker, labels: LabelMap) -> Judged:
    """Check one statement, after what the consumer said before it."""
    channel = Channel(row.get("channel", "call"))
    said = Turn(speaker=Speaker.COLLECTOR, text=row["text"], channel=channel)
    before = row.get("prev_consumer")
    asked = Turn(speaker=Speaker.CONSUMER, text=before, channel=channel) if before else None
    turns = (asked, said) if asked else (said,)
    left_out = set(labels.statements.leave_out)
    result = checker.check(
        Transcript(id=row["id"], turns=turns), circumstances(row, channel, labels)
    )
    return Judged(
        row, tuple(f for f in result.findings if f.rule not in left_out and about_words(f))
    )


def circumstances(row: dict[str, Any], channel: Channel, labels: LabelMap) -> CallContext:
    """What the statement says is known, as far as our circumstances have a place for it."""
    known = CallContext(channel=channel)
    for name, content in (row.get("context") or {}).items():
        place = labels.place(name)
        if place is None:
            continue
        try:
            known = known.learn(**{place.key: place.value(content)})
        except ValidationError:
            # Such as `state: not DC/MA`: a reader's remark, and no value that a context can hold.
            continue
    return known


def _rows(area: str, judged: Sequence[Judged]) -> Iterator[Row]:
    bad = [one for one in judged if one.labelled]
    good = [one for one in judged if not one.labelled]
    told = [one for one in good if one.told]
    unnamed = sum(
        finding.standing is Standing.DEPENDS and not finding.needs
        for one in judged
        for finding in one.findings
    )
    yield share_row(f"{area}.recall", sum(o.has(*COUNTED) for o in bad), len(bad), "labelled ones")
    yield share_row(f"{area}.right_rule", sum(o.right_rule for o in bad), len(bad), "labelled ones")
    not_met = sum(o.has(Standing.NOT_MET) for o in bad)
    yield share_row(f"{area}.recall_not_met", not_met, len(bad), "labelled ones")
    alarms = sum(o.has(Standing.NOT_MET) for o in good)
    yield share_row(f"{area}.false_alarm", alarms, len(good), "compliant ones")
    undecided = sum(one.still_depends for one in told)
    yield share_row(
        f"{area}.depends_decided", undecided, len(told), "compliant ones with circumstances"
    )
    yield Row(f"{area}.depends_unnamed", unnamed, "findings that depend on nothing named")


def _not_told(rows: Sequence[dict[str, Any]], labels: LabelMap) -> Iterator[str]:
    names = {name for row in rows for name in row.get("context") or {}}
    without_place = sorted(name for name in names if labels.place(name) is None)
    if without_place:
        yield f"circumstances without a place in ours: {', '.join(without_place)}"
