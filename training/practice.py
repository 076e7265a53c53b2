"""The call: one path for every turn, whoever asks - a page, the command line, a rehearsal.

Each function takes the attempt as its caller last saw it, and returns it as it stands afterwards.
What is asked for a second time changes nothing. A reply bears the time of the words it answers, so
that it is the same whether it is given at once or after a crash.
"""

from collections.abc import Callable
from datetime import datetime

from pydantic import ValidationError

from calls.events import (
    CallStarted,
    Ended,
    Event,
    Held,
    MessageSent,
    Replied,
    Resumed,
    Said,
    TakenBack,
    Transferred,
    Voiced,
    WrappedUp,
)
from calls.state import CallState
from calls.turn import Speaker
from simulator.cue import Voice
from simulator.scenario import Scenario
from simulator.turn_taking import Speaking, pick_up, reply_to
from training import messages, shipped
from training.errors import Closed, NotOffered, TrainingError, TurnTaken
from training.messages import By
from training.models import Attempt, Person
from training.store import Store

Change = Callable[[Store, Person, Attempt, datetime], Attempt]
"""One step of a call that needs no further words: to hold, to take back, to end."""
_CONVERSATION = (
    CallStarted,
    Said,
    MessageSent,
    Replied,
    TakenBack,
    Transferred,
    Ended,
    WrappedUp,
)


def resume(store: Store, person: Person, attempt_id: str, voice: Voice | None = None) -> Attempt:
    """The attempt as it stands; words that still wait for a reply get it now."""
    attempt = store.attempt(person, attempt_id)
    return attempt if attempt.person_id != person.id else _answered(store, person, attempt, voice)


def scenario_of(store: Store, person: Person, attempt: Attempt) -> Scenario:
    """The scenario as it stood when the attempt began."""
    content = store.scenario_content(person, attempt)
    try:
        return shipped.scenario_from(content)
    except ValidationError as error:
        raise TrainingError(
            _place(attempt),
            "its scenario was kept by another version of Right Party",
            "you can read what was said; for more, use the version it was made with",
        ) from error


def start_call(
    store: Store,
    person: Person,
    attempt: Attempt,
    now: datetime,
    voiced: Voiced = Voiced.TEMPLATE,
) -> Attempt:
    """Somebody picks up and says hello; `voiced` is the voice that they have in this call."""
    scenario = scenario_of(store, person, attempt)
    seq = attempt.next_seq
    picked_up = pick_up(scenario, attempt.accounts[0], attempt.seed, now, seq, voiced)

    def decide(present: Attempt) -> tuple[Event, ...]:
        if len(present.state.calls) > len(attempt.state.calls):
            return ()
        check_open(present)
        if present.state.call is not None and not present.state.call.over:
            raise TrainingError(_place(present), "a call is going on", "end it first")
        return picked_up

    return store.append(person, attempt, decide)


def take_turn(
    store: Store,
    person: Person,
    attempt: Attempt,
    text: str,
    now: datetime,
    voice: Voice | None = None,
    by: By | None = None,
) -> Attempt:
    """The collector says `text`; it is kept before it is answered, and the answer before it shows.

    `by` says how it goes where it is no part of the call that is going on: a text, an e-mail.
    `voice` speaks where the call was begun with another voice than the template. Raises
    `TurnTaken`, with the words, where the call went on since `attempt` was read.
    """
    return _answered(store, person, say(store, person, attempt, text, now, by), voice)


def say(
    store: Store, person: Person, attempt: Attempt, text: str, now: datetime, by: By | None = None
) -> Attempt:
    """The first half of a turn: the collector's words are kept, and `resume` has them answered."""
    way = messages.way(attempt, by)
    if way is not None:
        return _send(store, person, attempt, text, now, way)
    said = Said(seq=attempt.next_seq, at=now, text=messages.spoken(text))

    def decide(present: Attempt) -> tuple[Event, ...]:
        newer = _conversation(present, after=len(attempt.events))
        if newer and isinstance(newer[0], Said) and newer[0].text == said.text:
            return ()
        if newer:
            raise TurnTaken.of(attempt.id, said.seq, said.text)
        call = _running_call(present)
        if call.unanswered is not None:
            raise TurnTaken.of(attempt.id, said.seq, said.text)
        if call.on_hold:
            raise TrainingError(_place(present), "the call is on hold", "take it off hold first")
        return (said,)

    return store.append(person, attempt, decide)


def _send(
    store: Store, person: Person, attempt: Attempt, text: str, now: datetime, way: By
) -> Attempt:
    scenario = scenario_of(store, person, attempt)
    message = messages.sent(attempt, text, now, way, scenario)

    def decide(present: Attempt) -> tuple[Event, ...]:
        newer = _conversation(present, after=len(attempt.events))
        sent = next((one for one in newer if not isinstance(one, CallStarted)), None)
        if isinstance(sent, MessageSent) and sent.text == message.text:
            return ()
        if newer:
            raise TurnTaken.of(attempt.id, message.seq, message.text)
        check_open(present)
        return messages.going_out(present, message, scenario)

    return store.append(person, attempt, decide)


