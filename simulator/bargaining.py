"""What is offered, against what they would like to pay and the most they can keep up."""

from calls.money import Offer
from calls.moves import Act
from calls.turn import Speaker
from simulator.affordable import Judgement, Verdict
from simulator.agreement import accepts, judged
from simulator.concessions import counter, holds
from simulator.facts import Fear
from simulator.memory import Kept, kept
from simulator.moment import Draft, Moment
from simulator.offers import Proposal

_ANSWERS_A_TEST = ("explains_terms", "explain_rights", "promise_hardship_help")


def answer_offer(moment: Moment) -> Draft | None:
    """Accepts, tests, counters or refuses what is on the table now."""
    if moment.scenario.means is None:
        return Draft((Act.DEFLECTS,)) if moment.heard.has("offer", "counter_offer") else None
    if moment.proposal is None:
        return _taken_up(moment) or _answer_test(moment)
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
    return accepts(mine) if moment.heard.has("accept") else None


def _weigh(moment: Moment, proposal: Proposal) -> Draft | None:
    offer = proposal.offer
    judgement = judged(moment, offer)
    if judgement.fits and _start_is_open(moment, offer):
        return Draft((Act.ASKS_TERMS,), numbers=(offer.amount,), remember=(Kept.FROM_WHEN,))
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
    wary = moment.mood.trust < moment.limits.accepts_tight_trust
    if wary and not moment.memory.did(Act.STATES_CONDITION):
        return accepts(offer).then(Act.STATES_CONDITION)
    return accepts(offer)


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
    """They could, just. They want to know what happens when it goes wrong."""
    if moment.mood.trust < moment.limits.accepts_tight_trust:
        return counter(moment, offer) or holds(moment)
    fear = _next_fear(moment)
    if fear is None:
        return accepts(offer)
    return Draft(
        (Act.HESITATES, Act.ASKS_TERMS),
        facts=(fear.id,),
        numbers=(offer.amount,),
        remember=(Kept.TESTED, kept(Kept.TESTED, fear.id)),
    )


def _next_fear(moment: Moment) -> Fear | None:
    """What they still want to know before they agree, unless it was just laid to rest."""
    means = moment.scenario.means
    if means is None:
        return None
    eased = [fear for fear in moment.person.fears if _eases(moment, fear)]
    settled = moment.memory.count(Kept.TESTED) + bool(eased)
    if settled >= means.tests_before_accepting:
        return None
    tested = (fear for fear in moment.person.fears if fear not in eased)
    return next((f for f in tested if not moment.memory.has(kept(Kept.TESTED, f.id))), None)


def _eases(moment: Moment, fear: Fear) -> bool:
    return moment.heard.has(*fear.eased_by.signals) or moment.heard.mentions(fear.eased_by.words)


def _answer_test(moment: Moment) -> Draft | None:
    """They asked what happens if; an answer lets them agree."""
    standing = moment.memory.standing
    if standing is None or not moment.memory.just(Act.ASKS_TERMS) or moment.heard.harsh:
        return None
    last = moment.memory.last
    fears = [fear for fear in moment.person.fears if last and fear.id in last.facts]
    answered = moment.heard.has(*_ANSWERS_A_TEST) or any(_eases(moment, fear) for fear in fears)
    if moment.call.accepted is not None or moment.heard.has("goodbye"):
        return None
    if answered:
        return accepts(standing)
    return _still_unsure(moment, fears[0]) if fears else None


def _still_unsure(moment: Moment, fear: Fear) -> Draft | None:
    """The question was passed over: asked once more, then the offer is left open."""
    if moment.heard.has("open_question") or not moment.heard.understood:
        return None
    asked = sum(fear.id in move.facts for move in moment.memory.moves)
    return Draft((Act.ASKS_TERMS,), facts=(fear.id,)) if asked < 2 else Draft((Act.HESITATES,))


def _later(moment: Moment, offer: Offer, judgement: Judgement) -> Draft:
    """The amount is all right, the day is not."""
    schedule = offer.schedule.model_copy(update={"start": judgement.not_before})
    own = Offer(by=Speaker.CONSUMER, amount=offer.amount, schedule=schedule)
    if own == moment.memory.my_last:
        tense = moment.mood.tension >= moment.limits.snaps_at_tension
        return Draft((Act.SNAPS if tense and not moment.memory.just(Act.SNAPS) else Act.REFUSES,))
    return Draft((Act.COUNTERS,), counter=own, numbers=(own.amount,))


def _too_much(moment: Moment, offer: Offer) -> Draft:
    if moment.mood.trust < moment.limits.concedes_at_trust:
        return Draft((Act.REFUSES,))
    own = counter(moment, offer)
    return own.first(Act.REFUSES) if own else holds(moment)
