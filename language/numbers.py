"""Everything in a turn that is a number: amounts, schedules and days, read together."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import chain

from calls.money import CURRENCIES, Country
from language.amount_roles import is_refused, role_of
from language.amounts import find_amounts
from language.calendar_words import MONTHS, WEEKDAYS
from language.dates import DaySpan, find_days
from language.figures import NUMBER_WORDS
from language.line import Line, Span
from language.names import words_of
from language.reading import AmountRole, DateMention, MoneyMention, ScheduleMention
from language.rhythms import find_rhythms
from language.schedules import count_spans, find_schedules
from language.shares import find_shares

# A turn that has none of these words, and no digit, names no amount, rhythm or day.
ANCHORS: frozenset[str] = (
    NUMBER_WORDS
    | frozenset(WEEKDAYS)
    | frozenset(f"{day}s" for day in WEEKDAYS)
    | (frozenset(MONTHS) - {"may"})
    | words_of(
        """days
        today tonight tomorrow tomorow tommorow tommorrow tmrw tmr tomo yesterday morning
        afternoon evening week weeks wk wks weekly month months monthly mth mths mnth mo mos mthly
        fortnight fortnightly quarterly yearly annually biweekly semimonthly bimonthly year weekend
        twice payday paycheck paycheque paid half halves third thirds quarter quarters percent
        check refund benefits unemployment deposit pension
        lump tenner fiver cents k eod cob eom full whole"""
    )
)

Amounts = tuple[tuple[MoneyMention, ...], tuple[ScheduleMention, ...], tuple[DateMention, ...]]
NOTHING: Amounts = ((), (), ())


@dataclass(frozen=True, slots=True)
class Habits:
    """How the place of the call writes: its currency, and which comes first in 3/4."""

    currency: str = "USD"
    day_first: bool = False


AMERICAN = Habits()


def habits_of(country: Country) -> Habits:
    """How people of a country write; only Americans put the month first."""
    return Habits(CURRENCIES[country], day_first=country != "US")


def read_numbers(
    text: str,
    line: Line,
    today: date | None = None,
    identifier: bool = False,
    habits: Habits = AMERICAN,
) -> Amounts:
    """The amounts, schedules and days of a text and its line.

    `identifier` says that the turn before asked for an identifier, so that bare numbers are not
    taken for amounts.
    """
    rhythms = find_rhythms(line, today)
    taken: list[Span] = [(rhythm.start, rhythm.end) for rhythm in rhythms]
    days = find_days(line, text, today, taken, habits.day_first)
    schedules = find_schedules(line, rhythms, days, today)
    taken += [(day.start, day.end) for day in days]
    money = _money(line, text, [*taken, *count_spans(line)], habits.currency, identifier)
    return (
        tuple(money),
        tuple(
            ScheduleMention(s.every, s.count, s.begins, *_place(line, text, s.start, s.end))
            for s in schedules
        ),
        tuple(_date(line, text, day) for day in days),
    )


def all_numbers(lines: Iterable[Amounts]) -> Amounts:
    """What the lines of a turn come to together."""
    first, *more = lines
    if not more:
        return first
    money, schedules, days = zip(first, *more, strict=True)
    return (tuple(chain(*money)), tuple(chain(*schedules)), tuple(chain(*days)))


def _money(
    line: Line, text: str, taken: Sequence[Span], currency: str, identifier: bool
) -> Iterator[MoneyMention]:
    found: list[MoneyMention] = []
    for amount in find_amounts(line, taken, currency, identifier):
        place = _place(line, text, amount.start, amount.end)
        role = role_of(line.text, amount.start, amount.end, amount.bare)
        found.append(
            MoneyMention(amount.amount, role, *place, negated=is_refused(line.text, amount.start))
        )
    for share, start, end in find_shares(line):
        place = _place(line, text, start, end)
        negated = is_refused(line.text, start)
        found.append(MoneyMention(None, AmountRole.PAYMENT, *place, share=share, negated=negated))
    yield from sorted(found, key=lambda mention: mention.start)


def _date(line: Line, text: str, day: DaySpan) -> DateMention:
    return DateMention(day.day, *_place(line, text, day.start, day.end))


def _place(line: Line, text: str, start: int, end: int) -> tuple[int, int, str]:
    first, last = line.source(start, end)
    return first, last, text[first:last]
