"""A verdict outranks the machine's mark; both stay, and the grade follows by the same function."""

from __future__ import annotations

from math import prod

import pytest

from compliance_rules.finding import Standing, Weight
from scoring.compliance import COST
from scoring.grade import CAP, WEIGHTS
from scoring.judged import WHOLE, Decision, Ruling, about_finding, subjects
from scoring.marks import Dimension, Mark, Score
from scoring.review import Review, Scorecard
from simulator.scripted import script, seed_for
from tests.training.judging import (
    LINES,
    MARK,
    THREAT,
    accept,
    adjust,
    rated_together,
    reject,
    submitted,
)
from tests.training.shipped_calls import LAID_OFF, at
from training.assessments.confirming import confirm, places
from training.errors import TrainingError
from training.models import Attempt, Person, Purpose, Role
from training.people import sign_in_locally
from training.progress import progress
from training.reviews import kept_reviews, review_attempt
from training.standing import standings
from training.store import Store
from training.verdicts import as_it_stands, give_verdict, verdicts

MAJOR = COST[Weight.MAJOR]


@pytest.fixture
def attempt(store: Store, ana: Person) -> Attempt:
    return submitted(store, ana)


def _stands(store: Store, person: Person, attempt: Attempt) -> Review:
    return as_it_stands(store, person, attempt, _machine(store, person, attempt))


def _machine(store: Store, person: Person, attempt: Attempt) -> Review:
    return review_attempt(store, person, attempt.id, at(2000))


def _mark(made: Review, about: str) -> Mark:
    return next(
        mark
        for score in made.scorecard.scores
        for mark in score.marks
        if f"{score.dimension}/{mark.name}" == about
    )


def test_an_adjusted_mark_stands_and_the_machines_stays(
    store: Store, ana: Person, trainer: Person, attempt: Attempt
) -> None:
    machine = _machine(store, ana, attempt)
    told = give_verdict(store, trainer, attempt.id, adjust(MARK, 80), at(3000))

    mark = _mark(_stands(store, ana, attempt), MARK)
    assert (mark.value, mark.reason) == (80, "You let her finish each time.")
    assert mark.evidence == _mark(machine, MARK).evidence
    assert (told.machine, told.by, told.at) == (_mark(machine, MARK).value, "Tom", at(3000))
    (kept,) = kept_reviews(store, ana, attempt.id)
    assert Review.model_validate(kept.content) == machine


def test_where_nobody_was_talked_with_a_mark_set_aside_earns_nothing(
    store: Store, ana: Person, trainer: Person, attempt: Attempt
) -> None:
    machine = _machine(store, ana, attempt).scorecard
    give_verdict(store, trainer, attempt.id, reject(MARK), at(3000))

    stands = _stands(store, ana, attempt).scorecard

    assert any(mark.value for mark in _talk(machine).marks)
    assert _talk(machine).value == _talk(stands).value == 0


def _talk(card: Scorecard) -> Score:
    return next(one for one in card.scores if one.dimension is Dimension.COMMUNICATION)


def test_the_dimension_and_the_grade_follow_by_the_same_weights(
    store: Store, ana: Person, trainer: Person
) -> None:
    well = script(LAID_OFF, LAID_OFF.model_call.lines, at(1))
    attempt = submitted(
        store, ana, seed_for(LAID_OFF, LAID_OFF.model_call.answered_by), lines=(*well[:9], THREAT)
    )
    machine = _machine(store, ana, attempt)
    fail = about_finding(machine.scorecard.must_change[0])
    for one in {about_finding(each) for each in machine.scorecard.must_change}:
        give_verdict(store, trainer, attempt.id, reject(one), at(2999))
    give_verdict(store, trainer, attempt.id, adjust(MARK, 0), at(3000))
    give_verdict(store, trainer, attempt.id, adjust(MARK, 100), at(3001))

    stands = _stands(store, ana, attempt).scorecard
    score = _talk(stands)
    given = [(m.value, m.weight) for m in score.marks if m.value is not None and not m.takes]
    lost = [(m.value, m.takes) for m in score.marks if m.value is not None and m.takes]
    earned = sum(value * weight for value, weight in given) / sum(weight for _, weight in given)
    weighed = earned * prod(1 - takes * (1 - value / 100) for value, takes in lost)
    marks = {one.dimension: one.value for one in stands.scores if one.value is not None}
    mean = sum(WEIGHTS[one] * value for one, value in marks.items())

    assert fail
    assert score.value == pytest.approx(weighed, abs=0.05)
    assert stands.grade.value == pytest.approx(mean / sum(WEIGHTS[one] for one in marks), abs=0.1)


