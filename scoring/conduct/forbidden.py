"""What a rule forbids of the same kind, in words that no signal of the part knows."""

from collections.abc import Iterator
from dataclasses import dataclass

from calls.turn import Speaker, turn_number
from compliance_rules.checks import Forbid
from compliance_rules.finding import Finding, Standing, Weight
from compliance_rules.rule import Rule
from scoring.case import Case
from scoring.conduct.parts import PARTS, Part

COST = {Weight.CRITICAL: 60.0, Weight.MAJOR: 30.0, Weight.MINOR: 15.0}
"""What words cost that a rule of this kind found."""


@dataclass(frozen=True)
class Remark:
    """Something that was said wrong: where, what it costs, and what to say instead."""

    turn: int
    quote: str
    cost: float
    advice: str


def also_forbidden(case: Case, part: Part, seen: set[int]) -> list[Remark]:
    """The findings of rules about this part in turns that were not looked at, one for a turn."""
    rules = case.checker.by_id if case.checker else {}
    first: dict[int, Finding] = {}
    for finding in _decided(case):
        about = _about(rules[finding.rule]) if finding.rule in rules else None
        if about is part and finding.turn is not None and finding.turn not in seen:
            first.setdefault(finding.turn, finding)
    return [_remark(turn, finding) for turn, finding in first.items()]


def _decided(case: Case) -> Iterator[Finding]:
    for finding in case.check.findings:
        if finding.standing is not Standing.NOT_MET or finding.turn is None or not finding.quote:
            continue
        if case.readings[finding.turn].turn.speaker is Speaker.COLLECTOR:
            yield finding


def _about(rule: Rule) -> Part | None:
    """The part whose signals a rule forbids, where it forbids nothing else but words of its own."""
    forbids = [c for c in rule.checks if isinstance(c, Forbid)]
    names = {cue.partition(".")[0] for check in forbids for cue in check.signals} - {"own"}
    if not names <= {name for part in PARTS for name in part.names}:
        return None
    return next((part for part in PARTS if names & part.names), None)


def _remark(turn: int, finding: Finding) -> Remark:
    advice = f'Turn {turn_number(turn)}, "{finding.quote}": say "{finding.better}" instead.'
    return Remark(turn, finding.quote, COST[finding.weight], advice)
