"""Whether files changed since they were read last, without reading them."""

from collections.abc import Iterable, Iterator
from pathlib import Path

Written = tuple[tuple[str, int, int], ...]
"""Each file by its path, when it was written, and how long it is."""


def written(paths: Iterable[Path]) -> Written:
    """How files stand now, as a key for what was read of them; one that is gone is left out."""
    return tuple(_standing(paths))


def _standing(paths: Iterable[Path]) -> Iterator[tuple[str, int, int]]:
    for path in paths:
        try:
            now = path.stat()
        except FileNotFoundError:
            continue  # taken back by somebody after the folder was listed
        yield str(path), now.st_mtime_ns, now.st_size
