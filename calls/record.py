"""The record that is checked and reviewed: the same view of a practised and of an imported call."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from calls.context import CallContext
from calls.events import DialDecided, Hints, MessageSent
from calls.moves import Mood, Move
from calls.state import AttemptState, CallState, WrapUp
from calls.turn import Speaker, Transcript


@dataclass(frozen=True)
class Contact:
    """One conversation of an attempt by itself: its turns, and what is known for them."""

    account: str
    transcript: Transcript
    context: CallContext


@dataclass(frozen=True)
class Record:
    """What was said with its circumstances; moves and moods, by turn, where a mind decided them.

    `transcript` holds the turns of every conversation one after the other, `contacts` each by
    itself where there are several. `wrap_up` is None where nobody could do after-call work (an
    imported call). `began_at` counts days; of an imported call without a day it is some day, and
    only `transcript.began_at` tells an hour. `wrap_up_took` is the time from the end of the
    call to the hand-in; `hinted` are the most hints that the trainee had during it. `task` is the
    turn of the message that a work sample asks for, None elsewhere.
    """

    transcript: Transcript
    context: CallContext = field(default_factory=CallContext)
    moves: dict[int, Move] = field(default_factory=dict)
    moods: dict[int, Mood] = field(default_factory=dict)
    call: CallState | None = None
    wrap_up: WrapUp | None = None
    contacts: tuple[Contact, ...] = ()
    decisions: tuple[DialDecided, ...] = ()
    messages: tuple[MessageSent, ...] = ()
    began_at: datetime | None = None
    looked_up: tuple[str, ...] = ()
    wrap_up_took: timedelta | None = None
    hinted: Hints = Hints.OFF
    task: int | None = None

    @property
    def day(self) -> date | None:
        """The day of the attempt."""
        at = self.began_at or self.transcript.began_at
        return at.date() if at else None


def record_of(
    call_id: str,
    state: AttemptState,
    context: CallContext,
    contacts: Sequence[Contact] = (),
    began_at: datetime | None = None,
) -> Record:
    """The record of an attempt; one without a call has no turns.

    `contacts` are its conversations by themselves, where they have circumstances of their own.
    """
    lines = [line for call in state.calls for line in call.lines]
    first = state.calls[0].began_at if state.calls else None
    turns = tuple(line.turn for line in lines)
    return Record(
        transcript=Transcript(id=call_id, turns=turns, began_at=first),
        context=context,
        moves={n: line.move for n, line in enumerate(lines) if line.move},
        moods={n: line.mood for n, line in enumerate(lines) if line.mood},
        call=state.call,
        wrap_up=state.wrap_up,
        contacts=tuple(contacts),
        decisions=tuple(state.decided.values()),
        messages=state.messages,
        began_at=first or began_at,
        looked_up=state.looked_up,
        wrap_up_took=_took(state),
        hinted=state.hinted,
    )


def written_last(state: AttemptState) -> int | None:
    """The turn of the last message that was written after its call was over."""
    turn, found = 0, None
    for call in state.calls:
        for line in call.lines:
            ours = line.turn.speaker is Speaker.COLLECTOR and line.turn.channel.written
            if ours and call.ended_at is not None and line.at >= call.ended_at:
                found = turn
            turn += 1
    return found


def _took(state: AttemptState) -> timedelta | None:
    ended = state.call.ended_at if state.call else None
    return state.handed_in_at - ended if state.handed_in_at and ended else None
