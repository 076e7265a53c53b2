"""What the note of this call has to hold: who, why, how much, when, how, and what comes next."""

from collections.abc import Iterator
from datetime import date

from calls.money import Money, Offer
from calls.moves import Act
from language.names import HARDSHIPS, words_of
from language.noting import NoteReading
from language.reading import Reading
from language.wording import wording_of, words_said
from scoring.accuracy.items import Fault, Item, faulty, held
from scoring.agreed import accepted_offer, shown_at
from scoring.case import Case
from scoring.grounds import decided
from scoring.marks import Evidence
from simulator.ends import EndState, Mention
from simulator.facts import Topic
from simulator.scenario import Aim

_HARDSHIPS = {name: name.removeprefix("hardship_") for name in HARDSHIPS}
SAYS_LITTLE = words_of(
    """week month day year pay paid payment money call today account moment time thing thank friday
    monday tuesday wednesday thursday saturday sunday okay yes dollar pound hello name"""
)
"""Stems that a note shares with any call, and so prove that no reason was taken up."""


_TALK = 4  # turns before the yes in which the day was talked about


def due(case: Case, note: NoteReading, end: EndState | None) -> Iterator[Item]:
    """One item for everything that is due on this call, there or missing."""
    yield from _who(case, note)
    yield from _reason(case, note)
    agreed = accepted_offer(case)
    if agreed is not None:
        where = shown_at(case)
        yield _item("amount", _has_amount(note, agreed), f"the amount {agreed.amount}", where)
        if agreed.schedule.start is not None:
            yield _item("day", _has_day(case, note, agreed), "the day", where)
        if agreed.method is not None:
            how = shown_at(case, how=True)
            yield _item("method", _has_method(note), f"the way to pay, {agreed.method}", how)
    yield from _next(case, note, end, agreed)
    for one in end.note if end else ():
        if not _came_up(case, one):
            continue
        forms = words_said(note.reading), wording_of(note.spelled.original)
        there = any(form.holds(one.words) for form in forms)
        yield _item(one.what, there, one.what, decided(case))


def _came_up(case: Case, one: Mention) -> bool:
    """Whether anybody spoke of it: a note is no worse for what the call left out."""
    return any(words_said(r).holds(one.words) for r in case.readings)


def _item(part: str, there: bool, what: str, where: tuple[Evidence, ...]) -> Item:
    if there:
        return held(part, f"{what} is in the note", proof=where)
    return faulty(part, Fault.MISSING, f"{what} is missing", proof=where)


def _who(case: Case, note: NoteReading) -> Iterator[Item]:
    if not case.other_side:
        return
    names = set(case.scenario.consumer_name.lower().split()) if case.scenario else set()
    said = words_said(note.reading)
    named = said.holds([*names, *(f"{one}'s" for one in names)])
    moves = case.record.moves.items()
    known = [n for n, move in moves if {Act.CONFIRMS_IDENTITY, Act.DENIES_IDENTITY} & {*move.acts}]
    where = case.evidence(*(known or [case.other_side[0].index])[:1])
    yield _item("who", named or note.tells("who"), "who it was", where)


def reason_told_at(case: Case) -> tuple[Reading, ...]:
    """The turns in which they told of hardship, or, where a plan is the aim, why it is not paid."""
    plan = case.scenario is not None and case.scenario.aim is Aim.ARRANGEMENT
    facts = case.scenario.facts if case.scenario and plan else ()
    why = {fact.id for fact in facts if fact.topic is Topic.REASON}
    told = {turn for turn, move in case.record.moves.items() if why & {*move.facts}}
    return tuple(r for r in case.other_side if r.index in told or r.has(*_HARDSHIPS))


def _reason(case: Case, note: NoteReading) -> Iterator[Item]:
    told = reason_told_at(case)
    if not told:
        return
    said = frozenset[str]().union(*(r.content for r in told)) - SAYS_LITTLE
    kinds = {_HARDSHIPS[s.name] for r in told for s in r.signals if s.name in _HARDSHIPS}
    there = bool(note.reading.content & said) or any(note.tells("reason", kind) for kind in kinds)
    yield _item("reason", there, "the reason that they gave", case.evidence(told[0].index))


def _has_amount(note: NoteReading, agreed: Offer) -> bool:
    read = any(m.amount and m.amount.cents == agreed.amount.cents for m in note.reading.money)
    return read or words_said(note.reading).holds(_figures(agreed.amount))


def _figures(money: Money) -> tuple[str, ...]:
    """The figures of an amount as words of a text: "4 x 82.50" is read as no amount."""
    whole, cents = divmod(money.cents, 100)
    parts = f"{whole} {cents:02d}", f"{whole:,} {cents:02d}".replace(",", " ")
    return parts if cents else (*parts, str(whole), f"{whole:,}".replace(",", " "))


def _written_days(day: date) -> tuple[str, ...]:
    """A day as words of a text, beside what was read: "from Nov 16, 12 times" is read as 2012."""
    names = f"{day:%b}".lower(), f"{day:%B}".lower()
    both = [(f"{name} {day.day}", f"{day.day} {name}") for name in names]
    figures = f"{day.month} {day.day}", f"{day.month:02d} {day.day:02d}"
    return (*(form for forms in both for form in forms), *figures)


def _has_day(case: Case, note: NoteReading, agreed: Offer) -> bool:
    """The day itself, as it was named when they agreed, or what it waits for ("when paid")."""
    days = {one.day for one in note.reading.dates}
    days |= {one.begins for one in note.reading.schedules if one.begins}
    then = (r for r in case.readings if case.agreed_at and r.index >= case.agreed_at[0] - _TALK)
    named = {one.day for r in then for one in r.dates}
    written = agreed.schedule.start and words_said(note.reading).holds(
        _written_days(agreed.schedule.start)
    )
    return bool(days & {agreed.schedule.start, *named} or written) or note.tells("when")


def _has_method(note: NoteReading) -> bool:
    """Whether it names any way to pay; a wrong one is contradicted, not missing besides."""
    return any(s.name == "payment_method" and s.asserted for s in note.reading.signals)


def _next(
    case: Case, note: NoteReading, end: EndState | None, agreed: Offer | None
) -> Iterator[Item]:
    asks = end is not None and end.follow_up_within_days is not None
    if not asks and agreed is None:
        return
    on = case.record.day
    ahead = any(one.day and on and one.day > on for one in note.reading.dates)
    there = note.tells("next") or ahead or note.reading.has("next_step")
    yield _item("next step", there, "what comes next", decided(case))
