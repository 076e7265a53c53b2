"""What all tests share: how many samples to take, and the figures they prove."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

import pytest
from hypothesis import HealthCheck, settings

from compliance_rules.in_use import use_rules_of

_FIGURE = "figure"
_HYPOTHESIS_FULL = 2_000
_HYPOTHESIS_SMALL = 25
_MEMORY = Path("/dev/shm")  # noqa: S108 - the folders in it are made by pytest
_ROOM = 2 * 2**30


class Samples(NamedTuple):
    """How many samples a test takes: `samples(small=1, full=20)`.

    The words `small` and `full` choose between a test's own two counts; a number holds for every
    test. There is nothing that one of them runs and the other does not.
    """

    wish: str

    def __call__(self, *, small: int, full: int) -> int:
        if self.wish == "small":
            return small
        return full if self.wish == "full" else int(self.wish)


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--samples",
        default="small",
        type=_wish,
        metavar="small|full|N",
        help="how many samples each sampled test takes: few (make test), all (make prove), or N",
    )


def _wish(text: str) -> str:
    if text in {"small", "full"} or (text.isdigit() and int(text) > 0):
        return text
    msg = f"--samples: expected small, full or a number from 1 on, got {text!r}"
    raise pytest.UsageError(msg)


def pytest_configure(config: pytest.Config) -> None:
    _wait_for_no_disk()
    samples = Samples(config.getoption("--samples"))
    small = samples.wish == "small"
    settings.register_profile(
        "samples",
        max_examples=samples(small=_HYPOTHESIS_SMALL, full=_HYPOTHESIS_FULL),
        derandomize=small,
        deadline=None,
        print_blob=True,
        suppress_health_check=[HealthCheck.too_slow],
    )
    settings.load_profile("samples")


def _wait_for_no_disk() -> None:
    """Keep passing folders in memory where there is room; also for the processes that tests start.

    A third of the time went by while what tests write was brought onto a disk. What a killed
    process has written is there as well; only a power cut would tell, and no test has one.
    """
    if "TMPDIR" in os.environ or not os.access(_MEMORY, os.W_OK):
        return
    if shutil.disk_usage(_MEMORY).free > _ROOM:
        os.environ["TMPDIR"] = tempfile.tempdir = str(_MEMORY)


@pytest.fixture(autouse=True)
def rules_that_ship() -> Iterator[None]:
    """Whichever installation a test opened, the next one begins with what ships alone."""
    yield
    use_rules_of(None)


@pytest.fixture(scope="session")
def samples(pytestconfig: pytest.Config) -> Samples:
    """How many samples to take: `samples(small=1, full=20)`."""
    return Samples(pytestconfig.getoption("--samples"))


@pytest.fixture
def figure(request: pytest.FixtureRequest) -> Callable[[str, object], None]:
    """Report a figure that the test proves: `figure("crash.turns_lost", 0)`.

    It is printed in a table at the end of the run, also when tests run in several processes.
    """

    def report(name: str, value: object) -> None:
        request.node.user_properties.append((_FIGURE, (name, str(value))))

    return report


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    figures = sorted(set(_figures(terminalreporter)))
    if not figures:
        return
    width = max(len(name) for name, _ in figures)
    terminalreporter.section("figures")
    for name, value in figures:
        terminalreporter.write_line(f"{name:<{width}}  {value}")


def _figures(reporter: pytest.TerminalReporter) -> Iterable[tuple[str, str]]:
    for outcome in ("passed", "failed"):
        for report in reporter.getreports(outcome):
            for key, value in getattr(report, "user_properties", []):
                if key == _FIGURE:
                    name, text = value
                    yield name, text
