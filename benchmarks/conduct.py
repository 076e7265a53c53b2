"""Calls whose conduct was planted at a known severity: do heavier findings follow it?"""

from pathlib import Path

from benchmarks.collection_calls import COUNTED, about_words
from benchmarks.corpora import read_calls, read_rows
from benchmarks.label_map import LabelMap
from benchmarks.measures import Agreement, auc, spearman
from benchmarks.table import Row, Table, agreement_rows
from calls.context import CallContext
from compliance_rules import Checker
from compliance_rules.finding import CheckResult, Standing, Weight

FILE = "collections/conduct.jsonl"
SEVERITIES = ("compliant", "low", "medium", "high", "critical")
WEIGHTS = {Weight.CRITICAL: 4.0, Weight.MAJOR: 2.0, Weight.MINOR: 1.0}
DEPENDS = 0.5
"""What a finding counts that depends on facts which nobody has told us."""


def measure_conduct(data: Path, checker: Checker, labels: LabelMap) -> Table | None:
    """Area under the curve and rank correlation; None where the folder lacks the file."""
    severities = [SEVERITIES.index(row["label"]) for row in read_rows(data / FILE)]
    if not severities:
        return None
    left_out = set(labels.conduct.leave_out)
    scores = [
        heaviness(checker.check(call, CallContext()), left_out) for call in read_calls(data / FILE)
    ]
    wrong = [severity > 0 for severity in severities]
    flagged = tuple((is_wrong, score > 0) for is_wrong, score in zip(wrong, scores, strict=True))
    return Table(
        f"Conduct of the collector ({len(scores)} calls, {sum(wrong)} not compliant)",
        (
            Row("conduct.auc", auc(scores, wrong), "weighted findings, compliant against not"),
            Row("conduct.spearman", spearman(scores, severities), "with the planted severity"),
            *agreement_rows("conduct.flagged", Agreement(flagged)),
        ),
    )


def heaviness(result: CheckResult, left_out: set[str]) -> float:
    """How much the findings weigh together: each rule once, at its heaviest."""
    heaviest: dict[str, float] = {}
    for finding in result.findings:
        counts = finding.standing in COUNTED and about_words(finding)
        if counts and finding.rule not in left_out:
            share = 1.0 if finding.standing is Standing.NOT_MET else DEPENDS
            weight = WEIGHTS[finding.weight] * share
            heaviest[finding.rule] = max(weight, heaviest.get(finding.rule, 0.0))
    return sum(heaviest.values())
