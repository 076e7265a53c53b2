"""Candidates side by side: by name, duty by duty, as bands with what they rest on."""

from __future__ import annotations

import pytest

from scoring.marks import Dimension
from tests.training.assessments.conftest import Four
from training.assessments.bands import Basis
from training.assessments.comparing import side_by_side
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
    assert compliance.told_apart
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
