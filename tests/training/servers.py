"""Servers for tests: forked from a process that is warm, as opening everything takes seconds."""

from __future__ import annotations

import sys
from collections.abc import Callable
from multiprocessing import get_context
from multiprocessing.context import ForkServerProcess

_WARM = get_context("forkserver")
_WARM.set_forkserver_preload(["tests.training.warm"])
pipe = _WARM.Pipe


def start(work: Callable[..., int], *given: object) -> ForkServerProcess:
    """A process that does this work and ends with the exit status it returns."""
    server = _WARM.Process(target=_work, args=(work, *given))
    server.start()
    return server


def _work(work: Callable[..., int], *given: object) -> None:
    sys.exit(work(*given))


def ended(*servers: ForkServerProcess) -> list[int | None]:
    """The exit statuses of servers, once they are through."""
    for server in servers:
        server.join(600)
    return [server.exitcode for server in servers]
