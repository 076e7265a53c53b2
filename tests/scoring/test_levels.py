"""The one table of levels: every scale ends at nothing and at 100, and words follow marks."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scoring.levels import (
    CUE_LEVELS,
    FULL,
    LEVELS,
    STEPS,
    STRONG,
    level_at,
    level_of,
    mark_of,
    mark_of_parts,
    step_of,
)

DOCUMENT = Path("docs/scoring.md").read_text("utf-8")
MARKS = st.floats(0, FULL)


def test_marks_stand_for_levels() -> None:
    assert [level_of(mark) for mark in (0, 12, 13, 50, 87, 88, 100)] == [1, 1, 2, 3, 4, 5, 5]
    assert [mark_of(level) for level in LEVELS] == [0, 25, 50, 75, 100]


@pytest.mark.parametrize(
    "marks",
    [
        CUE_LEVELS,
        tuple(mark_of(level) for level in LEVELS),
        tuple(mark_of_parts(have, 5) for have in range(6)),
    ],
    ids=["answers to a cue", "anchored levels", "parts"],
)
def test_every_scale_rises_from_nothing_to_full_marks(marks: tuple[float, ...]) -> None:
    assert (marks[0], marks[-1]) == (0, FULL)
    assert all(lower < higher for lower, higher in pairwise(marks))


@given(MARKS)
def test_a_mark_lies_on_the_levels_where_its_level_says(mark: float) -> None:
    assert mark_of(level_at(mark)) == pytest.approx(mark)
    assert abs(level_at(mark) - level_of(mark)) <= 0.5


@given(MARKS, MARKS)
def test_a_higher_mark_never_has_a_lower_word(one: float, other: float) -> None:
    lower, higher = sorted((one, other))

    assert STEPS.index(step_of(higher)) <= STEPS.index(step_of(lower))


def test_words_signs_and_inks_differ_and_the_document_has_the_table() -> None:
    for of_all in (
        {step.word for step in STEPS},
        {step.sign for step in STEPS},
        {step.ink for step in STEPS},
    ):
        assert len(of_all) == len(STEPS)
    assert step_of(STRONG).word == "strong"
    for step in STEPS:
        assert f"| {step.least:g} | {step.sign} {step.word} |" in DOCUMENT
    told = ", ".join(f"{mark:g}" for mark in CUE_LEVELS)
    assert f"| answers to a cue, 0-5 | {told} |" in DOCUMENT
