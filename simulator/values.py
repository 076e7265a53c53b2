"""Values as authors write them: amounts of money, and days counted from the day of the call."""

from datetime import date, timedelta
from enum import StrEnum
from typing import Annotated, Any

from pydantic import AfterValidator, BeforeValidator, Field, WithJsonSchema, model_validator

from calls.errors import RecordError
from calls.money import Every, Money, Schedule
from calls.turn import Frozen


def _amount(given: Any) -> Any:
    if isinstance(given, bool) or not isinstance(given, int | float | str):
        return given
    currency, _, number = str(given).rpartition(" ")
    try:
        return Money.of(number.replace(",", ""), currency or "USD")
    except RecordError as error:
        raise ValueError(
            f"{error.wrong} - an amount such as 186.40, or GBP 890 for other currencies"
        ) from error


def _something(amount: Money) -> Money:
    if amount.cents < 0:
        raise ValueError("less than nothing - 0 or more, such as 186.40")
    return amount


Amount = Annotated[
    Money,
    BeforeValidator(_amount),
    AfterValidator(_something),
    WithJsonSchema(
        {
            "anyOf": [{"type": "number"}, {"type": "string", "pattern": "^([A-Z]{3} )?[0-9,.]+$"}],
            "description": "An amount in dollars such as 186.40; GBP 890 for other currencies.",
        }
    ),
]
"""Money, written `186.40` or `GBP 890`."""

Id = Annotated[str, Field(pattern=r"^[a-z][a-z0-9_]*$")]
Percent = Annotated[int, Field(ge=0, le=100)]


class Weekday(StrEnum):
    """A day of the week."""

    MONDAY = "monday"
    TUESDAY = "tuesday"
    WEDNESDAY = "wednesday"
    THURSDAY = "thursday"
    FRIDAY = "friday"
    SATURDAY = "saturday"
    SUNDAY = "sunday"


class When(Frozen):
    """A day told from the day of the call: exactly one of the four ways.

    `day_of_month` and `weekday` mean the next such day after the call's own.
    """

    in_days: Annotated[int, Field(ge=0)] | None = None
    days_ago: Annotated[int, Field(ge=0)] | None = None
    day_of_month: Annotated[int, Field(ge=1, le=28)] | None = None
    weekday: Weekday | None = None

    @model_validator(mode="after")
    def _one_way(self) -> "When":
        if sum(value is not None for _, value in self) != 1:
            raise ValueError("a day is told in one way: in_days, days_ago, day_of_month or weekday")
        return self

    def on(self, today: date) -> date:
        """The day that is meant when the call is on `today`."""
        if self.in_days is not None:
            return today + timedelta(days=self.in_days)
        if self.days_ago is not None:
            return today - timedelta(days=self.days_ago)
        following = (today + timedelta(days=n) for n in range(1, 32))
        return next(day for day in following if self._is(day))

    def later(self, days: int) -> "When":
        """The same day, so many days later; raises `ValueError` for one that is not counted."""
        steps = {"in_days": days, "day_of_month": days, "days_ago": -days}
        told = {name: value + steps[name] for name, value in self if isinstance(value, int)}
        return When.model_validate(told)

    def _is(self, day: date) -> bool:
        if self.weekday is not None:
            return day.weekday() == list(Weekday).index(self.weekday)
        return day.day == self.day_of_month


class Paying(Frozen):
    """An amount each time, from a day the scenario names (None: any day)."""

    amount: Amount
    every: Every = Every.MONTH
    starts: Id | None = None

    @property
    def monthly_cents(self) -> float:
        """What it comes to in an average month; a single payment counts whole."""
        return self.amount.cents * (Schedule(every=self.every).per_month or 1.0)
