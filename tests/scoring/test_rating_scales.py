"""Scales are data that teach: what is wrong in a file is said with its line and what would do."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from datafiles import DataFileError
from scoring.marks import Dimension
from scoring.rating_scales import FOLDER, SCHEMA, Scale, load_scale, load_scales, schemas

SCALES = load_scales()
A_SCALE = (FOLDER / "empathy.yaml").read_text()


@pytest.fixture
def written(tmp_path: Path) -> Callable[[str], Path]:
    def write(text: str) -> Path:
        path = tmp_path / "empathy.yaml"
        path.write_text(text)
        return path

    return write


@pytest.mark.parametrize("scale", SCALES.values(), ids=list(SCALES))
def test_a_scale_says_at_one_three_and_five_what_one_might_hear(scale: Scale) -> None:
    heard = [len(level.examples) for level in scale.levels]

    assert all(2 <= heard[n - 1] <= 3 for n in (1, 3, 5))
    assert (heard[1], heard[3]) == (0, 0)


def test_no_example_stands_twice() -> None:
    heard = [line for one in SCALES.values() for level in one.levels for line in level.examples]

    assert len(heard) == len(set(heard))


def test_every_dimension_but_compliance_has_its_scale() -> None:
    """Compliance is rated rule by rule."""
    compared = {one.compared_with for one in SCALES.values()} - {None}

    assert compared >= {
        Dimension.COMMUNICATION,
        Dimension.EMPATHY,
        Dimension.NEGOTIATION,
        Dimension.ACCURACY,
    }
    assert "conduct" in SCALES


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (("version: 1\n", ""), "version: Field required"),
        (("version: 1", "version: 0"), "greater than or equal to 1, got 0"),
        (("id: empathy", "id: sympathy"), "id: 'sympathy' - 'empathy', as the file is named"),
        (
            ("  - means: A formula answers it, and the call goes on as before.\n", ""),
            "4 levels - five",
        ),
        (
            ('      - "That sounds hard, three weeks without pay."\n', ""),
            "level 3 has 1 examples - 2 or",
        ),
        (
            ("goes on as before.", 'goes on as before.\n    examples: ["I see."]'),
            "level 2 has examples - they stand at 1, 3 and 5 only",
        ),
        (("compared_with: empathy", "compared_with: luck"), "Input should be 'compliance'"),
        (("asks:", "ask:"), "ask: Extra inputs are not permitted"),
    ],
)
def test_what_is_wrong_is_told_with_its_line(
    written: Callable[[str], Path], change: tuple[str, str], told: str
) -> None:
    assert change[0] in A_SCALE
    path = written(A_SCALE.replace(*change))

    with pytest.raises(DataFileError, match=r"empathy.yaml:\d+") as refused:
        load_scale(path)

    assert told in str(refused.value)


def test_another_wording_is_another_scale(written: Callable[[str], Path]) -> None:
    changed = load_scale(written(A_SCALE.replace("no wonder", "small wonder")))

    assert changed.fingerprint != SCALES["empathy"].fingerprint
    assert load_scale(written(A_SCALE)).fingerprint == SCALES["empathy"].fingerprint


def test_editors_get_a_schema() -> None:
    assert list(schemas()) == [FOLDER / SCHEMA]
    assert '"levels"' in schemas()[FOLDER / SCHEMA]
