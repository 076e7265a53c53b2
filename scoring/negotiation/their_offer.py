"""What they offered themselves and can keep up: to talk them below it is no kindness."""

from calls.turn import Speaker, turn_number
from scoring.case import Case
from scoring.marks import Mark, no_mark
from scoring.negotiation.bargaining import Bargaining
from scoring.negotiation.limits import affordability, most_part
from scoring.negotiation.offers import TabledOffer
from simulator.means import Means

NEAR = 0.9
"""From this part of their offer on it is theirs: days and rounding make that much."""


def mark_their_offer(case: Case, made: Bargaining) -> Mark:
    """Whether less was agreed than they had offered themselves and can keep up."""
    name, agreed = "their own offer", made.agreed
    means = case.scenario.means if case.scenario else None
    if agreed is None or means is None:
        return no_mark(name, "nothing was agreed, or no scenario says what they can keep up")
    until = agreed.turn if made.yes_at is None else made.yes_at
    theirs = [one for one in made.offers if _could_be_kept(one, means) and one.turn <= until]
    if not theirs:
        return no_mark(name, "they made no offer that they can keep up")
    best = max(theirs, key=lambda one: one.monthly.cents)
    less = agreed.every is best.every and agreed.monthly.cents < NEAR * best.monthly.cents
    told = f"{best.amount} {best.every.told} (turn {turn_number(best.turn)})"
    return Mark(
        name=name,
        value=0.0 if less else 100.0,
        reason=f"less was agreed than the {told} that they offered and can keep up"
        if less
        else f"what they offered themselves, {told}, was taken or bettered",
        evidence=case.evidence(best.turn, *([agreed.turn] if agreed.turn != best.turn else [])),
        advice=f"They offered {told}: ask whether it leaves them enough, and take it if it does."
        if less
        else "",
    )


def _could_be_kept(one: TabledOffer, means: Means) -> bool:
    theirs = one.by is not Speaker.COLLECTOR
    return theirs and affordability(means, one.offer) <= most_part(one.offer)
