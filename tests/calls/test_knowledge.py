import pytest
from hypothesis import given
from hypothesis import strategies as st

from calls.knowledge import UNKNOWN, Truth, every, some, truth

TRUTHS = st.sampled_from(Truth)
MANY = st.lists(TRUTHS)


@given(TRUTHS)
def test_a_double_denial_changes_nothing(value: Truth) -> None:
    assert ~~value is value


@given(MANY)
def test_de_morgan_holds(values: list[Truth]) -> None:
    assert ~every(values) is some(~value for value in values)


@given(MANY, MANY)
def test_grouping_does_not_matter(left: list[Truth], right: list[Truth]) -> None:
    assert every([every(left), every(right)]) is every([*left, *right])
    assert some([some(left), some(right)]) is some([*left, *right])


@given(MANY)
def test_order_does_not_matter(values: list[Truth]) -> None:
    assert every(sorted(values, key=lambda value: value.value)) is every(values)


@given(MANY, MANY)
def test_learning_never_turns_a_decision_round(values: list[Truth], learnt: list[Truth]) -> None:
    replacements = iter(learnt)
    known = [next(replacements, v) if v is Truth.UNKNOWN else v for v in values]

    assert every(values) in (Truth.UNKNOWN, every(known))
    assert some(values) in (Truth.UNKNOWN, some(known))


@pytest.mark.parametrize(
    ("values", "conjunction", "disjunction"),
    [
        ([], Truth.YES, Truth.NO),
        ([Truth.YES, Truth.UNKNOWN], Truth.UNKNOWN, Truth.YES),
        ([Truth.NO, Truth.UNKNOWN], Truth.NO, Truth.UNKNOWN),
        ([Truth.YES, Truth.NO], Truth.NO, Truth.YES),
    ],
)
def test_one_value_decides_where_it_can(
    values: list[Truth], conjunction: Truth, disjunction: Truth
) -> None:
    assert every(values) is conjunction
    assert some(values) is disjunction


def test_unknown_is_never_taken_for_a_no() -> None:
    with pytest.raises(TypeError, match="three values"):
        bool(Truth.UNKNOWN)


def test_what_nobody_said_has_no_truth_yet() -> None:
    assert [truth(True), truth(False), truth(UNKNOWN)] == [Truth.YES, Truth.NO, Truth.UNKNOWN]
