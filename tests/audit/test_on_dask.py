"""The audit on a real cluster of two worker processes, one of which is killed in the middle."""

import os
import signal
from collections.abc import Iterator
from pathlib import Path

import pytest
from distributed import Client, LocalCluster

from audit import AuditError, Done, Progress, engine_for, run
from audit.on_dask import OnDask
from tests.audit.made import write_calls
from tests.audit.test_audit import ASKED, assert_same, audited


@pytest.fixture
def cluster() -> Iterator[LocalCluster]:
    with LocalCluster(
        n_workers=2, threads_per_worker=1, processes=True, dashboard_address="127.0.0.1:0"
    ) as made:
        yield made


def worker_processes(cluster: LocalCluster) -> list[int]:
    with Client(cluster, set_as_default=False) as client:
        return sorted(client.run(os.getpid).values())


def test_a_killed_worker_costs_time_and_no_row(tmp_path: Path, cluster: LocalCluster) -> None:
    calls = write_calls(tmp_path / "calls.jsonl", 300, turns=6)
    audited([calls], tmp_path / "alone")
    before = worker_processes(cluster)
    killed = 0

    for one in run([calls], tmp_path / "out", ASKED, engine_for(1, cluster.scheduler_address)):
        if isinstance(one, Progress) and not killed:
            killed = before[0]
            os.kill(killed, signal.SIGKILL)

    assert isinstance(one, Done)
    assert killed not in worker_processes(cluster)
    assert_same(tmp_path / "alone", tmp_path / "out")


def test_a_scheduler_that_does_not_answer_is_told(tmp_path: Path) -> None:
    calls = write_calls(tmp_path / "calls.jsonl", 1)

    with pytest.raises(AuditError, match=r"scheduler: nobody answers at 'tcp://127.0.0.1:9'"):
        audited([calls], tmp_path / "out", engine=OnDask("tcp://127.0.0.1:9", "1s"))
