"""The record that is checked and reviewed: the same view of a practised and of an imported call."""

from dataclasses import dataclass, field

from calls.context import CallContext
from calls.fold import AttemptState, CallState, WrapUp
from calls.moves import Mood, Move
from calls.turn import Transcript


@dataclass(frozen=True)
class Record:
    """One call with its circumstances; moves and moods, by turn, where a mind decided them.

    `wrap_up` is None where nobody could do after-call work (an imported call).
    """

    transcript: Transcript
    context: CallContext = field(default_factory=CallContext)
    moves: dict[int, Move] = field(default_factory=dict)
    moods: dict[int, Mood] = field(default_factory=dict)
    call: CallState | None = None
    wrap_up: WrapUp | None = None


def record_of(call_id: str, state: AttemptState, context: CallContext) -> Record:
    """The record of the last call of an attempt; an attempt without a call has no turns."""
    call = state.call
    if call is None:
        return Record(Transcript(id=call_id, turns=()), context, wrap_up=state.wrap_up)
    return Record(
        transcript=Transcript(id=call_id, turns=call.turns, began_at=call.began_at),
        context=context,
        moves={n: line.move for n, line in enumerate(call.lines) if line.move},
        moods={n: line.mood for n, line in enumerate(call.lines) if line.mood},
        call=call,
        wrap_up=state.wrap_up,
    )
