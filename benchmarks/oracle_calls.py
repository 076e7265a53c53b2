"""Calls whose offers we know, because we made them up.

Amounts, days, counts, discounts and a yes or no are drawn and put into words, written and as a
recogniser of speech leaves them (no capitals, no marks, numbers in words). The sentences are
written without a look at how they are read.
"""

import random
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from benchmarks.spoken import in_words, nth
from calls.money import Every
from calls.turn import Speaker, Transcript, Turn

_RHYTHMS = {
    Every.WEEK: ("a week", "every week", "weekly", "each week"),
    Every.TWO_WEEKS: ("every two weeks", "every other week", "biweekly"),
    Every.MONTH: ("a month", "every month", "monthly", "per month"),
}
_NUMBER = re.compile(r"\$?(\d+(?:,\d{3})*)(\.\d\d)?(st|nd|rd|th)?")


_YES = (
    "Okay, that works for me.",
    "Yes, I can do that.",
    "Sure, let's do that.",
    "That would be fine.",
    "I guess I could manage that.",
    "Alright, deal.",
)
_NO = (
    "No, I can't do that.",
    "That's too much for me.",
    "I'm sorry, I can't afford it.",
    "There is no way I can pay that.",
    "That won't work, not with my rent.",
)
_HEARD = (
    "I know, I've been out of work.",
    "Oh. I see.",
    "Right, I got the letter.",
    "My rent is {rent} a month, you know.",
    "I only make {pay} a week.",
)


@dataclass(frozen=True)
class Known:
    """One offer as it was drawn."""

    by: Speaker
    cents: int
    every: Every
    count: int | None = None
    start: date | None = None
    accepted: bool = False


@dataclass(frozen=True)
class OracleCall:
    """A call and the offers in it; `discount` where one of them was told as a share."""

    transcript: Transcript
    offers: tuple[Known, ...]
    discount: bool


@dataclass
class _Talk:
    """A call while it is made up."""

    rng: random.Random
    today: date
    owed: int
    said: list[tuple[Speaker, str]]

    def we(self, *frames: str, **parts: str) -> None:
        self.said.append((Speaker.COLLECTOR, self.rng.choice(frames).format(**parts)))

    def they(self, *frames: str, **parts: str) -> None:
        self.said.append((Speaker.CONSUMER, self.rng.choice(frames).format(**parts)))


def oracle_calls(count: int, seed: str = "offers") -> Iterator[OracleCall]:
    """So many calls, each written one way or the other; the same for the same seed."""
    for number in range(count):
        yield _call(random.Random(f"{seed}:{number}"), number)


def _call(rng: random.Random, number: int) -> OracleCall:
    today = date(2026, 1, 5) + timedelta(days=rng.randrange(300))
    talk = _Talk(rng, today, rng.randrange(3, 60) * 100, [])
    talk.we("Hello, may I speak with Ana Reyes please?")
    talk.they("This is she.", "Speaking.", "Yes, that's me.")
    owed = f"${talk.owed:,}"
    talk.we(
        "The balance on your account is {owed}.",
        "You owe {owed} at the moment.",
        "The past due amount is {owed}.",
        owed=owed,
    )
    talk.they(*_HEARD, rent=f"${rng.randrange(6, 15) * 100}", pay=f"${rng.randrange(20, 90) * 10}")
    if rng.random() < 0.3:
        talk.we("What could you manage?", "How much could you put towards it?")
        talk.they("I don't know.", "What are my options?", "Not much, to be honest.")
    discount = rng.random() < 0.25
    offers = _settling(talk) if discount else _instalments(talk)
    style = _as_recognised if number % 2 else _as_written
    turns = tuple(Turn(speaker=speaker, text=style(text, rng)) for speaker, text in talk.said)
    began = datetime.combine(today, time(15), tzinfo=UTC)
    return OracleCall(
        Transcript(id=f"oracle-{number}", turns=turns, began_at=began), offers, discount
    )


