"""Offers of both sides as they were read, and what was accepted, where no mind decided."""

from collections.abc import Iterator
from datetime import date

from calls.circumstances import AccountRecord
from calls.money import Money, Offer
from calls.turn import Speaker
from language.reading import AmountRole, Reading
from scoring.case import Case
from simulator.offers import Table, proposal_in

_THEIRS = ("offers_payment", "counters", "promise_to_pay", "asks_time", "condition")
_YES = {
    Speaker.COLLECTOR: ("accept", "recap"),
    Speaker.CONSUMER: ("accepts", "affirms", "promise_to_pay"),
}
_NO = {Speaker.COLLECTOR: ("refuse",), Speaker.CONSUMER: ("refuses", "denies")}
_UNKNOWN = Money(cents=10**13)
"""Stands for what is due where nobody knows it: more than anybody owes."""
_BELIEVED = 10**11
MOST = 2
"""More than so many times what is due is no offer, but an income or a number that was misread."""
Laid = tuple[int, Offer]
"""An offer and the turn in which it was made."""


def said_offers(case: Case, *, accepted: bool = False) -> Iterator[Laid]:
    """Every offer in the order of the turns; with `accepted`, those that got a yes, at the yes."""
    standing: Offer | None = None
    owed = owed_in(case)
    for reading in case.readings:
        side = reading.turn.speaker
        table = Table(standing, owed or _UNKNOWN, case.record.day or date.min)
        offer = _offer(reading, table)
        took_up = standing is not None and standing.by is not side
        if offer is not None and (standing is None or not offer.adds_nothing_to(standing)):
            standing = offer
            if not accepted:
                yield reading.index, offer
        elif accepted and standing is not None and took_up and _says_yes(reading):
            yield reading.index, standing


def owed_in(case: Case) -> Money | None:
    """What the call is about: what is past due, where that is known or was told."""
    if case.scenario is not None:
        return case.scenario.account.past_due
    books = case.record.context.account_record
    known = (books.past_due, books.balance) if isinstance(books, AccountRecord) else ()
    in_the_books = next((money for money in known if isinstance(money, Money)), None)
    return in_the_books or next(filter(None, map(_told, case.readings)), None)


def _told(reading: Reading) -> Money | None:
    """What a collector tells that is due."""
    if reading.turn.speaker is not Speaker.COLLECTOR:
        return None
    told = (m.amount for m in reading.money if m.role is AmountRole.BALANCE and not m.negated)
    return next((amount for amount in told if amount), None)


def _offer(reading: Reading, table: Table) -> Offer | None:
    ours = reading.turn.speaker is Speaker.COLLECTOR
    if not ours and not _names_a_payment(reading):
        return None
    found = proposal_in(_as_offering(reading), table)
    if found is None or found.offer.amount.cents > min(_BELIEVED, table.past_due.cents * MOST):
        return None
    return found.offer.model_copy(update={"by": reading.turn.speaker})


def _names_a_payment(reading: Reading) -> bool:
    """Whether the other side speaks of what they would pay, not of what they earn or spend."""
    if reading.has(*_THEIRS):
        return True
    return any(m.role is AmountRole.PAYMENT and not m.negated for m in reading.money)


def _as_offering(reading: Reading) -> Reading:
    """A consumer's reading in which an offer of theirs counts as one of ours would."""
    if reading.turn.speaker is Speaker.COLLECTOR or not reading.has(*_THEIRS):
        return reading
    return reading.also(("offer",))


def _says_yes(reading: Reading) -> bool:
    side = reading.turn.speaker
    if side not in _YES:
        return False  # whoever owes nothing agrees to nothing
    return reading.has(*_YES[side]) and not reading.has(*_NO[side])
