"""Whatever is done in whatever order, the log says who said what, and every process reads it so."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from multiprocessing.connection import Connection
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calls.events import Said
from calls.turn import Speaker
from tests.training.floor import NOW
from tests.training.reading_along import fold_of, read_along
from tests.training.servers import ended, pipe, start
from tests.training.shipped_calls import LINES, at, on_a_call
from training.errors import TrainingError
from training.models import Attempt, Role
from training.people import sign_in_locally
from training.practice import hold, resume, take_back, take_off_hold, take_turn
from training.store import Store
from training.wrap_up import note

DOINGS = ("say twice", "say from an old page", "crash", "take back twice", "resume")
DESK = ("note", "hold", "take off hold")
doings = st.tuples(st.sampled_from(DOINGS + DESK), st.integers(0, len(LINES) - 1))


class Window:
    """Somebody who does things in any order, and what they expect to have said."""

    def __init__(self, store: Store, seed: int) -> None:
        self.store = store
        self.ana = sign_in_locally(store, "Ana", Role.TRAINEE, NOW)
        self.page = self.old_page = on_a_call(store, self.ana, seed=seed)
        self.said: list[str] = []
        self.clock = 0

    def do(self, doing: str, n: int) -> None:
        self.clock += 1
        now, store, ana = at(self.clock), self.store, self.ana
        page = self.page
        match doing:
            case "say twice":
                self.page = take_turn(store, ana, page, LINES[n], now)
                self.said.append(LINES[n])
                assert take_turn(store, ana, page, LINES[n], now) == self.page
            case "say from an old page":
                words = f"{LINES[n]} ({self.clock})"
                self.page = take_turn(store, ana, self.old_page, words, now)
                self.said.append(words)
            case "crash":
                self._crash(LINES[n])
            case "take back twice":
                self.page = take_back(store, ana, page, now)
                self.said.pop()
                assert take_back(store, ana, page, now) == self.page
            case "note":
                self.page = note(store, ana, page, LINES[n], now)
            case "hold":
                self.page = hold(store, ana, page, now)
            case "take off hold":
                self.page = take_off_hold(store, ana, page, now)
            case _:
                self.page = resume(store, ana, page.id)

    def _crash(self, text: str) -> None:
        """The words are kept, and the process is gone before the reply."""
        call = self.page.state.call
        if call is None or call.over or call.unanswered or self.page.state.handed_in:
            return
        said = Said(seq=self.page.next_seq, at=at(self.clock), text=text)
        self.page = self.store.append(self.ana, self.page, lambda _: (said,))
        self.said.append(text)


@pytest.fixture(scope="module")
def reading_along() -> Iterator[Connection]:
    """Where another process is asked what it folds."""
    ours, theirs = pipe()
    process = start(read_along, theirs)
    theirs.close()
    yield ours
    ours.close()
    assert ended(process) == [0]


def _collector_lines(attempt: Attempt) -> list[str]:
    assert attempt.state.call is not None
    return [turn.text for turn in attempt.state.call.turns if turn.speaker is Speaker.COLLECTOR]


@given(st.lists(doings, max_size=14), st.integers(0, 5))
def test_every_order_of_doings_folds_to_what_was_said_in_every_process(
    reading_along: Connection, done: list[tuple[str, int]], seed: int
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        window = Window(Store(Path(folder)), seed)
        for doing, n in done:
            before = window.store.attempt(window.ana, window.page.id)
            try:
                window.do(doing, n)
            except TrainingError:
                window.page = window.store.attempt(window.ana, window.page.id)
            after = window.store.attempt(window.ana, window.page.id)
            assert after.events[: len(before.events)] == before.events
            assert after == window.page
            assert _collector_lines(after) == window.said
            window.old_page = before

        resumed = resume(window.store, window.ana, window.page.id)
        assert resumed.state.call is not None
        assert resumed.state.call.unanswered is None
        assert _collector_lines(resumed) == window.said
        reading_along.send((folder, resumed.id))
        assert reading_along.recv() == fold_of(window.store, resumed.id)
