"""What is done at the desk from a line that was typed: each finds its words and takes one step."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time

from calls.errors import RecordError
from calls.events import DialDecision, DialReason
from calls.money import Every, Instalment, Money
from calls.turn import Channel
from simulator.scenario import Scenario
from training import practice, wrap_up
from training.arrangements import plan, with_payment
from training.dialling import decide_dial, from_eight
from training.errors import NotOffered
from training.messages import By
from training.models import Attempt, Person
from training.store import Store


@dataclass(frozen=True)
class At:
    """Where somebody stands: their attempt as they last saw it, and when it is."""

    store: Store
    person: Person
    attempt: Attempt
    now: datetime

    @property
    def scenario(self) -> Scenario:
        """What is practised."""
        return practice.scenario_of(self.store, self.person, self.attempt)

    @property
    def at_hand(self) -> Scenario:
        """The same with the account of the call in front."""
        call = self.attempt.state.call
        return self.scenario if call is None else self.scenario.for_account(call.account)


def note(at: At, words: str) -> Attempt:
    """One more line of the note; '-' clears it."""
    kept = at.attempt.state.wrap_up.notes
    text = "" if words == "-" else "\n".join(filter(None, (kept, words)))
    return wrap_up.note(at.store, at.person, at.attempt, text, at.now)


def look(at: At, words: str) -> Attempt:
    """A part of the desk is opened, perhaps of one account on the list."""
    part, _, account = words.partition(" ")
    if account and account not in at.attempt.accounts:
        raise NotOffered("account", account, at.attempt.accounts)
    return wrap_up.look_up(at.store, at.person, at.attempt, part, at.now)


def flag(at: At, words: str) -> Attempt:
    """A flag set, or with a '-' before it taken off."""
    name = words.removeprefix("-")
    return wrap_up.set_flag(at.store, at.person, at.attempt, name, name == words, at.now)


def disposition(at: At, words: str) -> Attempt:
    """How the call ended."""
    return wrap_up.record_disposition(at.store, at.person, at.attempt, words, at.now)


def pay(at: At, words: str) -> Attempt:
    """One more row of the arrangement, or several in a rhythm; '-' clears them all."""
    made = None
    if words != "-":
        made = at.attempt.state.wrap_up.arrangement
        for row in _rows(at, words.split()):
            made = with_payment(made, row.amount, row.due, at.attempt.started_at.date())
    return wrap_up.record_arrangement(at.store, at.person, at.attempt, made, at.now)


def _rows(at: At, words: Sequence[str]) -> tuple[Instalment, ...]:
    """What was typed: an amount, its day, and perhaps how many of them there are and how often."""
    if len(words) not in (2, 4):
        how = "/pay AMOUNT YYYY-MM-DD, or /pay AMOUNT YYYY-MM-DD COUNT EVERY"
        raise RecordError("/pay", f"{len(words)} words follow", how)
    amount, due, *rhythm = words
    first, count, every = day("/pay", due), "1", "once"
    if rhythm:
        count, every = rhythm
    if not count.isdecimal():
        raise RecordError("/pay", f"no number of payments {count!r}", "digits such as 6")
    if every not in list(Every):
        raise NotOffered("/pay", every, Every)
    return plan(money(at, amount), Every(every), first, int(count)).instalments


def method(at: At, words: str) -> Attempt:
    """The way in which the arrangement is paid."""
    kept = at.attempt.state.wrap_up.arrangement
    if kept is None:
        raise RecordError("/method", "nothing is to be paid yet", "/pay AMOUNT YYYY-MM-DD first")
    made = kept.model_copy(update={"method": words})
    return wrap_up.record_arrangement(at.store, at.person, at.attempt, made, at.now)


def follow_up(at: At, words: str) -> Attempt:
    """The day of the next step; '-' clears it."""
    due = None if words == "-" else day("/follow-up", words)
    return wrap_up.set_follow_up(at.store, at.person, at.attempt, due, at.now)


def take_back(at: At, _: str) -> Attempt:
    """The last line is taken back."""
    return practice.take_back(at.store, at.person, at.attempt, at.now)


def hold(at: At, _: str) -> Attempt:
    """The call is put on hold."""
    return practice.hold(at.store, at.person, at.attempt, at.now)


def resume(at: At, _: str) -> Attempt:
    """The call is taken off hold."""
    return practice.take_off_hold(at.store, at.person, at.attempt, at.now)


def transfer(at: At, words: str) -> Attempt:
    """The call is handed over."""
    return practice.transfer(at.store, at.person, at.attempt, words, at.now)


def end(at: At, _: str) -> Attempt:
    """The call is ended."""
    return practice.end_call(at.store, at.person, at.attempt, at.now)


def dial(at: At, words: str) -> Attempt:
    """An account is called now."""
    return _decide(at, words, DialDecision.DIAL, DialReason.ALLOWED)


def not_now(at: At, words: str) -> Attempt:
    """An account is not called now: why, and perhaps from when on it may be."""
    account, reason, when = _account_and_reason("/not-now", words)
    decision = DialDecision.NOT_NOW
    return _decide(at, account, decision, reason, when)


def other_way(at: At, words: str) -> Attempt:
    """An account is not called, but reached otherwise."""
    account, reason, _ = _account_and_reason("/other-way", words)
    return _decide(at, account, DialDecision.OTHER_CHANNEL, reason)


def text(at: At, words: str) -> Attempt:
    """A text goes out."""
    by = By(Channel.SMS)
    return practice.take_turn(at.store, at.person, at.attempt, words, at.now, by=by)


def email(at: At, words: str) -> Attempt:
    """An e-mail goes out; the first word may be the address that is meant."""
    first, _, rest = words.partition(" ")
    to, words = (first, rest) if "@" in first else ("", words)
    by = By(Channel.EMAIL, to=to)
    return practice.take_turn(at.store, at.person, at.attempt, words, at.now, by=by)


def _decide(at: At, account: str, decision: DialDecision, reason: str, when: str = "") -> Attempt:
    """The account first: a day is one at its own place."""
    next_at = None
    if when and account in at.attempt.accounts:
        next_at = _moment(at.scenario, account, when)
    return decide_dial(at.store, at.person, at.attempt, account, decision, reason, at.now, next_at)


def _account_and_reason(where: str, words: str) -> tuple[str, str, str]:
    """The account, the reason, and what is left: a day, perhaps with an hour."""
    account, _, rest = words.partition(" ")
    reason, _, when = rest.strip().partition(" ")
    if not reason:
        reasons = ", ".join(one for one in DialReason if one is not DialReason.ALLOWED)
        raise RecordError(where, "the reason is missing", f"one of {reasons}")
    return account, reason, when.strip()


def _moment(scenario: Scenario, account: str, when: str) -> datetime:
    """A day at the consumer's own place, from eight in the morning unless an hour is given."""
    due, _, hour = when.partition(" ")
    opening = from_eight(scenario, account, day("/not-now", due))
    if not hour:
        return opening
    try:
        at = time.fromisoformat(hour.strip())
    except ValueError:
        raise RecordError("/not-now", f"no hour {hour!r}", "an hour such as 08:00") from None
    return opening.replace(hour=at.hour, minute=at.minute)


def money(at: At, amount: str) -> Money:
    """An amount in the money of the place, with its sign or without."""
    currency = at.scenario.house.currency
    return Money.of(amount.strip().lstrip("A$£€").replace(",", ""), currency)


def day(where: str, words: str) -> date:
    """A day as it is typed."""
    try:
        return date.fromisoformat(words.strip())
    except ValueError:
        raise RecordError(where, f"no day {words!r}", "a day such as 2026-03-20") from None
