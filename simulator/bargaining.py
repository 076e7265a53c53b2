"""Money talk: what is offered against what they would like to pay and the most they can keep up."""

from calls.money import Every, Money, Offer
from calls.moves import Act
from calls.turn import Speaker
from simulator.affordable import Judgement, Verdict, judge, rhythm_of
from simulator.disclosure import with_wish
from simulator.facts import Fear, Topic
from simulator.means import Means
from simulator.memory import Kept, kept
from simulator.moment import Draft, Moment


def answer_recap(moment: Moment) -> Draft | None:
    """Confirms what was agreed when it is read back right, corrects it when it is not."""
    agreed = moment.call.accepted
    if agreed is None or not moment.heard.has("recap", "offer", "counter_offer", "closed_question"):
        return None
    if moment.proposal is None:
        return _confirms(moment) if moment.heard.has("recap") else None
    read_back = moment.proposal.offer
    if _same(read_back, agreed):
        return _confirms(moment)
    if _same(read_back.model_copy(update={"schedule": agreed.schedule}), agreed) and _dates_it(
        moment, read_back, agreed
    ):
        return _confirms(moment, read_back)
    if moment.heard.has("recap"):
        return _corrects(agreed)
    return _reopened(moment, read_back, agreed)


def _confirms(moment: Moment, completed: Offer | None = None) -> Draft:
    draft = Draft((Act.CONFIRMS_RECAP,), accepted=completed, remember=(Kept.CONFIRMED,))
    return with_wish(moment, draft)


def _corrects(agreed: Offer) -> Draft:
    mine = agreed.model_copy(update={"by": Speaker.CONSUMER})
    return Draft((Act.CORRECTS_RECAP,), counter=mine, numbers=(agreed.amount,))


def _same(one: Offer, other: Offer) -> bool:
    a, b = one.schedule, other.schedule
    return (
        one.amount == other.amount
        and a.every is b.every
        and (a.start == b.start or a.start is None)
        and (a.count == b.count or a.count is None or b.count is None)
    )


def _dates_it(moment: Moment, read_back: Offer, agreed: Offer) -> bool:
    """The same money with a first day that had been left open, or a later one that suits."""
    same_rhythm = read_back.schedule.every is agreed.schedule.every
    return same_rhythm and _judged(moment, read_back).fits


def _reopened(moment: Moment, offer: Offer, agreed: Offer) -> Draft:
    """Something else is proposed after they agreed: less is welcome, more is not."""
    judged = _judged(moment, offer)
    if judged.fits and offer.monthly_cents <= agreed.monthly_cents:
        return _accepts(offer)
    return _corrects(agreed)


def answer_offer(moment: Moment) -> Draft | None:
    """Accepts, tests, counters or refuses what is on the table now."""
    if moment.heard.has("accept") and moment.call.accepted is None:
        mine = moment.memory.standing
        if moment.proposal is None and mine is not None and mine.by is Speaker.CONSUMER:
            return _accepts(mine)
    if moment.proposal is None:
        return _answer_test(moment)
    if moment.scenario.means is None:
        return Draft((Act.DEFLECTS,))
    if moment.mood.trust < moment.limits.accepts_any_trust:
        return _will_not(moment)
    if moment.proposal.vague:
        return _asks_how_often(moment)
    offer = moment.proposal.offer
    judged = _judged(moment, offer)
    if judged.fits and _start_is_open(moment, offer):
        return Draft((Act.ASKS_TERMS,), numbers=(offer.amount,), remember=(Kept.FROM_WHEN,))
    if judged.verdict is Verdict.COMFORTABLE:
        return _accepts(offer)
    if judged.verdict is Verdict.TIGHT:
        return _tight(moment, offer)
    if judged.verdict is Verdict.TOO_EARLY:
        return _later(moment, offer, judged)
    return None if moment.proposal.whole else _too_much(moment, offer)


def _judged(moment: Moment, offer: Offer) -> Judgement:
    means = moment.scenario.means
    if means is None:
        return Judgement(Verdict.TOO_MUCH)
    return judge(offer, means, moment.scenario.days, moment.today)


def _accepts(offer: Offer) -> Draft:
    return Draft((Act.ACCEPTS,), accepted=offer, numbers=(offer.amount,))


def _start_is_open(moment: Moment, offer: Offer) -> bool:
    """Nobody said from when, and it matters to somebody who waits for money; asked once."""
    waits = moment.scenario.means is not None and moment.scenario.means.reservation.starts
    return bool(waits) and offer.schedule.start is None and not moment.memory.has(Kept.FROM_WHEN)


def _will_not(moment: Moment) -> Draft:
    act = Act.REFUSES if moment.memory.just(Act.DEFLECTS) else Act.DEFLECTS
    return Draft((act,))


