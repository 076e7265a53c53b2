"""`audit` as it is typed: what it says on the way and at the end, its refusals, and going on."""

import os
import pty
import re
import signal
import subprocess
import sys
import time
from pathlib import Path

import pandas as pd
import pytest
from pandas.testing import assert_frame_equal
from typer.testing import CliRunner, Result

from audit import Done, Progress
from audit.totals import Totals
from command_line.app import app
from commands.auditing import Pace, lines, status
from tests.audit.made import write_calls

PROJECT = Path(__file__).parents[2]
THREAT = "collector: If you do not pay by Friday you will be arrested.\n"
POLITE = "collector: Hello, may I speak with Ana Reyes, please?\nconsumer: No, wrong number.\n"
PATIENCE = 120.0
HEEDING_KEYS = """
import runpy, signal
signal.signal(signal.SIGINT, signal.default_int_handler)
runpy.run_path("cli.py", run_name="__main__")
"""
"""What runs in the background of a shell is deaf to Ctrl+C, and so are tests that run there."""


def run(*words: str | Path) -> Result:
    return CliRunner().invoke(app, ["audit", *(str(word) for word in words)])


def begin(*words: str | Path, stderr: int) -> subprocess.Popen[bytes]:
    """The command in a process of its own, as from a terminal."""
    typed = [sys.executable, "-c", HEEDING_KEYS, "audit", *(str(word) for word in words)]
    return subprocess.Popen(
        typed, cwd=PROJECT, stdout=subprocess.PIPE, start_new_session=True, stderr=stderr
    )


def parts(out: Path) -> list[Path]:
    return list((out / "parts").glob("0*.parquet"))


def test_the_pace_is_that_of_this_run() -> None:
    moments = iter((100.0, 104.0, 110.0))
    pace = Pace(lambda: next(moments))

    assert pace.told(Progress(1, 9, 400, 0)) == "400 calls, 100 a second,"
    assert pace.told(Progress(2, 9, 1000, 600)) == "1000 calls, 600 done before, 40 a second,"


def test_what_an_audit_came_to_is_a_few_lines() -> None:
    totals = Totals(calls=2, refused=3)
    totals.standings.update({"not_met": 4, "depends": 1})
    totals.assumed.update(["us_federal: country=US"])

    assert list(lines(Done(totals, begun_anew=True), Path("out"))) == [
        "rules, facts or assumptions are others than before: all calls were checked anew",
        "2 calls: 4 not_met, 1 depends, 0 reminder",
        "refused: 3, see out/refused.csv",
        "assumed: us_federal: country=US",
        "written: out/summary.html, and calls, findings and refused beside it",
    ]


@pytest.mark.parametrize(
    ("serious", "refused", "expected"), [(0, 0, 0), (1, 0, 1), (0, 1, 2), (1, 1, 2)]
)
def test_the_exit_status_is_that_of_check(serious: int, refused: int, expected: int) -> None:
    totals = Totals(calls=2, calls_serious=serious, refused=refused)

    assert status(Done(totals, begun_anew=False)) == expected


@pytest.mark.parametrize(("words", "expected"), [(POLITE, 0), (THREAT, 1), ("nothing\n", 2)])
def test_the_command_ends_as_its_calls_do(tmp_path: Path, words: str, expected: int) -> None:
    (tmp_path / "call.txt").write_text(words)

    told = run(tmp_path / "call.txt", "--out", tmp_path / "out")

    assert told.exit_code == expected, told.output
    assert f"written: {tmp_path / 'out' / 'summary.html'}" in told.stdout
    assert ("refused: 1" in told.stdout) is (expected == 2)
    assert (tmp_path / "out" / "findings.parquet").is_file()


@pytest.mark.parametrize("words", [("--engine", "dask"), ("--scheduler", "tcp://127.0.0.1:8786")])
def test_an_engine_without_its_scheduler_is_refused(tmp_path: Path, words: tuple[str, str]) -> None:
    told = run(tmp_path, "--out", tmp_path / "out", *words)

    assert told.exit_code == 2
    assert told.stderr == (
        "engine: the one is of no use without the other"
        " - --engine dask --scheduler ADDRESS, or neither\n"
    )
    assert not (tmp_path / "out").exists()


