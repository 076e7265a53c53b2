"""The offer that a collector's turn makes, completed from the one already on the table."""

from dataclasses import dataclass, replace
from datetime import date

from calls.money import Every, Money, Offer, Schedule
from calls.turn import Speaker
from language.alternatives import are_alternatives
from language.questions import has_question_mark
from language.reading import AmountRole, MoneyMention, Reading, ScheduleMention

OFFERING = frozenset({"offer", "counter_offer", "recap", "demand_payment"})
PROPOSING = frozenset({"ask_commitment_date", "closed_question"})


_TELLING = frozenset({"debt_mention", "account_detail"})
_ASKING_HOW = frozenset({"open_question", "ask_method", "ask_amount", "ask_commitment_date"})


@dataclass(frozen=True)
class Proposal:
    """What was proposed: `vague` where nobody said how often; `whole` where it is all past due."""

    offer: Offer
    vague: bool = False
    whole: bool = False


def proposal_in(reading: Reading, standing: Offer | None, past_due: Money) -> Proposal | None:
    """What the turn proposes, if it does; what it leaves out is as it stands on the table."""
    names = frozenset(signal.name for signal in reading.signals if signal.asserted)
    offers = not names.isdisjoint(OFFERING)
    if not offers and not _asks_for_payment(reading, names, standing, past_due):
        return None
    amount = _amount(reading, past_due) or _share_of_count(reading, past_due, offers)
    if amount is None:
        return _about_standing(reading, names, standing, past_due)
    schedule = _schedule(reading, standing)
    if schedule is not None:
        offer = Offer(by=Speaker.COLLECTOR, amount=amount, schedule=schedule)
        return Proposal(offer, whole=_is_whole(offer, past_due))
    once = Offer(by=Speaker.COLLECTOR, amount=amount, schedule=Schedule(every=Every.ONCE))
    whole = _is_whole(once, past_due)
    part = any(mention.share for mention in reading.money)
    return Proposal(once, vague=not whole and not part, whole=whole)


def paid_by(proposal: Proposal | None, method: str | None) -> Proposal | None:
    """The same proposal, to be paid in this way; None leaves open how."""
    if proposal is None or method is None:
        return proposal
    return replace(proposal, offer=proposal.offer.model_copy(update={"method": method}))


def asks_how(names: frozenset[str]) -> bool:
    """Whether it asks how, when or how much they would pay, rather than that they do."""
    return not names.isdisjoint(_ASKING_HOW)


def _asks_for_payment(
    reading: Reading, names: frozenset[str], standing: Offer | None, past_due: Money
) -> bool:
    """Without a word of offering: an amount or a change of terms, but no account being told."""
    if not names.isdisjoint(_TELLING):
        return any(mention.share for mention in reading.money)
    asked = has_question_mark(reading) and bool(_unsorted(reading, past_due))
    amount = bool(_payments(reading)) or asked
    return amount or bool(names & PROPOSING) or (standing is not None and _is_short_offer(reading))


def _is_short_offer(reading: Reading) -> bool:
    """A few words with an amount, a rhythm or a day in them: "and if we made it forty?"."""
    return reading.words <= 14 and bool(_payments(reading) or reading.schedules or reading.dates)


def _is_whole(offer: Offer, past_due: Money) -> bool:
    return offer.schedule.every is Every.ONCE and offer.amount.cents >= past_due.cents


def _payments(reading: Reading) -> list[MoneyMention]:
    return [m for m in reading.money if m.role is AmountRole.PAYMENT and not m.negated]


def _amount(reading: Reading, past_due: Money) -> Money | None:
    mentions = _payments(reading) or _unsorted(reading, past_due)
    amounts = [found for m in mentions if (found := _amount_of(m, past_due))]
    if not amounts:
        return None
    # Of two that are offered side by side people take the lower; a correction comes last.
    if are_alternatives(reading, mentions):
        return min(amounts, key=lambda money: money.cents)
    return amounts[-1]


def _unsorted(reading: Reading, past_due: Money) -> list[MoneyMention]:
    """Amounts whose part nobody could tell are payments, unless they only say what is owed."""
    return [
        m
        for m in reading.money
        if m.role is AmountRole.OTHER
        and not m.negated
        and (m.amount is None or m.amount.cents < past_due.cents or reading.dates)
    ]


def _amount_of(mention: MoneyMention, past_due: Money) -> Money | None:
    """The amount of a mention; a share ("half of it", "all at once") is one of what is past due."""
    if mention.amount is not None or mention.share is None:
        return mention.amount
    return past_due.model_copy(update={"cents": round(past_due.cents * mention.share)})


def _share_of_count(reading: Reading, past_due: Money, offers: bool) -> Money | None:
    """Equal payments without an amount share out what is past due."""
    counts = [s.count for s in reading.schedules if s.count and s.count > 1]
    if not counts or not offers:
        return None
    return past_due.model_copy(update={"cents": -(-past_due.cents // counts[-1])})


def _schedule(reading: Reading, standing: Offer | None) -> Schedule | None:
    """When it would be paid: as said, else as it stands; None where neither tells."""
    start = _start(reading)
    named = _named_rhythm(reading)
    if named is not None:
        runs = standing is not None and standing.schedule.every is not Every.ONCE
        kept = standing.schedule.start if standing and runs else None
        every = named.every or Every.ONCE
        return Schedule(every=every, count=named.count, start=start or kept)
    if standing is not None and standing.schedule.every is not Every.ONCE:
        return standing.schedule.model_copy(update={"start": start or standing.schedule.start})
    if start is not None:
        return Schedule(every=Every.ONCE, start=start)
    return standing.schedule if standing and standing.schedule.start else None


def _named_rhythm(reading: Reading) -> ScheduleMention | None:
    return next((s for s in reversed(reading.schedules) if s.every is not None), None)


def _start(reading: Reading) -> date | None:
    begins = [s.begins for s in reading.schedules if s.begins]
    days = [d.day for d in reading.dates if d.day]
    return next(reversed(begins or days), None)


def _about_standing(
    reading: Reading, names: frozenset[str], standing: Offer | None, past_due: Money
) -> Proposal | None:
    """No amount was said: a new day or rhythm for the offer on the table, or the whole sum."""
    start, named = _start(reading), _named_rhythm(reading)
    demands = "demand_payment" in names and not (asks_how(names) and start is None)
    if demands and named is None:
        schedule = Schedule(every=Every.ONCE, start=start)
        return Proposal(Offer(by=Speaker.COLLECTOR, amount=past_due, schedule=schedule), whole=True)
    if standing is None or (start is None and named is None):
        return None
    schedule = standing.schedule.model_copy(
        update={
            "start": start or standing.schedule.start,
            **({"every": named.every, "count": named.count} if named else {}),
        }
    )
    changed = Offer(by=Speaker.COLLECTOR, amount=standing.amount, schedule=schedule)
    return Proposal(changed, whole=_is_whole(changed, past_due))
