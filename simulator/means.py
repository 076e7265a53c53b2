"""What a person can pay, would like to pay, and is afraid of: hidden from the collector."""

from collections.abc import Collection
from typing import Annotated

from pydantic import Field

from calls.turn import Frozen
from simulator.facts import Fear
from simulator.persona import Bargaining, Persona
from simulator.values import Amount, Id, Paying, Percent


class Income(Paying):
    """Money that comes in; `starts` where it has not begun yet."""

    source: str


class Cost(Frozen):
    """What must be paid each month to live."""

    name: str
    monthly: Amount


class LumpSum(Frozen):
    """What could be paid at once, from the day it is there (None: today)."""

    amount: Amount
    starts: Id | None = None


class Means(Frozen):
    """True income and costs, and where an agreement can lie.

    `opens_with` is what they would like to pay and name first; `reservation` the most they can
    keep up. `out_of_fear` is what somebody who promises beyond their means offers by themselves,
    until what comes in and what goes out has been told. The last four change how the persona deals
    with offers (`Bargaining`); what is left out is as they are.
    """

    income: tuple[Income, ...]
    costs: tuple[Cost, ...] = ()
    cash_now: Amount
    opens_with: Paying
    reservation: Paying
    lump_sum: LumpSum | None = None
    fears: tuple[Fear, ...] = ()
    out_of_fear: Paying | None = None
    offers_first: bool | None = None
    promises_beyond_means: bool | None = None
    gives_in_at_tension: Percent | None = None
    tests_before_accepting: Annotated[int, Field(ge=0, le=3)] | None = None

    def bargaining(self, persona: Persona) -> Bargaining:
        """How this person deals with offers here."""
        given = {name: getattr(self, name) for name in Bargaining.model_fields}
        here = {name: value for name, value in given.items() if value is not None}
        return persona.bargaining.model_copy(update=here)

    @property
    def pay_day(self) -> str | None:
        """The named day on which their money comes, where they wait for it."""
        starts = (self.reservation.starts, self.opens_with.starts)
        later = (one.starts for one in self.income)
        return next((day for day in (*starts, *later) if day), None)

    @property
    def surplus_cents(self) -> float:
        """What an average month leaves once all income flows."""
        income = sum(one.monthly_cents for one in self.income)
        return income - sum(cost.monthly.cents for cost in self.costs)

    def told(self, cents: Collection[int]) -> tuple[tuple[Income, ...], tuple[Cost, ...]]:
        """What comes in and what goes out by the amounts that were told, and nothing else."""
        return (
            tuple(one for one in self.income if one.amount.cents in cents),
            tuple(one for one in self.costs if one.monthly.cents in cents),
        )
