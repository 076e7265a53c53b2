import json
from itertools import islice

import pytest

from benchmarks.played_calls import play_all
from benchmarks.speed import main, measure_all
from benchmarks.table import render_json

KEYS = {
    *("speed.tokenise_p50_ms", "speed.read_p50_ms", "speed.read_p99_ms"),
    *("speed.read_over_tokenise", "speed.check_p50_ms", "speed.check_p95_ms"),
    *("speed.reread_over_tokenise", "speed.check_over_tokenise"),
    *("speed.turn_p50_ms", "speed.turn_p95_ms"),
}


def test_speed_is_one_flat_object_of_positive_numbers() -> None:
    played = list(islice(play_all(1), 2))

    tables = measure_all([one.transcript for one in played], played, 1)

    figures = json.loads(render_json(tables))
    assert set(figures) == KEYS
    assert all(value > 0 for value in figures.values())
    assert figures["speed.reread_over_tokenise"] < figures["speed.read_over_tokenise"]


def test_a_wrong_count_is_explained(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["--samples", "lots"])

    assert "expected small, full or a number from 1 on, got 'lots'" in capsys.readouterr().err
