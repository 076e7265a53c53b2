"""Amounts of money among the figures of a line, with their currency."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from itertools import pairwise

from calls.money import Money
from language.bare_amounts import is_bare_amount
from language.line import Line, Span

_TAG = re.compile(r"N\d+")
_SIGN = r"(?:[a-z]*\$|£|€|usd|gbp|aud|cad|nzd|eur)"
_SIGN_BEFORE = re.compile(rf"(?:^| )({_SIGN}) $")
_UNIT = (
    r"(?:(?:us |aussie |australian |canadian )?dollars?|bucks?|quid"
    r"|pounds?(?! (?:of|lighter|overweight))"
    rf"|euros?|cents?|pence|p|¢|{_SIGN}(?! N))"
)
_UNIT_AFTER = re.compile(rf"(?: -| or so| ish)*( {_UNIT})(?= |$)")
_CENTS_AFTER = re.compile(r"(?: (and))? (N\d+)( (?:cents?|pence|p|¢))?(?= |$)")
_LINK = re.compile(
    rf"(?: {_UNIT})?(?: ,)? (?:or|to|and|-|maybe|through|,)"
    rf"(?: (?:maybe|like|even|about|{_SIGN}))* $"
)
_COUNTS_SOMETHING = re.compile(
    r"(?: -)? (?:weeks?|months?|days?|years?|hours?|minutes?|kids?|children|people|times?|percent|%"
    r"|am|pm|o'clock|payments|instal\w+|per cent)\b"
)
_NOTES = re.compile(r"(?:^|(?<= ))a (tenner|fiver)(?= |$)")
_CURRENCY = {
    "us": "USD",
    "au": "AUD",
    "a$": "AUD",
    "ca": "CAD",
    "c$": "CAD",
    "nz": "NZD",
    "gb": "GBP",
    "£": "GBP",
    "qu": "GBP",
    "po": "GBP",
    "pe": "GBP",
    "p": "GBP",
    "€": "EUR",
    "eu": "EUR",
}
_HUNDREDTHS = ("cent", "pence", "p", "¢")
_DOLLARS = ("USD", "AUD", "CAD", "NZD")


@dataclass(frozen=True, slots=True)
class AmountSpan:
    """An amount that was found in a line, and where."""

    amount: Money
    start: int
    end: int
    bare: bool


@dataclass(frozen=True, slots=True)
class _Candidate:
    start: int
    end: int
    value: Decimal
    sign: str | None = None
    whole_start: int = 0
    whole_end: int = 0


def find_amounts(
    line: Line, taken: Sequence[Span], currency: str, identifier: bool
) -> tuple[AmountSpan, ...]:
    """Every amount in the line outside what counts or dates have `taken`, in order."""
    if "N" not in line.words:
        return tuple(_notes(line, currency))
    signed = _signed(line, taken)
    bare = _bare(line, taken, signed, identifier)
    found = _neighbours(line, taken, signed | bare)
    spoken = next((c.sign for c in signed.values() if c.sign), "")
    main = _currency(spoken, currency) if spoken else currency
    amounts = [
        AmountSpan(
            Money(
                cents=int((c.value * 100).quantize(Decimal(1), ROUND_HALF_UP)),
                currency=_currency(c.sign, currency) if c.sign else main,
            ),
            c.whole_start,
            c.whole_end,
            c.sign is None,
        )
        for c in found.values()
    ]
    amounts += _notes(line, currency)
    return tuple(sorted(amounts, key=lambda amount: amount.start))


def _tags(line: Line, taken: Sequence[Span]) -> Iterator[re.Match[str]]:
    for match in _TAG.finditer(line.text):
        if line.text.endswith("^ ", 0, match.start()):
            continue  # the exponent of a formula
        if not any(start <= match.start() < end for start, end in taken):
            yield match


def _signed(line: Line, taken: Sequence[Span]) -> dict[int, _Candidate]:
    """Numbers that have a currency before or after them."""
    found: dict[int, _Candidate] = {}
    used = -1
    for match in _tags(line, taken):
        if match.start() < used:
            continue
        before = _SIGN_BEFORE.search(line.text, max(0, match.start() - 6), match.start())
        after = _UNIT_AFTER.match(line.text, match.end())
        if before or after or line.figure(match[0]).grand:
            candidate = _with_sign(line, match, before, after)
            found[match.start()] = candidate
            used = candidate.whole_end
    return found


def _with_sign(
    line: Line, match: re.Match[str], before: re.Match[str] | None, after: re.Match[str] | None
) -> _Candidate:
    value = line.figure(match[0]).value
    end = after.end() if after else match.end()
    unit = after[1].strip() if after else ""
    sign = before[1] if before else unit
    if not before and unit.startswith(_HUNDREDTHS) and not unit.startswith("po"):
        value /= 100
    elif after:
        cents, end = _cents(line, end)
        value += cents
    return _Candidate(
        match.start(), match.end(), value, sign, before.start(1) if before else match.start(), end
    )


def _cents(line: Line, end: int) -> tuple[Decimal, int]:
    """`… dollars and forty cents`, `… dollars forty`."""
    match = _CENTS_AFTER.match(line.text, end)
    if not match:
        return Decimal(0), end
    figure = line.figure(match[2])
    named = match[3] or (not match[1] and figure.spelled and figure.value >= 10)
    if not named or figure.value >= 100:
        return Decimal(0), end
    return figure.value / 100, match.end()


def _bare(
    line: Line, taken: Sequence[Span], signed: Mapping[int, _Candidate], identifier: bool
) -> dict[int, _Candidate]:
    inside = [(c.whole_start, c.whole_end) for c in signed.values()]
    return {
        m.start(): _plain(line, m)
        for m in _tags(line, [*taken, *inside])
        if is_bare_amount(line, m.span(), taken, identifier)
    }


def _plain(line: Line, match: re.Match[str]) -> _Candidate:
    value = line.figure(match[0]).value
    return _Candidate(match.start(), match.end(), value, None, match.start(), match.end())


def _neighbours(
    line: Line, taken: Sequence[Span], found: Mapping[int, _Candidate]
) -> dict[int, _Candidate]:
    """The other end of a range: "forty or fifty dollars", "two or three hundred"."""
    done = dict(found)
    tags = list(_tags(line, taken))
    for left, right in pairwise(tags):
        if not _LINK.fullmatch(line.text[left.end() : right.start()]):
            continue
        if right.start() in done and left.start() not in done:
            done[left.start()] = _other_end(_plain(line, left), done[right.start()])
        elif left.start() in done and right.start() not in done:
            covered = any(c.whole_start <= right.start() < c.whole_end for c in done.values())
            if not covered and not _COUNTS_SOMETHING.match(line.text, right.end()):
                done[right.start()] = _plain(line, right)
    return done


def _other_end(low: _Candidate, high: _Candidate) -> _Candidate:
    """The lower end takes the upper one's currency, and its hundreds where it has none."""
    scale = 1
    if low.value < 10 and high.value % 100 == 0 and high.value < 10_000:
        scale = 1000 if high.value % 1000 == 0 else 100
    return _Candidate(
        low.start, low.end, low.value * scale, high.sign, low.whole_start, low.whole_end
    )


def _currency(sign: str, habit: str) -> str:
    """A sign or word as ISO code; "dollars", "$" and "cents" are those of the place."""
    code = _CURRENCY.get(sign[:2])
    if code:
        return code
    if sign in {"aud", "cad"}:
        return sign.upper()
    euro_cents = habit == "EUR" and sign.startswith("cent")
    return habit if habit in _DOLLARS or euro_cents else "USD"


def _notes(line: Line, habit: str) -> list[AmountSpan]:
    """Only Americans do not call their own notes so."""
    currency = "GBP" if habit == "USD" else habit
    return [
        AmountSpan(Money.of(10 if m[1] == "tenner" else 5, currency), m.start(), m.end(), False)
        for m in _NOTES.finditer(line.text)
    ]
