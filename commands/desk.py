"""The desk in the terminal: lines that begin with '/' are done, not said."""

from collections.abc import Callable, Mapping
from datetime import date, datetime, time

from calls.desk import DeskPart
from calls.errors import RecordError
from calls.events import DialDecision, DialReason
from calls.money import Arrangement, Instalment, Money
from calls.turn import Channel
from commands import plans
from training import practice, wrap_up
from training.dialling import decide_dial, from_eight
from training.messages import By
from training.models import Attempt, Person
from training.store import Store

Deed = Callable[[Store, Person, Attempt, str, datetime], Attempt]


def _note(store: Store, person: Person, attempt: Attempt, words: str, now: datetime) -> Attempt:
    return wrap_up.note(store, person, attempt, words, now)


def _look(store: Store, person: Person, attempt: Attempt, words: str, now: datetime) -> Attempt:
    return wrap_up.look_up(store, person, attempt, words, now)


def _flag(store: Store, person: Person, attempt: Attempt, words: str, now: datetime) -> Attempt:
    flag = words.removeprefix("-")
    return wrap_up.set_flag(store, person, attempt, flag, flag == words, now)


def _disposition(
    store: Store, person: Person, attempt: Attempt, words: str, now: datetime
) -> Attempt:
    return wrap_up.record_disposition(store, person, attempt, words, now)


def _pay(store: Store, person: Person, attempt: Attempt, words: str, now: datetime) -> Attempt:
    """One more row of the arrangement."""
    amount, _, day = words.rpartition(" ")
    row = Instalment(amount=_money(store, person, attempt, amount), due=_day("/pay", day))
    kept = attempt.state.wrap_up.arrangement
    if kept is None:
        made = Arrangement(instalments=(row,))
    else:
        made = kept.model_copy(update={"instalments": (*kept.instalments, row)})
    return wrap_up.record_arrangement(store, person, attempt, made, now)


def _money(store: Store, person: Person, attempt: Attempt, amount: str) -> Money:
    """An amount in the money of the place, with its sign or without."""
    currency = practice.scenario_of(store, person, attempt).house.currency
    return Money.of(amount.strip().lstrip("A$£€"), currency)


def _method(store: Store, person: Person, attempt: Attempt, words: str, now: datetime) -> Attempt:
    kept = attempt.state.wrap_up.arrangement
    if kept is None:
        raise RecordError("/method", "nothing is to be paid yet", "/pay AMOUNT YYYY-MM-DD first")
    made = kept.model_copy(update={"method": words})
    return wrap_up.record_arrangement(store, person, attempt, made, now)


def _follow_up(
    store: Store, person: Person, attempt: Attempt, words: str, now: datetime
) -> Attempt:
    return wrap_up.set_follow_up(store, person, attempt, _day("/follow-up", words), now)


def _take_back(store: Store, person: Person, attempt: Attempt, _: str, now: datetime) -> Attempt:
    return practice.take_back(store, person, attempt, now)


def _hold(store: Store, person: Person, attempt: Attempt, _: str, now: datetime) -> Attempt:
    return practice.hold(store, person, attempt, now)


def _resume(store: Store, person: Person, attempt: Attempt, _: str, now: datetime) -> Attempt:
    return practice.take_off_hold(store, person, attempt, now)


def _transfer(store: Store, person: Person, attempt: Attempt, words: str, now: datetime) -> Attempt:
    return practice.transfer(store, person, attempt, words, now)


def _end(store: Store, person: Person, attempt: Attempt, _: str, now: datetime) -> Attempt:
    return practice.end_call(store, person, attempt, now)


def _dial(store: Store, person: Person, attempt: Attempt, words: str, now: datetime) -> Attempt:
    allowed = DialReason.ALLOWED
    return decide_dial(store, person, attempt, words, DialDecision.DIAL, allowed, now)


