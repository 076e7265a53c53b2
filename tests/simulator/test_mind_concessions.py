"""Concessions: never back, never longer than the one before, never past the most; anchors."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from calls.money import Every, Money
from calls.moves import Act
from tests.simulator.hand_reading import (
    FIRST_PAYMENT,
    KIND,
    WHAT_HAPPENED,
    Line,
    Played,
    line,
    offer,
    verified_ana,
)

_TWO = Every.TWO_WEEKS
_TALK = st.builds(
    Line,
    signals=st.lists(
        st.sampled_from(
            ["offer", "counter_offer", "acknowledgement", "apology", "ask_amount", "pressure"]
        ),
        min_size=1,
        max_size=3,
    ).map(tuple),
    pay=st.none() | st.integers(51, 400).map(str),
    every=st.just(_TWO),
    start=st.just(FIRST_PAYMENT),
)


def _named(played: Played) -> list[int]:
    """What they named of their own accord: what they only move to another day is not theirs."""
    moves = [move for move in played.moves if move.counter and Act.CORRECTS_RECAP not in move.acts]
    return [move.counter.amount.cents for move in moves if move.counter]


@given(st.lists(_TALK, min_size=2, max_size=14))
def test_concessions_go_one_way_and_shrink(lines: list[Line]) -> None:
    named = _named(verified_ana().then(WHAT_HAPPENED, KIND, *lines))

    steps = [later - earlier for earlier, later in pairwise(named) if later != earlier]
    assert all(step > 0 for step in steps)
    assert steps == sorted(steps, reverse=True)
    assert all(amount <= 8500 for amount in named)


def test_a_number_within_reach_draws_the_first_counter_up_a_little() -> None:
    played = verified_ana().then(WHAT_HAPPENED, KIND, offer("110", _TWO))

    assert played.last.counter is not None
    assert Money.of(50) != played.last.counter.amount
    assert played.last.counter.amount.cents < 6000


def test_a_number_out_of_reach_draws_nothing() -> None:
    played = verified_ana().then(WHAT_HAPPENED, KIND, offer("300", _TWO))

    assert played.last.counter is not None
    assert played.last.counter.amount == Money.of(50)


def test_asking_draws_nothing_either() -> None:
    played = verified_ana().then(WHAT_HAPPENED, KIND, line("ask_amount", "open_question"))

    assert played.last.counter is not None
    assert played.last.counter.amount == Money.of(50)


def test_the_same_early_day_is_refused_once_they_have_named_their_own_twice() -> None:
    early = offer("50", _TWO, FIRST_PAYMENT.replace(day=12))
    asked = verified_ana().then(WHAT_HAPPENED, KIND, line("ask_amount", "open_question"))

    named, refused = asked.then(early), asked.then(early, early, early)

    assert named.last.acts == (Act.COUNTERS,)
    assert named.last.counter is not None
    assert named.last.counter.schedule.start == FIRST_PAYMENT
    assert refused.last.acts == (Act.REFUSES,)
