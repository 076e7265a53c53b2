"""The scored calls are whole, and what a reader calls better is no coincidence to be computed."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks.scored_calls import FOLDER, READERS, Ratings, ScoredCall, measure_scored_calls
from datafiles import load_file
from scoring.levels import LEVELS
from scoring.rating_scales import load_scales
from tests.shipped import EVERY

CALLS = sorted(FOLDER.glob("call_*.yaml"))


def test_there_are_sixty_of_many_situations_and_channels() -> None:
    calls = [load_file(path, ScoredCall) for path in CALLS]

    assert len(calls) == 60
    assert len({call.scenario for call in calls}) >= 15
    assert {str(turn.channel) for call in calls for turn in call.turns} >= {"call", "sms", "email"}


@pytest.mark.parametrize("path", CALLS, ids=lambda path: path.stem)
def test_a_scored_call_fits_its_scenario(path: Path) -> None:
    call = load_file(path, ScoredCall)
    scenario = EVERY[call.scenario]

    assert call.id == path.stem
    assert call.answered_by in {one.id for one in scenario.answered_by}
    assert call.wrap_up.disposition is not None
    assert set(call.wrap_up.flags) <= {flag.id for flag in scenario.house.flags}


@pytest.mark.parametrize("reader", READERS)
def test_every_call_was_read_on_every_scale(reader: str) -> None:
    sheets = [load_file(p, Ratings) for p in sorted((FOLDER / f"ratings_{reader}").glob("*.yaml"))]

    assert [sheet.call for sheet in sheets] == [path.stem for path in CALLS]
    for sheet in sheets:
        given = [getattr(sheet, name) for name in load_scales()]
        assert {one.level for one in given} <= {None, *LEVELS}
        assert all(one.seen for one in given)


def test_machine_and_readers_are_put_side_by_side() -> None:
    figures = {row.key: row.value for row in measure_scored_calls().rows}

    for name in load_scales():
        assert figures[f"scored.{name}.readers_kappa"] is not None
    assert figures["scored.accuracy.machine_kappa"] is not None
