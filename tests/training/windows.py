"""Several threads of one process at once, as the windows of a server are; faults are told."""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence


def at_once(doings: Sequence[Callable[[], None]]) -> int:
    """Do all of these side by side; the exit status says whether all of them could."""
    faults: list[BaseException] = []

    def tried(do: Callable[[], None]) -> None:
        try:
            do()
        except BaseException as fault:  # noqa: BLE001  a thread's fault is told by its process
            faults.append(fault)

    windows = [threading.Thread(target=tried, args=(do,)) for do in doings]
    for window in windows:
        window.start()
    for window in windows:
        window.join()
    for fault in faults:
        print(repr(fault), fault)
    return 1 if faults else 0
