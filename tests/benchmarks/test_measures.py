import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.measures import Agreement, auc, percentile, spearman

PAIRS = st.lists(st.tuples(st.booleans(), st.booleans()), max_size=30).map(tuple)


def test_precision_recall_and_f1_are_those_of_the_book() -> None:
    agreement = Agreement(
        (*[(True, True)] * 6, *[(True, False)] * 2, *[(False, True)] * 4, (False, False))
    )

    assert agreement.precision == pytest.approx(0.6)
    assert agreement.recall == pytest.approx(0.75)
    assert agreement.f1 == pytest.approx(2 / 3)


def test_a_figure_without_a_denominator_is_none() -> None:
    agreement = Agreement(((False, False),))

    assert (agreement.precision, agreement.recall, agreement.f1) == (None, None, None)
    assert agreement.f1_interval() is None


@given(PAIRS)
def test_an_interval_has_two_ends_in_order(pairs: tuple[tuple[bool, bool], ...]) -> None:
    low, high = Agreement(pairs).f1_interval() or (0.0, 1.0)

    assert 0 <= low <= high <= 1


def test_an_interval_is_the_same_at_every_run() -> None:
    agreement = Agreement(((True, True), (True, False), (False, True)) * 5)

    assert agreement.f1_interval() == agreement.f1_interval()


def test_perfect_scores_have_all_the_area() -> None:
    assert auc([1, 2, 3, 4], [False, False, True, True]) == 1.0
    assert auc([1, 1, 1, 1], [False, False, True, True]) == 0.5
    assert auc([1, 2], [True, True]) is None


@given(st.lists(st.tuples(st.integers(0, 5), st.booleans()), min_size=2, max_size=20))
def test_area_is_the_share_of_pairs_in_order(cases: list[tuple[int, bool]]) -> None:
    above = [score for score, label in cases if label]
    below = [score for score, label in cases if not label]
    wins = [1.0 if a > b else 0.5 if a == b else 0.0 for a in above for b in below]

    area = auc([score for score, _ in cases], [label for _, label in cases])

    assert area == (pytest.approx(sum(wins) / len(wins)) if wins else None)


def test_ranks_correlate() -> None:
    assert spearman([1, 2, 3], [10, 20, 90]) == pytest.approx(1)
    assert spearman([1, 2, 3], [3, 2, 1]) == pytest.approx(-1)
    assert spearman([1, 1], [1, 2]) is None


def test_a_percentile_is_one_of_the_values() -> None:
    assert percentile([4, 1, 3, 2], 0.5) == 2
    assert percentile([4, 1, 3, 2], 0.99) == 4
    assert percentile([7], 0.0) == 7


def test_intervals_over_conversations_are_wider_where_turns_are_alike() -> None:
    pairs = (*[(True, True)] * 30, *[(True, False)] * 30)
    sessions = tuple(str(place // 15) for place in range(60))

    low, high = Agreement(pairs).f1_interval() or (0.0, 0.0)
    wide_low, wide_high = Agreement(pairs, sessions).f1_interval() or (0.0, 0.0)

    assert wide_high - wide_low > high - low
