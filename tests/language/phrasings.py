"""An oracle: turns made from values we know, in wordings that know nothing of the reader.

Values are drawn, put into words, and set into sentences of either side of the call. What reading
must find is the values. The calendar is walked day by day here, so that it shares no arithmetic
with the code it checks.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta

from benchmarks.spoken import in_words, nth
from calls.money import Every
from calls.turn import Speaker

Amount = tuple[int, str]
Plan = tuple[Every | None, int | None, date | None]


def _list(words: str) -> list[str]:
    return words.split()


_WEEKDAYS = _list("Monday Tuesday Wednesday Thursday Friday Saturday Sunday")
_MONTHS = _list(
    "January February March April May June July August September October November December"
)


@dataclass(frozen=True)
class Phrase:
    """A turn and what is in it."""

    kind: str
    speaker: Speaker
    text: str
    today: date
    amounts: tuple[Amount, ...] = ()
    plans: tuple[Plan, ...] = ()
    days: tuple[date | None, ...] = ()
    style: str = field(default="", compare=False)


# --- amounts ---


def in_hundreds(number: int, **how: bool) -> str:
    """1140 as "eleven hundred and forty"."""
    head, rest = divmod(number, 100)
    words = f"{in_words(head, **how)} hundred"
    return words + (f" and {in_words(rest, **how)}" if rest else "")


def in_pairs(number: int, **how: bool) -> str:
    """250 as "two fifty", 1140 as "eleven forty"; for numbers that are said so."""
    head, rest = divmod(number, 100)
    return f"{in_words(head, **how)} {in_words(rest, **how)}"


def said_in_pairs(number: int) -> bool:
    """Whether people say the number in pairs; "thirty forty" would be two numbers."""
    head, rest = divmod(number, 100)
    return 1 <= head < 100 and rest >= 10 and rest - head != 10 and head != rest


Style = Callable[[int, random.Random], tuple[str, str]]  # dollars -> words, currency


def _how(rng: random.Random) -> dict[str, bool]:
    return {"hyphen": rng.random() < 0.5, "joined": rng.random() < 0.5}


SIGNED: dict[str, Style] = {
    "$": lambda n, _: (f"${n:,}", "USD"),
    "$.": lambda n, _: (f"${n:,}.00", "USD"),
    "$ plain": lambda n, _: (f"${n}", "USD"),
    "dollars": lambda n, _: (f"{n} dollars", "USD"),
    "bucks": lambda n, _: (f"{n} bucks", "USD"),
    "word dollars": lambda n, r: (f"{in_words(n, **_how(r))} dollars", "USD"),
    "word bucks": lambda n, r: (f"{in_words(n, **_how(r))} bucks", "USD"),
    "a hundred": lambda n, r: (f"a hundred and {in_words(n % 100 or 7, **_how(r))} bucks", "USD"),
    "pounds": lambda n, _: (f"£{n:,}", "GBP"),
    "quid": lambda n, r: (f"{in_words(n, **_how(r))} quid", "GBP"),
    "word pounds": lambda n, r: (f"{in_words(n, **_how(r))} pounds", "GBP"),
    "A$": lambda n, _: (f"A${n:,}", "AUD"),
    "euros": lambda n, r: (f"{in_words(n, **_how(r))} euros", "EUR"),
    "hundreds": lambda n, r: (f"{in_hundreds(1000 + n % 1000 or 1100, **_how(r))} dollars", "USD"),
    "grand": lambda _, r: (f"{r.choice(['a', 'two', 'five', 'half a'])} grand", "USD"),
}
BARE: dict[str, Style] = {
    "digits": lambda n, _: (f"{n}", "USD"),
    "words": lambda n, r: (in_words(n, **_how(r)), "USD"),
    "pairs": lambda n, r: (in_pairs(n, **_how(r)), "USD"),
    "a hundred": lambda n, r: (f"a hundred and {in_words(n % 100 or 7, **_how(r))}", "USD"),
    "k": lambda n, _: (f"{n % 9 + 1}.{n % 8 + 1}k", "USD"),
}
_GRANDS = {"a": 1000, "two": 2000, "five": 5000, "half a": 500}


def _value(style: str, number: int, words: str) -> int:
    """The cents that a style makes of the number drawn for it."""
    if style == "a hundred":
        return (100 + (number % 100 or 7)) * 100
    if style == "hundreds":
        return (1000 + number % 1000 or 1100) * 100
    if style == "grand":
        return _GRANDS[words.removesuffix(" grand")] * 100
    if style == "k":
        return (number % 9 + 1) * 100_000 + (number % 8 + 1) * 10_000
    return number * 100


def draw_amount(rng: random.Random, *, bare: bool) -> tuple[str, Amount, str]:
    """An amount in words, its value and the style it is said in."""
    styles = BARE if bare else SIGNED
    style = rng.choice(sorted(styles))
    number = rng.choice([rng.randint(10, 99), rng.randint(100, 999), rng.randint(1000, 9500)])
    if style == "pairs":
        while not said_in_pairs(number):
            number = rng.randint(110, 2999)
    words, currency = styles[style](number, rng)
    return words, (_value(style, number, words), currency), style


def draw_with_cents(rng: random.Random) -> tuple[str, Amount, str]:
    """Dollars and cents, in digits or words."""
    dollars, cents = rng.randint(11, 999), rng.randint(11, 99)
    how = _how(rng)
    words = f"{in_words(dollars, **how)} dollars and {in_words(cents, **how)} cents"
    text = rng.choice([f"${dollars}.{cents}", f"{dollars}.{cents} dollars", words])
    return text, (dollars * 100 + cents, "USD"), "cents"


# Frames name no day, no rhythm and no other number. The bare ones ask for an amount.
_SIGNED_FRAMES = (
    (Speaker.CONSUMER, "look my brother chipped in {}"),
    (Speaker.CONSUMER, "So you are telling me it's {}? Since when?"),
    (Speaker.CONSUMER, "They took {} out of my account."),
    (Speaker.CONSUMER, "{} is all that is in there"),
    (Speaker.CONSUMER, "Fine. {}, and that's it."),
    (Speaker.CONSUMER, "i thought it was closer to {} honestly"),
    (Speaker.COLLECTOR, "What I'm seeing here is {}, Mr. Lowe."),
    (Speaker.COLLECTOR, "With {} behind you it gets easier."),
    (Speaker.COLLECTOR, "would {} be doable for you"),
    (Speaker.COLLECTOR, "Our records show {} and nothing else."),
    (Speaker.COLLECTOR, "I have it as {}. Does that match yours?"),
)
_BARE_FRAMES = (
    (Speaker.CONSUMER, "I could manage {}"),
    (Speaker.CONSUMER, "um {} maybe"),
    (Speaker.CONSUMER, "{}, if that."),
    (Speaker.CONSUMER, "i guess i can do {} but no more"),
    (Speaker.CONSUMER, "Would you take {}?"),
    (Speaker.CONSUMER, "The most we could pay is {}."),
    (Speaker.CONSUMER, "how about {} then"),
    (Speaker.COLLECTOR, "Could you go up to {}?"),
    (Speaker.COLLECTOR, "So we'd set it at {} to begin with."),
    (Speaker.COLLECTOR, "okay so a payment of {} works"),
    (Speaker.COLLECTOR, "And if I brought it down to {}?"),
)


def amount_phrases(rng: random.Random) -> Iterator[Phrase]:
    """One turn with a currency, one without, one with cents."""
    today = draw_today(rng)
    for bare in (False, True):
        words, amount, style = draw_amount(rng, bare=bare)
        speaker, frame = rng.choice(_BARE_FRAMES if bare else _SIGNED_FRAMES)
        text = styled(frame.format(words), rng, plain=not words[0].isalpha() or "A$" in words)
        kind = "amounts bare" if bare else "amounts with currency"
        yield Phrase(kind, speaker, text, today, amounts=(amount,), style=style)
    words, amount, style = draw_with_cents(rng)
    speaker, frame = rng.choice(_SIGNED_FRAMES)
    yield Phrase("amounts with cents", speaker, frame.format(words), today, (amount,), style=style)


def styled(text: str, rng: random.Random, *, plain: bool = False) -> str:
    """The text as written, or lower-case and without the marks of a sentence."""
    if plain or rng.random() < 0.5:
        return text
    return text.lower().replace(",", "").replace(".", "").replace("?", "").strip()


# --- rhythms and counts ---

_RHYTHMS: dict[Every | None, tuple[str, ...]] = {
    Every.WEEK: ("a week", "every week", "each week", "weekly", "per week", "once a week"),
    Every.TWO_WEEKS: (
        "every two weeks",
        "every other week",
        "biweekly",
        "bi-weekly",
        "every 2 weeks",
        "every second week",
        "fortnightly",
        "a fortnight",
    ),
    Every.HALF_MONTH: ("twice a month", "two times a month", "semi-monthly", "twice monthly"),
    Every.MONTH: ("a month", "every month", "monthly", "each month", "per month", "once a month"),
    Every.QUARTER: ("quarterly", "every three months", "every quarter", "every 3 months"),
    None: ("each payday", "every payday", "every paycheck", "every time i get paid"),
}
_PLAN_FRAMES = (
    (Speaker.CONSUMER, "I could do {} {}"),
    (Speaker.CONSUMER, "what about {} {} instead"),
    (Speaker.CONSUMER, "Okay, {} {}, I think."),
    (Speaker.COLLECTOR, "If we said {} {} would that hold?"),
    (Speaker.COLLECTOR, "So it's {} {}, as you asked."),
    (Speaker.COLLECTOR, "let me put you down for {} {}"),
)
_MONTHS_AT = {
    Every.WEEK: {3: 13, 6: 26, 12: 52},
    Every.TWO_WEEKS: {6: 13, 12: 26},
    Every.HALF_MONTH: {3: 6, 6: 12, 12: 24},
    Every.MONTH: {3: 3, 6: 6, 12: 12, 18: 18},
}


def plan_phrases(rng: random.Random) -> Iterator[Phrase]:
    """An amount with a rhythm, with how long, and a number of payments by itself."""
    today = draw_today(rng)
    every = rng.choice(list(_RHYTHMS))
    words, amount, style = draw_amount(rng, bare=rng.random() < 0.5)
    rhythm = rng.choice(_RHYTHMS[every])
    if style in {"words", "pairs", "a hundred"} and rhythm.startswith("two"):
        rhythm = "twice a month"  # "ninety two times a month" would be ninety-two
    speaker, frame = rng.choice(_PLAN_FRAMES)
    text = frame.format(words, rhythm)
    yield Phrase("rhythms", speaker, text, today, (amount,), ((every, None, None),), style=style)

    yield _for_some_months(rng, today)
    yield _counted_payments(rng, today)
    yield _every_weekday(rng, today)


def _for_some_months(rng: random.Random, today: date) -> Phrase:
    every = rng.choice(list(_MONTHS_AT))
    months = rng.choice(sorted(_MONTHS_AT[every]))
    words, amount, style = draw_amount(rng, bare=False)
    said = in_words(months) if rng.random() < 0.5 else str(months)
    text = f"{words} {rng.choice(_RHYTHMS[every])} for {said} months"
    plan = (every, _MONTHS_AT[every][months], None)
    speaker, frame = rng.choice(
        ((Speaker.COLLECTOR, "That makes {}."), (Speaker.CONSUMER, "i am okay with {}"))
    )
    return Phrase("counts", speaker, frame.format(text), today, (amount,), (plan,), style=style)


def _counted_payments(rng: random.Random, today: date) -> Phrase:
    count = rng.randint(2, 12)
    said = in_words(count) if rng.random() < 0.5 else str(count)
    words, amount, style = draw_amount(rng, bare=False)
    kind, every = rng.choice(
        (("equal ", None), ("", None), ("monthly ", Every.MONTH), ("weekly ", Every.WEEK))
    )
    speaker, frame = rng.choice(
        (
            (Speaker.COLLECTOR, "We could split that into {} {}payments of {}."),
            (Speaker.CONSUMER, "would {} {}payments of {} be alright"),
            (Speaker.CONSUMER, "i'd rather do {} {}installments, {} each time"),
        )
    )
    text = frame.format(said, kind, words)
    return Phrase("counts", speaker, text, today, (amount,), ((every, count, None),), style=style)


def _every_weekday(rng: random.Random, today: date) -> Phrase:
    """Every Friday begins with the next Friday unless another day is named."""
    number = rng.randrange(7)
    alternate = rng.random() < 0.5
    lead = rng.choice(["every other", "every second"] if alternate else ["every", "each"])
    every = Every.TWO_WEEKS if alternate else Every.WEEK
    words, amount, style = draw_amount(rng, bare=False)
    speaker, frame = rng.choice(_PLAN_FRAMES)
    text = frame.format(words, f"{lead} {_WEEKDAYS[number]}")
    begins: date = next_such(today, lambda day: day.weekday() == number)
    plan = (every, None, begins)
    return Phrase("weekday rhythms", speaker, text, today, (amount,), (plan,), style=style)


# --- days ---


def draw_today(rng: random.Random) -> date:
    """A day of a call."""
    return date(2026, 1, 1) + timedelta(days=rng.randrange(800))


def next_such(today: date, wanted: Callable[[date], bool], first: int = 1) -> date:
    """The first day with a property, looking day by day from `first` days on."""
    day = today + timedelta(days=first)
    while not wanted(day):
        day += timedelta(days=1)
    return day


def _ends_month(day: date) -> bool:
    return (day + timedelta(days=1)).month != day.month


def _next_month(day: date) -> date:
    return next_such(day, lambda other: other.day == 1)


def draw_day(rng: random.Random, today: date) -> tuple[str, date | None]:
    """A day in words, and the day that is meant."""
    spelled, hyphen = rng.random() < 0.5, rng.random() < 0.5
    number = rng.randint(2, 28)
    weekday = rng.randrange(7)
    following = next_such(today, lambda day: day.weekday() == weekday)
    week = next_such(today, lambda day: day.weekday() == 0) + timedelta(days=weekday)
    count = rng.randint(2, 20)
    said = in_words(count, hyphen=hyphen) if spelled else str(count)
    month, name = rng.randint(1, 12), _WEEKDAYS[weekday]
    dated = next_such(today, lambda day: (day.month, day.day) == (month, number), first=0)
    said_month = _MONTHS[month - 1]
    ordinal = nth(number, spelled=spelled, hyphen=hyphen)
    forms: list[tuple[str, date | None]] = [
        (f"the {nth(max(number, 4), spelled=spelled, hyphen=hyphen)}", _day(today, max(number, 4))),
        (f"the {ordinal} of next month", _next_month(today) + timedelta(days=number - 1)),
        ("the first of next month", _next_month(today)),
        ("the end of the month", next_such(today, _ends_month, first=0)),
        ("tomorrow", today + timedelta(days=1)),
        ("the day after tomorrow", today + timedelta(days=2)),
        ("today", today),
        (name, following),
        (f"this coming {name}", following),
        (f"next {name}", week),
        (f"a week from {name}", following + timedelta(days=7)),
        (f"{said_month} {number}", dated),
        (f"{said_month} {ordinal}", dated),
        (f"the {ordinal} of {said_month}", dated),
        (f"{number} {said_month}", dated),
        (f"{month}/{number}", dated),
        (f"{said_month} {ordinal}, {dated.year}", dated),
        (f"in {said} days", today + timedelta(days=count)),
        (f"in {said} weeks", today + timedelta(days=7 * count)),
        (f"{said} days from now", today + timedelta(days=count)),
        (f"{said} weeks from today", today + timedelta(days=7 * count)),
        ("when I get paid", None),
        ("once my check comes in", None),
    ]
    return rng.choice(forms)


def _day(today: date, number: int) -> date:
    return next_such(today, lambda day: day.day == number, first=0)


_DAY_FRAMES = (
    (Speaker.CONSUMER, "it would have to be {}"),
    (Speaker.CONSUMER, "I'll have it for you {}, I promise."),
    (Speaker.CONSUMER, "not before {} though"),
    (Speaker.CONSUMER, "Could it wait until {}?"),
    (Speaker.COLLECTOR, "So I can expect that {}?"),
    (Speaker.COLLECTOR, "shall I ring you again {}"),
    (Speaker.COLLECTOR, "We have you down for {}."),
)


def day_phrases(rng: random.Random) -> Iterator[Phrase]:
    """A day by itself, a birth date, and a plan that begins on a day."""
    today = draw_today(rng)
    words, day = draw_day(rng, today)
    speaker, frame = rng.choice(_DAY_FRAMES)
    text = styled(frame.format(words), rng, plain="/" in words)
    yield Phrase("days", speaker, text, today, days=(day,))
    yield _birth_date(rng, today)
    yield _plan_from(rng, today)


def _birth_date(rng: random.Random, today: date) -> Phrase:
    day = date(rng.randint(1945, 2004), rng.randint(1, 12), rng.randint(1, 28))
    month = _MONTHS[day.month - 1]
    year = f"{day.year}"
    if day.year < 2000:
        head, rest = divmod(day.year, 100)
        year = rng.choice([year, f"{in_words(head)} {in_words(rest)}", in_words(rest)])
    text = rng.choice(
        [
            f"{month} {nth(day.day, spelled=True)}, {year}",
            f"it's {month} {nth(day.day, spelled=False)} {year}",
            f"Sure. {day.month}/{day.day}/{day.year}",
            f"that'd be the {nth(day.day, spelled=True)} of {month} {year}",
        ]
    )
    return Phrase("birth dates", Speaker.CONSUMER, text, today, days=(day,))


def _plan_from(rng: random.Random, today: date) -> Phrase:
    every = rng.choice([Every.WEEK, Every.TWO_WEEKS, Every.MONTH])
    words, amount, style = draw_amount(rng, bare=rng.random() < 0.5)
    said, day = draw_day(rng, today)
    while day is None or said.startswith("in ") or "from" in said:
        said, day = draw_day(rng, today)
    rhythm = rng.choice(_RHYTHMS[every])
    start = rng.choice(["starting", "beginning", "starting on", "from"])
    speaker, frame = rng.choice(
        ((Speaker.COLLECTOR, "To recap: {}."), (Speaker.CONSUMER, "i can pay {}"))
    )
    text = frame.format(f"{words} {rhythm} {start} {said}")
    if frame.startswith("To") and style in {"digits", "words", "pairs", "k", "a hundred"}:
        text = f"To recap: you pay {words} {rhythm} {start} {said}."
    plan = (every, None, day)
    return Phrase("plans with a first day", speaker, text, today, (amount,), (plan,), (day,))


def phrases(count: int, seed: str = "oracle") -> Iterator[Phrase]:
    """So many rounds of every kind; the same for the same seed."""
    for number in range(count):
        rng = random.Random(f"{seed}:{number}")
        yield from amount_phrases(rng)
        yield from plan_phrases(rng)
        yield from day_phrases(rng)
