"""The words of the calendar, and steps from a day to the day that is meant."""

from calendar import day_name, month_name
from datetime import date, timedelta

from dateutil.relativedelta import relativedelta, weekday

_WEEKDAYS = [name.lower() for name in day_name]
_MONTHS = [name.lower() for name in month_name[1:]]
_SHORT_DAYS = {"tues": 1, "weds": 2, "thur": 3, "thurs": 3, "fri": 4}
_SHORT_DAYS_NEAR = {"mon": 0, "tue": 1, "wed": 2, "thu": 3, "sat": 5, "sun": 6}
WEEKDAYS = {word: n for n, word in enumerate(_WEEKDAYS)} | _SHORT_DAYS
MONTHS = (
    {word: n for n, word in enumerate(_MONTHS, 1)}
    | {word[:3]: n for n, word in enumerate(_MONTHS, 1)}
    | {"sept": 9}
)
UNITS = {
    "day": "days",
    "week": "weeks",
    "wk": "weeks",
    "fortnight": "fortnights",
    "month": "months",
    "mnth": "months",
    "mth": "months",
    "year": "years",
    "yr": "years",
}

# Alternatives for patterns. Short names that are words too ("sat", "sun") need "on" before them.
WEEKDAY = "|".join(sorted(WEEKDAYS, key=len, reverse=True))
NEAR_WEEKDAY = "|".join([WEEKDAY, *_SHORT_DAYS_NEAR])
MONTH = "|".join(sorted(MONTHS, key=len, reverse=True))
UNIT = "|".join(sorted(UNITS, key=len, reverse=True))


def weekday_number(word: str) -> int:
    """Monday is 0; takes short names too."""
    return WEEKDAYS[word] if word in WEEKDAYS else _SHORT_DAYS_NEAR[word]


def coming(today: date, number: int) -> date:
    """The next such weekday after today."""
    return today + relativedelta(days=1, weekday=weekday(number))


def latest(today: date, number: int) -> date:
    """The last such weekday before today."""
    return today + relativedelta(days=-1, weekday=weekday(number, -1))


def in_next_week(today: date, number: int) -> date:
    """That day of the week that begins on the coming Monday."""
    return coming(today, 0) + timedelta(days=number)


def day_of_month(today: date, day: int) -> date | None:
    """The next such day from today on; a month without it takes its last."""
    if not 1 <= day <= 31:
        return None
    here = today + relativedelta(day=day)
    return here if here >= today else today + relativedelta(months=1, day=day)


def day_of_year(today: date, month: int, day: int) -> date | None:
    """The next such day of the year from today on; None where the month has no such day."""
    for year in range(today.year, today.year + 5):  # 29 February comes within four years, mostly
        found = valid(year, month, day)
        if found and found >= today:
            return found
    return None


def valid(year: int, month: int, day: int) -> date | None:
    """The day, if there is one."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def full_year(year: int, today: date | None) -> int:
    """A year said with two digits: up to five years ahead of the call, else the one behind it."""
    if year >= 100:
        return year
    now = today.year if today else 2025
    return year + 100 * ((now + 5 - year) // 100)


def after(today: date, count: int, unit: str) -> date:
    """So many days, weeks, fortnights or months from a day."""
    if unit == "fortnights":
        return today + timedelta(weeks=2 * count)
    if unit == "days":
        return today + timedelta(days=count)
    if unit == "weeks":
        return today + timedelta(weeks=count)
    return today + (relativedelta(months=count) if unit == "months" else relativedelta(years=count))
