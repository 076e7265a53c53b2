"""The overall grade: one documented function from the scores and the findings."""

from collections.abc import Mapping, Sequence

from calls.turn import Frozen
from compliance_rules.finding import Basis, Finding, Standing, Weight
from scoring.case import NOT_HELD
from scoring.marks import Dimension, Score

WEIGHTS: Mapping[Dimension, float] = {
    Dimension.COMPLIANCE: 0.30,
    Dimension.COMMUNICATION: 0.15,
    Dimension.EMPATHY: 0.15,
    Dimension.NEGOTIATION: 0.20,
    Dimension.ACCURACY: 0.15,
    Dimension.CONDUCT: 0.05,
}
"""What each dimension counts of one; where some cannot be scored, the others share theirs."""
CAP = 40.0
"""The most a call can reach in which a critical rule of law was not met: below every bar."""
CAPPING_BASES = (Basis.RULE_TEXT, Basis.CASE_LAW)


class Grade(Frozen):
    """0-100, or None where there was nothing to grade; `capped_by` names the rules that cap it.

    `uncapped` is what the dimensions alone come to.
    """

    value: float | None
    reason: str
    capped_by: tuple[str, ...] = ()
    uncapped: float | None = None

    @property
    def held(self) -> str:
        """Why the whole is less than its parts, where a rule caps it; else nothing."""
        if self.value is None or self.uncapped is None or self.value >= self.uncapped:
            return ""
        return (
            f"The marks alone come to {self.uncapped:.0f} of 100. A critical rule of law that is "
            f"not met holds the grade at {self.value:.0f}, however good the rest is."
        )


def grade(scores: Sequence[Score], findings: Sequence[Finding]) -> Grade:
    """The weighted mean of the dimensions that could be scored, capped by a hard fail.

    Without a score for compliance there was no conversation, and so there is no grade.
    """
    given = {score.dimension: score.value for score in scores if score.value is not None}
    if Dimension.COMPLIANCE not in given:
        none = (score.reason for score in scores if score.dimension is Dimension.COMPLIANCE)
        return Grade(value=None, reason=next(filter(None, none), NOT_HELD))
    total = sum(WEIGHTS[dimension] for dimension in given)
    mean = sum(WEIGHTS[dimension] * value for dimension, value in given.items()) / total
    fails = hard_fails(findings)
    left_out = [score.dimension for score in scores if score.value is None]
    reason = f"without {', '.join(left_out)} (no opportunity)" if left_out else "all dimensions"
    if not fails:
        return Grade(value=round(mean, 1), reason=reason)
    rules = tuple(dict.fromkeys(finding.rule for finding in fails))
    return Grade(
        value=round(min(mean, CAP), 1),
        reason=f"{reason}; capped",
        capped_by=rules,
        uncapped=round(mean, 1),
    )


def hard_fails(findings: Sequence[Finding]) -> tuple[Finding, ...]:
    """Critical findings, not met, that rest on rule text or case law."""
    return tuple(
        finding
        for finding in findings
        if finding.standing is Standing.NOT_MET
        and finding.weight is Weight.CRITICAL
        and finding.basis in CAPPING_BASES
    )
