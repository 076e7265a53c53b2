"""What calls add up to: only what counts, never more certain than it is."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from scoring.marks import Dimension
from tests.pages.finished import KINDER, finished, tried_again
from tests.shipped import SCENARIOS
from tests.training.floor import NOW
from tests.training.shipped_calls import LAID_OFF
from training.gates import gates
from training.models import Person, Purpose, Role
from training.over_time import ENOUGH, IN_A_ROW, marks_of, mastered, rules_over_time
from training.own_data import delete_attempts
from training.people import sign_in_locally
from training.progress import Step, forms_seen, progress
from training.reviews import review_attempt
from training.store import Store

RULE = "fdcpa.false.arrest_imprisonment"
COUNTED = Step(
    attempt_id="a",
    scenario_id=LAID_OFF.id,
    title=LAID_OFF.title,
    purpose=Purpose.SUBMITTED,
    started_at=NOW,
    seen_before=False,
    scores={"empathy": 60.0},
    grade=70.0,
    passed=True,
)
PRACTICE = replace(COUNTED, purpose=Purpose.PRIVATE)


@pytest.fixture
def dana(store: Store) -> Person:
    return sign_in_locally(store, "Dana Wells", Role.TRAINEE, NOW)


@pytest.mark.parametrize(
    "practice",
    [
        {"purpose": Purpose.PRIVATE},
        {"branch": True},
        {"hinted": True},
        {"form_seen": True},
        {"with_care": True},
    ],
)
def test_practice_never_counts(practice: dict[str, object]) -> None:
    assert COUNTED.counts
    assert not replace(COUNTED, **practice).counts  # type: ignore[arg-type]


def test_of_a_few_calls_there_is_no_mean() -> None:
    few = marks_of([COUNTED] * (ENOUGH - 1) + [PRACTICE] * 9, Dimension.EMPATHY)
    enough = marks_of([COUNTED] * ENOUGH, Dimension.EMPATHY)

    assert few.mean is None
    assert len(few.practised) == 9
    assert enough.mean is not None
    assert enough.mean.low < 60 < enough.mean.high


def test_no_opportunity_is_no_mark() -> None:
    assert marks_of([COUNTED], Dimension.NEGOTIATION).counted == ()


def test_a_rule_is_mastered_by_calls_in_a_row_and_lost_by_one() -> None:
    assert not mastered([True] * (IN_A_ROW - 1))
    assert mastered([False] + [True] * IN_A_ROW)
    assert not mastered([True] * IN_A_ROW + [False])
    assert not mastered([])


def test_practice_masters_nothing() -> None:
    steps = [replace(PRACTICE, rules={RULE: True})] * 9
    [rule] = rules_over_time(steps)

    assert not rule.mastered
    assert rule.practised == (True,) * 9
    assert rule.share is None


def test_rules_not_met_last_come_first() -> None:
    met, missed = replace(COUNTED, rules={"a": True}), replace(COUNTED, rules={"b": False})
    rules = rules_over_time([missed, met])

    assert [one.rule for one in rules] == ["b", "a"]
    assert rules[0].since == 1


def test_rules_come_from_reviews(store: Store, dana: Person) -> None:
    review_attempt(store, dana, finished(store, purpose=Purpose.SUBMITTED).id, NOW)
    [step] = progress(store, dana)

    assert step.rules[RULE] is False
    assert step.counts


def test_the_first_call_on_a_form_counts_and_what_follows_on_it_does_not(
    store: Store, dana: Person
) -> None:
    other = LAID_OFF.form(1)
    days = [NOW + timedelta(days=day) for day in range(3)]
    for now, scenario in zip(days, (LAID_OFF, LAID_OFF, other), strict=True):
        finished(store, scenario=scenario, now=now, purpose=Purpose.SUBMITTED)

    assert [step.counts for step in progress(store, dana)] == [True, False, True]


def test_a_form_stays_seen_when_the_practice_on_it_is_deleted(store: Store, dana: Person) -> None:
    delete_attempts(store, dana, [finished(store).id], NOW)
    finished(store, seed=2, purpose=Purpose.SUBMITTED)

    assert [step.counts for step in progress(store, dana)] == [False]
    assert forms_seen(store, dana) == {(LAID_OFF.id, 0)}


def test_a_branch_of_what_counts_is_practice(store: Store, dana: Person) -> None:
    first = finished(store, purpose=Purpose.SUBMITTED)
    tried_again(store, dana, first, KINDER)

    assert sorted(step.counts for step in progress(store, dana)) == [False, True]


def test_gates_are_passed_by_what_counts_alone() -> None:
    level = LAID_OFF.level
    for step, name in ((COUNTED, "passed"), (PRACTICE, "practised")):
        gate = next(g for g in gates([step], SCENARIOS, {(LAID_OFF.id, 0)}) if g.level == level)

        assert (LAID_OFF in gate.passed) is (name == "passed")
        assert (LAID_OFF.id in gate.practised) is (name == "practised")
        assert gate.known.get(LAID_OFF.id) == (1 if name == "practised" else None)
        assert {one.id for one in (*gate.passed, *gate.ahead)} == {
            one.id for one in SCENARIOS.values() if one.level == level and not one.with_care
        }


def test_a_call_known_in_every_form_passes_no_gate_any_more() -> None:
    forms = {(LAID_OFF.id, number) for number in range(len(LAID_OFF.form_names))}
    for known, used_up in ((forms - {(LAID_OFF.id, 3)}, False), (forms, True)):
        gate = next(g for g in gates([], SCENARIOS, known) if g.level == LAID_OFF.level)

        assert (LAID_OFF in gate.used_up) is used_up
