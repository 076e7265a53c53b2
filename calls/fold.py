"""The state of an attempt, folded from its events; folding adds up decisions, it makes none."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime

from calls.circumstances import SpeakerRole
from calls.disposition import Disposition
from calls.events import (
    ArrangementRecorded,
    CallStarted,
    DialDecided,
    DialDecision,
    DispositionRecorded,
    Ended,
    Event,
    FlagSet,
    FollowUpSet,
    Held,
    Hints,
    HintsChosen,
    LookedUp,
    MessageSent,
    Noted,
    Offered,
    Replied,
    Resumed,
    Said,
    TakenBack,
    Transferred,
    Voiced,
    WrappedUp,
)
from calls.money import Arrangement, Offer
from calls.moves import Ending, Mood, Move
from calls.turn import Channel, Speaker, Turn


@dataclass(frozen=True)
class Line:
    """One turn of a call as the log has it; `move` and `mood` where the mind decided it."""

    seq: int
    at: datetime
    turn: Turn
    move: Move | None = None
    mood: Mood | None = None


@dataclass(frozen=True)
class CallState:
    """One call so far: its lines, and what the mind must remember to go on."""

    account: str
    who: str
    speaker: Speaker
    answered_by: SpeakerRole
    channel: Channel
    began_at: datetime
    voice: Voiced = Voiced.TEMPLATE
    lines: tuple[Line, ...] = ()
    mood: Mood | None = None
    revealed: tuple[str, ...] = ()
    offers: tuple[Offer, ...] = ()
    accepted: Offer | None = None
    remembered: tuple[str, ...] = ()
    used_lines: tuple[str, ...] = ()
    unanswered: Said | MessageSent | None = None
    on_hold: bool = False
    transferred_to: str | None = None
    ended_by: Speaker | None = None
    ending: Ending | None = None
    ended_at: datetime | None = None

    @property
    def written(self) -> bool:
        """Whether it is held in writing."""
        return self.channel.written

    @property
    def over(self) -> bool:
        """Whether nobody can speak any more."""
        return self.ended_by is not None or self.transferred_to is not None

    @property
    def turns(self) -> tuple[Turn, ...]:
        """What was said, in order."""
        return tuple(line.turn for line in self.lines)


@dataclass(frozen=True)
class WrapUp:
    """What the collector leaves behind."""

    notes: str = ""
    disposition: Disposition | None = None
    arrangement: Arrangement | None = None
    follow_up: date | None = None
    flags: frozenset[str] = frozenset()


@dataclass(frozen=True)
class AttemptState:
    """Everything a log says: dial decisions, calls, desk work and wrap-up.

    `hints` are those that are on now, `hinted` the most that ever were.
    """

    seq: int = 0
    dial_decisions: tuple[DialDecided, ...] = ()
    calls: tuple[CallState, ...] = ()
    messages: tuple[MessageSent, ...] = ()
    looked_up: tuple[str, ...] = ()
    desk_offers: tuple[Offer, ...] = ()
    wrap_up: WrapUp = field(default_factory=WrapUp)
    handed_in: bool = False
    handed_in_at: datetime | None = None
    hints: Hints = Hints.OFF
    hinted: Hints = Hints.OFF

    @property
    def call(self) -> CallState | None:
        """The call that is going on, or the last one."""
        return self.calls[-1] if self.calls else None

    @property
    def waiting(self) -> CallState | None:
        """The conversation in which the last words wait for a reply."""
        waits = (one for one in reversed(self.calls) if one.unanswered and not one.over)
        return next(waits, None)

    @property
    def decided(self) -> Mapping[str, DialDecided]:
        """How each account was decided on: a dial stays, else the last decision counts."""
        last = {one.account: one for one in self.dial_decisions}
        dialled = (one for one in self.dial_decisions if one.decision is DialDecision.DIAL)
        return {**last, **{one.account: one for one in dialled}}


def fold(events: Iterable[Event]) -> AttemptState:
    """The state after these events, which come in the order of their sequence numbers."""
    log = tuple(events)
    withdrawn = {event.said for event in log if isinstance(event, TakenBack)}
    state = AttemptState(seq=log[-1].seq if log else 0)
    for event in log:
        if not _is_withdrawn(event, withdrawn):
            state = _apply(state, event)
    return state


def fold_on(state: AttemptState, events: Sequence[Event]) -> AttemptState:
    """The state after further events; no words may have been taken back, before or in them."""
    for event in events:
        state = _apply(state, event)
    return replace(state, seq=events[-1].seq) if events else state


def _is_withdrawn(event: Event, withdrawn: set[int]) -> bool:
    match event:
        case Said():
            return event.seq in withdrawn
        case Replied():
            return event.answers in withdrawn
        case _:
            return False


def _apply(state: AttemptState, event: Event) -> AttemptState:
    match event:
        case CallStarted():
            return replace(state, calls=(*state.calls, _started(event)))
        case Said() | Replied() | Held() | Resumed() | Transferred() | Ended():
            return _in_its_call(state, event)
        case DialDecided():
            return replace(state, dial_decisions=(*state.dial_decisions, event))
        case MessageSent():
            return _in_its_call(replace(state, messages=(*state.messages, event)), event)
        case LookedUp():
            return replace(state, looked_up=(*state.looked_up, event.item))
        case HintsChosen():
            most = max(state.hinted, event.level, key=list(Hints).index)
            return replace(state, hints=event.level, hinted=most)
        case Offered():
            return replace(state, desk_offers=(*state.desk_offers, event.offer))
        case WrappedUp():
            return replace(state, handed_in=True, handed_in_at=event.at)
        case TakenBack():
            return state
        case _:
            return replace(state, wrap_up=_wrap_up(state.wrap_up, event))


def _started(event: CallStarted) -> CallState:
    return CallState(
        account=event.account,
        who=event.who,
        speaker=event.speaker,
        answered_by=event.answered_by,
        channel=event.channel,
        began_at=event.at,
        voice=event.voice,
    )


_Spoken = Said | MessageSent | Replied | Held | Resumed | Transferred | Ended


def _in_its_call(state: AttemptState, event: _Spoken) -> AttemptState:
    place = _place(state.calls, event)
    if place is None:
        return state
    changed = _in_call(state.calls[place], event)
    return replace(state, calls=(*state.calls[:place], changed, *state.calls[place + 1 :]))


def _place(calls: Sequence[CallState], event: _Spoken) -> int | None:
    """The conversation that an event belongs to: the last, unless it says otherwise."""
    newest = range(len(calls) - 1, -1, -1)
    match event:
        case MessageSent():
            return next((n for n in newest if _takes(calls[n], event)), None)
        case Replied() if event.answers is not None:
            waits = (n for n in newest if _waits_for(calls[n], event.answers))
            return next(waits, next(iter(newest), None))
        case _:
            return next(iter(newest), None)


def _takes(call: CallState, sent: MessageSent) -> bool:
    """Whether a message goes into this conversation: words on a machine, or in writing.

    What is written after a call belongs to that call.
    """
    machines = call.channel is Channel.VOICEMAIL, sent.channel is Channel.VOICEMAIL
    in_writing = (call.written or call.over) and not any(machines)
    return call.account == sent.account and (all(machines) or in_writing)


def _waits_for(call: CallState, seq: int) -> bool:
    return call.unanswered is not None and call.unanswered.seq == seq


def _in_call(call: CallState, event: _Spoken) -> CallState:
    match event:
        case Said() | MessageSent():
            line = Line(event.seq, event.at, _turn(call, event, Speaker.COLLECTOR))
            return replace(call, lines=(*call.lines, line), unanswered=event)
        case Replied():
            return _replied(call, event)
        case Held():
            return replace(call, on_hold=True)
        case Resumed():
            return replace(call, on_hold=False)
        case Transferred():
            return replace(call, transferred_to=event.to, ended_at=event.at)
        case Ended():
            return replace(call, ended_by=event.by, ending=event.ending, ended_at=event.at)


def _replied(call: CallState, event: Replied) -> CallState:
    move = event.move
    line = Line(event.seq, event.at, _turn(call, event, move.speaker), move, event.mood_after)
    heard = (offer for offer in (move.offer_heard, move.counter) if offer is not None)
    call = replace(
        call,
        lines=(*call.lines, line),
        mood=event.mood_after,
        revealed=(*call.revealed, *move.facts),
        offers=(*call.offers, *heard),
        accepted=move.accepted or call.accepted,
        remembered=(*call.remembered, *move.remember),
        used_lines=(*call.used_lines, *event.lines),
        unanswered=None,
    )
    if move.ending is None:
        return call
    return replace(call, ended_by=move.speaker, ending=move.ending, ended_at=event.at)


def _turn(call: CallState, event: Said | MessageSent | Replied, speaker: Speaker) -> Turn:
    seconds = max(0.0, (event.at - call.began_at).total_seconds())
    return Turn(speaker=speaker, text=event.text, started_at=seconds, channel=_channel(call, event))


def _channel(call: CallState, event: Said | MessageSent | Replied) -> Channel:
    """A message says its own; it is answered the way it came."""
    if isinstance(event, Replied) and event.answers is not None:
        event = call.unanswered or event
    return event.channel if isinstance(event, MessageSent) else call.channel


def _wrap_up(
    kept: WrapUp, event: Noted | ArrangementRecorded | FlagSet | DispositionRecorded | FollowUpSet
) -> WrapUp:
    match event:
        case Noted():
            return replace(kept, notes=event.text)
        case ArrangementRecorded():
            return replace(kept, arrangement=event.arrangement)
        case FlagSet():
            flags = kept.flags | {event.flag} if event.on else kept.flags - {event.flag}
            return replace(kept, flags=flags)
        case DispositionRecorded():
            return replace(kept, disposition=event.disposition)
        case FollowUpSet():
            return replace(kept, follow_up=event.on)