def _settling(talk: _Talk) -> tuple[Known, ...]:
    """A discount told as a share, the other side's figure, and what came of it."""
    rng = talk.rng
    part = rng.choice((30, 40, 50, 60, 70, 80))
    off = rng.random() < 0.5
    words, start = _day(rng, talk.today)
    if off:
        talk.we(
            "We could take {part} percent off if you pay by {day}.",
            "I can offer you {part}% off, paid by {day}.",
            part=str(part),
            day=words,
        )
    else:
        talk.we(
            "We could settle for {part} percent of the balance, paid by {day}.",
            "We would accept {part}% of the balance by {day}.",
            part=str(part),
            day=words,
        )
    cents = talk.owed * (100 - part if off else part)
    ours = Known(Speaker.COLLECTOR, cents, Every.ONCE, None, start)
    if rng.random() < 0.5:
        return (_answered(talk, ours, rng.random() < 0.6),)
    other, figure = _day(rng, talk.today), rng.randrange(1, 3 + talk.owed // 200) * 50
    talk.they(
        "I could pay {sum} on {day}.",
        "How about {sum} on {day}?",
        sum=f"${figure}",
        day=other[0],
    )
    theirs = Known(Speaker.CONSUMER, figure * 100, Every.ONCE, None, other[1])
    return ours, _taken_up(talk, theirs, rng.random() < 0.6)


def _instalments(talk: _Talk) -> tuple[Known, ...]:
    """An offer in instalments; a counter-offer in some calls, a second one of ours in others."""
    rng, every = talk.rng, talk.rng.choice(list(_RHYTHMS))
    ours = _offered(talk, every, rng.randrange(3, 40) * 5)
    if rng.random() < 0.4:
        return (_answered(talk, ours, rng.random() < 0.6),)
    figure = max(ours.cents // 100 - rng.randrange(1, 8) * 5, 5)
    if rng.random() < 0.5:
        talk.they("No, I can't do that.", "That's too much for me.", "I can't afford that.")
        second = _offered(talk, every, figure, count=False)
        return ours, _answered(talk, second, rng.random() < 0.6)
    rhythm, (words, start) = rng.choice(_RHYTHMS[every]), _day(rng, talk.today)
    talk.they(
        "I could do {sum} {every} starting {day}.",
        "What about {sum} {every} from {day}?",
        "The most I can manage is {sum} {every}, starting {day}.",
        sum=f"${figure}",
        every=rhythm,
        day=words,
    )
    theirs = Known(Speaker.CONSUMER, figure * 100, every, None, start)
    return ours, _taken_up(talk, theirs, rng.random() < 0.6)


def _offered(talk: _Talk, every: Every, figure: int, *, count: bool = True) -> Known:
    rng, rhythm = talk.rng, talk.rng.choice(_RHYTHMS[every])
    words, start = _day(rng, talk.today)
    cents = figure * 100 + (rng.randrange(10, 99) if rng.random() < 0.2 else 0)
    parts = {"sum": _dollars(cents), "every": rhythm, "day": words}
    number = None
    if count and every is Every.MONTH and rng.random() < 0.3:
        number = rng.randrange(3, 13)
        talk.we(
            "We could do {sum} {every} for {n} months, starting {day}.",
            "How about {sum} {every} for {n} months, from {day}?",
            n=str(number),
            **parts,
        )
    elif count and rng.random() < 0.4:
        number = rng.randrange(3, 13)
        talk.we(
            "We could set up {n} payments of {sum} {every}, starting {day}.",
            "What about {n} payments of {sum} {every}, the first on {day}?",
            n=str(number),
            **parts,
        )
    else:
        talk.we(
            "Could you manage {sum} {every} starting {day}?",
            "How about {sum} {every}, starting {day}?",
            "We could do {sum} {every}, beginning {day}.",
            "Would {sum} {every} from {day} work for you?",
            **parts,
        )
    return Known(Speaker.COLLECTOR, cents, every, number, start)


def _answered(talk: _Talk, ours: Known, yes: bool) -> Known:
    """Their yes or no to an offer of ours."""
    if yes:
        talk.they(*_YES)
        _read_back(talk, ours)
    else:
        talk.they(*_NO)
    talk.we("Thank you for your time today.", "All right. I will make a note of it. Goodbye.")
    return _kept(ours, yes)


def _taken_up(talk: _Talk, theirs: Known, yes: bool) -> Known:
    """Our yes or no to an offer of theirs."""
    if yes:
        talk.we(
            "Okay, I can accept that.",
            "Yes, that works for us.",
            "That's fine, we can do that.",
            "We can go with that.",
        )
    else:
        talk.we("I'm sorry, I can't accept that.", "Unfortunately we can't do that.")
    talk.they("Okay. Thank you.", "All right, bye.")
    return _kept(theirs, yes)


def _read_back(talk: _Talk, agreed: Known) -> None:
    """In some calls what was agreed is said once more, which is no other offer."""
    if agreed.every is Every.ONCE or talk.rng.random() < 0.5:
        return
    talk.we(
        "So that's {sum} {every}.",
        "To confirm, you will pay {sum} {every}.",
        "Let me read that back: {sum} {every}.",
        sum=_dollars(agreed.cents),
        every=talk.rng.choice(_RHYTHMS[agreed.every]),
    )
    talk.they("Yes.", "That's right.", "Correct.")


def _dollars(cents: int) -> str:
    whole, rest = divmod(cents, 100)
    return f"${whole:,}.{rest:02d}" if rest else f"${whole:,}"


def _kept(offer: Known, yes: bool) -> Known:
    return Known(offer.by, offer.cents, offer.every, offer.count, offer.start, yes)


def _day(rng: random.Random, today: date) -> tuple[str, date]:
    """A day in words, walked to day by day."""
    ahead = today + timedelta(days=rng.randrange(3, 26))
    weekday = today + timedelta(days=rng.randrange(1, 7))
    spelled = nth(ahead.day, spelled=rng.random() < 0.5)
    return rng.choice(
        (
            (f"{weekday:%A}", weekday),
            (f"{ahead:%B} {spelled}", ahead),
            (f"the {spelled} of {ahead:%B}", ahead),
        )
    )


def _as_written(text: str, _: random.Random) -> str:
    return text


def _as_recognised(text: str, rng: random.Random) -> str:
    """As a recogniser leaves it: lower case, no marks, every number in words, a filler or two."""
    spoken = _NUMBER.sub(_in_words, text).replace("%", " percent")
    words = re.sub(r"[^\w' ]", " ", spoken.lower()).split()
    if rng.random() < 0.3:
        words.insert(0, rng.choice(("um", "uh", "well", "so")))
    return " ".join(words)


def _in_words(found: re.Match[str]) -> str:
    number = int(found[1].replace(",", ""))
    if found[3]:
        return nth(number, spelled=True, hyphen=False)
    cents = f" and {in_words(int(found[2][1:]), hyphen=False)} cents" if found[2] else ""
    dollars = " dollars" if found[0].startswith("$") else ""
    return in_words(number, hyphen=False) + dollars + cents
