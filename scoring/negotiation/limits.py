"""What could be agreed: the floor of authority, the most that can be kept up, what lies between.

F is the creditor's floor, L the most the person could sustainably agree to. Both are told in all,
and by the month as well, since people bargain about the one or the other.
"""

from datetime import date
from enum import StrEnum

from calls.circumstances import Authority
from calls.knowledge import UNKNOWN
from calls.money import Every, Money, Offer
from calls.turn import Frozen
from scoring.negotiation.plan import plan_of
from simulator.circumstances import authority
from simulator.means import Means
from simulator.scenario import Aim, Scenario

SUSTAINABLE = 0.8
"""The part of the true monthly surplus that an instalment may take; the rest is the buffer b."""


class Measure(StrEnum):
    """What the amounts of a call are told in: by the month, or once and for all."""

    MONTH = "a month"
    IN_ALL = "in all"


class Zone(Frozen):
    """What was possible: from the floor to the most, in all and in the measure of the bargaining.

    `possible` is False where the most does not reach beyond the floor. Whoever can pay all that is
    due, at once or in instalments that authority allows, always can agree to something.
    """

    measure: Measure
    floor: Money
    most: Money
    floor_in_all: Money
    most_in_all: Money
    owed: Money
    surplus: Money
    at_once: Money | None = None
    least_a_month: Money | None = None
    longest_months: int | None = None

    @property
    def possible(self) -> bool:
        """Whether there was anything to agree on."""
        if self.at_once is not None and self.at_once.cents >= self.owed.cents:
            return True
        beyond = self.most_in_all.cents > self.floor_in_all.cents
        all_of_it = self.most_in_all.cents >= self.owed.cents
        by_month = self.measure is Measure.IN_ALL or self.most.cents > self.floor.cents
        return by_month and (beyond or all_of_it)


def zone_of(scenario: Scenario) -> Zone | None:
    """The zone of a scenario; None where nothing says what this person has."""
    means = scenario.means
    if means is None:
        return None
    limits, owed = authority(scenario), scenario.account.past_due
    floor, most = _monthly_floor(limits), _monthly_most(means)
    in_all = _floor_in_all(scenario, limits), _most_in_all(means, most, limits, owed)
    once = means.reservation.every is Every.ONCE
    here = in_all if once else (floor, most)

    def money(cents: float) -> Money:
        return owed.model_copy(update={"cents": round(cents)})

    return Zone(
        measure=Measure.IN_ALL if once else Measure.MONTH,
        floor=money(here[0]),
        most=money(here[1]),
        floor_in_all=money(in_all[0]),
        most_in_all=money(in_all[1]),
        owed=owed,
        surplus=money(means.surplus_cents),
        at_once=money(_at_once(means)),
        least_a_month=money(floor),
        longest_months=None if limits.longest_months is UNKNOWN else limits.longest_months,
    )


def _monthly_floor(limits: Authority) -> float:
    return 0.0 if limits.smallest_instalment is UNKNOWN else limits.smallest_instalment.cents


def _monthly_most(means: Means) -> float:
    """What they can keep up by the month, and no more than what leaves them their buffer."""
    return min(means.reservation.monthly_cents, max(0.0, SUSTAINABLE * means.surplus_cents))


def _floor_in_all(scenario: Scenario, limits: Authority) -> float:
    """The least in all: of a settlement its floor, else what an acceptable end asks for."""
    owed = scenario.account.past_due.cents
    if scenario.aim is Aim.SETTLEMENT and limits.settlement_floor is not UNKNOWN:
        return limits.settlement_floor.cents
    bounds = (end.arrangement for end in scenario.end_states if end.arrangement)
    declared = [bound.total_at_least.cents for bound in bounds if bound.total_at_least]
    if declared:
        return min(declared)
    months = 1 if limits.longest_months is UNKNOWN else limits.longest_months
    return min(owed, _monthly_floor(limits) * months)


def _most_in_all(means: Means, monthly: float, limits: Authority, owed: Money) -> float:
    months = 1 if limits.longest_months is UNKNOWN else limits.longest_months
    return min(owed.cents, max(_at_once(means), monthly * months))


def _at_once(means: Means) -> float:
    """What can be paid in one payment, when it is there."""
    lump = means.lump_sum.amount if means.lump_sum else means.cash_now
    once = means.reservation.every is Every.ONCE
    return float(max(lump.cents, means.reservation.amount.cents if once else 0))


def affordability(means: Means, agreed: Offer) -> float:
    """u: the part of what there is that an offer takes, each month or (one payment) once."""
    if agreed.schedule.per_month:
        there: float = means.surplus_cents
    else:
        at_once = means.lump_sum.amount if means.lump_sum else means.cash_now
        there = float(max(at_once.cents, means.reservation.amount.cents))
    return agreed.monthly_cents / max(there, 1.0)


def before_it_is_there(scenario: Scenario, agreed: Offer, on: date) -> float | None:
    """The part of what they have today that falls due before the day on which their money comes.

    None where they wait for no day, or nothing falls due before it.
    """
    means = scenario.means
    if means is None or means.pay_day is None or agreed.schedule.start is None:
        return None
    comes = scenario.day(means.pay_day, on)
    plan = plan_of(agreed, scenario.account.past_due, on)
    due = [row.amount.cents for row in plan.payments if row.due < comes]
    return sum(due) / max(means.cash_now.cents, 1) if due else None


def most_part(agreed: Offer) -> float:
    """The part that it may take: of a month's surplus .8, of money that is put aside all."""
    return SUSTAINABLE if agreed.schedule.per_month else 1.0
