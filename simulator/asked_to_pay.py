"""Asked for money: how much they can manage, when, and what they do when it is demanded."""

from calls.money import Offer
from calls.moves import Act
from calls.turn import Speaker
from simulator.agreement import corrects, judged
from simulator.concessions import INSISTS, opening, own_number, step_up
from simulator.disclosure import ready_fact
from simulator.facts import Topic
from simulator.means import Means
from simulator.moment import Draft, Moment
from simulator.offers import asks_how


def name_amount(moment: Moment) -> Draft | None:
    """Asked what they can manage: low, and honest about what they fear."""
    means = moment.scenario.means
    if means is None or moment.call.accepted is not None or not moment.heard.has("ask_amount"):
        return None
    if moment.mood.trust < moment.limits.names_amount_trust:
        return Draft((Act.DEFLECTS,))
    mine = own_number(moment)
    if mine is not None:
        return _proposes(mine)
    worries = (fact for fact in moment.person.facts if fact.topic is Topic.FEAR)
    worry = next((fact.id for fact in worries if moment.may_tell(fact)), None)
    return _proposes(opening(moment, means), (worry,) if worry else ())


def name_day(moment: Moment) -> Draft | None:
    """Asked when: the day of what was agreed or offered, as far as it is open."""
    means = moment.scenario.means
    asked = moment.heard.has("ask_commitment_date") and moment.proposal is None
    if means is None or not asked or ready_fact(moment) is not None:
        return None
    dated = _dated(moment, means, moment.call.accepted or moment.memory.standing)
    return _proposes(dated) if dated and judged(moment, dated).fits else None


def go_higher(moment: Moment) -> Draft | None:
    """Asked for more without a number: one step further for a decent reason, else what was said."""
    if moment.proposal is not None or not moment.heard.has("counter_offer"):
        return None
    if moment.call.accepted is not None:
        return corrects(moment.call.accepted)
    if own_number(moment) is None:
        return Draft((Act.HESITATES,))
    return step_up(moment) or INSISTS


def _dated(moment: Moment, means: Means, offer: Offer | None) -> Offer | None:
    """The same offer from the day on which they can begin."""
    if offer is None:
        return None
    start = offer.schedule.start or moment.on(means.reservation.starts)
    schedule = offer.schedule.model_copy(update={"start": start})
    mine = {"by": Speaker.CONSUMER, "schedule": schedule, "method": None}
    return offer.model_copy(update=mine)


def _proposes(offer: Offer, facts: tuple[str, ...] = ()) -> Draft:
    return Draft((Act.OFFERS_PAYMENT,), facts=facts, counter=offer, numbers=offer.amounts)


def answer_demand(moment: Moment) -> Draft | None:
    """The money is demanded as if it were there."""
    whole = moment.proposal is not None and moment.proposal.whole
    if not whole and (not moment.heard.has("demand_payment") or asks_how(moment.heard.names)):
        return None
    if moment.call.accepted is not None:
        return corrects(moment.call.accepted)
    if _gives_in(moment):
        return Draft((Act.OFFERS_PAYMENT,))
    if _is_sharp(moment) and not moment.memory.just(Act.SNAPS):
        return Draft((Act.SNAPS,))
    return _refuses(moment)


def _gives_in(moment: Moment) -> bool:
    """A vague promise, to be left in peace: worth nothing, and no arrangement."""
    meek = moment.person.temperament.pride < moment.limits.meek_below_pride
    pressed = moment.memory.heard("demand_payment") > 1
    return meek and pressed and not moment.memory.did(Act.OFFERS_PAYMENT)


def _is_sharp(moment: Moment) -> bool:
    proud = moment.person.temperament.pride >= moment.limits.proud_from_pride
    tense = moment.mood.tension >= moment.limits.snaps_at_tension
    return (proud or tense) and moment.memory.my_last is None


def _refuses(moment: Moment) -> Draft:
    """They have not got it; asked again they say why, as far as they will."""
    hard = any((fact.signal or "").startswith("hardship") for fact in moment.person.facts)
    if hard and moment.memory.did(Act.REFUSES) and not moment.memory.did(Act.STATES_HARDSHIP):
        return Draft((Act.STATES_HARDSHIP,))
    return Draft((Act.REFUSES,))
