"""What is on the table as the bot sees it: what they named, what it proposed, what was agreed."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from calls.money import Every, Money, Offer, Schedule
from calls.turn import Speaker
from language.reading import AmountRole, Reading
from simulator.bots.bot import Proposes
from simulator.desk import Desk

_PAID = (AmountRole.PAYMENT, AmountRole.OTHER)
_OF_THEMSELVES = {"identified", "tells_address"}
"""What turns tell whose numbers are no money, and whose days none to pay on."""
_FIRST_IN_DAYS = 14
_FAR = 75
_MORE = 1.2
_ROUND = 500


@dataclass(frozen=True)
class Named:
    """What they named themselves, as far as they did."""

    amount: Money | None = None
    every: Every | None = None
    day: date | None = None
    method: str | None = None
    hours: str | None = None
    most: Money | None = None


def named_in(heard: Iterable[tuple[Reading, frozenset[str]]], desk: Desk) -> Named:
    """The last amount, rhythm, day and way to pay that the other side named, and the most.

    `heard` are their turns, each with its cues.
    """
    amount = every = day = method = most = None
    for reading, cues in heard:
        if cues & _OF_THEMSELVES:
            continue
        found = _payment(reading)
        if found is not None:
            amount, every = found, _rhythm(reading) or every or _once(reading, desk)
        most = _larger(most, _most(reading))
        day = _day(reading, desk.today) or day
        method = desk.house.method_named(reading.method) or method
    return Named(amount, every, day, method, most=most)


def _payment(reading: Reading) -> Money | None:
    paid = (m.amount for m in reading.money if m.role in _PAID and m.amount and not m.negated)
    return next(reversed(list(paid)), None)


def _rhythm(reading: Reading) -> Every | None:
    return next((one.every for one in reversed(reading.schedules) if one.every), None)


def _most(reading: Reading) -> Money | None:
    """The largest amount of theirs, whatever it is the amount of."""
    named = [m.amount for m in reading.money if m.amount and m.role is not AmountRole.BALANCE]
    return max(named, key=lambda money: money.cents, default=None)


def _larger(one: Money | None, other: Money | None) -> Money | None:
    named = [money for money in (one, other) if money]
    return max(named, key=lambda money: money.cents, default=None)


def _once(reading: Reading, desk: Desk) -> Every | None:
    """An amount with a day and no rhythm is one payment."""
    return Every.ONCE if _day(reading, desk.today) else None


def _day(reading: Reading, today: date) -> date | None:
    days = [d.day for d in reading.dates] + [s.begins for s in reading.schedules]
    last = today + timedelta(days=_FAR)
    return next((day for day in reversed(days) if day and today < day <= last), None)


def proposal(wish: Proposes, desk: Desk, named: Named) -> Offer | None:
    """What a step proposes; None where too little is known for it."""
    due, limits = desk.due, desk.limits
    start = named.day or desk.today + timedelta(
        days=min(_FIRST_IN_DAYS, limits.first_payment_within_days)
    )
    match wish:
        case Proposes.WHOLE_TODAY:
            return _offer(due, Every.ONCE, desk.today)
        case Proposes.HALF_TODAY:
            return _offer(_share(due, 2), Every.ONCE, desk.today)
        case Proposes.WHOLE_ON_THEIR_DAY:
            return _offer(due, Every.ONCE, named.day) if named.day else None
        case Proposes.LEAST:
            return _offer(limits.smallest_instalment, Every.MONTH, start)
        case Proposes.SPREAD:
            return _offer(_share(due, limits.longest_months), Every.MONTH, start)
        case Proposes.SETTLEMENT:
            return _settlement(desk, named)
        case Proposes.THEIRS | Proposes.A_BIT_MORE:
            return _about_theirs(wish, desk, named, start)


def _settlement(desk: Desk, named: Named) -> Offer | None:
    """All that they have named, in one payment, where that is enough to settle it."""
    if named.most is None or desk.floor is None or named.day is None:
        return None
    enough = desk.floor.cents <= named.most.cents < desk.due.cents
    return _offer(named.most, Every.ONCE, named.day) if enough else None


def _about_theirs(wish: Proposes, desk: Desk, named: Named, start: date) -> Offer | None:
    if named.amount is None:
        return None
    every = named.every or (Every.ONCE if named.amount.cents >= desk.due.cents else Every.MONTH)
    if wish is Proposes.THEIRS:
        return _offer(named.amount, every, start)
    if every is Every.ONCE:
        return None
    cents = -int(-named.amount.cents * _MORE // _ROUND) * _ROUND
    return _offer(named.amount.model_copy(update={"cents": cents}), every, start)


def _share(due: Money, parts: int) -> Money:
    return due.model_copy(update={"cents": -(-due.cents // (parts * 100)) * 100})


def _offer(amount: Money, every: Every, start: date) -> Offer:
    return Offer(by=Speaker.COLLECTOR, amount=amount, schedule=Schedule(every=every, start=start))
