"""Candidates side by side: by name, duty by duty, as bands with what they rest on."""

from __future__ import annotations

import random

import pytest

from scoring.marks import Dimension
from tests.training.assessments.conftest import Four
from training.assessments.bands import Basis, Error, band
from training.assessments.comparing import DutyLine, Shown, side_by_side
from training.assessments.models import Duty
from training.assessments.results import Results, results
from training.errors import TrainingError


def _ids(found: Results, *names: str) -> list[str]:
    return [line.candidacy.id for line in found.lines if line.name in names]


def test_they_stand_by_name_and_each_duty_has_its_own_error(
    four: Four,
) -> None:
    store, mara, made = four
    found = results(store, mara, made.id)

    beside = side_by_side(store, mara, made.id, _ids(found, "Zoe Adler", "Bo Lind", "Kit Roe"))

    assert [one.name for one in beside.chosen] == ["Bo Lind", "Kit Roe", "Zoe Adler"]
    assert [line.duty for line in beside.lines] == list(made.set_up.duties)
    assert {line.error.basis for line in beside.lines} == {Basis.NOTHING}
    compliance = next(line for line in beside.lines if line.duty.dimension is Dimension.COMPLIANCE)
    assert [one.turns for one in compliance.shown] == [0, 2, 0]
    assert not any(line.told_apart for line in beside.lines), "the error is only assumed"
    empathy = next(line for line in beside.lines if line.duty.dimension is Dimension.EMPATHY)
    assert {one.turns for one in empathy.shown} == {1}


@pytest.mark.parametrize("names", [("Bo Lind",), ()])
def test_one_is_not_compared(four: Four, names: tuple[str]) -> None:
    store, mara, made = four
    found = results(store, mara, made.id)

    with pytest.raises(TrainingError, match="2 to 4 candidates"):
        side_by_side(store, mara, made.id, _ids(found, *names))


def test_somebody_of_another_work_sample_is_not_compared(
    four: Four,
) -> None:
    store, mara, made = four
    ids = _ids(results(store, mara, made.id), "Bo Lind", "Zoe Adler")

    with pytest.raises(TrainingError, match="2 of those that were named are rated"):
        side_by_side(store, mara, made.id, [*ids, "somebody else"])


def _line(error: Error, *levels: float | None) -> DutyLine:
    duty = Duty(dimension=Dimension.EMPATHY, duty="contact with empathy", weight=20)
    shown = (
        Shown(None, None, None, 0)
        if level is None
        else Shown(level, error.of(1), band(level, error, 1), 1)
        for level in levels
    )
    return DutyLine(duty, error, tuple(shown))


@pytest.mark.parametrize(
    ("levels", "apart"),
    [
        ((2.0, 3.2), False),  # bands of one error that do not touch are not enough
        ((2.0, 3.35), False),
        ((2.0, 3.4), True),  # 2.77 standard errors of 0.5 are 1.385
        ((2.0, 3.4, 2.7), False),  # among three it takes 3.31 of them
        ((2.0, 3.4, None), True),  # who had no opportunity is not compared
        ((2.0, 3.7, 2.7), True),
        ((2.0, 3.7, 2.7, 3.0), False),
        ((2.0, 3.85, 2.7, 3.0), True),
        ((2.0, None), False),
    ],
)
def test_the_more_are_compared_the_further_apart_two_must_lie(
    levels: tuple[float | None, ...], *, apart: bool
) -> None:
    assert _line(Error(0.5, Basis.CALLS, 12), *levels).told_apart is apart


def test_an_error_that_is_only_assumed_tells_nobody_apart() -> None:
    assert not _line(Error(0.5, Basis.NOTHING, 3), 1.0, 5.0).told_apart


def test_of_candidates_who_are_alike_one_duty_in_twenty_tells_two_apart() -> None:
    error, dice = Error(0.5, Basis.CALLS, 40), random.Random(3)
    for many in (2, 3, 4):
        lines = (_line(error, *(dice.gauss(3, 0.5) for _ in range(many))) for _ in range(4000))
        assert sum(line.told_apart for line in lines) / 4000 == pytest.approx(0.05, abs=0.015)
