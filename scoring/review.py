"""Review a record: read it once, check it, score it, grade it."""

from pydantic import field_serializer

from calls.events import Hints
from calls.record import Record
from calls.turn import Frozen
from compliance_rules.assumptions import DEFAULT, Assumptions
from compliance_rules.checker import Checker
from compliance_rules.finding import CheckResult, Finding
from scoring.accuracy import score_accuracy
from scoring.case import Case
from scoring.communication import score_communication
from scoring.compliance import score_compliance
from scoring.conduct import score_conduct
from scoring.contacts import read_and_checked
from scoring.empathy import score_empathy
from scoring.ending import ended
from scoring.grade import Grade, grade, hard_fails
from scoring.grounds import untold
from scoring.marks import Score
from scoring.negotiation import score_negotiation
from scoring.talked_with import as_far_as_talked_with, nobody_talked_with
from simulator.scenario import Scenario

VERSION = "11"
SCORERS = (
    score_compliance,
    score_communication,
    score_empathy,
    score_negotiation,
    score_accuracy,
    score_conduct,
)
"""Every dimension's scorer, in the order in which they are shown; a new one is a line here."""


class Scorecard(Frozen):
    """What a call came to. `passed` is None where there is no bar or nothing to grade.

    `missing` is what keeps the end from being an acceptable one; `untold` are the flags for which
    nothing was said on the call; `hints` are those that were on during it.
    """

    scores: tuple[Score, ...]
    grade: Grade
    must_change: tuple[Finding, ...] = ()
    end_reached: bool | None = None
    passed: bool | None = None
    not_understood: int = 0
    missing: tuple[str, ...] = ()
    untold: frozenset[str] = frozenset()
    hints: Hints = Hints.OFF

    @field_serializer("untold")
    def _in_order(self, untold: frozenset[str]) -> list[str]:
        """A set has another order in each process, and what is kept has none."""
        return sorted(untold)


class Review(Frozen):
    """A review as it is stored: findings and scores with the versions that made them."""

    transcript_id: str
    check: CheckResult
    scorecard: Scorecard
    versions: dict[str, str]


def review(
    record: Record,
    checker: Checker,
    scenario: Scenario | None = None,
    assume: Assumptions = DEFAULT,
) -> Review:
    """The findings, scores and grade of one call; reads every turn once."""
    readings, check = read_and_checked(record, checker, assume)
    case = Case(record, readings, check, scenario, checker)
    scores = scores_of(case)
    return Review(
        transcript_id=record.transcript.id,
        check=check,
        scorecard=_scorecard(case, scores),
        versions=versions_by(checker),
    )


def scores_of(case: Case) -> tuple[Score, ...]:
    """Every dimension of a case, as far as anybody was talked with."""
    told = nobody_talked_with(case)
    return tuple(as_far_as_talked_with(told, scorer(case)) for scorer in SCORERS)


def versions_by(checker: Checker) -> dict[str, str]:
    """The versions of scorers, rules, packs and the house's own rules, as a review has them."""
    packs = {f"pack.{pack.about.id}": str(pack.about.version) for pack in checker.packs}
    own = {
        f"rule.{rule.id}": rule.fingerprint[:12]
        for pack in checker.packs
        for rule in pack.of_the_house
    }
    return {"scoring": VERSION, "rules": checker.fingerprint} | packs | own


def _scorecard(case: Case, scores: tuple[Score, ...]) -> Scorecard:
    graded = grade(scores, case.check.findings)
    fails = hard_fails(case.check.findings)
    end, missing = ended(case)
    return Scorecard(
        scores=scores,
        grade=graded,
        must_change=fails,
        end_reached=end,
        passed=has_passed(case.scenario, graded, fails, end),
        not_understood=sum(not move.understood for move in case.record.moves.values()),
        missing=missing,
        untold=untold(case),
        hints=case.record.hinted,
    )


def has_passed(
    scenario: Scenario | None, graded: Grade, fails: tuple[Finding, ...], end: bool | None
) -> bool | None:
    """Whether the bar of the scenario was reached; None where there is none to reach."""
    if scenario is None or end is None:
        return None
    bar = scenario.passing
    enough = graded.value is not None and graded.value >= bar.grade
    return enough and (end or not bar.end_state) and not (fails and bar.no_critical_finding)
