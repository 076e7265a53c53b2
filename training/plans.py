"""The plan calculator: what an instalment comes to, against authority and what they told.

It is given the desk and the sheet, which is what a collector sees; what somebody truly has is in
neither.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from calls.money import Arrangement, Every, Instalment, Money, Offer, Schedule
from calls.turn import Speaker
from scoring.negotiation.limits import most_part
from simulator.desk import Desk
from simulator.sheet import Sheet
from training.arrangements import MOST_ROWS, paid_from
from training.errors import TrainingError


class Limit(StrEnum):
    """A limit of authority that a plan goes beyond."""

    SMALLEST = "smallest"
    LONGEST = "longest"
    FIRST = "first"
    SETTLEMENT = "settlement"


class Fit(StrEnum):
    """How a plan sits with what they told of their month; `EARLY`: before their money comes."""

    WITHIN = "within"
    TIGHT = "tight"
    BEYOND = "beyond"
    EARLY = "early"
    UNKNOWN = "unknown"


@dataclass(frozen=True)
class Plan:
    """The rows until all is paid, what they cost in an average month, and what speaks against them.

    `open` is what a single payment leaves; `takes` the part of what is there by what was told.
    """

    made: Arrangement
    every: Every
    a_month: Money
    open: Money
    outside: tuple[Limit, ...]
    fit: Fit
    takes: float | None = None

    @property
    def first(self) -> Instalment:
        """The first payment; those between it and the last are like it."""
        return self.made.instalments[0]

    @property
    def last(self) -> Instalment:
        """The last payment, which may be smaller."""
        return self.made.instalments[-1]


def calculate(desk: Desk, sheet: Sheet, amount: Money, every: Every, first: date) -> Plan:
    """The plan that this amount comes to, in this rhythm, from this day on.

    Raises `TrainingError` where there is none: nothing is paid, too often, or on a past day.
    """
    _check(desk, amount, every, first)
    each = min(amount, desk.to_pay, key=lambda one: one.cents)
    offer = Offer(by=Speaker.COLLECTOR, amount=each, schedule=Schedule(every=every, start=first))
    made = paid_from(offer, first, desk.to_pay)
    still = max(0, desk.to_pay.cents - made.total.cents)
    takes = _takes(offer, sheet)
    return Plan(
        made=made,
        every=every,
        a_month=each.model_copy(update={"cents": round(offer.monthly_cents)}),
        open=each.model_copy(update={"cents": still}),
        outside=tuple(_outside(offer, made, still, desk)),
        fit=_fit(offer, takes, sheet, first),
        takes=takes,
    )


def _check(desk: Desk, amount: Money, every: Every, first: date) -> None:
    if amount.cents <= 0:
        raise TrainingError("amount", f"{amount} is no payment", "enter more than nothing")
    if first < desk.today:
        raise TrainingError("first day", "that day is past", "a day from today on")
    count = 1 if every is Every.ONCE else -(-desk.to_pay.cents // amount.cents)
    if count > MOST_ROWS:
        least = desk.to_pay.model_copy(update={"cents": -(-desk.to_pay.cents // MOST_ROWS)})
        told = f"{amount} at a time takes {count} payments"
        raise TrainingError("amount", told, f"{MOST_ROWS} at most, from {least} on")


def _outside(offer: Offer, made: Arrangement, still: int, desk: Desk) -> Iterator[Limit]:
    """Where it goes beyond what may be agreed on this account; all of it at once is never small."""
    limits, rows = desk.limits, made.instalments
    settles = still > 0 and desk.floor is not None
    whole = len(rows) == 1 and not still
    if settles and desk.floor and made.total.cents < desk.floor.cents:
        yield Limit.SETTLEMENT
    if not (whole or settles) and offer.monthly_cents < limits.smallest_instalment.cents:
        yield Limit.SMALLEST
    often = offer.schedule.per_month
    if often and len(rows) / often > limits.longest_months:
        yield Limit.LONGEST
    if rows[0].due > desk.today + timedelta(days=limits.first_payment_within_days):
        yield Limit.FIRST


def _takes(offer: Offer, sheet: Sheet) -> float | None:
    """The part of what there is that it takes: of a month, or of money that is there once."""
    there = sheet.left_cents
    if sheet.once and not offer.schedule.per_month:
        there = float(sum(one.amount.cents for one in sheet.once))
    return None if there is None else offer.monthly_cents / max(there, 1.0)


def _fit(offer: Offer, takes: float | None, sheet: Sheet, first: date) -> Fit:
    if takes is not None and takes > 1:
        return Fit.BEYOND
    if sheet.begins is not None and first < sheet.begins:
        return Fit.EARLY
    if takes is None:
        return Fit.UNKNOWN
    return Fit.TIGHT if takes > most_part(offer) else Fit.WITHIN
