"""Compliance: the findings that words and known facts decide, by weight; nothing said, no mark."""

from collections.abc import Sequence

from compliance_rules.finding import Finding, Standing, Weight
from scoring.case import SHOWN, Case
from scoring.dialling import shown
from scoring.marks import Dimension, Evidence, Mark, Score, no_mark, weigh

COST = {Weight.CRITICAL: 60.0, Weight.MAJOR: 25.0, Weight.MINOR: 8.0}
"""What the first finding of a rule costs; the same rule again costs half as much."""


def score_compliance(case: Case) -> Score:
    """What the rules found *not met*; what depends on unknown facts is shown and costs nothing."""
    if not case.held:
        return Score(dimension=Dimension.COMPLIANCE, value=None, reason=case.not_held)
    findings = case.check.findings
    decided = [f for f in findings if f.standing is Standing.NOT_MET]
    weighted = ((_decided(case, decided), 1.0), (_open(findings), 0.0))
    return weigh(Dimension.COMPLIANCE, weighted, "nothing to judge")


def _decided(case: Case, findings: Sequence[Finding]) -> Mark:
    seen: set[str] = set()
    cost = 0.0
    for finding in findings:
        cost += COST[finding.weight] / (2 if finding.rule in seen else 1)
        seen.add(finding.rule)
    worst = min(findings, key=lambda f: list(Weight).index(f.weight), default=None)
    return Mark(
        name="rules met",
        value=max(0.0, 100.0 - cost),
        reason=f"{len(seen)} {'rule' if len(seen) == 1 else 'rules'} not met, "
        f"in {len(findings)} {'place' if len(findings) == 1 else 'places'}"
        if findings
        else "no rule was found not met",
        evidence=_seen(case, findings),
        advice=f'Say instead: "{worst.better}"' if worst else "",
    )


def _seen(case: Case, findings: Sequence[Finding]) -> tuple[Evidence, ...]:
    """The words of the findings; else the steps done right; else the turns that were checked."""
    found = (Evidence(turn=f.turn, quote=f.quote) for f in findings if f.turn is not None)
    done = sorted({met.turn for met in case.check.met})
    checked = (reading.index for reading in case.collector[:SHOWN])
    return tuple(found) or case.evidence(*(done or checked)) or shown(case.record.decisions[:SHOWN])


def _open(findings: Sequence[Finding]) -> Mark:
    undecided = [f for f in findings if f.standing is Standing.DEPENDS]
    needs = sorted({fact for f in undecided for fact in f.needs})
    reason = f"{len(undecided)} depend on: {', '.join(needs)}" if undecided else "none"
    return no_mark("depends on unknown facts", reason)