def _asks_how_often(moment: Moment) -> Draft:
    """An amount without a rhythm: a second time it is taken as the one that was talked about."""
    amount = _offer(moment).amount
    if moment.memory.has(Kept.HOW_OFTEN):
        return Draft((Act.HESITATES,), numbers=(amount,))
    return Draft((Act.ASKS_BACK,), numbers=(amount,), remember=(Kept.HOW_OFTEN,))


def _offer(moment: Moment) -> Offer:
    if moment.proposal is None:
        raise ValueError("there is no proposal in this turn")
    return moment.proposal.offer


def _tight(moment: Moment, offer: Offer) -> Draft:
    """They could, just. They want to know what happens when it goes wrong."""
    if moment.mood.trust < moment.limits.accepts_tight_trust:
        return _counters(moment, offer) or _holds_at_own(moment)
    fear = _next_fear(moment)
    if fear is not None:
        return Draft(
            (Act.HESITATES, Act.ASKS_TERMS),
            facts=(fear.id,),
            numbers=(offer.amount,),
            remember=(Kept.TESTED, kept(Kept.TESTED, fear.id)),
        )
    return _accepts(offer)


def _next_fear(moment: Moment) -> Fear | None:
    """What they still want to know before they agree, unless it was just laid to rest."""
    means = moment.scenario.means
    if means is None or moment.memory.count(Kept.TESTED) >= means.tests_before_accepting:
        return None
    return next(
        (
            fear
            for fear in moment.person.fears
            if not moment.memory.has(kept(Kept.TESTED, fear.id)) and not _eases(moment, fear)
        ),
        None,
    )


def _eases(moment: Moment, fear: Fear) -> bool:
    return moment.heard.has(*fear.eased_by.signals) or moment.heard.mentions(fear.eased_by.words)


def _answer_test(moment: Moment) -> Draft | None:
    """They asked what happens if; an answer lets them agree."""
    last = moment.memory.last
    standing = moment.memory.standing
    if last is None or Act.ASKS_TERMS not in last.acts or standing is None:
        return None
    if moment.heard.harsh or moment.heard.has("goodbye") or moment.call.accepted is not None:
        return None
    fears = [fear for fear in moment.person.fears if fear.id in last.facts]
    eased = moment.heard.has("explains_terms", "explain_rights", "promise_hardship_help")
    if eased or any(_eases(moment, fear) for fear in fears):
        return _accepts(standing)
    if moment.heard.has("open_question") or not fears:
        return None
    return _still_unsure(moment, fears[0])


def _still_unsure(moment: Moment, fear: Fear) -> Draft:
    """The question was passed over: asked once more, then the offer is left open."""
    asked = sum(fear.id in move.facts for move in moment.memory.moves)
    if asked < 2:
        return Draft((Act.ASKS_TERMS,), facts=(fear.id,))
    return Draft((Act.HESITATES,))


def _later(moment: Moment, offer: Offer, judged: Judgement) -> Draft:
    """The amount is all right, the day is not."""
    schedule = offer.schedule.model_copy(update={"start": judged.not_before})
    counter = Offer(by=Speaker.CONSUMER, amount=offer.amount, schedule=schedule)
    if counter == moment.memory.my_last and moment.memory.just(Act.COUNTERS):
        return Draft((Act.REFUSES,), numbers=(offer.amount,))
    return Draft((Act.COUNTERS,), counter=counter, numbers=(counter.amount,))


def _too_much(moment: Moment, offer: Offer) -> Draft:
    refused = Draft((Act.REFUSES,))
    if moment.mood.trust < moment.limits.concedes_at_trust:
        return refused
    counters = _counters(moment, offer)
    if counters is None:
        return _holds_at_own(moment)
    return counters.first(Act.REFUSES)


def _holds_at_own(moment: Moment) -> Draft:
    """No further step: what they said stands."""
    mine = moment.memory.my_last
    words = (Kept.NOTHING_MORE,) if mine else ()
    return Draft((Act.REFUSES,), numbers=(mine.amount,) if mine else (), remember=words)


def _counters(moment: Moment, offer: Offer) -> Draft | None:
    """Their next number: what they would like, then steps that shrink, never past the most."""
    means = moment.scenario.means
    if means is None:
        return None
    rhythm = rhythm_of(offer, means)
    mine = moment.memory.my_last
    if mine is None or mine.schedule.every is Every.ONCE:
        return _names(moment, means, means.opens_with.amount, means.opens_with.every)
    made = sum(1 for _ in moment.memory.mine()) - 1
    if made >= len(moment.limits.concessions) or not _reciprocal(moment, offer):
        return None
    amount = _step(moment, means, mine, offer, rhythm, made)
    return _names(moment, means, amount, rhythm) if amount else None


