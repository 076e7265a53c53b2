"""Saying yes to more than there is: out of fear, or to be liked, until somebody asks why."""

from calls.moves import Act
from simulator.agreement import accepts, judged
from simulator.concessions import opening
from simulator.facts import Topic
from simulator.memory import Kept
from simulator.moment import Draft, Moment

_HONEST = frozenset({Topic.REASON, Topic.JOB, Topic.INCOME, Topic.MEANS, Topic.COSTS})
_OF_THE_DEBT = ("debt_mention", "account_detail", "demand_payment")


def offer_first(moment: Moment) -> Draft | None:
    """Somebody who haggles names a number as soon as they hear what it is about."""
    means = moment.scenario.means
    if means is None or not means.offers_first or moment.memory.my_last is not None:
        return None
    if moment.memory.has(Kept.KNOWS_DEBT) or not moment.heard.has(*_OF_THE_DEBT):
        return None
    offer = opening(moment, means)
    acts = (Act.ACKNOWLEDGES_DEBT, Act.OFFERS_PAYMENT)
    return Draft(acts, counter=offer, numbers=(offer.amount,))


def say_yes_to_anything(moment: Moment) -> Draft | None:
    """They agree to what they cannot keep; who has been honest about it does so no more."""
    means, proposal = moment.scenario.means, moment.proposal
    if means is None or not means.promises_beyond_means or moment.call.accepted is not None:
        return None
    if proposal is None or proposal.vague or judged(moment, proposal.offer).fits:
        return None
    honest = any(fact.topic in _HONEST and moment.told(fact) for fact in moment.person.facts)
    leaves = moment.mood.trust < moment.limits.accepts_any_trust
    return None if honest or leaves else accepts(proposal.offer).also(Kept.BEYOND_MEANS)
