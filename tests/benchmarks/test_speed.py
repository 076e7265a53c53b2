import json
import subprocess
import sys
from pathlib import Path

PROJECT = Path(__file__).parents[2]
KEYS = {
    *("speed.tokenise_p50_ms", "speed.read_p50_ms", "speed.read_p99_ms"),
    *("speed.read_over_tokenise", "speed.check_p50_ms", "speed.check_p95_ms"),
    *("speed.check_over_tokenise", "speed.turn_p50_ms", "speed.turn_p95_ms"),
}


def test_speed_is_one_flat_object_of_positive_numbers() -> None:
    told = subprocess.run(
        [sys.executable, "-m", "benchmarks.speed", "--samples", "1", "--json"],
        cwd=PROJECT,
        capture_output=True,
        text=True,
        check=False,
    )

    assert told.returncode == 0, told.stderr
    figures = json.loads(told.stdout)
    assert set(figures) == KEYS
    assert all(value > 0 for value in figures.values())


def test_a_wrong_count_is_explained() -> None:
    told = subprocess.run(
        [sys.executable, "-m", "benchmarks.speed", "--samples", "lots"],
        cwd=PROJECT,
        capture_output=True,
        text=True,
        check=False,
    )

    assert told.returncode == 2
    assert "expected small, full or a number from 1 on, got 'lots'" in told.stderr