def test_a_hard_fail_that_is_set_aside_caps_nothing_and_costs_nothing(
    store: Store, ana: Person, trainer: Person, attempt: Attempt
) -> None:
    machine = _machine(store, ana, attempt)
    fails = {about_finding(one) for one in machine.scorecard.must_change}
    for fail in fails:
        give_verdict(store, trainer, attempt.id, reject(fail), at(3000))

    stands = _stands(store, ana, attempt)

    assert fails
    assert machine.scorecard.grade.capped_by
    assert (stands.scorecard.must_change, stands.scorecard.grade.capped_by) == ((), ())
    before, now = (_mark(one, "compliance/rules met").value for one in (machine, stands))
    assert before is not None
    assert now is not None
    assert now > before
    assert not {about_finding(one) for one in stands.check.findings} & fails


def test_a_rejected_mark_counts_nowhere(
    store: Store, ana: Person, trainer: Person, attempt: Attempt
) -> None:
    give_verdict(store, trainer, attempt.id, reject(MARK, "The line was dead."), at(3000))

    mark = _mark(_stands(store, ana, attempt), MARK)

    assert (mark.value, mark.reason) == (None, "set aside: The line was dead.")


def test_what_is_accepted_stays_as_the_machine_marked_it(
    store: Store, ana: Person, trainer: Person, attempt: Attempt
) -> None:
    for about in (MARK, WHOLE):
        give_verdict(store, trainer, attempt.id, accept(about), at(3000))

    assert _stands(store, ana, attempt) == _machine(store, ana, attempt)
    assert [one.ruling.about for one in verdicts(store, ana, attempt.id)] == [MARK, WHOLE]


def test_the_latest_verdict_counts_and_all_of_them_stay(
    store: Store, ana: Person, trainer: Person, attempt: Attempt
) -> None:
    for minute, value in enumerate((30, 30, 90)):
        give_verdict(store, trainer, attempt.id, adjust(MARK, value), at(3000 + minute))

    kept = verdicts(store, ana, attempt.id)

    assert [one.ruling.value for one in kept] == [30, 90]
    assert [one.at for one in kept] == [at(3000), at(3002)]
    assert _mark(_stands(store, ana, attempt), MARK).value == 90


def test_progress_and_standing_show_what_stands(
    store: Store, ana: Person, trainer: Person, attempt: Attempt
) -> None:
    machine = _machine(store, ana, attempt)
    for about in {about_finding(one) for one in machine.scorecard.must_change}:
        give_verdict(store, trainer, attempt.id, reject(about), at(3000))

    (step,) = progress(store, ana)
    (standing,) = standings(store, ana, [step]).values()

    stands = _stands(store, ana, attempt).scorecard
    assert step.judged
    assert step.grade == stands.grade.value != machine.scorecard.grade.value
    assert standing.last == step


@pytest.mark.parametrize(
    ("ruling", "told"),
    [
        (Ruling(MARK, Decision.ADJUST, 50), "reason: it is missing"),
        (Ruling(MARK, Decision.ADJUST, None, "why"), "the mark is missing - a mark from 0 to 100"),
        (Ruling(MARK, Decision.ADJUST, 101, "why"), "got 101 - a mark from 0 to 100"),
        (Ruling(MARK, Decision.REJECT), "reason: it is missing"),
        (Ruling("empathy/luck", Decision.ACCEPT), "there is no 'empathy/luck' - one of"),
        (Ruling(WHOLE, Decision.REJECT, reason="no"), "a whole scorecard cannot be rejected"),
    ],
)
def test_a_verdict_that_says_too_little_is_told_what_is_missing(
    store: Store, trainer: Person, attempt: Attempt, ruling: Ruling, told: str
) -> None:
    with pytest.raises(TrainingError) as refused:
        give_verdict(store, trainer, attempt.id, ruling, at(3000))

    assert told in str(refused.value)
    assert verdicts(store, trainer, attempt.id) == ()


