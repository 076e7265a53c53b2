"""The desk in the terminal: lines that begin with '/' are done, not said."""

from collections.abc import Callable, Mapping
from datetime import date, datetime

from calls.errors import RecordError
from calls.money import Arrangement, Instalment, Money
from training import practice, wrap_up
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


DEEDS: Mapping[str, tuple[Deed, str]] = {
    "/note": (_note, "WORDS"),
    "/disposition": (_disposition, "CODE"),
    "/pay": (_pay, "AMOUNT YYYY-MM-DD"),
    "/method": (_method, "WAY TO PAY"),
    "/follow-up": (_follow_up, "YYYY-MM-DD"),
    "/flag": (_flag, "NAME, or -NAME to take it off"),
    "/look": (_look, "|".join(wrap_up.DeskPart)),
    "/back": (_take_back, ""),
    "/hold": (_hold, ""),
    "/resume": (_resume, ""),
    "/transfer": (_transfer, "TEAM"),
    "/end": (_end, ""),
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
