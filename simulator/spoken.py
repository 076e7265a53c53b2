"""Amounts, rhythms and days as people say them on the telephone."""

from collections.abc import Iterator
from datetime import date, timedelta
from random import Random

from calls.money import Country, Every, Money

_SMALL = (
    *("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"),
    *("eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen"),
    *("eighteen", "nineteen"),
)
_TENS = ("", "ten", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_ORDINALS = {
    "one": "first",
    "two": "second",
    "three": "third",
    "five": "fifth",
    "eight": "eighth",
    "nine": "ninth",
    "twelve": "twelfth",
}
_RHYTHMS = {
    Every.WEEK: ("a week", "every week"),
    Every.TWO_WEEKS: ("every two weeks", "every other week"),
    Every.HALF_MONTH: ("twice a month",),
    Every.MONTH: ("a month", "every month"),
    Every.QUARTER: ("every three months",),
    Every.YEAR: ("a year",),
}
_UNITS = {"GBP": "pound", "EUR": "euro"}
_AT_HOME = {"AUD": "$", "CAD": "$", "NZD": "$"}
"""Whoever pays in dollars does not say whose."""
_MONTH_FIRST: tuple[Country, ...] = ("US", "CA")
"""Where one says "May seventh"; elsewhere it is "the seventh of May"."""


def number(value: int) -> str:
    """A whole number below a million in words."""
    if value >= 1000:
        rest = f" {number(value % 1000)}" if value % 1000 else ""
        return f"{number(value // 1000)} thousand{rest}"
    if value >= 100:
        rest = f" {number(value % 100)}" if value % 100 else ""
        return f"{_SMALL[value // 100]} hundred{rest}"
    if value < 20:
        return _SMALL[value]
    unit = f"-{_SMALL[value % 10]}" if value % 10 else ""
    return f"{_TENS[value // 10]}{unit}"


def ways(value: int) -> tuple[str, ...]:
    """A whole number in figures and in words, as people say it: "eleven hundred and fifty".

    Always as many ways and in the same order, so that another number can be said in the same way;
    where a number has no such way, its plain words stand there.
    """
    hundreds, rest = divmod(value, 100)
    plain, figures = number(value), (f"{value:,}", str(value))
    if not hundreds:
        return (*figures, *[plain] * 5)
    # Nobody says "twenty hundred", and nobody says "three hundred zero".
    teens = hundreds < 10 or hundreds % 10 != 0
    full = f"{number(hundreds)} hundred" if teens and hundreds < 100 else number(value - rest)
    if not rest:
        return (*figures, plain, plain, full, full, plain)
    oh = "oh " if rest < 10 else ""
    return (
        *figures,
        plain,
        f"{number(value - rest)} and {number(rest)}",
        f"{full} {number(rest)}",
        f"{full} and {number(rest)}",
        f"{number(hundreds)} {oh}{number(rest)}" if hundreds < 100 else plain,
    )


def ordinal(value: int) -> str:
    """A day of the month in words."""
    stem, hyphen, last = number(value).rpartition("-")
    if last in _ORDINALS:
        return f"{stem}{hyphen}{_ORDINALS[last]}"
    return f"{stem}{hyphen}{last.removesuffix('y')}{'ie' if last.endswith('y') else ''}th"


def amount(money: Money, rng: Random) -> str:
    """An amount in full: words for short round sums, otherwise figures."""
    whole, cents = divmod(money.cents, 100)
    short = not cents and (whole <= 100 or whole in (150, 200, 250))
    if short and rng.random() < 0.6:
        return f"{number(whole)} {unit(money)}"
    return in_figures(money)


def in_figures(money: Money) -> str:
    """An amount as one writes it at home, without cents where there are none."""
    whole, cents = divmod(money.cents, 100)
    symbol = _AT_HOME.get(money.currency, money.symbol)
    return f"{symbol}{whole:,}" + (f".{cents:02d}" if cents else "")


def unit(money: Money) -> str:
    """What so much money is counted in: "dollars", "pound"."""
    return _UNITS.get(money.currency, "dollar") + ("" if money.cents == 100 else "s")


def rhythm(every: Every, rng: Random) -> str | None:
    """How often, in words; a single payment has no rhythm."""
    return rng.choice(_RHYTHMS[every]) if every in _RHYTHMS else None


def day(when: date, today: date, country: Country) -> str:
    """A day as one names it there on `today`: "tomorrow", "the fifteenth", "the third of March"."""
    if when == today:
        return "today"
    if when == today + timedelta(days=1):
        return "tomorrow"
    if when == _next(when.day, today) and when.day != today.day:
        return f"the {ordinal(when.day)}"
    if country in _MONTH_FIRST:
        return f"{when:%B} {ordinal(when.day)}"
    return f"the {ordinal(when.day)} of {when:%B}"


def written_day(when: date, country: Country) -> str:
    """A day as one writes it there: "March 3", "3 March"."""
    return of_month(f"{when:%B}", str(when.day), country)


def of_month(month: str, day_of_it: str, country: Country) -> str:
    """A month and a day of it, in the order of the place."""
    first = country in _MONTH_FIRST
    return f"{month} {day_of_it}" if first else f"{day_of_it} {month}"


def on(said: str) -> str:
    """A day as it was put, with what leads to it: "today", "on the fifteenth"."""
    return said if said in ("today", "tomorrow") else f"on {said}"


def days_until(when: date, today: date) -> str:
    """How long it is until then: "twelve days"."""
    days = (when - today).days
    return f"{number(days)} day{'' if days == 1 else 's'}"


def _next(day_of_month: int, today: date) -> date | None:
    return next((one for one in _following(today) if one.day == day_of_month), None)


def _following(today: date) -> Iterator[date]:
    return (today + timedelta(days=n) for n in range(1, 32))
