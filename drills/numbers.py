"""Numbers and dates: instalments that add up, the last day, seven days counted, the clock there.

The wrong choices are what comes of the usual slips: one payment too many, the first day counted
twice, the zones taken the wrong way round.
"""

from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime, time, timedelta
from random import Random
from typing import NamedTuple
from zoneinfo import ZoneInfo

from calls.money import Every, Money, Schedule
from drills.dialling import HOURS, PAUSE, SEVEN
from drills.item import Item, Kind, source_of
from drills.places import places
from drills.stock import Stock, dice, mixed

PREFIX = "numbers/"
AMOUNT, TERMS = "fdcpa.false.amount_or_status", "conduct.payment_arrangement_truth"
_FIRST_DAY = date(2027, 1, 4)
_WEEK = 7
_WRONG = 3
_RHYTHMS = (Every.WEEK, Every.TWO_WEEKS, Every.MONTH)


class _Made(NamedTuple):
    """A question with its right answer, slips in the order of their likelihood, and the reason."""

    question: str
    right: str
    slips: Sequence[str]
    why: str
    rule: str
    table: tuple[tuple[str, ...], ...] = ()


def number_item(stock: Stock, card: str, nth: int) -> Item | None:
    """A question with other numbers each time."""
    chance = dice(card, nth)
    made = _MAKES[card.removeprefix(PREFIX)](chance)
    slips = [one for one in dict.fromkeys(made.slips) if one != made.right][:_WRONG]
    if len(slips) < 2:
        return None
    choices, right = mixed(chance, made.right, slips)
    return Item(
        card=card,
        nth=nth,
        kind=Kind.NUMBERS,
        question=made.question,
        heads=("Day", "What", "Result") if made.table else (),
        table=made.table,
        choices=choices,
        right=right,
        why=made.why,
        source=source_of(stock.rule(made.rule)),
    )


def _dollars(cents: int) -> str:
    return str(Money(cents=cents))


def _day(when: date) -> str:
    return f"{when:%A, %B} {when.day}"


def _some_day(chance: Random) -> date:
    return _FIRST_DAY + timedelta(days=chance.randint(0, 330))


def _last_payment(chance: Random) -> _Made:
    """Equal payments until it is paid; the last is what is left."""
    each = chance.choice((4000, 5000, 6000, 7500, 8500, 12000))
    full, rest = chance.randint(3, 9), chance.randrange(500, each - 500, 250)
    due = each * full + rest

    def told(count: int, last: int) -> str:
        return f"{count} payments, the last {_dollars(last)}"

    return _Made(
        f"{_dollars(due)} is paid at {_dollars(each)} each. How many payments, and what is the "
        "last one?",
        told(full + 1, rest),
        (told(full, rest), told(full + 1, each - rest), told(full + 1, each), told(full + 2, rest)),
        f"{full} payments of {_dollars(each)} are {_dollars(each * full)}; {_dollars(rest)} are "
        "left for one more.",
        AMOUNT,
    )


def _adds_up(chance: Random) -> _Made:
    """A payment now and equal ones after it, which come to what is owed."""
    each, count = chance.choice((4500, 6000, 8500, 9500, 11000)), chance.randint(3, 6)
    now = chance.choice((5000, 10000, 15000))
    due = now + each * count

    def told(first: int, parts: int, amount: int) -> str:
        return f"{_dollars(first)} now, then {parts} payments of {_dollars(amount)}"

    return _Made(
        f"Which plan comes to {_dollars(due)}?",
        told(now, count, each),
        (
            told(now, count + 1, each),
            told(now, count, each + 500),
            told(now + 1000, count, each),
            told(now, count - 1, each),
        ),
        f"{count} times {_dollars(each)} are {_dollars(each * count)}, and {_dollars(now)} now.",
        AMOUNT,
    )


