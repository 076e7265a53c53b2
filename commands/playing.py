"""`play`: a practice call in the terminal, over the one path that every turn takes."""

from collections.abc import Callable, Iterable, Iterator
from datetime import datetime

from calls.errors import TeachingError
from calls.events import Voiced
from calls.state import CallState, Line
from calls.turn import Channel, Speaker
from commands import desk
from commands.briefing import brief_lines
from commands.careful import lines_after
from commands.deeds import At
from commands.layout import paragraph
from commands.reviewing import first_lines, mark_lines
from scoring.debrief import debrief
from simulator.cue import Voice
from simulator.scenario import Scenario
from training.beginning import begin
from training.models import Attempt, Person, Purpose
from training.naming import named
from training.practice import take_turn
from training.reviews import record, review_attempt
from training.store import Store
from training.wrap_up import finish

Clock = Callable[[], datetime]
WRAP_UP = f"(Next, the wrap-up: /note, /disposition, /pay, /follow-up, /flag; then {desk.HAND_IN}.)"
SOMEBODY = "somebody"
"""Whoever has not said yet who they are."""


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
        """The brief, the hello where somebody is on the line, then what each line leads to."""
        yield from brief_lines(self._scenario, self.attempt.started_at)
        yield ""
        yield from paragraph(_how_to(self._scenario))
        yield ""
        yield from self._heard()
        for line in map(str.strip, lines):
            if line == desk.HAND_IN:
                return
            if line:
                yield from self._answer(line)

    def finish(self) -> Iterator[str]:
        """Hang up if nobody has, hand in, and tell how it went: calmly where care is needed."""
        self.attempt = finish(self._store, self._person, self.attempt, self._clock())
        made = review_attempt(self._store, self._person, self.attempt.id, self._clock())
        kept = record(self.attempt, self._scenario)
        if self._scenario.with_care:
            yield from lines_after(made, kept, self._scenario)
            return
        yield from first_lines(made, debrief(made, kept, self._scenario))
        yield ""
        yield "How it was marked:"
        yield from mark_lines(made)

    def _answer(self, line: str) -> Iterator[str]:
        """What a line leads to; one that cannot be taken is explained, and nothing is lost."""
        was_over = self._is_over
        try:
            told = self._take(line)
        except TeachingError as error:
            yield f"({self._explained(error)})"
            return
        yield from told
        yield from self._heard(was_over=was_over)

    def _take(self, line: str) -> tuple[str, ...]:
        at = At(self._store, self._person, self.attempt, self._clock())
        if line.startswith("/"):
            done = desk.do(at, line)
            self.attempt = done.attempt
            return done.told
        self.attempt = take_turn(self._store, self._person, self.attempt, line, at.now, self._voice)
        return ()

    def _explained(self, error: TeachingError) -> str:
        """The error in words; that it is this attempt goes without saying."""
        if repr(self.attempt.id) in error.where:
            return f"{error.wrong} - {error.allowed}"
        return str(error)

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
                    yield self._told(line, talk)
        self._heard_to = self.attempt.state.seq
        call = self.attempt.state.call
        if call is not None and call.over and not was_over:
            yield from _over(call)

    def _told(self, line: Line, call: CallState) -> str:
        """A line of the other side, with the way it came where that is no call."""
        if line.turn.channel is Channel.VOICEMAIL:
            return f"machine: {line.turn.text}"
        way = "" if line.turn.channel is Channel.CALL else f" ({line.turn.channel})"
        of = self._scenario.for_account(call.account)
        return f"{named(line, call, of) or SOMEBODY}{way}: {line.turn.text}"


def _how_to(scenario: Scenario) -> str:
    """What somebody has to know who has never played in a terminal."""
    said = "sent as a text" if scenario.channel is Channel.SMS else "said"
    first = "/dial, /not-now or /other-way decides on an account. " if scenario.dial else ""
    return (
        f"What you type is {said}. A line that begins with / is done: {desk.HELP} lists all of "
        f"these. {first}/look house shows the house's words. {desk.HAND_IN} (or Ctrl-D) hands in; "
        "then come the marks."
    )


def _over(call: CallState) -> Iterator[str]:
    if call.ended_by is None:
        yield f"(to {call.transferred_to})"
    else:
        what = "writes no more" if call.written else "ended the call"
        yield f"({call.ended_by} {what})"
    yield WRAP_UP
