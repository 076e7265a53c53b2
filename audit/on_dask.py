"""Frames audited by the workers of a Dask cluster, which must be able to import Right Party."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import pandas as pd
from distributed import Client, Future, KilledWorker, as_completed

from audit.asked import Asked
from audit.check import audit_frame
from audit.engines import AHEAD, Numbered
from audit.errors import AuditError


@dataclass(frozen=True)
class OnDask:
    """A cluster by the address of its scheduler; what a lost worker had is done by another."""

    scheduler: str
    patience: str = "20s"

    def audited(self, frames: Iterable[Numbered], asked: Asked) -> Iterator[Numbered]:
        with self._client() as client:
            numbers: dict[Future[pd.DataFrame], int] = {}
            coming = as_completed(loop=client.loop)
            try:
                for number, frame in frames:
                    future = client.submit(audit_frame, frame, asked, pure=False)
                    numbers[future] = number
                    coming.add(future)
                    while len(numbers) >= AHEAD * max(1, sum(client.nthreads().values())):
                        yield _next(coming, numbers)
                while numbers:
                    yield _next(coming, numbers)
            finally:
                client.cancel(list(numbers))

    def _client(self) -> Client:
        try:
            return Client(self.scheduler, timeout=self.patience, set_as_default=False)
        except (OSError, ValueError) as error:
            wrong = f"nobody answers at {self.scheduler!r} ({str(error).partition(chr(10))[0]})"
            allowed = "the address of a running Dask scheduler, such as tcp://127.0.0.1:8786"
            raise AuditError("scheduler", wrong, allowed) from None


def _next(coming: "as_completed", numbers: dict[Future[pd.DataFrame], int]) -> Numbered:
    future = next(coming)
    try:
        frame = future.result()
    except KilledWorker as error:
        allowed = "workers with more memory; the same command again goes on from here"
        raise AuditError("dask", "workers died over the same calls", allowed) from error
    except ModuleNotFoundError as error:
        allowed = "workers that are started in the folder of Right Party, with its requirements"
        raise AuditError("dask", f"a worker does not find {error.name}", allowed) from error
    return numbers.pop(future), frame
