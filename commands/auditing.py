"""`audit`: how fast it goes, what it came to, and its exit status."""

from collections.abc import Callable, Iterator
from pathlib import Path
from time import monotonic

from audit import Done, Progress
from commands.checking import BAD_INPUT, FOUND
from compliance_rules import Standing

Audited = Iterator[Progress | Done]


class Pace:
    """Calls a second since the first of this run."""

    def __init__(self, clock: Callable[[], float] = monotonic) -> None:
        self._clock = clock
        self._began = clock()

    def told(self, progress: Progress) -> str:
        """So many calls, and how fast; what was done before is no merit of this run."""
        fresh = progress.calls - progress.done_before
        rate = fresh / max(self._clock() - self._began, 1e-9)
        before = f", {progress.done_before} done before" if progress.done_before else ""
        return f"{progress.calls} calls{before}, {rate:.0f} a second,"


def lines(done: Done, out: Path) -> Iterator[str]:
    """What an audit came to, and where it is written."""
    totals = done.totals
    counts = ", ".join(f"{totals.standings[standing]} {standing}" for standing in Standing)
    if done.begun_anew:
        yield "rules, facts or assumptions are others than before: all calls were checked anew"
    yield f"{totals.calls} {'call' if totals.calls == 1 else 'calls'}: {counts}"
    if totals.refused:
        yield f"refused: {totals.refused}, see {out / 'refused.csv'}"
    yield from (f"assumed: {line}" for line in totals.assumed)
    yield f"written: {out / 'summary.html'}, and calls, findings and refused beside it"


def status(done: Done) -> int:
    """2 where something was refused, 1 where something critical or major is not met, else 0."""
    if done.totals.refused:
        return BAD_INPUT
    return FOUND if done.totals.calls_serious else 0
