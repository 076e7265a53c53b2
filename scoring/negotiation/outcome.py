"""The outcome: a plateau from the creditor's floor to what can be kept up, and its slopes."""

from datetime import date
from typing import NamedTuple

from calls.money import Offer
from calls.turn import Speaker, turn_number
from scoring.aftermath import said_yes_beyond
from scoring.case import Case
from scoring.grounds import decided
from scoring.levels import FULL
from scoring.marks import Mark, no_mark
from scoring.negotiation.bargaining import Bargaining
from scoring.negotiation.limits import (
    Zone,
    affordability,
    before_it_is_there,
    most_part,
)
from scoring.negotiation.offers import TabledOffer
from scoring.negotiation.plan import COUNTED_FROM, plan_of
from scoring.negotiation.said import owed_in
from scoring.negotiation.worth import floor_today
from scoring.of_this_call import offer_told, they_said
from simulator.scenario import Aim, Scenario

AT_MOST_UNKEPT = 10.0
"""A yes that cannot be kept is the lowest level of the scale: nothing beside it makes up for it."""
AT_MOST_NOT_ALLOWED = 35.0
"""What must not be agreed has to be taken back, however it was bargained for."""
AT_MOST_WITH_NOTHING = 50.0
"""Where something was possible and nothing was agreed, good bargaining is half of it."""
RUINOUS = 1.2
"""From here on the outcome is worth nothing: the arrangement breaks."""
ENOUGH_OF_IT = 0.5
"""From this part of the zone on nothing is advised."""
NOT_POSSIBLE = "no arrangement was possible"


class Outcome(NamedTuple):
    """The mark, and the most that the whole dimension can come to with it."""

    mark: Mark
    at_most: float = FULL


def outcome_of(case: Case, made: Bargaining) -> Outcome:
    """What was agreed against what was possible; nothing agreed is nothing where something was."""
    if case.scenario is None or made.zone is None:
        told = "no scenario says what this person could have agreed to"
        return Outcome(no_mark("outcome", told))
    if not made.zone.possible:
        return Outcome(no_mark("outcome", NOT_POSSIBLE))
    agreed = case.record.call.accepted if case.record.call else None
    if agreed is None:
        nothing = Mark(
            name="outcome",
            value=0.0,
            reason="nothing was agreed, though an arrangement was possible",
            evidence=decided(case),
            advice=_to_agree(case, made),
        )
        return Outcome(nothing, AT_MOST_WITH_NOTHING)
    return _on_the_plateau(case, case.scenario, made.zone, made, agreed)


def _to_agree(case: Case, made: Bargaining) -> str:
    """From what they offered, or said, to an amount and a day."""
    theirs = [one for one in made.offers if one.by is not Speaker.COLLECTOR]
    if not theirs:
        due = f"for the {owed_in(case)} that is due"
        return f"{they_said(case)}find out what they can keep up, then propose a plan {due}."
    last = theirs[-1]
    told = f"They offered {last.amount} {last.every.told} (turn {turn_number(last.turn)})"
    return f"{told}: begin there, and find out what they can keep up and from which day."


def _on_the_plateau(
    case: Case, scenario: Scenario, zone: Zone, made: Bargaining, agreed: Offer
) -> Outcome:
    if case.record.call is not None and said_yes_beyond(case.record.call, agreed):
        told = "over-squeeze: they said yes to what they do not have"
        return Outcome(_mark(case, 0.0, told, made, agreed), AT_MOST_UNKEPT)
    unkept = _unkept(scenario, agreed, case.record.day or COUNTED_FROM)
    slopes = unkept | _not_allowed(zone, agreed, case.record.day or COUNTED_FROM)
    worst = min(slopes, key=lambda told: slopes[told])
    value = slopes[worst]
    if value == FULL:
        told = "it is within authority and can be kept up"
        return Outcome(_mark(case, FULL, told, made, agreed))
    floor = AT_MOST_UNKEPT if worst in unkept else AT_MOST_NOT_ALLOWED
    at_most = floor + (FULL - floor) * value / FULL
    return Outcome(_mark(case, value, worst, made, agreed), round(at_most, 1))