def _end_date(chance: Random) -> _Made:
    """The last of so many payments: the first one is counted too."""
    every, count = chance.choice(_RHYTHMS), chance.randint(3, 8)
    first = _some_day(chance)
    days = Schedule(every=every).dates(first, count + 2)
    last, off = days[count - 1], timedelta(days=_WEEK)
    return _Made(
        f"{count} payments, {every.told}, the first on {_day(first)}. When is the last one?",
        _day(last),
        (_day(days[count]), _day(days[count - 2]), _day(last + off), _day(last - off)),
        f"From the first to the last there are {count - 1} steps, since the first is counted too.",
        TERMS,
    )


def _seven_days(chance: Random) -> _Made:
    """What counts of a log: calls in seven days, answered or not; no texts, nothing older."""
    today = _some_day(chance)
    calls = sorted(chance.choices(range(_WEEK), k=chance.randint(3, 7)), reverse=True)
    older = sorted((chance.randint(_WEEK, 11) for _ in range(chance.randint(1, 2))), reverse=True)
    texts = [chance.randint(0, 6) for _ in range(chance.randint(1, 2))]
    entries = [
        *((ago, "call", chance.choice(("no answer", "voicemail", "busy"))) for ago in calls),
        *((ago, "call", "no answer") for ago in older),
        *((ago, "text", "sent") for ago in texts),
    ]
    entries.sort(key=lambda one: -one[0])
    count, all_calls = len(calls), len(calls) + len(older)
    return _Made(
        f"Today is {_day(today)}. How many of these count for seven calls in seven days?",
        str(count),
        (str(count + len(texts)), str(all_calls), str(count - 1), str(all_calls + len(texts))),
        "Calls of today and of the six days before it count, answered or not; texts and what is "
        "older do not. More than seven are presumed to be too many.",
        SEVEN,
        tuple((_day(today - timedelta(days=ago)), what, came) for ago, what, came in entries),
    )


def _pause(chance: Random) -> _Made:
    """From when on a call is presumed to be no harassment after a conversation."""
    spoke = _some_day(chance)
    again = [spoke + timedelta(days=days) for days in (_WEEK, _WEEK - 1, _WEEK + 1, 5)]
    return _Made(
        f"You talked with them on {_day(spoke)}, and nobody asked for another call. What is the "
        "first day on which the week's pause is over?",
        _day(again[0]),
        [_day(one) for one in again[1:]],
        "The day of the conversation is the first of the seven. Calling sooner is presumed to be "
        "too soon, unless they asked for it.",
        PAUSE,
    )


def _local_time(chance: Random) -> _Made:
    """One moment on two clocks."""
    here, there = chance.sample(places(), 2)
    at = time(chance.randint(8, 20), chance.choice((0, 10, 25, 40)))
    ours = datetime.combine(_some_day(chance), at, tzinfo=ZoneInfo(here.time_zone))
    theirs = ours.astimezone(ZoneInfo(there.time_zone))
    apart = theirs.replace(tzinfo=None) - ours.replace(tzinfo=None)
    hour = timedelta(hours=1)
    slips = (ours - apart, theirs.replace(tzinfo=None) + hour, theirs.replace(tzinfo=None) - hour)
    return _Made(
        f"It is {_day(ours.date())}, {at:%H:%M} in {here.town}, {here.state}. What time is it in "
        f"{there.town}, {there.state}?",
        f"{theirs:%H:%M}",
        [f"{one:%H:%M}" for one in (*slips, ours)],
        f"On that day {there.town} is {_apart(apart)} {here.town}. Calls go by the clock where "
        "they are: 8 to 21, unless they told you otherwise.",
        HOURS,
    )


def _apart(apart: timedelta) -> str:
    hours = abs(apart) / timedelta(hours=1)
    if not hours:
        return "on the same clock as"
    told = "1 hour" if hours == 1 else f"{hours:g} hours"
    return f"{told} {'ahead of' if apart.days >= 0 else 'behind'}"


_MAKES: Mapping[str, Callable[[Random], _Made]] = {
    "last_payment": _last_payment,
    "adds_up": _adds_up,
    "end_date": _end_date,
    "seven_days": _seven_days,
    "pause": _pause,
    "local_time": _local_time,
}
NUMBER_CARDS = tuple(f"{PREFIX}{name}" for name in _MAKES)
