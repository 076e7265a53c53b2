"""Taking turns: the one way in which something said becomes a reply."""

from dataclasses import dataclass, replace
from datetime import datetime
from typing import TypedDict

from calls.circumstances import SpeakerRole
from calls.errors import RecordError
from calls.events import CallStarted, MessageSent, ModelUse, Replied, Said, Voiced
from calls.fold import fold
from calls.moves import Mood, Move
from calls.state import AttemptState, CallState
from calls.turn import Channel, Speaker, Transcript
from language.act_classifier import made_out as acts_made_out
from language.act_classifier import shipped_classifier
from language.reader import Reader
from language.reading import Reading
from simulator.cue import Cue, MadeOut, Scene, Voice
from simulator.mind import VERSION as MIND_VERSION
from simulator.mind import Decision, Opening, open_call, react
from simulator.scenario import Scenario
from simulator.voice import VERSION as VOICE_VERSION
from simulator.voice import Spoken, say

NOT_SET_UP = "not_set_up"
"""The fault of a reply in a call that was begun with a model, where there is none any more."""


@dataclass(frozen=True)
class Speaking:
    """Which voice there is besides the template, and the name of the collector, to be masked."""

    voice: Voice | None = None
    collector: str = ""


TEMPLATE = Speaking()


def versions() -> dict[str, str]:
    """Which mind and which voice reply, and by what turns are heard; it goes into every reply."""
    acts = shipped_classifier().version
    return {"mind": MIND_VERSION, "acts": acts, "voice": VOICE_VERSION}


def pick_up(
    scenario: Scenario,
    account: str,
    seed: int,
    at: datetime,
    seq: int,
    voiced: Voiced = Voiced.TEMPLATE,
) -> tuple[CallStarted, Replied]:
    """Somebody picks up, drawn by the seed, and says the first hello (events `seq`, `seq + 1`).

    `voiced` speaks from then on; the hello is in the words of the scenario's author. A machine says
    its greeting, and somebody who writes their first message. Where a scenario is played with
    care, nothing but the template ever speaks.
    """
    if scenario.with_care and voiced is not Voiced.TEMPLATE:
        wrong = "played with care: no language model speaks in it"
        raise RecordError(f"scenario {scenario.id!r}", wrong, "the written lines")
    scenario = scenario.for_account(account)
    opening = open_call(scenario, seed)
    started = CallStarted(
        seq=seq, at=at, account=account, channel=opening.channel, voice=voiced, **_who(opening)
    )
    call = _only_call(fold([started]))
    words = say(opening.move, call, scenario, seed)
    hello = _reply(Decision(opening.move, opening.mood), words)
    return started, Replied(seq=seq + 1, at=at, answers=None, **hello)


def write_to(
    scenario: Scenario, account: str, seed: int, channel: Channel, at: datetime, seq: int
) -> CallStarted:
    """A conversation in writing that we begin; who reads it is drawn like who picks up."""
    opening = open_call(scenario.for_account(account), seed)
    return CallStarted(seq=seq, at=at, account=account, channel=channel, **_who(opening))


def reply_to(
    state: AttemptState,
    said: Said | MessageSent,
    scenario: Scenario,
    reader: Reader,
    seed: int,
    at: datetime,
    seq: int,
    speaking: Speaking = TEMPLATE,
) -> Replied:
    """What the other side answers to `said`, which is the last thing in `state`: event `seq`."""
    call = state.waiting
    if call is None or call.unanswered != said:
        raise RecordError(
            f"turn {said.seq}", "it is not waiting for a reply", "the last turn of a call that runs"
        )
    scene = Scene(call, scenario, reader, read_all(call, reader), speaking.collector)
    decision, made_out = _decide(scene, seed, speaking.voice)
    words = _say(scene, decision.move, seed, speaking.voice, made_out.use)
    return Replied(
        seq=seq,
        at=at,
        answers=said.seq,
        made_out=made_out.signals,
        **_reply(decision, words),
    )


def read_all(call: CallState, reader: Reader) -> tuple[Reading, ...]:
    """The readings of all turns so far, as a review reads them."""
    if not call.turns:
        raise RecordError("call", "nobody has said anything", "a call with a turn")
    # The reader remembers earlier turns, so that only the last one is taken apart.
    return reader.read_call(Transcript(id=call.account, turns=call.turns, began_at=call.began_at))


def _decide(scene: Scene, seed: int, voice: Voice | None) -> tuple[Decision, MadeOut]:
    """The decision; a turn that was not understood even so may be heard again by a model, once."""
    *earlier, reading = scene.readings
    learned = acts_made_out(reading, earlier[-1] if earlier else None)
    reading = reading.also(learned)
    decision = react(scene.call, scene.scenario, reading, seed)
    if decision.move.understood or voice is None or scene.call.voice is Voiced.TEMPLATE:
        return decision, MadeOut(learned)
    made_out = voice.make_out(scene)
    if made_out.signals:
        reading = reading.also(made_out.signals)
        decision = react(scene.call, scene.scenario, reading, seed)
    return decision, MadeOut((*learned, *made_out.signals), made_out.use)


def _say(
    scene: Scene, move: Move, seed: int, voice: Voice | None, so_far: ModelUse | None
) -> Spoken:
    """The words for a move, whichever voice speaks them."""
    plain = say(move, scene.call, scene.scenario, seed)
    if scene.call.voice is Voiced.TEMPLATE:
        return plain
    if voice is None:
        return replace(plain, use=ModelUse(asked=0, milliseconds=0, fault=NOT_SET_UP))
    return voice.say(Cue(scene, move, plain), so_far)


def _only_call(state: AttemptState) -> CallState:
    if state.call is None:
        raise RecordError("call", "nobody has been called", "a log with call_started")
    return state.call


class _Spoken(TypedDict):
    text: str
    move: Move
    mood_after: Mood
    lines: tuple[str, ...]
    voice: Voiced
    model: str | None
    use: ModelUse | None
    versions: dict[str, str]


class _Who(TypedDict):
    speaker: Speaker
    answered_by: SpeakerRole
    who: str


def _who(opening: Opening) -> _Who:
    """Who was drawn to pick up, or to read."""
    return {
        "speaker": opening.speaker,
        "answered_by": opening.answered_by,
        "who": opening.who,
    }


def _reply(decision: Decision, words: Spoken) -> _Spoken:
    """The decision and its words: everything of a reply but its place in the log."""
    return {
        "text": words.text,
        "move": decision.move,
        "mood_after": decision.mood,
        "lines": words.lines,
        "voice": words.voice,
        "model": words.model,
        "use": words.use,
        "versions": {**versions(), "voice": words.version},
    }
