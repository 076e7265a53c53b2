"""`rules check`: the proof of the rules, on every processor there is."""

import os
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from multiprocessing import get_all_start_methods, get_context
from multiprocessing.context import BaseContext

from compliance_rules.own_rule import OwnRules
from compliance_rules.prove import Fault, prove_one
from compliance_rules.shipped import checker_with

_FEW = 20  # are proved before another process is ready to help


def proved(names: Sequence[str], own: OwnRules = ()) -> Iterator[list[Fault]]:
    """What is wrong with each of these rules and permissions, one after the other."""
    workers = os.cpu_count() or 1
    if len(names) <= _FEW or workers == 1:
        yield from map(partial(_proved, own), names)
        return
    with ProcessPoolExecutor(workers, _starting()) as pool:
        yield from pool.map(partial(_proved, own), names, chunksize=4)


def _starting() -> BaseContext:
    """Forked from a process that has imported everything and has no threads, where that goes."""
    if "forkserver" not in get_all_start_methods():
        return get_context("spawn")
    starting = get_context("forkserver")
    starting.set_forkserver_preload(["__main__", "compliance_rules.prove"])
    return starting


def _proved(own: OwnRules, name: str) -> list[Fault]:
    return prove_one(checker_with(own), name)
