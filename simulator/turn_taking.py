"""Taking turns: the one way in which something said becomes a reply.

A live call and a rehearsal both go through here, so what is rehearsed is what people practise with.
"""

from datetime import datetime

from calls.circumstances import Direction
from calls.errors import RecordError
from calls.events import CallStarted, Replied, Said
from calls.fold import AttemptState, CallState, fold
from calls.moves import Mood, Move
from calls.turn import Channel, Speaker, Turn
from language.reader import Reader
from language.reading import Reading
from simulator import mind, voice
from simulator.scenario import Scenario

VERSIONS = {"mind": mind.VERSION, "voice": voice.VERSION}


def pick_up(
    scenario: Scenario, account: str, seed: int, at: datetime, seq: int
) -> tuple[CallStarted, Replied]:
    """Somebody picks up, drawn by the seed, and says the first hello (events `seq`, `seq + 1`)."""
    opening = mind.open_call(scenario, seed)
    started = CallStarted(
        seq=seq,
        at=at,
        account=account,
        channel=Channel.CALL,
        direction=Direction.OUTBOUND,
        speaker=opening.speaker,
        answered_by=opening.answered_by,
        who=opening.who,
    )
    call = _only_call(fold([started]))
    hello = _spoken(call, scenario, seed, opening.move, opening.mood, None, at, seq + 1)
    return started, hello


def reply_to(
    state: AttemptState,
    said: Said,
    scenario: Scenario,
    reader: Reader,
    seed: int,
    at: datetime,
    seq: int,
) -> Replied:
    """What the other side answers to `said`, which is the last thing in `state`: event `seq`."""
    call = _only_call(state)
    if call.unanswered != said:
        raise RecordError(
            f"turn {said.seq}", "it is not waiting for a reply", "the last turn of a call that runs"
        )
    decision = mind.react(call, scenario, read_last(call, reader), seed)
    return _spoken(call, scenario, seed, decision.move, decision.mood, said.seq, at, seq)


def read_last(call: CallState, reader: Reader) -> Reading:
    """The reading of the last turn, in the light of the one before it."""
    today = call.began_at.date()
    before: Reading | None = None
    for index, turn in enumerate(call.turns[-2:], start=max(0, len(call.turns) - 2)):
        before = reader.read(turn, index, before, today)
    if before is None:
        empty = Turn(speaker=Speaker.COLLECTOR, text="", channel=call.channel)
        return reader.read(empty, 0, None, today)
    return before


def _only_call(state: AttemptState) -> CallState:
    if state.call is None:
        raise RecordError("call", "nobody has been called", "a log with call_started")
    return state.call


def _spoken(
    call: CallState,
    scenario: Scenario,
    seed: int,
    move: Move,
    mood: Mood,
    answers: int | None,
    at: datetime,
    seq: int,
) -> Replied:
    said = voice.say(move, call, scenario, seed)
    return Replied(
        seq=seq,
        at=at,
        answers=answers,
        text=said.text,
        move=move,
        mood_after=mood,
        lines=said.lines,
        versions=VERSIONS,
    )
