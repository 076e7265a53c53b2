"""A review after verdicts: a verdict outranks the machine's mark, and the grade follows."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from calls.record import Record
from compliance_rules.assumptions import DEFAULT
from compliance_rules.checker import Checker
from compliance_rules.finding import Finding
from scoring.case import Case
from scoring.compliance import score_compliance
from scoring.contacts import read_and_checked
from scoring.grade import grade, hard_fails
from scoring.marks import Dimension, Mark, Score, no_mark, weigh
from scoring.review import Review, has_passed
from simulator.scenario import Scenario

WHOLE = "whole"
"""What a verdict is about that takes the rest of a scorecard as it stands."""
SET_ASIDE = "its marks were set aside by a verdict"


class Decision(StrEnum):
    """What a verdict does with the machine's mark or finding."""

    ACCEPT = "accept"
    ADJUST = "adjust"
    REJECT = "reject"


@dataclass(frozen=True)
class Ruling:
    """A verdict as the scores see it: a `value` if it adjusts, a `reason` unless it accepts."""

    about: str
    decision: Decision
    value: float | None = None
    reason: str = ""


@dataclass(frozen=True)
class Subject:
    """Something that a verdict or a dispute can be about; `value` is the machine's mark."""

    about: str
    name: str
    value: float | None
    is_mark: bool


def about_mark(dimension: Dimension, name: str) -> str:
    """How a mark is named in verdicts and disputes."""
    return f"{dimension.value}/{name}"


def about_finding(finding: Finding) -> str:
    """How a finding is named in verdicts and disputes."""
    return about_place(finding.rule, finding.turn)


def about_place(rule: str, turn: int | None) -> str:
    """The same, of a rule and a turn, counted from 0; None for the whole call."""
    return f"finding/{rule}/{'call' if turn is None else turn}"


def subjects(made: Review) -> dict[str, Subject]:
    """All that can be judged or disputed in a review, hard fails first."""
    fails = [
        Subject(about_finding(one), f"Hard fail: {one.message}", None, is_mark=False)
        for one in made.scorecard.must_change
    ]
    marks = [
        Subject(
            about_mark(score.dimension, mark.name),
            f"{score.dimension.label}: {mark.name}",
            mark.value,
            is_mark=True,
        )
        for score in made.scorecard.scores
        for mark in score.marks
    ]
    return {one.about: one for one in (*fails, *marks)}


def after_verdicts(
    made: Review,
    rulings: Mapping[str, Ruling],
    record: Record,
    checker: Checker,
    scenario: Scenario | None,
    *,
    confirmed_only: bool = False,
) -> Review:
    """The review as it stands now; `made` itself is not touched.

    With `confirmed_only`, as in an assessment, a hard fail neither caps nor fails before somebody
    accepted it at its turn; until then whether it is passed is not known.
    """
    findings = tuple(one for one in made.check.findings if not _is(one, Decision.REJECT, rulings))
    check = made.check.model_copy(update={"findings": findings})
    scores = made.scorecard.scores
    if len(findings) < len(made.check.findings):
        readings, _ = read_and_checked(record, checker, DEFAULT)
        anew = score_compliance(Case(record, readings, check, scenario, checker))
        scores = tuple(anew if one.dimension is anew.dimension else one for one in scores)
    scores = tuple(_ruled(one, rulings) for one in scores)
    open_fails = [
        one
        for one in hard_fails(findings)
        if confirmed_only and not _is(one, Decision.ACCEPT, rulings)
    ]
    counting = [one for one in findings if one not in open_fails]
    graded, fails = grade(scores, counting), hard_fails(counting)
    passed = has_passed(scenario, graded, fails, made.scorecard.end_reached)
    card = made.scorecard.model_copy(
        update={
            "scores": scores,
            "grade": graded,
            "must_change": fails,
            "passed": None if open_fails else passed,
        }
    )
    return made.model_copy(update={"check": check, "scorecard": card})


def unconfirmed(made: Review, rulings: Mapping[str, Ruling]) -> Sequence[Finding]:
    """The hard fails that nobody has accepted or rejected yet."""
    return [one for one in made.scorecard.must_change if about_finding(one) not in rulings]


def _is(finding: Finding, decision: Decision, rulings: Mapping[str, Ruling]) -> bool:
    ruling = rulings.get(about_finding(finding))
    return ruling is not None and ruling.decision is decision


def _ruled(score: Score, rulings: Mapping[str, Ruling]) -> Score:
    """The dimension with its marks as they were ruled, weighed as before."""
    ruled = [(mark, rulings.get(about_mark(score.dimension, mark.name))) for mark in score.marks]
    if all(one is None or one.decision is Decision.ACCEPT for _, one in ruled):
        return score
    marks = [(_after(mark, one), mark.weight) for mark, one in ruled]
    if not any(weight and mark.value is not None for mark, weight in marks):
        # What is left is shown beside a figure and is no part of one.
        kept = tuple(mark for mark, _ in marks)
        return Score(dimension=score.dimension, value=None, reason=SET_ASIDE, marks=kept)
    return weigh(score.dimension, marks, SET_ASIDE)


def _after(mark: Mark, ruling: Ruling | None) -> Mark:
    if ruling is None or ruling.decision is Decision.ACCEPT:
        return mark
    if ruling.decision is Decision.REJECT:
        return no_mark(mark.name, f"set aside: {ruling.reason}")
    return mark.model_copy(update={"value": ruling.value, "reason": ruling.reason})