def _unkept(scenario: Scenario, agreed: Offer, on: date) -> dict[str, float]:
    """The slopes of over-squeeze: too much of what there is, or before it is there."""
    if scenario.means is None:
        return {}
    takes, limit = affordability(scenario.means, agreed), most_part(agreed)
    slopes = {f"it takes {takes:.0%} of what there is: it may not be kept": above(takes, limit)}
    early = before_it_is_there(scenario, agreed, on)
    if early is not None:
        told = f"a payment is due before their money comes, {early:.0%} of what they have till then"
        slopes[told] = above(early, FULL / 100)
    return slopes


def _not_allowed(zone: Zone, agreed: Offer, on: date) -> dict[str, float]:
    """The slopes of authority: below the floor, or behind the horizon."""
    plan = plan_of(agreed, zone.owed, on, zone.longest_months)
    return {
        "it is below what you may accept": min(
            below(plan.worth_cents, floor_today(zone)), _by_month(agreed, zone)
        ),
        f"it runs {plan.months:.0f} months, longer than you may agree to": beyond(
            plan.months, zone.longest_months
        ),
    }


def above(takes: float, limit: float) -> float:
    """The slope of over-squeeze: full marks up to the limit, none from `RUINOUS` on."""
    return 100 * max(0.0, min(1.0, (RUINOUS - takes) / (RUINOUS - limit)))


def below(cents: float, floor: float) -> float:
    """The slope under the floor: full marks from it on, none at half of it."""
    return 100 * max(0.0, min(1.0, 2 * cents / floor - 1)) if floor > 0 else 100.0


def beyond(months: float, longest: int | None) -> float:
    """The slope behind the horizon: full marks up to it, none at twice as long."""
    if longest is None or months <= longest:
        return 100.0
    return 100 * max(0.0, 2 - months / longest)


def _by_month(agreed: Offer, zone: Zone) -> float:
    """Instalments have a floor of their own."""
    if not agreed.schedule.per_month or zone.least_a_month is None:
        return 100.0
    return below(agreed.monthly_cents, zone.least_a_month.cents)


def _mark(case: Case, value: float, reason: str, made: Bargaining, agreed: Offer) -> Mark:
    return Mark(
        name="outcome",
        value=round(value, 1),
        reason=reason + _beside(made),
        evidence=case.evidence(*case.agreed_at[:1]),
        advice="" if value == 100 else _advice(made, agreed),
    )


def _beside(made: Bargaining) -> str:
    """What is shown beside the mark, and not marked."""
    worth = made.worth
    if worth is None or worth.recovered_share is None:
        return ""
    told = f"; it brings {worth.total} of what is due ({worth.recovered_share:.0%})"
    if worth.zone_share is not None:
        told += f", {worth.zone_share:.0%} of what lay between the floor and the most"
    return told


def _advice(made: Bargaining, agreed: Offer) -> str:
    unasked = made.worth.feasible.unasked if made.worth else ()
    if unasked:
        ask = f"ask what is left each month: {unasked[0]} was never told."
    else:
        ask = "ask what is left after rent and food."
    return f"Before you agree to {offer_told(agreed)}, {ask}"


def mark_zone(case: Case, scenario: Scenario, made: Bargaining) -> Mark:
    """Where the aim is to settle: how much of what was possible was reached."""
    name = "share of the zone"
    captured = made.worth.zone_share if made.worth else None
    if scenario.aim is not Aim.SETTLEMENT:
        return no_mark(name, "the aim was an arrangement: more for us is no better")
    if captured is None or made.agreed is None:
        return no_mark(name, "nothing was agreed that lies in the zone")
    return Mark(
        name=name,
        value=round(100 * captured, 1),
        reason=f"{captured:.0%} of what lay between the floor and the most they had",
        evidence=case.evidence(*(case.agreed_at or (made.agreed.turn,))[:1]),
        advice=""
        if captured >= ENOUGH_OF_IT
        else f"{_first_figure(made, made.agreed)}, ask what they have at hand, and leave room.",
    )


def _first_figure(made: Bargaining, agreed: TabledOffer) -> str:
    """Where the first figure of ours was named; else where theirs was taken."""
    ours = (one for one in made.offers if one.by is Speaker.COLLECTOR)
    first = next(ours, agreed)
    verb = "name" if first.by is Speaker.COLLECTOR else "take"
    return f"Before you {verb} {first.amount} (turn {turn_number(first.turn)})"
