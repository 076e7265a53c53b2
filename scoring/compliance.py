"""Compliance: the findings that words and known facts decide, by weight; nothing said, no mark.

One figure, and beside it where it comes from: the required steps in their order, and what was done
once somebody disputed, asked to be left alone, named a lawyer, hardship or bankruptcy. Each rule
stands in one part; the parts are made of the same findings and are not counted a second time.
"""

from collections import Counter
from collections.abc import Iterable, Sequence

from calls.turn import turn_number
from compliance_rules.finding import CheckResult, Finding, Standing, Weight
from scoring.case import SHOWN, Case, quoted
from scoring.dialling import shown
from scoring.marks import Dimension, Evidence, Mark, Score, no_mark, weigh
from scoring.rule_parts import RulePart, part_of
from scoring.talked_with import nobody_talked_with

COST = {Weight.CRITICAL: 60.0, Weight.MAJOR: 25.0, Weight.MINOR: 8.0}
"""What the first finding of a rule costs; the same rule again costs half as much."""
STEPS = (
    "self_identification",
    "ask_identifier",
    "collector_disclosure",
    "debt_mention",
    "account_detail",
    "demand_payment",
    "third_party_safe_message",
    "honour_stop",
    "honour_dispute",
    "transfer",
    "language_help",
    "offers_writing",
    "asks_safety",
    "sets_aside",
    "takes_complaint",
)
"""What makes a talk with the consumer more than a hello; without any there is nothing to judge."""
NOTHING_DONE = "nothing was done that a rule asks anything of"


def score_compliance(case: Case) -> Score:
    """What the rules found *not met*; what depends on unknown facts is shown and costs nothing."""
    if not case.held:
        return Score(dimension=Dimension.COMPLIANCE, value=None, reason=case.not_held)
    decided = [f for f in case.check.findings if f.standing is Standing.NOT_MET]
    if not decided and _did_nothing(case):
        return Score(dimension=Dimension.COMPLIANCE, value=None, reason=NOTHING_DONE)
    weighted = (
        (_decided(case, decided), 1.0),
        *((_part(case, part, decided), 0.0) for part in RulePart),
        (_open(case.check.findings), 0.0),
    )
    whole = weigh(Dimension.COMPLIANCE, weighted, "nothing to judge")
    return whole.model_copy(update={"reason": weighted[0][0].reason})


def _did_nothing(case: Case) -> bool:
    """Whether the consumer was on the line and heard nothing of what a collector has to do."""
    if not case.with_consumer or case.record.decisions:
        return False
    worked = case.check.met or any(r.has(*STEPS) for r in case.collector)
    return bool(nobody_talked_with(case)) or not worked


def _decided(case: Case, findings: Sequence[Finding]) -> Mark:
    rules = len({finding.rule for finding in findings})
    worst = _worst(findings)
    return Mark(
        name="rules met",
        value=max(0.0, 100.0 - _cost(findings)),
        reason=f"{rules} {'rule' if rules == 1 else 'rules'} not met, "
        f"in {len(findings)} {'place' if len(findings) == 1 else 'places'} "
        f"({_by_weight(findings)})"
        if findings
        else "no rule was found not met",
        evidence=_seen(case, findings),
        advice=_instead(case, worst) if worst else "",
    )


def _cost(findings: Iterable[Finding]) -> float:
    seen: set[str] = set()
    cost = 0.0
    for finding in findings:
        cost += COST[finding.weight] / (2 if finding.rule in seen else 1)
        seen.add(finding.rule)
    return cost


def _by_weight(findings: Iterable[Finding]) -> str:
    counted = Counter(finding.weight for finding in findings)
    return ", ".join(f"{counted[weight]} {weight}" for weight in Weight if counted[weight])


def _worst(findings: Sequence[Finding]) -> Finding | None:
    return min(findings, key=lambda f: list(Weight).index(f.weight), default=None)


def _instead(case: Case, finding: Finding) -> str:
    """What was said, and the better wording of the rule; of the whole call, how it began."""
    if finding.turn is None or not finding.quote:
        began = case.collector[:1]
        first = f'For the call that began "{quoted(began[0].turn.text)}": say' if began else "Say:"
        return f'{first} "{finding.better}"'
    said = f'Turn {turn_number(finding.turn)}, "{quoted(finding.quote)}"'
    return f'{said}: say instead: "{finding.better}"'


def _seen(case: Case, findings: Sequence[Finding]) -> tuple[Evidence, ...]:
    """The words of the findings; else the steps done right; else the turns that were checked."""
    found = (Evidence(turn=f.turn, quote=f.quote) for f in findings if f.turn is not None)
    done = sorted({met.turn for met in case.check.met})
    checked = (reading.index for reading in case.collector[:SHOWN])
    return tuple(found) or case.evidence(*(done or checked)) or shown(case.record.decisions[:SHOWN])


def _part(case: Case, part: RulePart, decided: Sequence[Finding]) -> Mark:
    """The findings of one part; where there were none, the turns in which it was done right."""
    belongs = _belonging(case, part)
    found = [finding for finding in decided if finding.rule in belongs]
    done = _done(case.check, belongs)
    if not found and (not done or part is RulePart.UNSAID):
        return no_mark(part, part.nothing)
    rules = len({finding.rule for finding in found})
    worst = _worst(found)
    return Mark(
        name=part,
        value=max(0.0, 100.0 - _cost(found)),
        reason=f"{rules} of {rules + len({rule for rule, _ in done})} rules not met"
        if found
        else "done as it should be",
        evidence=_seen(case, found) if found else case.evidence(*_turns(done)),
        advice=_instead(case, worst) if worst else "",
    )


def _belonging(case: Case, part: RulePart) -> frozenset[str]:
    """The rules of this part, of those that came up on the call."""
    asked = {f.rule for f in case.check.findings} | {met.rule for met in case.check.met}
    rules = (rule for rule in (case.checker.rules if case.checker else ()) if rule.id in asked)
    return frozenset(rule.id for rule in rules if part_of(rule) is part)


def _done(check: CheckResult, belongs: frozenset[str]) -> list[tuple[str, int]]:
    return [(met.rule, met.turn) for met in check.met if met.rule in belongs]


def _turns(done: Iterable[tuple[str, int]]) -> list[int]:
    return sorted({turn for _, turn in done})[:SHOWN]


def _open(findings: Sequence[Finding]) -> Mark:
    undecided = [f for f in findings if f.standing is Standing.DEPENDS]
    needs = sorted({fact for f in undecided for fact in f.needs})
    reason = f"{len(undecided)} depend on: {', '.join(needs)}" if undecided else "none"
    return no_mark("depends on unknown facts", reason)
