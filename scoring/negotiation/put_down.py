"""What was agreed on a recorded call, where its record can be heard in it.

Who agrees seldom says "I accept": they ask what happens if they are late. What was put down after
the call tells which of the amounts was agreed, and the call tells whether it was: both heard it,
and nobody said no to it after.
"""

from collections.abc import Sequence
from datetime import date

from calls.money import Every, Instalment, Money, Offer, Schedule
from calls.turn import Speaker
from language.reading import Reading
from scoring.case import Case

Laid = tuple[int, Offer]
_NO = {
    Speaker.COLLECTOR: ("refuse",),
    Speaker.CONSUMER: ("refuses", "denies", "disputes_debt"),
}
_FEWEST = 2
"""So many equal rows have a rhythm."""


def agreed_as_recorded(case: Case, laid: Sequence[Laid]) -> Laid | None:
    """The recorded offer and the turn in which it was heard last; None where it was not agreed.

    `laid` are the offers that were read: what they say of day and rhythm goes before the record.
    """
    made = case.record.wrap_up.arrangement if case.record.wrap_up else None
    if made is None:
        return None
    rows = sorted(made.instalments, key=lambda row: row.due)
    amount = rows[0].amount
    heard = [(r, _answer(case, r)) for r in case.readings if _names(r, amount)]
    met = [(named, answer) for named, answer in heard if answer is not None]
    if not met or _refuses(met[-1][1]):
        return None
    named, answer = met[-1]
    read = [offer for _, offer in laid if offer.amount == amount]
    return answer.index, _offer(case, named, rows, read[-1] if read else None)


def _names(reading: Reading, amount: Money) -> bool:
    return any(m.amount == amount and not m.negated for m in reading.money)


def _answer(case: Case, named: Reading) -> Reading | None:
    """The next turn of the other side."""
    side, at = named.turn.speaker, named.index
    later = (r for r in case.readings if r.index > at and r.turn.speaker is not side)
    return next(later, None)


def _refuses(answer: Reading) -> bool:
    """Whether it says no, or is said by somebody who owes nothing."""
    side = answer.turn.speaker
    return side not in _NO or answer.has(*_NO[side])


def _offer(case: Case, named: Reading, rows: Sequence[Instalment], read: Offer | None) -> Offer:
    """What was put down, with the rhythm and the number of payments that the call gives it."""
    written = _schedule(rows)
    said = any(one.every for one in named.schedules)
    often = read is not None and read.schedule.per_month and (said or len(rows) >= _FEWEST)
    schedule = read.schedule if read and often else written
    days = {mention.day for reading in case.readings for mention in reading.dates}
    start = rows[0].due
    if start not in days and read is not None:
        start = read.schedule.start or start
    return Offer(
        by=named.turn.speaker,
        amount=rows[0].amount,
        schedule=schedule.model_copy(update={"start": start}),
    )


def _schedule(rows: Sequence[Instalment]) -> Schedule:
    """The rhythm of the rows; one that has none is a single payment."""
    days: list[date] = [row.due for row in rows]
    if len(days) >= _FEWEST:
        for every in (one for one in Every if one is not Every.ONCE):
            schedule = Schedule(every=every, count=len(days))
            if list(schedule.dates(days[0], len(days))) == days:
                return schedule
    return Schedule(every=Every.ONCE)
