"""The outcome: a plateau from the creditor's floor to what can be kept up, and its slopes."""

from calls.money import Offer
from calls.turn import Speaker, turn_number
from scoring.aftermath import said_yes_beyond
from scoring.case import SHOWN, Case
from scoring.demands import COST, Trigger, trigger_in
from scoring.dialling import shown
from scoring.ending import led
from scoring.grounds import decided
from scoring.marks import Mark, no_mark
from scoring.negotiation.bargaining import Bargaining
from scoring.negotiation.limits import Zone, affordability, most_part
from scoring.negotiation.offers import TabledOffer
from scoring.negotiation.plan import COUNTED_FROM, plan_of
from scoring.negotiation.said import owed_in
from scoring.negotiation.worth import floor_today
from scoring.of_this_call import offer_told, they_said
from simulator.scenario import Aim, Scenario

RUINOUS = 1.2
"""From here on the outcome is worth nothing: the arrangement breaks."""
ENOUGH_OF_IT = 0.5
"""From this part of the zone on nothing is advised."""
NOT_POSSIBLE = "no arrangement was possible"


def mark_route(case: Case, name: str = "outcome") -> Mark:
    """Where nothing is to be agreed, or nothing can be, the right end is the result.

    A demand after what called for that end is the error, wherever the call ends.
    """
    there, lacks = led(case)
    if there is None:
        return no_mark(name, "no scenario says where this call should end")
    if there and (found := trigger_in(case)) and found.demanded:
        return _demanded(case, name, found)
    return Mark(
        name=name,
        value=100.0 if there else 0.0,
        reason="the call ended where it should" if there else lacks[0],
        evidence=decided(case) or shown(case.record.decisions[:SHOWN]),
        advice=""
        if there
        else f"{they_said(case)}here the way it ends is the result, {lacks[0].rstrip('.')}.",
    )


def _demanded(case: Case, name: str, found: Trigger) -> Mark:
    """The right end, reached over a demand for money."""
    first = found.demanded[0].index
    told, asked = case.evidence(found.told.index, first)
    times = "once" if len(found.demanded) == 1 else f"{len(found.demanded)} times"
    return Mark(
        name=name,
        value=max(0.0, 100.0 - COST * len(found.demanded)),
        reason="the call ended where it should, but money was asked for "
        f"{times} after they had said what it is about",
        evidence=case.evidence(found.told.index, *(r.index for r in found.demanded[:SHOWN])),
        advice=f'They said "{told.quote}": leave out turn {turn_number(first)}, "{asked.quote}".',
    )


def mark_outcome(case: Case, made: Bargaining) -> Mark:
    """What was agreed against what was possible; nothing agreed is nothing where something was."""
    if case.scenario is None or made.zone is None:
        return no_mark("outcome", "no scenario says what this person could have agreed to")
    if not made.zone.possible:
        return no_mark("outcome", NOT_POSSIBLE)
    agreed = case.record.call.accepted if case.record.call else None
    if agreed is None:
        return Mark(
            name="outcome",
            value=0.0,
            reason="nothing was agreed, though an arrangement was possible",
            evidence=decided(case),
            advice=_to_agree(case, made),
        )
    return _on_the_plateau(case, case.scenario, made, agreed)


def _to_agree(case: Case, made: Bargaining) -> str:
    """From what they offered, or said, to an amount and a day."""
    theirs = [one for one in made.offers if one.by is not Speaker.COLLECTOR]
    if not theirs:
        due = f"for the {owed_in(case)} that is due"
        return f"{they_said(case)}find out what they can keep up, then propose a plan {due}."
    last = theirs[-1]
    told = f"They offered {last.amount} {last.every.told} (turn {turn_number(last.turn)})"
    return f"{told}: begin there, and find out what they can keep up and from which day."


def _on_the_plateau(case: Case, scenario: Scenario, made: Bargaining, agreed: Offer) -> Mark:
    call, zone = case.record.call, made.zone
    if call is not None and said_yes_beyond(call, agreed):
        return _mark(
            case, 0.0, "over-squeeze: they said yes to what they do not have", made, agreed
        )
    if zone is None or scenario.means is None:
        return no_mark("outcome", "no scenario says what this person could have agreed to")
    plan = plan_of(agreed, zone.owed, case.record.day or COUNTED_FROM, zone.longest_months)
    takes, limit = affordability(scenario.means, agreed), most_part(agreed)
    slopes = {
        f"it takes {takes:.0%} of what there is: it may not be kept": above(takes, limit),
        "it is below what you may accept": min(
            below(plan.worth_cents, floor_today(zone)), _by_month(agreed, zone)
        ),
        f"it runs {plan.months:.0f} months, longer than you may agree to": beyond(
            plan.months, zone.longest_months
        ),
    }
    worst = min(slopes, key=lambda told: slopes[told])
    if slopes[worst] < 100:
        return _mark(case, slopes[worst], worst, made, agreed)
    return _mark(case, 100.0, "it is within authority and can be kept up", made, agreed)


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
