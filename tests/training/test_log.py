"""Faults of the program are written down once each, and never become a fault themselves."""

from __future__ import annotations

import json
from pathlib import Path
from threading import Barrier

from tests.training.floor import NOW
from tests.training.windows import at_once
from training.log import FILE, keep_fault

WINDOWS = 8


def test_of_windows_that_fail_at_once_each_is_written_down_once(tmp_path: Path) -> None:
    together, numbers = Barrier(WINDOWS), []

    def fail() -> None:
        together.wait()
        numbers.append(keep_fault(tmp_path, ValueError("what somebody said"), "Call", NOW))

    assert at_once([fail] * WINDOWS) == 0

    kept = [json.loads(line)["id"] for line in (tmp_path / FILE).read_text().splitlines()]
    assert sorted(kept) == sorted(numbers)


def test_where_nothing_can_be_written_there_is_a_number_all_the_same(tmp_path: Path) -> None:
    no_folder = tmp_path / "a_file"
    no_folder.write_text("")

    assert keep_fault(no_folder, ValueError("x"), "Call", NOW)
