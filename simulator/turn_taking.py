"""Taking turns: the one way in which something said becomes a reply."""

from collections.abc import Mapping
from datetime import datetime
from typing import TypedDict

from calls.errors import RecordError
from calls.events import CallStarted, Replied, Said
from calls.fold import AttemptState, CallState, fold
from calls.moves import Mood, Move
from calls.turn import Transcript
from language.reader import Reader
from language.reading import Reading
from simulator.mind import VERSION as MIND_VERSION
from simulator.mind import Decision, open_call, react
from simulator.scenario import Scenario
from simulator.voice import VERSION as VOICE_VERSION
from simulator.voice import say

VERSIONS: Mapping[str, str] = {"mind": MIND_VERSION, "voice": VOICE_VERSION}
"""Which mind and which voice reply; it goes into every reply."""


def pick_up(
    scenario: Scenario, account: str, seed: int, at: datetime, seq: int
) -> tuple[CallStarted, Replied]:
    """Somebody picks up, drawn by the seed, and says the first hello (events `seq`, `seq + 1`)."""
    opening = open_call(scenario, seed)
    started = CallStarted(
        seq=seq,
        at=at,
        account=account,
        speaker=opening.speaker,
        answered_by=opening.answered_by,
        who=opening.who,
    )
    call = _only_call(fold([started]))
    hello = _spoken(Decision(opening.move, opening.mood), call, scenario, seed)
    return started, Replied(seq=seq + 1, at=at, answers=None, **hello)


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
    decision = react(call, scenario, read_last(call, reader), seed)
    reply = _spoken(decision, call, scenario, seed)
    return Replied(seq=seq, at=at, answers=said.seq, **reply)


def read_last(call: CallState, reader: Reader) -> Reading:
    """The reading of the last turn, in the light of all before it, as a review reads it."""
    if not call.turns:
        raise RecordError("call", "nobody has said anything", "a call with a turn")
    # The reader remembers earlier turns, so that only the last one is taken apart.
    said = Transcript(id=call.account, turns=call.turns, began_at=call.began_at)
    return reader.read_call(said)[-1]


def _only_call(state: AttemptState) -> CallState:
    if state.call is None:
        raise RecordError("call", "nobody has been called", "a log with call_started")
    return state.call


class _Spoken(TypedDict):
    text: str
    move: Move
    mood_after: Mood
    lines: tuple[str, ...]
    versions: dict[str, str]


def _spoken(decision: Decision, call: CallState, scenario: Scenario, seed: int) -> _Spoken:
    """The decision and its words: everything of a reply but its place in the log."""
    words = say(decision.move, call, scenario, seed)
    return {
        "text": words.text,
        "move": decision.move,
        "mood_after": decision.mood,
        "lines": words.lines,
        "versions": dict(VERSIONS),
    }