def test_a_finding_has_no_figure_to_adjust(
    store: Store, ana: Person, trainer: Person, attempt: Attempt
) -> None:
    fail = about_finding(_machine(store, ana, attempt).scorecard.must_change[0])

    with pytest.raises(TrainingError, match="accept or reject it"):
        give_verdict(store, trainer, attempt.id, adjust(fail, 50), at(3000))


def test_a_finding_that_is_no_hard_fail_can_be_set_aside_by_itself(
    store: Store, ana: Person, trainer: Person
) -> None:
    attempt = submitted(store, ana, lines=(LINES[0], "You owe us $245 on your card."))
    machine = _machine(store, ana, attempt)
    hard = {about_finding(one) for one in machine.scorecard.must_change}
    found = [about for about, one in subjects(machine).items() if not one.is_mark]
    (lesser,) = (about for about in found if about.startswith("finding/house.identity"))
    give_verdict(store, trainer, attempt.id, reject(lesser), at(3000))

    stands = _stands(store, ana, attempt)

    left = {about_finding(one) for one in stands.check.findings}
    assert (lesser in hard, lesser in left, hard <= left) == (False, False, True)
    assert _compliance(stands.scorecard) == _compliance(machine.scorecard) + MAJOR
    assert stands.scorecard.must_change == machine.scorecard.must_change


def test_every_mark_and_every_finding_that_is_not_met_can_be_judged(
    store: Store, ana: Person, attempt: Attempt
) -> None:
    machine = _machine(store, ana, attempt)
    marks = [mark for score in machine.scorecard.scores for mark in score.marks]
    found = [one for one in machine.check.findings if one.standing is Standing.NOT_MET]
    fails = {about_finding(one) for one in machine.scorecard.must_change}

    assert len(subjects(machine)) == len(marks) + len({about_finding(one) for one in found})
    assert set(list(subjects(machine))[: len(fails)]) == fails


def test_in_an_assessment_a_hard_fail_counts_once_somebody_confirmed_it(
    store: Store, ana: Person
) -> None:
    assessor = sign_in_locally(store, "Ines", Role.ASSESSOR, at(0))
    attempt = submitted(store, ana, purpose=Purpose.ASSESSMENT)
    open_card = _stands(store, ana, attempt).scorecard
    rated_together(store, attempt)
    for place in places(_machine(store, ana, attempt)):
        confirm(store, assessor, attempt.id, place, True, "She said it.", at(3000))

    confirmed = _stands(store, ana, attempt).scorecard

    assert (open_card.grade.capped_by, open_card.passed) == ((), None)
    assert _compliance(confirmed) < _compliance(open_card)
    assert confirmed.grade.value is not None
    assert confirmed.grade.value <= CAP
    assert (bool(confirmed.grade.capped_by), confirmed.passed) == (True, False)


def test_in_an_assessment_an_open_hard_fail_counts_as_one_that_was_set_aside(
    store: Store, ana: Person
) -> None:
    assessor = sign_in_locally(store, "Ines", Role.ASSESSOR, at(0))
    attempt = submitted(store, ana, purpose=Purpose.ASSESSMENT)
    open_card = _stands(store, ana, attempt).scorecard
    machine = _machine(store, ana, attempt)
    rated_together(store, attempt)
    for place in places(machine):
        confirm(store, assessor, attempt.id, place, False, "She did not say it.", at(3000))

    aside = _stands(store, ana, attempt).scorecard

    assert _compliance(aside) == _compliance(open_card) > _compliance(machine.scorecard)
    assert (aside.scores, aside.grade) == (open_card.scores, open_card.grade)


def _compliance(card: Scorecard) -> float:
    return next(one.value or 0.0 for one in card.scores if one.dimension is Dimension.COMPLIANCE)
