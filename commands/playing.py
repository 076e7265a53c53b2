"""`play`: a practice call in the terminal, over the one path that every turn takes."""

from collections.abc import Callable, Iterable, Iterator
from datetime import datetime

from calls.errors import TeachingError
from calls.events import Voiced
from calls.fold import CallState
from calls.turn import Speaker
from commands import desk
from scoring.review import Review
from simulator.cue import Voice
from simulator.scenario import Scenario
from training.beginning import begin
from training.models import Attempt, Person, Purpose
from training.practice import end_call, take_turn
from training.reviews import review_attempt
from training.store import Store
from training.wrap_up import hand_in

Clock = Callable[[], datetime]
HELP = "Type what you say. '/' begins what you do: " + ", ".join(desk.DEEDS) + ". Ctrl-D hands in."


class Practice:
    """One call of one person, line by line."""

    def __init__(
        self,
        store: Store,
        person: Person,
        scenario: Scenario,
        seed: int,
        clock: Clock,
        voice: Voice | None = None,
    ) -> None:
        self._store, self._person, self._clock, self._voice = store, person, clock, voice
        voiced = Voiced.TEMPLATE if voice is None else Voiced.MODEL
        now = clock()
        self.attempt: Attempt = begin(store, person, scenario, Purpose.PRIVATE, seed, now, voiced)

    def talk(self, lines: Iterable[str]) -> Iterator[str]:
        """What is heard: the hello, then what each line leads to."""
        yield from self._heard(0)
        for line in lines:
            if not line.strip():
                continue
            known, was_over = self._call.turns, self._call.over
            try:
                self._take(line.strip())
            except TeachingError as error:
                yield f"({error})"
                continue
            # A line taken back makes the call shorter, and there is nothing to hear.
            yield from self._heard(len(known), was_over=was_over)

    def finish(self) -> Review:
        """Hang up if nobody has, hand the attempt in and review it."""
        if not self._call.over:
            self.attempt = end_call(self._store, self._person, self.attempt, self._clock())
        self.attempt = hand_in(self._store, self._person, self.attempt, self._clock())
        return review_attempt(self._store, self._person, self.attempt.id, self._clock())

    def _take(self, line: str) -> None:
        known = self._store, self._person, self.attempt, line, self._clock()
        if line.startswith("/"):
            self.attempt = desk.do(*known)
        else:
            self.attempt = take_turn(*known, self._voice)

    @property
    def _call(self) -> CallState:
        call = self.attempt.state.call
        if call is None:
            raise LookupError("an attempt that was started has a call")
        return call

    def _heard(self, known: int, *, was_over: bool = False) -> Iterator[str]:
        for turn in self._call.turns[known:]:
            if turn.speaker is not Speaker.COLLECTOR:
                yield f"{turn.speaker}: {turn.text}"
        if self._call.over and not was_over:
            ended = self._call.ended_by
            yield f"({ended} ended the call)" if ended else f"(to {self._call.transferred_to})"
