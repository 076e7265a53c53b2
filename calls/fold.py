"""The state of an attempt, folded from its events; folding adds up decisions, it makes none."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from calls.events import (
    ArrangementRecorded,
    CallStarted,
    DialDecided,
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
    WrappedUp,
)
from calls.state import AttemptState, CallState, Line, WrapUp
from calls.turn import Channel, Speaker, Turn


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
