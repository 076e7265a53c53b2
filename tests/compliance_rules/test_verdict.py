"""Three answers reckoned with as logic does, each open one with what would close it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calls.knowledge import Truth
from compliance_rules.verdict import NO, YES, Verdict, all_of, any_of, negated, unknown

OPEN = unknown("state")
VERDICTS = st.sampled_from([YES, NO, OPEN, unknown("debt_age"), unknown("state", "channel")])
MANY = st.lists(VERDICTS)


@given(VERDICTS)
def test_a_double_denial_changes_nothing(verdict: Verdict) -> None:
    assert negated(negated(verdict)) == verdict


@given(MANY)
def test_de_morgan_holds(verdicts: list[Verdict]) -> None:
    assert negated(all_of(verdicts)) == any_of(map(negated, verdicts))


@given(MANY, MANY)
def test_grouping_does_not_matter(left: list[Verdict], right: list[Verdict]) -> None:
    assert all_of([all_of(left), all_of(right)]) == all_of([*left, *right])
    assert any_of([any_of(left), any_of(right)]) == any_of([*left, *right])


@given(MANY)
def test_order_does_not_matter(verdicts: list[Verdict]) -> None:
    assert all_of(reversed(verdicts)) == all_of(verdicts)
    assert any_of(reversed(verdicts)) == any_of(verdicts)


@given(MANY, MANY)
def test_learning_never_turns_a_decision_round(
    verdicts: list[Verdict], learnt: list[Verdict]
) -> None:
    news = iter(learnt)
    known = [next(news, one) if one.truth is Truth.UNKNOWN else one for one in verdicts]

    assert all_of(verdicts).truth in (Truth.UNKNOWN, all_of(known).truth)
    assert any_of(verdicts).truth in (Truth.UNKNOWN, any_of(known).truth)


@given(MANY)
def test_facts_are_needed_while_nothing_has_decided_and_then_no_more(
    verdicts: list[Verdict],
) -> None:
    for joined in (all_of(verdicts), any_of(verdicts)):
        assert bool(joined.needs) == (joined.truth is Truth.UNKNOWN)


@pytest.mark.parametrize(
    ("verdicts", "conjunction", "disjunction"),
    [
        ([], YES, NO),
        ([YES, OPEN], OPEN, YES),
        ([NO, OPEN], NO, OPEN),
        ([YES, NO], NO, YES),
        ([OPEN, unknown("debt_age")], unknown("state", "debt_age"), unknown("state", "debt_age")),
    ],
)
def test_one_answer_decides_where_it_can(
    verdicts: list[Verdict], conjunction: Verdict, disjunction: Verdict
) -> None:
    assert all_of(verdicts) == conjunction
    assert any_of(verdicts) == disjunction
