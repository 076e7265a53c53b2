"""What a note claims against what the call shows: amounts, days, ways to pay, what came of it."""

from collections.abc import Iterator
from itertools import chain

from calls.circumstances import SpeakerRole
from calls.money import Every, Offer
from calls.moves import Act
from language.noting import NoteReading
from language.reading import MoneyMention
from scoring.accuracy.items import Fault, Item, faulty
from scoring.accuracy.known import known_amounts, known_days
from scoring.agreed import accepted_offer, shown_at
from scoring.case import Case
from scoring.grade import hard_fails
from scoring.grounds import decided

_NEAR = 14  # letters between an amount and the rhythm in which it is paid
_OF_MONEY = ("$", "£", "€", ",", ".", "dollar", "pound", "euro")
_NOBODY = "nobody named it on the call, and the desk does not show it"


def claims(case: Case, note: NoteReading) -> Iterator[Item]:
    """Everything in the note that the call contradicts, or that nothing bears out."""
    agreed = accepted_offer(case)
    yield from chain(
        _amounts(case, note, agreed),
        _days(case, note, agreed),
        _rhythm(case, note, agreed),
        _methods(case, note, agreed),
        _outcomes(case, note, agreed),
    )


def _amounts(case: Case, note: NoteReading, agreed: Offer | None) -> Iterator[Item]:
    known = known_amounts(case)
    mentions = [one for one in note.reading.money if one.amount]
    strange = [
        one
        for one in mentions
        if one.amount and one.amount.cents not in known and _is_money(note, one)
    ]
    there = {one.amount.cents for one in mentions if one.amount}
    instead = agreed if agreed and agreed.amount.cents not in there else None
    for one in strange:
        words = note.written(one.start, one.end)
        if instead is not None:
            told = f"{words} is written, {instead.amount} was agreed"
            where = shown_at(case)
            yield faulty("amount", Fault.CONTRADICTED, told, words, where)
            instead = None
        else:
            told = f"{words} was not named on the call"
            yield faulty("amount", Fault.WRONG, told, words, unproved=_NOBODY)


def _is_money(note: NoteReading, one: MoneyMention) -> bool:
    """Whether it is written as a sum: an hour or an order number is a bare figure as well."""
    return any(sign in note.written(one.start, one.end) for sign in _OF_MONEY)


def _days(case: Case, note: NoteReading, agreed: Offer | None) -> Iterator[Item]:
    """A day to come that stands where the agreed one should, and that nobody named."""
    start, on = agreed.schedule.start if agreed else None, case.record.day
    if start is None or on is None or any(one.day == start for one in note.reading.dates):
        return
    known = known_days(case)
    for one in note.reading.dates:
        if one.day and one.day > on and one.day not in known:
            words = note.written(one.start, one.end)
            told = f"{words} is written, {start:%B} {start.day} was agreed"
            where = shown_at(case)
            yield faulty("day", Fault.CONTRADICTED, told, words, where)
            return


def _rhythm(case: Case, note: NoteReading, agreed: Offer | None) -> Iterator[Item]:
    if agreed is None or agreed.schedule.every is Every.ONCE:
        return
    for amount in note.reading.money:
        if amount.amount == agreed.amount and (other := _other_rhythm(note, amount, agreed)):
            told = f"{other} is written, every {agreed.schedule.every.replace('_', ' ')} was agreed"
            where = shown_at(case)
            yield faulty("day", Fault.CONTRADICTED, told, other, where)
            return


def _other_rhythm(note: NoteReading, amount: MoneyMention, agreed: Offer) -> str:
    for one in note.reading.schedules:
        beside = 0 <= one.start - amount.end <= _NEAR or one.start <= amount.start < one.end
        if beside and one.every not in (None, Every.ONCE, agreed.schedule.every):
            return note.written(one.start, one.end)
    return ""


def _methods(case: Case, note: NoteReading, agreed: Offer | None) -> Iterator[Item]:
    house = case.scenario.house if case.scenario else None
    noted = house.method_named(note.reading.method) if house else None
    if not noted or agreed is None or not agreed.method or noted == agreed.method:
        return
    told = f"payment by {noted} is written, {agreed.method} was agreed"
    where = shown_at(case, how=True)
    yield faulty("method", Fault.CONTRADICTED, told, noted, where)


def _outcomes(case: Case, note: NoteReading, agreed: Offer | None) -> Iterator[Item]:
    """What came of the call, who was on it, and that they were who they said."""
    says_agreed = note.tells("agreed") and not note.tells("nothing_agreed")
    if says_agreed and agreed is None and case.record.call is not None:
        told = "an agreement is written, but nothing was agreed"
        yield faulty("outcome", Fault.CONTRADICTED, told, _words(note, "agreed"), decided(case))
    if note.tells("refused") and agreed is not None and not says_agreed:
        told = "it says that they will not pay, but a payment was agreed"
        where = shown_at(case)
        yield faulty("outcome", Fault.CONTRADICTED, told, _words(note, "refused"), where)
    if note.tells("spoke_with_them") and case.other_side and not case.with_consumer:
        told = "it says that you spoke with the person you called for; somebody else answered"
        first = case.evidence(case.other_side[0].index)
        yield faulty("who", Fault.CONTRADICTED, told, _words(note, "spoke_with_them"), first)
    if note.tells("nothing_told") and (told_at := _told_somebody(case)):
        told = "it says that nothing was disclosed, but somebody else learned of the debt"
        words = _words(note, "nothing_told")
        yield faulty("who", Fault.CONTRADICTED, told, words, case.evidence(*told_at[:1]))
    if note.tells("verified") and case.other_side and not _identified(case):
        told = "it says that they were verified, but nobody gave an identifier"
        yield faulty("who", Fault.WRONG, told, _words(note, "verified"), unproved=_NEVER_GIVEN)


def _told_somebody(case: Case) -> list[int]:
    """Our turns that told somebody else of the debt, by what was said or what the rules found."""
    if case.scenario is None or case.record.call is None or not _with_somebody_else(case):
        return []
    said = [r.index for r in case.collector if r.has("debt_mention", "account_detail")]
    found = [one.turn for one in hard_fails(case.check.findings) if one.turn is not None]
    return sorted({*said, *found})


def _with_somebody_else(case: Case) -> bool:
    scenario, call = case.scenario, case.record.call
    if scenario is None or call is None:
        return False
    return scenario.person(call.who).role is not SpeakerRole.CONSUMER


_NEVER_GIVEN = "in no turn did anybody say or confirm a birth date, an address or a number"


def _identified(case: Case) -> bool:
    acts = {act for move in case.record.moves.values() for act in move.acts}
    told = any(r.has("gives_identifier", "confirms_identity") for r in case.other_side)
    return told or bool(acts & {Act.GIVES_IDENTIFIER, Act.CONFIRMS_IDENTITY})


def _words(note: NoteReading, name: str) -> str:
    first = next(one for one in note.all(name) if one.asserted)
    return note.written(first.start, first.end)
