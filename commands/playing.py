"""`play`: a practice call in the terminal, over the one path that every turn takes."""

from collections.abc import Callable, Iterable, Iterator
from datetime import datetime

from calls.errors import TeachingError
from calls.events import Voiced
from calls.fold import CallState
from calls.turn import Channel, Speaker, Turn
from commands import desk
from commands.accounts import addresses, list_of_accounts
from commands.plans import plan_lines
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
        self._scenario, self._heard_to = scenario, 0

    def talk(self, lines: Iterable[str]) -> Iterator[str]:
        """What is heard: the hello or the list of accounts, then what each line leads to."""
        if self._scenario.dial is not None:
            yield from list_of_accounts(self._scenario, self.attempt.started_at)
        yield from addresses(self._scenario)
        yield from self._heard()
        for line in lines:
            if not line.strip():
                continue
            was_over = self._is_over
            try:
                self._take(line.strip())
            except TeachingError as error:
                yield f"({error})"
                continue
            yield from self._worked_out(line.strip())
            yield from self._heard(was_over=was_over)

    def finish(self) -> Review:
        """Hang up if nobody has, hand the attempt in and review it."""
        if not self._is_over:
            self.attempt = end_call(self._store, self._person, self.attempt, self._clock())
        self.attempt = hand_in(self._store, self._person, self.attempt, self._clock())
        return review_attempt(self._store, self._person, self.attempt.id, self._clock())

    def _take(self, line: str) -> None:
        known = self._store, self._person, self.attempt, line, self._clock()
        if line.startswith("/"):
            self.attempt = desk.do(*known)
        else:
            self.attempt = take_turn(*known, self._voice)

    def _worked_out(self, line: str) -> Iterator[str]:
        """What the plan calculator says, where it was asked."""
        name, _, words = line.partition(" ")
        if name == "/plan":
            yield from plan_lines(self._store, self._person, self.attempt, words)

    @property
    def _is_over(self) -> bool:
        """Whether there is nobody to hang up on."""
        call = self.attempt.state.call
        return call is None or call.over

    def _heard(self, *, was_over: bool = False) -> Iterator[str]:
        """What came from the other side since it was last told."""
        for talk in self.attempt.state.calls:
            for line in talk.lines:
                if line.seq > self._heard_to and line.turn.speaker is not Speaker.COLLECTOR:
                    yield _told(line.turn)
        self._heard_to = self.attempt.state.seq
        call = self.attempt.state.call
        if call is not None and call.over and not was_over:
            yield _over(call)


def _over(call: CallState) -> str:
    if call.ended_by is None:
        return f"(to {call.transferred_to})"
    what = "writes no more" if call.written else "ended the call"
    return f"({call.ended_by} {what})"


def _told(turn: Turn) -> str:
    """A line of the other side, with the way it came where that is no call."""
    way = "" if turn.channel is Channel.CALL else f" ({turn.channel})"
    return f"{turn.speaker}{way}: {turn.text}"
