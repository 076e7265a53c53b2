"""Money, schedules, offers and arrangements: proposed and accepted amounts, in integer cents."""

from collections.abc import Mapping
from datetime import date, timedelta
from decimal import Decimal, InvalidOperation
from enum import StrEnum
from typing import Annotated, Literal, Self

from pydantic import Field

from calls.errors import RecordError
from calls.turn import Frozen, Speaker

_SYMBOLS = {"USD": "$", "GBP": "£", "EUR": "€", "AUD": "A$", "CAD": "C$", "NZD": "NZ$"}

Country = Literal["US", "GB", "AU", "CA", "IE", "NZ"]
"""A country whose English and money we know, by its ISO 3166 code."""

CURRENCIES: Mapping[Country, str] = {
    "US": "USD",
    "GB": "GBP",
    "AU": "AUD",
    "CA": "CAD",
    "IE": "EUR",
    "NZ": "NZD",
}
"""What is paid in there."""

CurrencyCode = Annotated[str, Field(pattern=r"^[A-Z]{3}$")]


class Money(Frozen):
    """An exact amount: integer cents and an ISO 4217 currency."""

    cents: int
    currency: CurrencyCode = "USD"

    @classmethod
    def of(cls, amount: str | int | Decimal, currency: str = "USD") -> Self:
        """The amount in whole units, `Money.of("1140.50")`; more than two decimals is an error."""
        try:
            cents = Decimal(amount) * 100
        except InvalidOperation:
            raise RecordError(
                "money", f"{amount!r} is no amount", "digits such as 1140.50"
            ) from None
        if not cents.is_finite() or cents != cents.to_integral_value():
            raise RecordError("money", f"{amount!r} has parts of a cent", "at most two decimals")
        return cls(cents=int(cents), currency=currency)

    @property
    def symbol(self) -> str:
        """What is written before the figures; a code where the currency has no sign of its own."""
        return _SYMBOLS.get(self.currency, f"{self.currency} ")

    def __str__(self) -> str:
        sign = "-" if self.cents < 0 else ""
        return f"{sign}{self.symbol}{abs(self.cents) // 100:,}.{abs(self.cents) % 100:02d}"

    def times(self, count: int) -> "Money":
        """The amount `count` times over."""
        return self.model_copy(update={"cents": self.cents * count})


class Every(StrEnum):
    """How often an instalment falls due."""

    ONCE = "once"
    WEEK = "week"
    TWO_WEEKS = "two_weeks"
    HALF_MONTH = "half_month"
    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"

    @property
    def told(self) -> str:
        """The rhythm as people say it."""
        return _TOLD[self]


_TOLD = {
    Every.ONCE: "once",
    Every.WEEK: "every week",
    Every.TWO_WEEKS: "every two weeks",
    Every.HALF_MONTH: "twice a month",
    Every.MONTH: "every month",
    Every.QUARTER: "every quarter",
    Every.YEAR: "every year",
}
_DAYS = {Every.WEEK: 7, Every.TWO_WEEKS: 14}
_MONTHS = {Every.MONTH: 1, Every.QUARTER: 3, Every.YEAR: 12}
_PER_MONTH = {
    Every.ONCE: 0.0,
    Every.WEEK: 52 / 12,
    Every.TWO_WEEKS: 26 / 12,
    Every.HALF_MONTH: 2.0,
    Every.MONTH: 1.0,
    Every.QUARTER: 1 / 3,
    Every.YEAR: 1 / 12,
}


class Schedule(Frozen):
    """When instalments fall due: how often, how many (None: until paid), from which day."""

    every: Every
    count: Annotated[int, Field(ge=1)] | None = None
    start: date | None = None

    def dates(self, start: date, count: int) -> tuple[date, ...]:
        """The first `count` due dates from `start`; a month without that day takes its last."""
        return tuple(_due(self.every, start, n) for n in range(count))

    @property
    def per_month(self) -> float:
        """Instalments in an average month; 0 for a single payment."""
        return _PER_MONTH[self.every]


def _due(every: Every, start: date, nth: int) -> date:
    if every in _DAYS:
        return start + timedelta(days=_DAYS[every] * nth)
    if every is Every.HALF_MONTH:
        return _add_months(start, nth // 2) + timedelta(days=15 * (nth % 2))
    return _add_months(start, _MONTHS.get(every, 0) * nth)


def _add_months(day: date, months: int) -> date:
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    following = date(year + (month == 11), (month + 1) % 12 + 1, 1)
    last = (following - timedelta(days=1)).day
    return date(year, month + 1, min(day.day, last))


class Instalment(Frozen):
    """One row of an arrangement: how much, on which day."""

    amount: Money
    due: date


class Offer(Frozen):
    """What one side proposes: an amount each time, and when; not yet accepted.

    `then` is what follows a single payment, each on its own day: "half now, half on the 15th".
    """

    by: Speaker
    amount: Money
    schedule: Schedule = Schedule(every=Every.ONCE)
    method: str | None = None
    settles: bool = False
    then: tuple[Instalment, ...] = ()

    @property
    def monthly_cents(self) -> float:
        """What it costs in an average month; a single payment counts whole."""
        return self.amount.cents * (self.schedule.per_month or 1.0) + sum(
            row.amount.cents for row in self.then
        )

    @property
    def total(self) -> Money | None:
        """The sum of all instalments, where their number is known."""
        if self.schedule.every is Every.ONCE:
            cents = sum(amount.cents for amount in self.amounts)
            return self.amount.model_copy(update={"cents": cents})
        return self.amount.times(self.schedule.count) if self.schedule.count else None

    @property
    def amounts(self) -> tuple[Money, ...]:
        """Every amount that it names, in the order of the days."""
        return (self.amount, *(row.amount for row in self.then))

    def same_money(self, other: "Offer") -> bool:
        """Whether it is the same amounts in the same rhythm."""
        return self.amounts == other.amounts and self.schedule.every is other.schedule.every

    def adds_nothing_to(self, other: "Offer") -> bool:
        """Whether it is the same money, with no other day or number."""
        now, then = self.schedule, other.schedule
        same_day = now.start in (None, then.start)
        return self.same_money(other) and same_day and now.count in (None, then.count)

    def single_payments(self, day: date) -> tuple[Instalment, ...]:
        """A payment without a rhythm and what follows it; the first on `day` where it has none."""
        first = Instalment(amount=self.amount, due=self.schedule.start or day)
        return (first, *self.then)


class Arrangement(Frozen):
    """What both sides accepted, as rows that add up."""

    instalments: Annotated[tuple[Instalment, ...], Field(min_length=1)]
    method: str | None = None
    settles: bool = False

    @property
    def total(self) -> Money:
        """The sum of the rows, in the currency of the first."""
        first = self.instalments[0].amount
        return Money(
            cents=sum(row.amount.cents for row in self.instalments), currency=first.currency
        )
