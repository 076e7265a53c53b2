"""What an agreement is worth: the creditor's share, and what it takes of somebody's month."""

from collections.abc import Sequence

from calls.money import Money, Offer
from calls.turn import Frozen
from scoring.case import Case
from scoring.negotiation.budget import told_budget
from scoring.negotiation.limits import (
    SUSTAINABLE,
    Zone,
    affordability,
    most_part,
)
from scoring.negotiation.plan import COUNTED_FROM, Plan, chance_kept, plan_of, worth_after_months

_DIGITS = 4


class Feasible(Frozen):
    """Whether a plan could be kept by what was told on the call, and by what there is.

    None where nobody heard enough to tell. `unasked` names what lay in the gap between the two.
    """

    by_what_was_told: bool | None
    in_truth: bool | None
    unasked: tuple[str, ...] = ()

    @property
    def gap(self) -> bool:
        """Whether what was told on the call gives another answer than the truth."""
        return self.in_truth is not None and self.by_what_was_told is not self.in_truth


class Worth(Frozen):
    """The figures of an agreement; shares are of what is due, 0 to 1.

    `takes` is u, the part of what there is that it takes; `over` says that it is more than can be
    kept. `kept` is a chance that is assumed (`plan.KEPT`), and `expected_share` rests on it.
    `zone_share` is the part of the zone beyond the floor.
    """

    total: Money
    present_value: Money
    months: float
    in_time: bool | None = None
    recovered_share: float | None = None
    present_value_share: float | None = None
    takes: float | None = None
    over: bool | None = None
    kept: float | None = None
    expected_share: float | None = None
    zone_share: float | None = None
    feasible: Feasible


def worth_of(case: Case, agreed: Offer, zone: Zone | None, owed: Money | None) -> Worth:
    """The figures of what was agreed; those that rest on hidden means need a scenario."""
    longest = zone.longest_months if zone else None
    plan = plan_of(agreed, owed, case.record.day or COUNTED_FROM, longest)
    means = case.scenario.means if case.scenario else None
    takes = affordability(means, agreed) if means else None
    recovered = share(plan.total_cents, owed)
    kept = None if takes is None else chance_kept(takes)

    def money(cents: float) -> Money:
        return agreed.amount.model_copy(update={"cents": round(cents)})

    return Worth(
        total=money(plan.total_cents),
        present_value=money(plan.worth_cents),
        months=round(plan.months, 1),
        in_time=in_time(plan, zone),
        recovered_share=_rounded(recovered),
        present_value_share=_rounded(share(plan.worth_cents, owed)),
        takes=_rounded(takes),
        over=None if takes is None else takes > most_part(agreed),
        kept=_rounded(kept),
        expected_share=None if None in (kept, recovered) else _product((kept, recovered)),
        zone_share=_rounded(zone_share(plan, zone)),
        feasible=_feasible(case, agreed, plan, zone),
    )


def feasible_of(case: Case, offer: Offer, zone: Zone | None, owed: Money | None) -> Feasible:
    """Whether an offer could have been kept, had it been agreed."""
    longest = zone.longest_months if zone else None
    plan = plan_of(offer, owed, case.record.day or COUNTED_FROM, longest)
    return _feasible(case, offer, plan, zone)


def share(cents: float, owed: Money | None) -> float | None:
    """The part of what is due; more than all of it counts as all."""
    return min(1.0, cents / owed.cents) if owed and owed.cents else None


def in_time(plan: Plan, zone: Zone | None) -> bool | None:
    """Whether it runs no longer than authority allows."""
    if zone is None or zone.longest_months is None:
        return None
    return plan.months <= zone.longest_months


def zone_share(plan: Plan, zone: Zone | None) -> float | None:
    """(PV - F) / (L - F), 0 to 1; None where the zone is one point or none."""
    if zone is None or zone.most_in_all.cents <= zone.floor_in_all.cents:
        return None
    floor = floor_today(zone)
    return max(0.0, min(1.0, (plan.worth_cents - floor) / (zone.most_in_all.cents - floor)))


def floor_today(zone: Zone) -> float:
    """The floor's present value: what it is worth that comes as late as authority allows.

    So nothing that brings the floor in time is below it because of a day.
    """
    return worth_after_months(zone.floor_in_all.cents, (zone.longest_months or 1) + 1)


def _feasible(case: Case, agreed: Offer, plan: Plan, zone: Zone | None) -> Feasible:
    """Every instalment within what a month leaves less the buffer, in time, and at the floor."""
    told = told_budget(case)
    allowed = zone is None or (
        plan.total_cents >= zone.floor_in_all.cents and in_time(plan, zone) is not False
    )
    means = case.scenario.means if case.scenario else None
    truth = (allowed and affordability(means, agreed) <= most_part(agreed)) if means else None
    by_words = None
    if told.surplus_cents is not None:
        by_words = allowed and agreed.monthly_cents <= SUSTAINABLE * max(0.0, told.surplus_cents)
    by_month = bool(agreed.schedule.per_month)
    gap = means is not None and by_words is not truth and by_month
    return Feasible(by_what_was_told=by_words, in_truth=truth, unasked=told.untold if gap else ())


def _product(figures: Sequence[float | None]) -> float:
    result = 1.0
    for one in figures:
        result *= one or 0.0
    return round(result, _DIGITS)


def _rounded(figure: float | None) -> float | None:
    return None if figure is None else round(figure, _DIGITS)