def waits(attempt: Attempt) -> bool:
    """Whether the last words wait for a reply."""
    return attempt.state.waiting is not None


def take_back(store: Store, person: Person, attempt: Attempt, now: datetime) -> Attempt:
    """Take back the last line, sent by accident, with its reply: once, while the call goes on."""

    def decide(present: Attempt) -> tuple[Event, ...]:
        said = _last_said(attempt)
        newer = _conversation(present, after=len(attempt.events))
        if any(isinstance(one, TakenBack) and one.said == said for one in newer):
            return ()
        _running_call(present)
        if _last_said(present) != said:
            raise TrainingError(
                _place(present), "the call went on since", "only the last line can be taken back"
            )
        return (TakenBack(seq=present.next_seq, at=now, said=said),)

    return store.append(person, attempt, decide)


def words_to_take_back(attempt: Attempt) -> str | None:
    """The line that `take_back` would take back; None where there is none."""
    try:
        said = attempt.events[_last_said(attempt) - 1]
    except TrainingError:
        return None
    return said.text if isinstance(said, Said) else None


def hold(store: Store, person: Person, attempt: Attempt, now: datetime) -> Attempt:
    """Put the call on hold."""
    event = Held(seq=attempt.next_seq, at=now)
    return store.append(
        person, attempt, lambda present: () if _running_call(present).on_hold else (event,)
    )


def take_off_hold(store: Store, person: Person, attempt: Attempt, now: datetime) -> Attempt:
    """Take the call off hold."""
    event = Resumed(seq=attempt.next_seq, at=now)
    return store.append(
        person, attempt, lambda present: (event,) if _running_call(present).on_hold else ()
    )


def transfer(store: Store, person: Person, attempt: Attempt, to: str, now: datetime) -> Attempt:
    """Hand the call over to a team of the house; for the collector it is over."""
    teams = scenario_of(store, person, attempt).house.teams
    if to not in teams:
        raise NotOffered("transfer", to, teams)
    event = Transferred(seq=attempt.next_seq, at=now, to=to)

    def decide(present: Attempt) -> tuple[Event, ...]:
        call = present.state.call
        if call is not None and call.transferred_to == to:
            return ()
        _running_call(present)
        return (event,)

    return store.append(person, attempt, decide)


def end_call(store: Store, person: Person, attempt: Attempt, now: datetime) -> Attempt:
    """The collector ends the call; a call that is over stays as it ended."""
    event = Ended(seq=attempt.next_seq, at=now, by=Speaker.COLLECTOR)

    def decide(present: Attempt) -> tuple[Event, ...]:
        call = present.state.call
        if call is not None and call.over:
            return ()
        _running_call(present)
        return (event,)

    return store.append(person, attempt, decide)


def check_open(attempt: Attempt) -> None:
    """Raise `Closed` where the attempt was handed in."""
    if attempt.state.handed_in:
        raise Closed(_place(attempt), "it was handed in", "read it, or begin a new attempt")


def _answered(store: Store, person: Person, attempt: Attempt, voice: Voice | None) -> Attempt:
    """The attempt with a reply to the words that wait for one; of two replies the first counts."""
    call = attempt.state.waiting
    said = call.unanswered if call else None
    if call is None or said is None:
        return attempt
    scenario = scenario_of(store, person, attempt)
    if isinstance(said, MessageSent) and not messages.is_answered(scenario, call.account, call.who):
        return attempt
    reader = shipped.checker_for(scenario.house).reader
    seed, seq, speaking = attempt.seed, attempt.next_seq, Speaking(voice, person.name)
    reply = reply_to(attempt.state, said, scenario, reader, seed, said.at, seq, speaking)

    def decide(present: Attempt) -> tuple[Event, ...]:
        waiting = present.state.waiting
        return (reply,) if waiting is not None and waiting.unanswered == said else ()

    return store.append(person, attempt, decide)


def _running_call(attempt: Attempt) -> CallState:
    check_open(attempt)
    call = attempt.state.call
    if call is None:
        raise TrainingError(_place(attempt), "nobody has been called yet", "start the call first")
    if call.over:
        raise Closed(_place(attempt), "the call is over", "go on to the wrap-up")
    return call


def _conversation(attempt: Attempt, after: int = 0) -> tuple[Event, ...]:
    """What was said or ended after an event; desk work in another window is in nobody's way."""
    return tuple(event for event in attempt.events[after:] if isinstance(event, _CONVERSATION))


def _last_said(attempt: Attempt) -> int:
    """The number of the line that can be taken back."""
    call = _running_call(attempt)
    last = attempt.events[call.lines[-1].seq - 1]
    said = last.answers if isinstance(last, Replied) else last.seq
    kept = None if said is None else attempt.events[said - 1]
    if said is None or not isinstance(kept, Said) or _just_took_back(attempt):
        raise TrainingError(
            _place(attempt), "there is nothing to take back", "the last line you said can be, once"
        )
    return said


def _just_took_back(attempt: Attempt) -> bool:
    return isinstance(_conversation(attempt)[-1], TakenBack)


def _place(attempt: Attempt) -> str:
    return f"attempt {attempt.id!r}"
