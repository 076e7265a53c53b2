"""Progress of long work, on a terminal that shows nothing else."""

import sys
from collections.abc import Iterable, Iterator
from time import monotonic
from typing import TypeVar

T = TypeVar("T")
_SECONDS = 0.2


def counted(items: Iterable[T], what: str) -> Iterator[T]:
    """The items, with a running count on standard error where somebody watches it alone."""
    if not sys.stderr.isatty() or sys.stdout.isatty():
        yield from items
        return
    shown = monotonic()
    for number, item in enumerate(items, start=1):
        if monotonic() - shown > _SECONDS:
            shown = monotonic()
            sys.stderr.write(f"\r{number} {what} ")
            sys.stderr.flush()
        yield item
    sys.stderr.write("\r\033[K")
