"""What was agreed: read back right or wrong, opened again, and how it is paid."""

from dataclasses import replace

from calls.money import Offer
from calls.moves import Act
from calls.turn import Speaker
from language.questions import words_asked
from simulator.affordable import Judgement, Verdict, judge
from simulator.disclosure import with_wish
from simulator.facts import Fact, Topic
from simulator.memory import Kept
from simulator.moment import Draft, Moment


def answer_recap(moment: Moment) -> Draft | None:
    """Confirms what was agreed when it is read back right, corrects it when it is not."""
    agreed = moment.call.accepted
    if agreed is None:
        return None
    otherwise = _paid_otherwise(moment)
    if moment.heard.has("recap") and otherwise is not None:
        return corrects(agreed, (otherwise.id,))
    if moment.proposal is None:
        return _confirms(moment) if moment.heard.has("recap") else None
    read_back = moment.proposal.offer
    if _same(read_back, agreed):
        return _confirms(moment)
    if _completes(moment, read_back, agreed):
        moved = agreed.schedule.start is not None and not moment.heard.has("recap")
        return accepts(read_back) if moved else _confirms(moment, read_back)
    if moment.heard.has("recap"):
        return corrects(agreed)
    return _reopened(moment, read_back, agreed)


def accepts(offer: Offer) -> Draft:
    """The decision to agree to exactly this."""
    return Draft((Act.ACCEPTS,), accepted=offer, numbers=offer.amounts)


def corrects(agreed: Offer, facts: tuple[str, ...] = ()) -> Draft:
    """The decision to hold on to what was agreed; `facts` say what was got wrong about it."""
    mine = agreed.model_copy(update={"by": Speaker.CONSUMER})
    return Draft((Act.CORRECTS_RECAP,), facts=facts, counter=mine, numbers=agreed.amounts)


def with_method(moment: Moment, draft: Draft) -> Draft:
    """The same decision; what is agreed with it, or was before, says how it is paid."""
    agreed = draft.accepted or moment.call.accepted
    if agreed is None:
        return draft
    method = _method(moment, draft, agreed)
    if method == agreed.method:
        return draft
    return replace(draft, accepted=agreed.model_copy(update={"method": method}))


def with_way(moment: Moment, draft: Draft) -> Draft:
    """The same yes, with the way to pay where the turn asks which one it is to be."""
    if Act.ACCEPTS not in draft.acts or not moment.heard.has("ask_method"):
        return draft
    ways = (fact for fact in moment.person.facts if fact.topic is Topic.METHOD)
    way = next((fact for fact in ways if moment.told(fact) or moment.may_tell(fact)), None)
    if way is None or way.id in draft.facts:
        return draft
    return replace(draft, acts=(*draft.acts, Act.DISCLOSES), facts=(*draft.facts, way.id))


def with_choice(moment: Moment, draft: Draft) -> Draft:
    """The same yes, to be said with its terms where one of two things was to be chosen."""
    chosen = draft.accepted is not None and words_asked(moment.heard.reading).holds(("or",))
    return draft.also(Kept.A_CHOICE) if chosen and Act.ACCEPTS in draft.acts else draft


def judged(moment: Moment, offer: Offer) -> Judgement:
    """What an offer means to the person of this moment."""
    means = moment.scenario.means
    if means is None:
        return Judgement(Verdict.TOO_MUCH)
    owed = moment.scenario.account.past_due
    return judge(offer, means, moment.scenario.days, moment.today, owed)


def _confirms(moment: Moment, completed: Offer | None = None) -> Draft:
    numbers = completed.amounts if completed else ()
    draft = Draft(
        (Act.CONFIRMS_RECAP,), accepted=completed, numbers=numbers, remember=(Kept.CONFIRMED,)
    )
    return with_wish(moment, draft)


def _paid_otherwise(moment: Moment) -> Fact | None:
    """What they said of how they pay, where the turn names another way."""
    told = moment.person.way_to_pay(moment.call.revealed)
    return told if told and moment.method not in (None, told.method) else None


def _method(moment: Moment, draft: Draft, agreed: Offer) -> str | None:
    """What they say themselves counts from then on; what is named to them where they agree to it.

    Where nobody names a way they pay as they said before.
    """
    told = moment.person.method_told(draft.facts)
    if told is not None:
        return told
    if draft.accepted is None and Act.CONFIRMS_RECAP not in draft.acts:
        return agreed.method
    before = moment.call.accepted.method if moment.call.accepted else None
    said = moment.person.method_told(moment.call.revealed)
    return moment.method or agreed.method or before or said


def _same(one: Offer, other: Offer) -> bool:
    """Whether `one` says nothing else than `other`; what it leaves out is no contradiction."""
    a, b = one.schedule, other.schedule
    return (
        one.amount == other.amount
        and a.every is b.every
        and a.start in (None, b.start)
        and (a.count == b.count or a.count is None or b.count is None)
        and one.then == other.then
    )


def _completes(moment: Moment, read_back: Offer, agreed: Offer) -> bool:
    """The same money and rhythm on a first day that had been open, or that suits as well."""
    same_money = read_back.amount == agreed.amount
    same_rhythm = read_back.schedule.every is agreed.schedule.every
    same_parts = read_back.then == agreed.then
    return same_money and same_rhythm and same_parts and judged(moment, read_back).fits


def _reopened(moment: Moment, offer: Offer, agreed: Offer) -> Draft:
    """Something else is proposed after they agreed: less is welcome, more is not."""
    if judged(moment, offer).fits and offer.monthly_cents <= agreed.monthly_cents:
        return accepts(offer)
    return corrects(agreed)
