"""Two processes with other hash seeds come to the same."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from typing import Any

import pytest

from tests.conftest import Samples
from tests.ground.everywhere import (
    WITNESSES,
    a_debrief,
    a_negotiation,
    a_review,
    scripted_calls,
)
from tests.ground.import_contracts import PROJECT
from tests.shipped import EVERY

HASH_SEEDS = (4242, 0, 271828)


@pytest.fixture(scope="module")
def elsewhere(samples: Samples) -> list[dict[str, Any]]:
    """What other processes come to, each with a hash seed of its own.

    The order of sets differs from ours in all but a few runs.
    """
    return [_told_with(seed) for seed in HASH_SEEDS[: samples(small=1, full=3)]]


def _told_with(hash_seed: int) -> dict[str, Any]:
    process = subprocess.run(
        [sys.executable, "-m", "tests.ground.everywhere"],
        cwd=PROJECT,
        env={**os.environ, "PYTHONHASHSEED": str(hash_seed)},
        capture_output=True,
        text=True,
        check=True,
    )
    told: dict[str, Any] = json.loads(process.stdout)
    return told


@pytest.mark.parametrize("witness", WITNESSES, ids=lambda witness: witness.__name__)
def test_it_is_the_same_to_the_byte_in_another_process(
    elsewhere: list[dict[str, Any]], witness: Callable[[], str]
) -> None:
    ours = witness()

    assert all(told[witness.__name__] == ours for told in elsewhere)


def test_every_scripted_call_goes_the_same_way_in_another_process(
    elsewhere: list[dict[str, Any]], figure: Callable[[str, object], None]
) -> None:
    ours = scripted_calls()
    theirs = [told["scripted_calls"] for told in elsewhere]
    figure("pure.scripted_calls", f"{len(ours)} the same with {len(theirs)} other hash seeds")

    assert len(ours) == 2 * len(EVERY)
    assert [name for name in ours for calls in theirs if calls[name] != ours[name]] == []


def test_what_is_compared_is_something() -> None:
    assert json.loads(a_negotiation())["offers"]
    assert '"conduct"' in a_review()
    assert {"scorecard", "check", "debrief"} <= json.loads(a_debrief()).keys()
