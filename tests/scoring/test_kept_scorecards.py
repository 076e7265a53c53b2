"""Scorecards that were made by an older version: they load, and they show."""

from pathlib import Path

import pytest

from commands.reviewing import mark_lines
from scoring.levels import step_of
from scoring.marks import Dimension
from scoring.review import VERSION, Review

KEPT = sorted((Path(__file__).parent / "kept").glob("review_scoring_*.json"))


@pytest.mark.parametrize("file", KEPT, ids=lambda file: file.stem)
def test_an_older_review_still_loads_and_shows_what_it_had(file: Path) -> None:
    made = Review.model_validate_json(file.read_text())
    lines = list(mark_lines(made))

    assert made.versions["scoring"] == file.stem.rpartition("_")[2] != VERSION
    for score in made.scorecard.scores:
        assert any(line.startswith(f"{score.dimension}: ") for line in lines)
        assert score.value is None or step_of(score.value)
    had_conduct = Dimension.CONDUCT in {score.dimension for score in made.scorecard.scores}
    assert had_conduct == (made.versions["scoring"] != "4")
