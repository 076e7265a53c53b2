"""What was agreed: read back right or wrong, and opened again."""

from calls.money import Offer
from calls.moves import Act
from calls.turn import Speaker
from simulator.affordable import Judgement, Verdict, judge
from simulator.disclosure import with_wish
from simulator.memory import Kept
from simulator.moment import Draft, Moment


def answer_recap(moment: Moment) -> Draft | None:
    """Confirms what was agreed when it is read back right, corrects it when it is not."""
    agreed = moment.call.accepted
    if agreed is None:
        return None
    if moment.proposal is None:
        return _confirms(moment) if moment.heard.has("recap") else None
    read_back = moment.proposal.offer
    if _same(read_back, agreed):
        return _confirms(moment)
    if _completes(moment, read_back, agreed):
        return _confirms(moment, read_back)
    if moment.heard.has("recap"):
        return corrects(agreed)
    return _reopened(moment, read_back, agreed)


def accepts(offer: Offer) -> Draft:
    """The decision to agree to exactly this."""
    return Draft((Act.ACCEPTS,), accepted=offer, numbers=(offer.amount,))


def corrects(agreed: Offer) -> Draft:
    """The decision to hold on to what was agreed."""
    mine = agreed.model_copy(update={"by": Speaker.CONSUMER})
    return Draft((Act.CORRECTS_RECAP,), counter=mine, numbers=(agreed.amount,))


def judged(moment: Moment, offer: Offer) -> Judgement:
    """What an offer means to the person of this moment."""
    means = moment.scenario.means
    if means is None:
        return Judgement(Verdict.TOO_MUCH)
    return judge(offer, means, moment.scenario.days, moment.today)


def _confirms(moment: Moment, completed: Offer | None = None) -> Draft:
    numbers = (completed.amount,) if completed else ()
    draft = Draft(
        (Act.CONFIRMS_RECAP,), accepted=completed, numbers=numbers, remember=(Kept.CONFIRMED,)
    )
    return with_wish(moment, draft)


def _same(one: Offer, other: Offer) -> bool:
    """Whether `one` says nothing else than `other`; what it leaves out is no contradiction."""
    a, b = one.schedule, other.schedule
    return (
        one.amount == other.amount
        and a.every is b.every
        and a.start in (None, b.start)
        and (a.count == b.count or a.count is None or b.count is None)
    )


def _completes(moment: Moment, read_back: Offer, agreed: Offer) -> bool:
    """The same money and rhythm on a first day that had been open, or that suits as well."""
    same_money = read_back.amount == agreed.amount
    same_rhythm = read_back.schedule.every is agreed.schedule.every
    return same_money and same_rhythm and judged(moment, read_back).fits


def _reopened(moment: Moment, offer: Offer, agreed: Offer) -> Draft:
    """Something else is proposed after they agreed: less is welcome, more is not."""
    if judged(moment, offer).fits and offer.monthly_cents <= agreed.monthly_cents:
        return accepts(offer)
    return corrects(agreed)
