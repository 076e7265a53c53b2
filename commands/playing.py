"""`play`: a practice call in the terminal, over the one path that every turn takes."""

from collections.abc import Callable, Iterable, Iterator
from datetime import datetime

from calls.fold import CallState
from calls.turn import Speaker
from scoring.review import Review
from simulator.scenario import Scenario
from training.models import Attempt, Person, Purpose
from training.practice import end_call, start_attempt, start_call, take_turn
from training.reviews import review_attempt
from training.store import Store
from training.wrap_up import hand_in

Clock = Callable[[], datetime]


class Practice:
    """One call of one person, line by line."""

    def __init__(
        self, store: Store, person: Person, scenario: Scenario, seed: int, clock: Clock
    ) -> None:
        self._store, self._person, self._clock = store, person, clock
        attempt = start_attempt(store, person, scenario, Purpose.PRIVATE, seed, clock())
        self.attempt: Attempt = start_call(store, person, attempt, clock())

    def talk(self, lines: Iterable[str]) -> Iterator[str]:
        """What is heard: the hello, then the answer to each line, until the call is over."""
        shown = 0
        yield from self._heard(shown)
        for line in lines:
            if not line.strip():
                continue
            shown = len(self._call.turns)
            self.attempt = take_turn(
                self._store, self._person, self.attempt, line.strip(), self._clock()
            )
            yield from self._heard(shown)
            if self._call.over:
                return

    def finish(self) -> Review:
        """Hang up if nobody has, hand the attempt in and review it."""
        if not self._call.over:
            self.attempt = end_call(self._store, self._person, self.attempt, self._clock())
        self.attempt = hand_in(self._store, self._person, self.attempt, self._clock())
        return review_attempt(self._store, self._person, self.attempt.id, self._clock())

    @property
    def _call(self) -> CallState:
        call = self.attempt.state.call
        if call is None:
            raise LookupError("an attempt that was started has a call")
        return call

    def _heard(self, shown: int) -> Iterator[str]:
        for turn in self._call.turns[shown:]:
            if turn.speaker is not Speaker.COLLECTOR:
                yield f"{turn.speaker}: {turn.text}"
        if self._call.over:
            yield f"({self._call.ended_by} ended the call)"