def _not_now(store: Store, person: Person, attempt: Attempt, words: str, now: datetime) -> Attempt:
    account, reason, when = _parts(words)
    at = _moment(store, person, attempt, account, when) if when else None
    decision = DialDecision.NOT_NOW
    return decide_dial(store, person, attempt, account, decision, reason, now, at)


def _other_way(
    store: Store, person: Person, attempt: Attempt, words: str, now: datetime
) -> Attempt:
    account, reason, _ = _parts(words)
    decision = DialDecision.OTHER_CHANNEL
    return decide_dial(store, person, attempt, account, decision, reason, now)


def _text(store: Store, person: Person, attempt: Attempt, words: str, now: datetime) -> Attempt:
    return practice.take_turn(store, person, attempt, words, now, by=By(Channel.SMS))


def _email(store: Store, person: Person, attempt: Attempt, words: str, now: datetime) -> Attempt:
    """The first word may be the address that is meant."""
    first, _, rest = words.partition(" ")
    to, words = (first, rest) if "@" in first else ("", words)
    return practice.take_turn(store, person, attempt, words, now, by=By(Channel.EMAIL, to=to))


def _parts(words: str) -> tuple[str, str, str]:
    """The account, the reason, and what is left: a day, perhaps with an hour."""
    account, _, rest = words.partition(" ")
    reason, _, when = rest.strip().partition(" ")
    return account, reason, when.strip()


def _moment(store: Store, person: Person, attempt: Attempt, account: str, when: str) -> datetime:
    """A day at the consumer's own place, from eight in the morning unless an hour is given."""
    day, _, hour = when.partition(" ")
    scenario = practice.scenario_of(store, person, attempt)
    opening = from_eight(scenario, account, _day("/not-now", day))
    if not hour:
        return opening
    try:
        at = time.fromisoformat(hour.strip())
    except ValueError:
        raise RecordError("/not-now", f"no hour {hour!r}", "an hour such as 08:00") from None
    return opening.replace(hour=at.hour, minute=at.minute)


DEEDS: Mapping[str, tuple[Deed, str]] = {
    "/note": (_note, "WORDS"),
    "/disposition": (_disposition, "CODE"),
    "/pay": (_pay, "AMOUNT YYYY-MM-DD"),
    "/method": (_method, "WAY TO PAY"),
    "/plan": (plans.work_out, plans.ASKED),
    "/take-plan": (plans.take, plans.ASKED),
    "/follow-up": (_follow_up, "YYYY-MM-DD"),
    "/flag": (_flag, "NAME, or -NAME to take it off"),
    "/look": (_look, "|".join(DeskPart)),
    "/back": (_take_back, ""),
    "/hold": (_hold, ""),
    "/resume": (_resume, ""),
    "/transfer": (_transfer, "TEAM"),
    "/end": (_end, ""),
    "/dial": (_dial, "ACCOUNT"),
    "/not-now": (_not_now, "ACCOUNT REASON [YYYY-MM-DD HH:MM, their time]"),
    "/other-way": (_other_way, "ACCOUNT REASON"),
    "/sms": (_text, "WORDS"),
    "/email": (_email, "[ADDRESS] WORDS"),
}
"""What can be done beside talking, and what follows the word."""


def do(store: Store, person: Person, attempt: Attempt, line: str, now: datetime) -> Attempt:
    """Do what a line beginning with '/' says; raises `RecordError` for one that says nothing."""
    name, _, words = line.partition(" ")
    if name not in DEEDS:
        allowed = "; ".join(f"{word} {after}".strip() for word, (_, after) in DEEDS.items())
        raise RecordError("desk", f"nothing is called {name!r}", allowed)
    deed, after = DEEDS[name]
    words = words.strip()
    if after and not words:
        raise RecordError(name, "something is missing", f"{name} {after}")
    return deed(store, person, attempt, words, now)


def _day(where: str, text: str) -> date:
    try:
        return date.fromisoformat(text.strip())
    except ValueError:
        raise RecordError(where, f"no day {text!r}", "a day such as 2026-03-20") from None
