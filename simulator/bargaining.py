"""What is offered, against what they would like to pay and the most they can keep up."""

from calls.money import Every, Offer
from calls.moves import Act
from calls.turn import Speaker
from simulator.affordable import Judgement, Verdict
from simulator.agreement import judged
from simulator.assent import after_an_answer, agree
from simulator.concessions import counter, holds
from simulator.memory import Kept
from simulator.moment import Draft, Moment
from simulator.offers import Proposal


def answer_offer(moment: Moment) -> Draft | None:
    """Accepts, tests, counters or refuses what is on the table now."""
    if moment.scenario.means is None:
        return Draft((Act.DEFLECTS,)) if moment.heard.has("offer", "counter_offer") else None
    if moment.heard.has("wants_a_yes") and not any(m.amount for m in moment.heard.reading.money):
        return Draft((Act.HESITATES,))  # nobody else says their yes, and no sum was put to them
    if moment.proposal is None:
        return _taken_up(moment) or after_an_answer(moment)
    if moment.mood.trust < moment.limits.accepts_any_trust:
        return _will_not(moment)
    single = judged(moment, moment.proposal.offer)
    if moment.proposal.vague and single.verdict is not Verdict.TOO_MUCH:
        return _asks_how_often(moment, moment.proposal.offer)
    return _weigh(moment, moment.proposal)


def _taken_up(moment: Moment) -> Draft | None:
    """The collector accepts what they proposed themselves."""
    mine = moment.memory.standing
    if mine is None or mine.by is not Speaker.CONSUMER or moment.call.accepted is not None:
        return None
    lately = any(move.counter for move in moment.memory.moves[-2:])
    if not lately or not moment.heard.has("accept"):
        return None
    # An amount that the collector named first weighs no less on a day of their own.
    theirs = any(one.by is not mine.by and one.amount == mine.amount for one in moment.call.offers)
    return agree(moment, mine, theirs and judged(moment, mine).verdict is Verdict.TIGHT)


def _weigh(moment: Moment, proposal: Proposal) -> Draft | None:
    offer = proposal.offer
    judgement = judged(moment, offer)
    if judgement.fits and _start_is_open(moment, offer):
        return Draft((Act.ASKS_TERMS,), numbers=(offer.amount,), remember=(Kept.FROM_WHEN,))
    draft = _weighed(moment, proposal, judgement)
    if draft is not None and draft.accepted is not None and proposal.on_pay_day:
        return draft.also(Kept.PAY_DAY)
    return draft


def _weighed(moment: Moment, proposal: Proposal, judgement: Judgement) -> Draft | None:
    offer = proposal.offer
    if judgement.fits and _is_no_more_than_mine(moment, offer):
        return _easily(moment, offer)
    match judgement.verdict:
        case Verdict.COMFORTABLE:
            return _easily(moment, offer)
        case Verdict.TIGHT:
            return _tight(moment, offer)
        case Verdict.TOO_EARLY:
            return _later(moment, offer, judgement)
        case Verdict.TOO_MUCH:
            return None if proposal.whole else _too_much(moment, offer)


def _is_no_more_than_mine(moment: Moment, offer: Offer) -> bool:
    mine = moment.memory.my_last
    return mine is not None and offer.monthly_cents <= mine.monthly_cents


def _easily(moment: Moment, offer: Offer) -> Draft:
    """They can; who does not quite trust the other side yet makes a condition of it, once."""
    draft = agree(moment, offer, tight=False)
    wary = moment.mood.trust < moment.limits.accepts_tight_trust
    if draft.accepted is not None and wary and not moment.memory.did(Act.STATES_CONDITION):
        return draft.then(Act.STATES_CONDITION)
    return draft


def _start_is_open(moment: Moment, offer: Offer) -> bool:
    """Nobody said from when, and it matters to somebody who waits for money; asked once."""
    waits = moment.scenario.means is not None and moment.scenario.means.reservation.starts
    return bool(waits) and offer.schedule.start is None and not moment.memory.has(Kept.FROM_WHEN)


def _will_not(moment: Moment) -> Draft:
    act = Act.REFUSES if moment.memory.just(Act.DEFLECTS) else Act.DEFLECTS
    return Draft((act,))


def _asks_how_often(moment: Moment, offer: Offer) -> Draft:
    """An amount without a rhythm means nothing yet."""
    act = Act.HESITATES if moment.memory.just(Act.ASKS_BACK) else Act.ASKS_BACK
    return Draft((act,), numbers=(offer.amount,), remember=(Kept.HOW_OFTEN,))


def _tight(moment: Moment, offer: Offer) -> Draft:
    """They could, just: for somebody they trust, and once their worries are settled."""
    if moment.mood.trust < moment.limits.accepts_tight_trust:
        return counter(moment, offer) or holds(moment)
    return agree(moment, offer, tight=True)


def _later(moment: Moment, offer: Offer, judgement: Judgement) -> Draft:
    """The day is too early; the amount on a possible one, as far as they trust the other side."""
    wary = moment.mood.trust < moment.limits.accepts_tight_trust
    if wary and not judgement.easy and not _is_no_more_than_mine(moment, offer):
        return counter(moment, offer) or holds(moment)
    possible = judgement.possible or offer
    own = possible.model_copy(update={"by": Speaker.CONSUMER, "method": None})
    if _have_said_which_day(moment, own):
        tense = moment.mood.tension >= moment.limits.snaps_at_tension
        return Draft((Act.SNAPS if tense else Act.REFUSES,))
    return Draft((Act.COUNTERS,), counter=own, numbers=own.amounts)


def _have_said_which_day(moment: Moment, own: Offer) -> bool:
    """Whether their last two turns named this day for the same money."""
    last = moment.memory.moves[-2:]
    return len(last) == 2 and all(
        move.counter == own and move.offer_heard and move.offer_heard.amount == own.amount
        for move in last
    )


def _too_much(moment: Moment, offer: Offer) -> Draft:
    if moment.mood.trust < moment.limits.concedes_at_trust:
        return Draft((Act.REFUSES,))
    own = counter(moment, offer)
    if own is None:
        return holds(moment)
    often = offer.schedule.every is not Every.ONCE
    at_once = own.counter is not None and own.counter.schedule.every is Every.ONCE
    refused = own.first(Act.REFUSES)
    return refused.also(Kept.AT_ONCE) if often and at_once else refused
