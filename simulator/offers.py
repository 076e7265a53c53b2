"""The offer that a collector's turn makes, completed from the one already on the table."""

from dataclasses import dataclass, replace
from datetime import date
from math import inf

from calls.money import Every, Instalment, Money, Offer, Schedule
from calls.turn import Speaker
from language.alternatives import are_alternatives
from language.dates import is_pay_day
from language.parts import Part, parts_in
from language.questions import asks_which, has_question_mark
from language.reading import AmountRole, MoneyMention, Reading, ScheduleMention
from language.spoken_of import is_day_to_hear, is_only_spoken_of

OFFERING = frozenset({"offer", "counter_offer", "recap", "demand_payment"})
PROPOSING = frozenset({"ask_commitment_date", "closed_question"})


_COURTESY = frozenset({"thanks", "goodbye"})
_TELLING = frozenset({"debt_mention", "account_detail"})
_ASKING_HOW = frozenset({"open_question", "ask_method", "ask_amount", "ask_commitment_date"})


@dataclass(frozen=True)
class Table:
    """What completes a proposal: the offer that stands, what is past due, today and pay day."""

    standing: Offer | None
    past_due: Money
    today: date
    pay_day: date | None = None


@dataclass(frozen=True)
class Proposal:
    """What was proposed: `vague` where nobody said how often; `whole` where it is all past due.

    `on_pay_day`: the day was left to when they are paid, and only they know when that is.
    """

    offer: Offer
    vague: bool = False
    whole: bool = False
    on_pay_day: bool = False


def proposal_in(reading: Reading, table: Table) -> Proposal | None:
    """What the turn proposes, if it does; what it leaves out is as it stands on the table."""
    names = frozenset(signal.name for signal in reading.signals if signal.asserted)
    offers = not names.isdisjoint(OFFERING)
    if not offers and not _asks_for_payment(reading, names, table):
        return None
    amount = _amount(reading, table) or _share_of_count(reading, table.past_due, offers)
    if amount is None:
        return _about_standing(reading, names, table)
    offer = _in_parts(reading, table) or _at_once_or_often(reading, table, amount)
    if offer is not None:
        return Proposal(
            offer, whole=_is_whole(offer, table), on_pay_day=_is_on_pay_day(reading, table)
        )
    once = Offer(by=Speaker.COLLECTOR, amount=amount, schedule=Schedule(every=Every.ONCE))
    whole = _is_whole(once, table)
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


def _asks_for_payment(reading: Reading, names: frozenset[str], table: Table) -> bool:
    """Without a word of offering: an amount or a change of terms, but no account being told."""
    if not names.isdisjoint(_TELLING):
        return any(mention.share for mention in reading.money)
    asked = has_question_mark(reading) and bool(_unsorted(reading, table.past_due))
    amount = bool(_payments(reading)) or asked
    changes = table.standing is not None and _is_short_offer(reading, names, table.today)
    return amount or bool(names & PROPOSING) or changes


def _is_short_offer(reading: Reading, names: frozenset[str], today: date) -> bool:
    """A few words with an amount, a rhythm or a day in them: "and if we made it forty?".

    The day of the call is none in a courtesy: "thank you for your time today".
    """
    polite = not names.isdisjoint(_COURTESY)
    days = [mention for mention in reading.dates if not (polite and mention.day == today)]
    return reading.words <= 14 and bool(_payments(reading) or reading.schedules or days)


def _is_whole(offer: Offer, table: Table) -> bool:
    single = offer.schedule.every is Every.ONCE and not offer.then
    return single and offer.amount.cents >= table.past_due.cents


def _payments(reading: Reading) -> list[MoneyMention]:
    return [m for m in reading.money if m.role is AmountRole.PAYMENT and _is_meant(reading, m)]


def _is_meant(reading: Reading, mention: MoneyMention) -> bool:
    """Whether it is neither refused nor nothing, nor only spoken of."""
    something = mention.amount is None or mention.amount.cents > 0
    return something and not mention.negated and not is_only_spoken_of(reading, mention)


def _amount(reading: Reading, table: Table) -> Money | None:
    mentions = _payments(reading) or _unsorted(reading, table.past_due)
    amounts = [found for m in mentions if (found := _amount_of(m, table.past_due))]
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
        and _is_meant(reading, m)
        and (m.amount is None or m.amount.cents < past_due.cents or reading.dates)
    ]


def _amount_of(mention: MoneyMention, past_due: Money) -> Money | None:
    """The amount of a mention, in the money of the debt: nobody on the line means another.

    A share ("half of it", "all at once") is one of what is past due.
    """
    if mention.amount is not None:
        return mention.amount.model_copy(update={"currency": past_due.currency})
    if mention.share is None:
        return None
    return past_due.model_copy(update={"cents": round(past_due.cents * mention.share)})