def test_a_cluster_without_its_library_is_told_how_to_get_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "call.txt").write_text(POLITE)
    monkeypatch.delitem(sys.modules, "audit.on_dask", raising=False)
    monkeypatch.setitem(sys.modules, "distributed", None)  # as if it were not there
    cluster = ("--engine", "dask", "--scheduler", "tcp://127.0.0.1:9")

    told = run(tmp_path / "call.txt", "--out", tmp_path / "out", *cluster)

    assert told.exit_code == 2
    assert "pip install -r requirements-audit.txt" in told.stderr
    assert "Traceback" not in told.stderr


@pytest.mark.parametrize(
    ("more", "told"),
    [
        (("--packs", "us_fedral"), "us_fedral"),
        (("--assume", "nonsense"), "nonsense"),
        (("--context", "nowhere.yaml"), "nowhere.yaml"),
        (("--speaker", "Dana=boss"), "boss"),
        (("--workers", "0"), "--workers"),
        (("--engine", "spark"), "spark"),
    ],
)
def test_what_cannot_be_meant_is_refused(tmp_path: Path, more: tuple[str, str], told: str) -> None:
    (tmp_path / "call.txt").write_text(POLITE)

    refused = run(tmp_path / "call.txt", "--out", tmp_path / "out", *more)

    assert refused.exit_code == 2
    assert told in refused.stderr
    assert not (tmp_path / "out").exists()


def test_results_do_not_go_among_the_calls(tmp_path: Path) -> None:
    told = run(tmp_path, "--out", tmp_path / "out")

    assert told.exit_code == 2
    assert "a folder of its own" in told.stderr


def test_whoever_watches_sees_calls_and_pace(tmp_path: Path) -> None:
    calls = write_calls(tmp_path / "calls.jsonl", 250, turns=2)
    ours, theirs = pty.openpty()

    with begin(calls, "--out", tmp_path / "out", stderr=theirs) as process:
        os.close(theirs)
        seen = "".join(read_all(ours))
        assert process.wait() == 2  # some of these calls are none

    assert "opening the rules" in seen
    assert re.search(r"100 calls, \d+ a second, .*left", seen)
    assert "250 calls, " in seen


def read_all(terminal: int) -> list[str]:
    """What a terminal showed until nobody writes to it any more."""
    seen: list[str] = []
    while True:
        try:
            more = os.read(terminal, 65_536)
        except OSError:  # Linux: the other end is closed
            return seen
        if not more:
            return seen
        seen.append(more.decode(errors="replace"))


@pytest.fixture(scope="module")
def some_calls(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_calls(tmp_path_factory.mktemp("calls") / "calls.jsonl", 230, turns=2)


@pytest.fixture(scope="module")
def whole(some_calls: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("whole")
    assert run(some_calls, "--out", out).exit_code == 2  # some of these calls are none
    return out


@pytest.mark.parametrize("workers", ["1", "2"])
def test_stopped_by_a_key_it_goes_on_from_there(
    some_calls: Path, whole: Path, tmp_path: Path, workers: str
) -> None:
    out = tmp_path / "out"

    with begin(some_calls, "--out", out, "--workers", workers, stderr=subprocess.PIPE) as process:
        deadline = time.monotonic() + PATIENCE
        while not parts(out):
            assert process.poll() is None
            assert time.monotonic() < deadline
            time.sleep(0.01)
        os.killpg(process.pid, signal.SIGINT)
        _, told = process.communicate(timeout=PATIENCE)
    kept = {part.name: part.stat().st_mtime_ns for part in parts(out)}

    assert process.returncode == 130
    assert "stopped: the same command goes on from here" in told.decode()
    assert not (out / "summary.html").exists()
    assert run(some_calls, "--out", out).exit_code == 2
    assert kept.items() <= {part.name: part.stat().st_mtime_ns for part in parts(out)}.items()
    assert len(parts(out)) == 3
    for table in ("calls.parquet", "findings.parquet", "refused.parquet"):
        assert_frame_equal(pd.read_parquet(out / table), pd.read_parquet(whole / table))
