"""Messages: how something goes out that is not said on the call that is going on."""

from dataclasses import dataclass
from datetime import datetime

from calls.circumstances import NumberType
from calls.events import DialDecision, Ended, Event, MessageSent
from calls.state import AttemptState, CallState
from calls.turn import Channel, Speaker
from simulator.scenario import Scenario
from simulator.turn_taking import write_to
from training.errors import NotOffered, TrainingError
from training.models import Attempt

LONGEST_LINE = 2_000
SUBJECT = "Subject:"


@dataclass(frozen=True)
class By:
    """The way a message goes; without an account it is the one that was last spoken with."""

    channel: Channel
    account: str = ""
    to: str = ""


def way(attempt: Attempt, by: By | None) -> By | None:
    """How the next words go: as asked for, else as the conversation goes; None on a call."""
    call = attempt.state.call
    account = call.account if call else attempt.accounts[0]
    if by is not None:
        return By(by.channel, by.account or account, by.to)
    if call is None or call.channel is Channel.CALL:
        return None
    return By(call.lines[-1].turn.channel if call.lines else call.channel, account)


def ways_to_write(scenario: Scenario, account: str) -> tuple[Channel, ...]:
    """How somebody can be written to: a text where a mobile is on file, or an e-mail."""
    on_file = scenario.for_account(account).account
    text = (Channel.SMS,) if on_file.number_type is NumberType.MOBILE else ()
    return (*text, Channel.EMAIL) if on_file.emails else text


def ways_open(attempt: Attempt, scenario: Scenario, account: str) -> tuple[Channel, ...]:
    """What an account can be sent now: words on its machine, or else what can be written.

    Nothing can be written while somebody is on the line. Where it is decided whom to dial,
    whoever is to be reached otherwise can be written to.
    """
    state = attempt.state
    if _machine_listens(state, account):
        return (Channel.VOICEMAIL,)
    if state.handed_in or (state.call and not (state.call.written or state.call.over)):
        return ()
    decided = state.decided.get(account)
    may = bool(state.calls) and scenario.more_than_a_call
    if scenario.dial is not None:
        may = decided is not None and decided.decision is DialDecision.OTHER_CHANNEL
    return ways_to_write(scenario, account) if may else ()


def as_email(subject: str, body: str) -> str:
    """An e-mail as it is kept and read: its subject is its first line."""
    return f"{SUBJECT} {' '.join(subject.split())}\n\n{body.strip()}"


def went(event: Event) -> By | None:
    """The way in which the words of an event went; None on a call."""
    return By(event.channel, event.account, event.to) if isinstance(event, MessageSent) else None


def spoken(text: str) -> str:
    """The words as one line; raises an error that teaches where there are none, or too many."""
    words = " ".join(text.encode("utf-8", "replace").decode().split())
    if not words:
        raise TrainingError("your line", "it is empty", "type at least one word")
    if len(words) > LONGEST_LINE:
        raise TrainingError(
            "your line",
            f"this line has {len(words)} characters",
            f"at most {LONGEST_LINE} are possible: say it in two turns",
        )
    return words


def sent(attempt: Attempt, text: str, now: datetime, by: By, scenario: Scenario) -> MessageSent:
    """The message as it is kept: lines stay lines; raises an error that teaches where none is."""
    spoken(text)
    lines = text.encode("utf-8", "replace").decode().splitlines()
    words = "\n".join(" ".join(line.split()) for line in lines).strip()
    if by.account not in attempt.accounts:
        raise NotOffered("account", by.account, attempt.accounts)
    return MessageSent(
        seq=attempt.next_seq,
        at=now,
        channel=by.channel,
        text=words,
        account=by.account,
        to=_address(attempt, by, scenario),
    )


def _address(attempt: Attempt, by: By, scenario: Scenario) -> str:
    """The address on file that is meant: the one named, the one used before, or the only one."""
    on_file = [one.address for one in scenario.for_account(by.account).account.emails]
    if by.channel is not Channel.EMAIL or not (on_file or by.to):
        return ""
    used = [one.to for one in attempt.state.messages if one.account == by.account and one.to]
    meant = by.to or (used[-1] if used else "") or (on_file[0] if len(on_file) == 1 else "")
    if not meant:
        raise TrainingError("your e-mail", "no address is named", f"one of {', '.join(on_file)}")
    if meant not in on_file:
        raise NotOffered("e-mail address", meant, on_file)
    return meant


def going_out(present: Attempt, message: MessageSent, scenario: Scenario) -> tuple[Event, ...]:
    """The message, with the conversation that it begins or the machine's call that it ends."""
    state = present.state
    if message.channel is Channel.VOICEMAIL:
        if not _machine_listens(state, message.account):
            raise TrainingError(
                "your message", "no machine is listening", "dial first, and speak after the tone"
            )
        return message, Ended(seq=message.seq + 1, at=message.at, by=Speaker.COLLECTOR)
    if not message.channel.written:
        raise NotOffered("channel", message.channel, [one for one in Channel if one.written])
    if state.call is not None and not (state.call.written or state.call.over):
        raise TrainingError("your message", "a call is going on", "end it first, then write")
    if any(_is_written_in(one, message.account) for one in state.calls):
        return (message,)
    begun = write_to(
        scenario, message.account, present.seed, message.channel, message.at, message.seq
    )
    return begun, message


def is_answered(scenario: Scenario, account: str, who: str) -> bool:
    """Whether somebody writes back: a machine does not, nor who is merely on the list."""
    return account == scenario.account.id and scenario.person(who).answerer.is_person


def _is_written_in(call: CallState, account: str) -> bool:
    """Whether it is held in writing, or was a call with somebody that is followed up in writing."""
    after = call.channel is Channel.CALL and call.over
    return call.account == account and (call.written or after)


def _machine_listens(state: AttemptState, account: str) -> bool:
    call = state.call
    if call is None or call.over:
        return False
    return call.channel is Channel.VOICEMAIL and call.account == account
