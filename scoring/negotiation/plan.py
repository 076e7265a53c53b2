"""An offer laid out as payments: what it brings in all, what that is worth today, how long it runs.

Everything here is arithmetic on an offer. Two figures are assumptions of ours, and say so.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

from calls.money import Every, Instalment, Money, Offer

COST_OF_MONEY = 0.08
"""A year; an assumption of ours, about what waiting for money costs a creditor."""
FIRST_AFTER = timedelta(days=30)
"""An assumption: where nobody said from when, the first payment comes this much later."""
KEPT = ((0.0, 0.95), (0.5, 0.9), (0.8, 0.75), (1.0, 0.35), (1.2, 0.05))
"""Chances that a promise is kept, by the part of the surplus it takes: an assumption, no finding.

We know of no published curve. That it falls, slowly at first and fast from .8 on, is what the flag
at .8 says already; it is shown beside a result and never marked.
"""
COUNTED_FROM = date(2000, 1, 1)
"""Where the day of a call is not known; only the days between payments count."""
_MOST_PAYMENTS = 600
_DAYS_A_YEAR = 365.0
_DAYS_A_MONTH = 365 / 12


@dataclass(frozen=True)
class Plan:
    """Payments in the order of their days, told from the day of the call."""

    payments: tuple[Instalment, ...]
    months: float
    on: date

    @property
    def total_cents(self) -> int:
        """What it brings in all."""
        return sum(one.amount.cents for one in self.payments)

    @property
    def worth_cents(self) -> float:
        """What that is worth on the day of the call: the present value."""
        return sum(worth(one.amount.cents, (one.due - self.on).days) for one in self.payments)


def plan_of(offer: Offer, owed: Money | None, on: date, longest: int | None = None) -> Plan:
    """The payments of an offer.

    Without a count it runs until what is `owed` is paid, and for no more than `longest` months:
    what is then still open is looked at again.
    """
    start = offer.schedule.start or on + FIRST_AFTER
    if offer.schedule.every is Every.ONCE:
        singles = offer.single_payments(start)
        days = max((singles[-1].due - on).days, 0)
        return Plan(singles, days / _DAYS_A_MONTH, on)
    amounts = _amounts(offer, owed, longest)
    days_due = offer.schedule.dates(start, len(amounts))
    rows = tuple(
        Instalment(amount=offer.amount.model_copy(update={"cents": cents}), due=due)
        for cents, due in zip(amounts, days_due, strict=True)
    )
    return Plan(rows, len(rows) / offer.schedule.per_month, on)


def _amounts(offer: Offer, owed: Money | None, longest: int | None) -> Sequence[int]:
    each, count = max(offer.amount.cents, 1), offer.schedule.count
    if count is not None or owed is None:
        return [each] * min(count or 1, _MOST_PAYMENTS)
    full, rest = divmod(max(owed.cents, 1), each)
    in_time = _MOST_PAYMENTS if longest is None else int(longest * offer.schedule.per_month)
    return ([each] * full + [rest] * bool(rest))[: max(1, min(in_time, _MOST_PAYMENTS))]


def worth(cents: float, days: float) -> float:
    """What an amount that comes so many days later is worth now."""
    return float(cents / (1 + COST_OF_MONEY) ** (days / _DAYS_A_YEAR))


def worth_after_months(cents: float, months: float) -> float:
    """What an amount that comes so many months later is worth now."""
    return worth(cents, months * _DAYS_A_MONTH)


def chance_kept(part: float) -> float:
    """The chance that a promise is kept that takes this part of what is left each month.

    Straight lines between the points of `KEPT`, which are an assumption.
    """
    for (low, high_chance), (high, low_chance) in pairwise(KEPT):
        if part <= high:
            along = max(0.0, part - low) / (high - low)
            between = high_chance + along * (low_chance - high_chance)
            return max(low_chance, between)  # rounding must not fall below the point itself
    return KEPT[-1][1]
