"""Two processes with other hash seeds come to the same."""

import json
import os
import subprocess
import sys
from collections.abc import Callable

import pytest

from tests.ground.everywhere import WITNESSES, a_debrief, a_negotiation, a_review
from tests.ground.import_contracts import PROJECT


@pytest.fixture(scope="module")
def elsewhere() -> dict[str, str]:
    """What another process comes to; the order of sets differs from ours in all but a few runs."""
    process = subprocess.run(
        [sys.executable, "-m", "tests.ground.everywhere"],
        cwd=PROJECT,
        env={**os.environ, "PYTHONHASHSEED": "4242"},
        capture_output=True,
        text=True,
        check=True,
    )
    told: dict[str, str] = json.loads(process.stdout)
    return told


@pytest.mark.parametrize("witness", WITNESSES, ids=lambda witness: witness.__name__)
def test_it_is_the_same_to_the_byte_in_another_process(
    elsewhere: dict[str, str], witness: Callable[[], str]
) -> None:
    assert elsewhere[witness.__name__] == witness()


def test_what_is_compared_is_something() -> None:
    assert json.loads(a_negotiation())["offers"]
    assert '"conduct"' in a_review()
    assert {"scorecard", "check", "debrief"} <= json.loads(a_debrief()).keys()
