"""Saying yes to more than there is: out of fear, or to be liked, until somebody asks why."""

from calls.money import Offer
from calls.moves import Act
from simulator.agreement import accepts, judged
from simulator.concessions import opening, speaks_out_of_fear
from simulator.facts import Topic
from simulator.means import Means
from simulator.memory import Kept
from simulator.moment import Draft, Moment

_HONEST = frozenset({Topic.REASON, Topic.JOB, Topic.INCOME, Topic.MEANS, Topic.COSTS})
_OF_THE_DEBT = ("debt_mention", "account_detail", "demand_payment")


def offer_first(moment: Moment) -> Draft | None:
    """Somebody who haggles names a number as soon as they hear what it is about."""
    means = moment.scenario.means
    if means is None or not moment.person.bargaining.offers_first or moment.memory.my_last:
        return None
    if moment.memory.has(Kept.KNOWS_DEBT) or not moment.heard.has(*_OF_THE_DEBT):
        return None
    offer = opening(moment, means)
    acts = (Act.ACKNOWLEDGES_DEBT, Act.OFFERS_PAYMENT)
    named = Draft(acts, counter=offer, numbers=(offer.amount,))
    return named.also(Kept.OUT_OF_FEAR) if speaks_out_of_fear(moment) else named


def say_yes_to_anything(moment: Moment) -> Draft | None:
    """They agree to what they cannot keep: from the start, or once they are frightened enough."""
    means, proposal = moment.scenario.means, moment.proposal
    if means is None or moment.call.accepted is not None:
        return None
    if proposal is None or proposal.vague or judged(moment, proposal.offer).fits:
        return None
    if _promises_anybody(moment, means, proposal.offer) or _is_frightened(moment):
        return accepts(proposal.offer).also(Kept.BEYOND_MEANS)
    return None


def _promises_anybody(moment: Moment, means: Means, offer: Offer) -> bool:
    """Who has been honest about what there is does so no more, nor for somebody they leave."""
    leaves = moment.mood.trust < moment.limits.accepts_any_trust
    restrained = leaves or _is_honest(moment, means) or _is_past_fear(offer, means)
    return moment.person.bargaining.promises_beyond_means and not restrained


def _is_honest(moment: Moment, means: Means) -> bool:
    """Whether they have told enough not to say yes to what they do not have."""
    if means.out_of_fear is not None:
        return not speaks_out_of_fear(moment)
    return any(fact.topic in _HONEST and moment.told(fact) for fact in moment.person.facts)


def _is_past_fear(offer: Offer, means: Means) -> bool:
    """Whether it is more than even fear would make them say."""
    afraid = means.out_of_fear
    return afraid is not None and offer.monthly_cents > afraid.monthly_cents


def _is_frightened(moment: Moment) -> bool:
    """They say yes so that it ends, whatever they have told."""
    limit = moment.person.bargaining.gives_in_at_tension
    return limit is not None and moment.mood.tension >= limit
