"""Their own numbers: what they would like to pay, then steps that shrink, never past the most."""

from itertools import pairwise

from calls.money import Every, Money, Offer, Schedule
from calls.moves import Act
from calls.turn import Speaker
from simulator.affordable import rhythm_of
from simulator.facts import Topic
from simulator.means import Means
from simulator.memory import Kept
from simulator.moment import Draft, Moment

_BUDGET = frozenset({Topic.INCOME, Topic.COSTS})

INSISTS = Draft((Act.REFUSES,), remember=(Kept.NOTHING_MORE,))
"""What they said is as far as it goes."""


def counter(moment: Moment, offer: Offer) -> Draft | None:
    """Their next number against this offer; None where there is no further step."""
    means = moment.scenario.means
    if means is None:
        return None
    mine = own_number(moment)
    if mine is None or _is_a_start(mine, means):
        return _names(_drawn_towards(moment, means, offer))
    made = _steps_made(moment)
    if made >= len(moment.limits.concessions) or not _reciprocal(moment, offer):
        return None
    amount = _next_amount(moment, means, offer, mine, moment.limits.concessions[made])
    if amount is None:
        return None
    return _names(_own(moment, means, amount, rhythm_of(offer, means)))


def step_up(moment: Moment) -> Draft | None:
    """One step further without an offer to answer: only for somebody they have come to trust."""
    means, mine = moment.scenario.means, own_number(moment)
    if means is None or mine is None or _is_a_start(mine, means):
        return None
    made = _steps_made(moment)
    trusts = moment.mood.trust >= moment.limits.steps_up_trust
    if made >= len(moment.limits.concessions) or not trusts:
        return None
    most = _own(moment, means, means.reservation.amount, means.reservation.every)
    amount = _next_amount(moment, means, most, mine, moment.limits.concessions[made])
    return _names(_own(moment, means, amount, rhythm_of(most, means))) if amount else None


def opening(moment: Moment, means: Means) -> Offer:
    """What they would like to pay, and name first; out of fear, what they do not have."""
    afraid = means.out_of_fear if speaks_out_of_fear(moment) else None
    named = afraid or means.opens_with
    return _own(moment, means, named.amount, named.every)


def speaks_out_of_fear(moment: Moment) -> bool:
    """Whether fear still speaks: until what comes in and what goes out has been told."""
    means = moment.scenario.means
    if means is None or means.out_of_fear is None:
        return False
    told = {fact.topic for fact in moment.person.facts if moment.told(fact)}
    return not told >= _BUDGET


def own_number(moment: Moment) -> Offer | None:
    """Their last number; one that fear named counts no more once they have counted."""
    mine, means = moment.memory.my_last, moment.scenario.means
    if mine is None or means is None or means.out_of_fear is None or speaks_out_of_fear(moment):
        return mine
    return None if mine.monthly_cents > means.reservation.monthly_cents else mine


def holds(moment: Moment) -> Draft:
    """No further step: what they said stands."""
    spent = _steps_made(moment) >= len(moment.limits.concessions)
    if own_number(moment) is not None and (spent or moment.memory.just(Act.REFUSES)):
        return INSISTS
    return Draft((Act.REFUSES,))


def _drawn_towards(moment: Moment, means: Means, offer: Offer) -> Offer:
    """The number they name first; one within reach that they heard before draws it up a little."""
    own = opening(moment, means)
    most = means.reservation.monthly_cents
    in_their_rhythm = (offer.schedule.every is Every.ONCE) == (own.schedule.every is Every.ONCE)
    if not in_their_rhythm or offer.monthly_cents > moment.limits.anchors_up_to * most:
        return own
    towards = min(most, offer.monthly_cents)
    drawn = own.monthly_cents + moment.limits.anchor_draws * (towards - own.monthly_cents)
    amount = _rounded(moment, drawn, own.schedule.every, own.amount)
    return own if amount.cents <= own.amount.cents else own.model_copy(update={"amount": amount})


def _is_a_start(mine: Offer, means: Means) -> bool:
    """A single payment named by somebody who would pay in instalments is no step yet."""
    return mine.schedule.every is Every.ONCE and means.opens_with.every is not Every.ONCE


def _steps_made(moment: Moment) -> int:
    """How often they have gone further than the first number; saying one again is no step."""
    return len({offer.monthly_cents for offer in moment.memory.mine()}) - 1


def _last_step(moment: Moment) -> float | None:
    """How far the last step went that took them further."""
    named = [offer.monthly_cents for offer in moment.memory.mine()]
    steps = [later - earlier for earlier, later in pairwise(named) if later > earlier]
    return steps[-1] if steps else None


def _own(moment: Moment, means: Means, amount: Money, every: Every) -> Offer:
    start = moment.on(means.reservation.starts or means.opens_with.starts)
    return Offer(by=Speaker.CONSUMER, amount=amount, schedule=Schedule(every=every, start=start))


def _names(offer: Offer) -> Draft:
    return Draft((Act.COUNTERS,), counter=offer, numbers=(offer.amount,))


def _reciprocal(moment: Moment, offer: Offer) -> bool:
    """People move when the other side has moved, or has been decent."""
    theirs = [one for one in moment.call.offers if one.by is Speaker.COLLECTOR]
    came_down = bool(theirs) and offer.monthly_cents < theirs[-1].monthly_cents
    return came_down or moment.heard.warm


def _next_amount(
    moment: Moment, means: Means, offer: Offer, mine: Offer, share: float
) -> Money | None:
    """One step from their last number towards the most, in the rhythm that was proposed.

    It is no longer than the step before it, whatever has been proposed since.
    """
    most = min(means.reservation.monthly_cents, offer.monthly_cents)
    step = share * (most - mine.monthly_cents)
    before = _last_step(moment)
    monthly = mine.monthly_cents + (step if before is None else min(step, before))
    every = rhythm_of(offer, means)
    amount = _rounded(moment, monthly, every, mine.amount)
    return amount if amount.cents > mine.monthly_cents / _times(every) else None


def _rounded(moment: Moment, monthly: float, every: Every, like: Money) -> Money:
    """An amount as people say one, no more than this in a month."""
    unit = moment.limits.round_to_cents
    return like.model_copy(update={"cents": int(monthly / _times(every)) // unit * unit})


def _times(every: Every) -> float:
    return Schedule(every=every).per_month or 1.0