def _share_of_count(reading: Reading, past_due: Money, offers: bool) -> Money | None:
    """Equal payments without an amount share out what is past due."""
    counts = [s.count for s in reading.schedules if s.count and s.count > 1]
    if not counts or not offers:
        return None
    return past_due.model_copy(update={"cents": -(-past_due.cents // counts[-1])})


def _in_parts(reading: Reading, table: Table) -> Offer | None:
    """Several payments, each on its own day: "half now and the rest on the 15th"."""
    roles = (AmountRole.PAYMENT, AmountRole.OTHER)
    named = [m for m in reading.money if m.role in roles and _is_meant(reading, m)]
    rows: list[Instalment] = []
    for part in parts_in(reading, named):
        left = table.past_due.cents - sum(row.amount.cents for row in rows)
        amount = _part(part, table.past_due, left)
        if amount.cents <= 0:
            return None
        rows.append(Instalment(amount=amount, due=part.day or table.today))
    if not rows:
        return None
    first, *then = rows
    schedule = Schedule(every=Every.ONCE, start=first.due)
    return Offer(by=Speaker.COLLECTOR, amount=first.amount, schedule=schedule, then=tuple(then))


def _part(part: Part, past_due: Money, left: int) -> Money:
    named = _amount_of(part.money, past_due) if part.money else None
    return named or past_due.model_copy(update={"cents": left})


def _at_once_or_often(reading: Reading, table: Table, amount: Money) -> Offer | None:
    schedule = _schedule(reading, table, amount)
    if schedule is None:
        return None
    return Offer(by=Speaker.COLLECTOR, amount=amount, schedule=schedule)


def _schedule(reading: Reading, table: Table, amount: Money) -> Schedule | None:
    """When it would be paid: as said, else as it stands; None where neither tells."""
    start, standing = _start(reading, table), table.standing
    named = _named_rhythm(reading)
    runs = standing is not None and standing.schedule.every is not Every.ONCE
    if named is not None:
        kept = standing.schedule.start if standing and runs else None
        every = named.every or Every.ONCE
        return Schedule(every=every, count=named.count, start=start or kept)
    if runs and amount.cents >= table.past_due.cents:
        # All that is due is paid once, whatever rhythm stood there: "all of it today?".
        return Schedule(every=Every.ONCE, start=start) if start else None
    if standing is not None and runs:
        return standing.schedule.model_copy(update={"start": start or standing.schedule.start})
    if start is not None:
        return Schedule(every=Every.ONCE, start=start)
    return standing.schedule if standing and standing.schedule.start else None


def _named_rhythm(reading: Reading) -> ScheduleMention | None:
    return next((s for s in reversed(reading.schedules) if s.every is not None), None)


def _start(reading: Reading, table: Table) -> date | None:
    """The day of the amount they take, else the one named, else pay day, where left to that."""
    named = _start_of_choice(reading, table) or _named_start(reading)
    return named or (table.pay_day if _leaves_it_to_pay_day(reading) else None)


def _start_of_choice(reading: Reading, table: Table) -> date | None:
    """The day of the lower of two amounts: "forty on the first or fifty on the tenth"."""
    amounts = {
        mention: found
        for mention in _payments(reading) or _unsorted(reading, table.past_due)
        if (found := _amount_of(mention, table.past_due))
    }
    if len(amounts) < 2 or not are_alternatives(reading, tuple(amounts)):
        return None
    taken = min(amounts, key=lambda mention: amounts[mention].cents)
    end = min((m.start for m in amounts if m.start > taken.start), default=inf)
    days = [d.day for d in reading.dates if d.day and taken.start <= d.start < end]
    return days[-1] if days else None


def _named_start(reading: Reading) -> date | None:
    begins = [s.begins for s in reading.schedules if s.begins]
    days = [d.day for d in reading.dates if d.day and not is_day_to_hear(reading, d)]
    return next(reversed(begins or days), None)


def _leaves_it_to_pay_day(reading: Reading) -> bool:
    return any(is_pay_day(mention) for mention in reading.dates)


def _is_on_pay_day(reading: Reading, table: Table) -> bool:
    left_to_them = _named_start(reading) is None and _leaves_it_to_pay_day(reading)
    return left_to_them and table.pay_day is not None


def _of_their_month(reading: Reading) -> bool:
    """Whether it asks what comes in or goes out: "what do you have coming in each month?"."""
    about = (signal.kind for signal in reading.all("topic"))
    return asks_which(reading) and not {"income", "costs"}.isdisjoint(about)


def _about_standing(reading: Reading, names: frozenset[str], table: Table) -> Proposal | None:
    """No amount was said: a new day or rhythm for the offer on the table, or the whole sum."""
    asks_openly = "open_question" in names
    start = _named_start(reading) if asks_openly else _start(reading, table)
    named, standing = _named_rhythm(reading), table.standing
    on_pay_day = start is not None and _is_on_pay_day(reading, table)
    demands = "demand_payment" in names and not (asks_how(names) and start is None)
    if demands and named is None:
        schedule = Schedule(every=Every.ONCE, start=start)
        offer = Offer(by=Speaker.COLLECTOR, amount=table.past_due, schedule=schedule)
        return Proposal(offer, whole=True, on_pay_day=on_pay_day)
    if standing is None or (start is None and named is None):
        return None
    if start is None and _of_their_month(reading):
        return None
    schedule = standing.schedule.model_copy(
        update={
            "start": start or standing.schedule.start,
            **({"every": named.every, "count": named.count} if named else {}),
        }
    )
    amount = (standing.total or standing.amount) if standing.then else standing.amount
    changed = Offer(by=Speaker.COLLECTOR, amount=amount, schedule=schedule)
    return Proposal(changed, whole=_is_whole(changed, table), on_pay_day=on_pay_day)
