"""Calls that are held beside the pages, in a thread: begun, looked at, stopped."""

import logging
import threading
import time
from abc import ABC, abstractmethod
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Generic, TypeVar

Held = TypeVar("Held")

_BREATH_SECONDS = 0.02
"""Between two calls, so that those who practise meanwhile come first."""


@dataclass(kw_only=True)
class Beside(ABC, Generic[Held]):
    """So many calls, one after the other; what is there may be read while it runs."""

    clock: Callable[[], float] = time.monotonic
    calls: list[Held] = field(default_factory=list)
    through: bool = False
    failed: bool = False
    stopped: bool = False
    began: float = 0.0

    @property
    @abstractmethod
    def name(self) -> str:
        """What it is called in the log."""

    @property
    @abstractmethod
    def total(self) -> int:
        """How many calls there are to hold."""

    @abstractmethod
    def hold(self) -> Iterator[Held]:
        """The calls, each held when it is asked for."""

    @abstractmethod
    def keep(self) -> None:
        """Called once all calls were held."""

    def start(self) -> None:
        """Begin it in a thread of its own; the page goes on."""
        self.began = self.clock()
        threading.Thread(target=self.run, name=self.name, daemon=True).start()

    def stop(self) -> None:
        """End it after the call that is being held; nothing is kept of it."""
        self.stopped = True

    def run(self) -> None:
        """All of it, in this thread."""
        try:
            self._run()
        except Exception:  # a thread has nobody above it: it is written down and told
            logging.getLogger(__name__).exception("The %s failed", self.name)
            self.failed = True

    def hold_all(self) -> None:
        """All of it here and now, for whoever has no page to go on with; faults are theirs."""
        self.calls += self.hold()
        self.keep()
        self.through = True

    def _run(self) -> None:
        for call in self.hold():
            self.calls.append(call)
            if self.stopped:
                return
            time.sleep(_BREATH_SECONDS)
        self.keep()
        self.through = True

    @property
    def runs(self) -> bool:
        """Whether it goes on."""
        return not (self.through or self.failed or self.stopped)

    @property
    def seconds_left(self) -> float | None:
        """How long it still takes, going by the calls so far; None before the first."""
        done = len(self.calls)
        return (self.clock() - self.began) / done * (self.total - done) if done else None
