"""Where frames are audited: in this process, in several, or on a Dask cluster."""

import signal
from collections.abc import Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from importlib import import_module
from multiprocessing import get_all_start_methods, get_context
from multiprocessing.context import BaseContext
from typing import Protocol

import pandas as pd

from audit.asked import Asked
from audit.check import audit_frame
from audit.errors import AuditError

Numbered = tuple[int, pd.DataFrame]
AHEAD = 2
"""Frames for each worker that wait or are worked on: what bounds memory, whatever is to come."""


class Engine(Protocol):
    """Something that audits frames; they come back in any order, each with its number."""

    def audited(self, frames: Iterable[Numbered], asked: Asked) -> Iterator[Numbered]: ...


@dataclass(frozen=True)
class Here:
    """One after the other, in this process."""

    def audited(self, frames: Iterable[Numbered], asked: Asked) -> Iterator[Numbered]:
        for number, frame in frames:
            yield number, audit_frame(frame, asked)


@dataclass(frozen=True)
class Processes:
    """In several processes of this machine."""

    workers: int

    def audited(self, frames: Iterable[Numbered], asked: Asked) -> Iterator[Numbered]:
        with ProcessPoolExecutor(self.workers, _starting(), initializer=_leave_keys_alone) as pool:
            waiting: dict[Future[pd.DataFrame], int] = {}
            try:
                for number, frame in frames:
                    waiting[pool.submit(audit_frame, frame, asked)] = number
                    if len(waiting) >= AHEAD * self.workers:
                        yield from _ready(waiting)
                while waiting:
                    yield from _ready(waiting)
            except BrokenProcessPool as error:
                allowed = "the same command again goes on from here; fewer --workers need less"
                raise AuditError("audit", "a worker process was ended", allowed) from error
            finally:
                pool.shutdown(cancel_futures=True)


def _starting() -> BaseContext:
    """How workers start: forked from a process that has imported everything and does nothing.

    They are not forked from this one: that would copy the locks of threads without the threads.
    """
    if "forkserver" not in get_all_start_methods():
        return get_context("spawn")
    starting = get_context("forkserver")
    starting.set_forkserver_preload(["__main__", "audit.check"])
    return starting


def _leave_keys_alone() -> None:
    """Ctrl+C reaches a whole group of processes; a worker that it hit would answer no more."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def _ready(waiting: dict[Future[pd.DataFrame], int]) -> Iterator[Numbered]:
    done, _ = wait(waiting, return_when=FIRST_COMPLETED)
    for future in done:
        yield waiting.pop(future), future.result()


def engine_for(workers: int, scheduler: str | None = None) -> Engine:
    """The engine for so many workers here, or for those of a Dask scheduler."""
    if scheduler is None:
        return Here() if workers == 1 else Processes(workers)
    try:
        on_dask = import_module("audit.on_dask")
    except ModuleNotFoundError as error:
        allowed = "pip install -r requirements-audit.txt"
        raise AuditError("engine", f"{error.name} is not installed", allowed) from None
    engine: Engine = on_dask.OnDask(scheduler)
    return engine
