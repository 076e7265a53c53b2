import pytest
from hypothesis import given
from hypothesis import strategies as st

from calls.knowledge import Truth


@given(st.sampled_from(Truth))
def test_a_double_denial_changes_nothing(value: Truth) -> None:
    assert ~~value is value


def test_the_opposite_of_unknown_is_unknown() -> None:
    assert [~value for value in Truth] == [Truth.NO, Truth.YES, Truth.UNKNOWN]


def test_unknown_is_never_taken_for_a_no() -> None:
    with pytest.raises(TypeError, match="three values"):
        bool(Truth.UNKNOWN)
