"""A review after verdicts: a verdict outranks the machine's mark, and the grade follows."""

from collections.abc import Callable, Mapping, Sequence, Set
from dataclasses import dataclass
from enum import StrEnum

from calls.record import Record
from calls.turn import turn_number
from compliance_rules.assumptions import DEFAULT
from compliance_rules.checker import Checker
from compliance_rules.finding import Finding, Standing
from scoring.case import Case
from scoring.contacts import read_and_checked
from scoring.ending import ended
from scoring.grade import grade, hard_fails
from scoring.marks import Dimension, Mark, Score, no_mark, weigh
from scoring.review import Review, Scorecard, has_passed, scores_of
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
    """All that can be judged or disputed in a review: hard fails, other findings, marks."""
    capping = {about_finding(one) for one in made.scorecard.must_change}
    not_met = [one for one in made.check.findings if one.standing is Standing.NOT_MET]
    findings = [
        Subject(about_finding(one), _named(one, capping), None, is_mark=False)
        for one in sorted(not_met, key=lambda one: about_finding(one) not in capping)
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
    return {one.about: one for one in (*findings, *marks)}


def _named(finding: Finding, capping: Set[str]) -> str:
    """A finding as people choose it: a hard fail, or its weight and where it is."""
    if about_finding(finding) in capping:
        return f"Hard fail: {finding.message}"
    where = "the call" if finding.turn is None else f"turn {turn_number(finding.turn)}"
    return f"Finding ({finding.weight}, {where}): {finding.message}"


def after_verdicts(
    made: Review,
    rulings: Mapping[str, Ruling],
    record: Callable[[], Record],
    checker: Checker,
    scenario: Scenario | None,
    *,
    confirmed_only: bool = False,
) -> Review:
    """The review as it stands now; `made` itself is not touched.

    A finding that was set aside counts nowhere: it caps nothing and costs no dimension anything.
    With `confirmed_only`, as in an assessment, the same holds of a hard fail before somebody
    accepted it at its turn; until then whether it is passed is not known. What was said is asked
    for where a finding does not count, and nowhere else.
    """
    kept = tuple(one for one in made.check.findings if not _is(one, Decision.REJECT, rulings))
    open_fails = [
        one for one in hard_fails(kept) if confirmed_only and not _is(one, Decision.ACCEPT, rulings)
    ]
    counting = tuple(one for one in kept if one not in open_fails)
    card = made.scorecard
    if len(counting) < len(made.check.findings):
        card = _without(made, counting, record(), checker, scenario)
    scores = tuple(_ruled(one, rulings) for one in card.scores)
    graded, fails = grade(scores, counting), hard_fails(counting)
    passed = has_passed(scenario, graded, fails, card.end_reached)
    card = card.model_copy(
        update={
            "scores": scores,
            "grade": graded,
            "must_change": fails,
            "passed": None if open_fails else passed,
        }
    )
    check = made.check.model_copy(update={"findings": kept})
    return made.model_copy(update={"check": check, "scorecard": card})


def _without(
    made: Review,
    counting: tuple[Finding, ...],
    record: Record,
    checker: Checker,
    scenario: Scenario | None,
) -> Scorecard:
    """The scorecard had there been these findings alone; what rests on no finding stays as kept.

    Both are worked out by the scorers of today, so that only what the findings decide is new.
    """
    readings, _ = read_and_checked(record, checker, DEFAULT)
    alone = made.check.model_copy(update={"findings": counting})
    then, now = (Case(record, readings, one, scenario, checker) for one in (made.check, alone))
    before = {score.dimension: score for score in scores_of(then)}
    anew = {one.dimension: one for one in scores_of(now) if one != before[one.dimension]}
    card = made.scorecard
    update: dict[str, object] = {
        "scores": tuple(anew.get(one.dimension, one) for one in card.scores)
    }
    if (end := ended(now)) != ended(then):
        update |= {"end_reached": end[0], "missing": end[1]}
    return card.model_copy(update=update)


def unconfirmed(made: Review, rulings: Mapping[str, Ruling]) -> Sequence[Finding]:
    """The hard fails that nobody has accepted or rejected yet."""
    return [one for one in made.scorecard.must_change if about_finding(one) not in rulings]


def _is(finding: Finding, decision: Decision, rulings: Mapping[str, Ruling]) -> bool:
    ruling = rulings.get(about_finding(finding))
    return ruling is not None and ruling.decision is decision


def _ruled(score: Score, rulings: Mapping[str, Ruling]) -> Score:
    """The dimension with its marks as they were ruled, weighed as before.

    What lay on the whole of it stays: where nobody was talked with, a mark set aside earns nothing.
    """
    ruled = [(mark, rulings.get(about_mark(score.dimension, mark.name))) for mark in score.marks]
    if all(one is None or one.decision is Decision.ACCEPT for _, one in ruled):
        return score
    marks = [(_after(mark, one), mark.weight) for mark, one in ruled]
    if not any(weight and mark.value is not None for mark, weight in marks):
        # What is left is shown beside a figure and is no part of one.
        kept = tuple(mark for mark, _ in marks)
        return Score(dimension=score.dimension, value=None, reason=SET_ASIDE, marks=kept)
    anew = weigh(score.dimension, marks, SET_ASIDE)
    return anew.model_copy(update={"value": round((anew.value or 0.0) * _left_of(score), 1)})


def _left_of(score: Score) -> float:
    """How much of what its marks come to the dimension was worth, 0 to 1."""
    marks = weigh(score.dimension, ((mark, mark.weight) for mark in score.marks), SET_ASIDE).value
    return min(1.0, score.value / marks) if marks and score.value is not None else 1.0


def _after(mark: Mark, ruling: Ruling | None) -> Mark:
    if ruling is None or ruling.decision is Decision.ACCEPT:
        return mark
    if ruling.decision is Decision.REJECT:
        return no_mark(mark.name, f"set aside: {ruling.reason}")
    return mark.model_copy(update={"value": ruling.value, "reason": ruling.reason})