def _reciprocal(moment: Moment, offer: Offer) -> bool:
    """People move when the other side has moved, or has been decent."""
    theirs = [o for o in moment.call.offers if o.by is Speaker.COLLECTOR]
    came_down = bool(theirs) and offer.monthly_cents < theirs[-1].monthly_cents
    return came_down or moment.heard.warm


def _step(
    moment: Moment, means: Means, mine: Offer, offer: Offer, rhythm: Every, made: int
) -> Money | None:
    most = min(means.reservation.monthly_cents, offer.monthly_cents)
    share = moment.limits.concessions[made]
    monthly = mine.monthly_cents + share * (most - mine.monthly_cents)
    times = Offer(by=Speaker.CONSUMER, amount=Money(cents=100)).model_copy(
        update={"schedule": mine.schedule.model_copy(update={"every": rhythm})}
    )
    unit = moment.limits.round_to_cents
    cents = int(monthly / (times.schedule.per_month or 1.0)) // unit * unit
    now = mine.monthly_cents / (times.schedule.per_month or 1.0)
    return mine.amount.model_copy(update={"cents": cents}) if cents > now else None


def _names(moment: Moment, means: Means, amount: Money, every: Every) -> Draft:
    start = moment.on(means.reservation.starts or means.opens_with.starts)
    offer = Offer.model_validate(
        {
            "by": Speaker.CONSUMER,
            "amount": amount,
            "schedule": {"every": every, "start": start},
        }
    )
    return Draft((Act.COUNTERS,), counter=offer, numbers=(amount,))


def name_amount(moment: Moment) -> Draft | None:
    """Asked what they can manage: what they would like to pay, low and honest about the fear."""
    means = moment.scenario.means
    if means is None or not _asks_for_amount(moment):
        return None
    if moment.call.accepted is not None:
        return None
    if moment.mood.trust < moment.limits.names_amount_trust:
        return Draft((Act.DEFLECTS,))
    mine = moment.memory.my_last
    if mine is not None:
        return Draft((Act.OFFERS_PAYMENT,), counter=mine, numbers=(mine.amount,))
    named = _names(moment, means, means.opens_with.amount, means.opens_with.every)
    worry = next(
        (f for f in moment.person.facts if f.topic is Topic.FEAR and moment.may_tell(f)), None
    )
    facts = (worry.id,) if worry else ()
    return Draft((Act.OFFERS_PAYMENT,), facts=facts, counter=named.counter, numbers=named.numbers)


def name_day(moment: Moment) -> Draft | None:
    """Asked when: the day of what they offered or agreed, as far as it was open."""
    if not moment.heard.has("ask_commitment_date") or moment.proposal is not None:
        return None
    agreed, mine, means = moment.call.accepted, moment.memory.my_last, moment.scenario.means
    if agreed is not None and agreed.schedule.start is None and means is not None:
        start = moment.on(means.reservation.starts or means.opens_with.starts)
        schedule = agreed.schedule.model_copy(update={"start": start})
        mine = Offer(by=Speaker.CONSUMER, amount=agreed.amount, schedule=schedule)
    if mine is None:
        return None
    return Draft((Act.OFFERS_PAYMENT,), counter=mine, numbers=(mine.amount,))


def _asks_for_amount(moment: Moment) -> bool:
    return moment.heard.has("ask_amount")


def answer_demand(moment: Moment) -> Draft | None:
    """The money is demanded as if it were there."""
    whole = moment.proposal is not None and moment.proposal.whole
    if not (whole or moment.heard.has("demand_payment")):
        return None
    if moment.call.accepted is not None:
        return _corrects(moment.call.accepted)
    if moment.memory.heard("demand_payment") > 1 and _gives_in(moment):
        return Draft((Act.OFFERS_PAYMENT,))
    if moment.memory.just(Act.SNAPS):
        return _refuses(moment)
    proud = moment.person.temperament.pride >= 50
    sharp = proud or moment.mood.tension >= moment.limits.snaps_at_tension
    return Draft((Act.SNAPS,)) if sharp and not _has_offered(moment) else _refuses(moment)


def _has_offered(moment: Moment) -> bool:
    return moment.memory.my_last is not None


def _gives_in(moment: Moment) -> bool:
    """A vague promise, to be left in peace: worth nothing, and no arrangement."""
    meek = moment.person.temperament.pride < 40
    return meek and not moment.memory.did(Act.OFFERS_PAYMENT)


def _refuses(moment: Moment) -> Draft:
    """They have not got it; a second time they say why, as far as they will."""
    hard = any((fact.signal or "").startswith("hardship") for fact in moment.person.facts)
    if hard and moment.memory.did(Act.REFUSES) and not moment.memory.did(Act.STATES_HARDSHIP):
        return Draft((Act.STATES_HARDSHIP,))
    return Draft((Act.REFUSES,))
