"""Whom to coach on what: the weightiest first, with calls that show it, and nobody twice."""

from __future__ import annotations

from scoring.marks import Dimension
from tests.training.floor import NOW
from tests.training.judging import ARREST, submitted
from tests.training.shipped_calls import LAID_OFF, at
from tests.training.submitted_calls import call
from training.access_log import Deed
from training.accesses import who_looked
from training.judging import saw
from training.models import Person, Purpose, Role
from training.monday import (
    AT_MOST,
    CALLS,
    RulePerson,
    rules_by_person,
    this_week,
    whom_to_coach,
)
from training.people import sign_in_locally
from training.remarks import coach, noted, take_back_remark
from training.reviews import review_attempt
from training.shipped import checker_for
from training.store import Store
from training.submitted import submitted as submitted_calls

RULES = {rule.id: rule for rule in checker_for(LAID_OFF.house).rules}
MINOR = next(name for name, rule in RULES.items() if rule.weight == "minor")


def test_a_critical_rule_comes_before_a_minor_one_and_before_a_weak_dimension() -> None:
    calls = [
        *(call("Ana", empathy=20.0) for _ in range(3)),
        *(call("Ben", rules={MINOR: False}) for _ in range(4)),
        call("Cem", rules={ARREST: False, MINOR: False}),
        call("Dee", rules={ARREST: True}, empathy=95.0),
    ]

    found = whom_to_coach(calls, frozenset(), RULES, NOW)

    assert [(one.who, one.rule, one.dimension) for one in found] == [
        ("Cem", ARREST, None),
        ("Ben", MINOR, None),
        ("Ana", None, Dimension.EMPATHY),
    ]
    assert (found[1].missed, found[1].came_up, len(found[1].calls)) == (4, 4, CALLS)
    assert found[2].mean == 20.0


def test_there_are_five_people_at_most_and_three_calls_each_the_newest_first() -> None:
    calls = [
        call(f"P{n}", rules={ARREST: False}, days_ago=9 - day)
        for n in range(AT_MOST + 2)
        for day in range(CALLS + 1 + n % 2)
    ]
    found = whom_to_coach(calls, frozenset(), RULES, NOW)

    assert [len(one.calls) for one in found] == [CALLS] * AT_MOST
    assert {one.who for one in found} >= {"P1", "P3", "P5"}, "who missed it more often first"
    newest = [one.handed_in_at for one in found[0].calls]
    assert newest == sorted(newest, reverse=True)


def test_old_calls_helped_calls_and_unmarked_ones_say_nothing() -> None:
    calls = [
        call("Ana", rules={ARREST: False}, days_ago=29),
        call("Ben", rules={ARREST: False}, hinted=True),
        call("Cem", rules={ARREST: False}, marked=False),
    ]

    assert whom_to_coach(calls, frozenset(), RULES, NOW) == ()


def test_what_was_talked_about_is_not_brought_up_again() -> None:
    talked_about = call("Ana", rules={ARREST: False}, days_ago=5)
    noted = frozenset({talked_about.step.attempt_id})
    assert whom_to_coach([talked_about], noted, RULES, NOW) == ()

    for days_ago in (9, 2):
        other = call("Ana", rules={ARREST: False}, days_ago=days_ago)
        (one,) = whom_to_coach([talked_about, other], noted, RULES, NOW)
        assert (one.missed, one.calls) == (1, (other,)), "earlier or later, nobody spoke of it"


def test_rules_are_counted_by_person() -> None:
    calls = [
        call("Ana", rules={ARREST: False, MINOR: True}),
        call("Ana", rules={ARREST: True}),
        call("Ben", rules={ARREST: True}, hinted=True),
    ]

    assert set(rules_by_person(calls)) == {
        RulePerson(ARREST, "ana", "Ana", 1, 2),
        RulePerson(MINOR, "ana", "Ana", 1, 1),
    }


def test_figures_see_submitted_calls_and_leave_a_rater_blind(
    store: Store, ana: Person, ben: Person, trainer: Person
) -> None:
    private = submitted(store, ana, 1, Purpose.PRIVATE)
    open_one, unread = submitted(store, ana, 2), submitted(store, ben, 3)
    for attempt in (private, open_one):
        review_attempt(store, ana, attempt.id, at(2000))

    found = submitted_calls(store, trainer)

    assert [(one.step.attempt_id, one.marked) for one in found] == [
        (open_one.id, True),
        (unread.id, False),
    ]
    assert found[0].step.rules[ARREST] is False
    assert not saw(store, trainer, open_one.id)
    (named,) = this_week(store, trainer, found, RULES, at(3000))
    assert [one.step.attempt_id for one in named.calls] == [open_one.id]
    assert saw(store, trainer, open_one.id), "what is named as not met is no blind rating"
    assert not saw(store, trainer, unread.id)
    assert Deed.READ not in {one.deed for one in who_looked(store, ana)}


def test_notes_are_known_to_who_reads_the_calls_they_are_on(
    store: Store, ana: Person, trainer: Person
) -> None:
    attempt, other = submitted(store, ana), submitted(store, ana, 2)
    coach(store, trainer, attempt.id, "Slow down.", "numbers", at(2000))
    back = coach(store, trainer, other.id, "Slow down.", "numbers", at(2000))
    take_back_remark(store, trainer, other.id, back.id, at(2010))

    assert noted(store, trainer) == {attempt.id}
    for role in (Role.TRAINEE, Role.ASSESSOR, Role.HIRING_MANAGER, Role.ADMINISTRATOR):
        assert noted(store, sign_in_locally(store, "Somebody", role, NOW)) == frozenset(), role
