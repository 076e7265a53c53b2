"""`rules check`: the proof of the shipped rules, on every processor there is."""

import os
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context

from compliance_rules import shipped_checker
from compliance_rules.prove import Fault, prove_one

_FEW = 20  # are proved before another process is ready to help


def proved(names: Sequence[str]) -> Iterator[list[Fault]]:
    """What is wrong with each of these rules and permissions, one after the other."""
    workers = os.cpu_count() or 1
    if len(names) <= _FEW or workers == 1:
        yield from map(_proved, names)
        return
    # Spawned, not forked: a fork copies the locks of threads that it does not copy.
    with ProcessPoolExecutor(workers, get_context("spawn")) as pool:
        yield from pool.map(_proved, names, chunksize=4)


def _proved(name: str) -> list[Fault]:
    return prove_one(shipped_checker(), name)
