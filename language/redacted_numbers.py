"""Where a turn has numbers, codes and identifiers by which a real person could be found."""

import re
from collections.abc import Iterable, Iterator
from datetime import date

from language.calendar_words import MONTHS
from language.figures import NUMBER_WORDS
from language.names import words_of
from language.reading import Reading, Signal
from language.wording import lowered

NAME, NUMBER, ADDRESS = "[name]", "[number]", "[address]"

Span = tuple[int, int]
Masked = tuple[int, int, str]
"""Where something is masked, and by what."""

_NEAR = 400  # days; nobody is born or agrees to pay further away than that
_SHORTEST = 5  # digits of a number by which somebody could be found
_DIGITS = re.compile(r"\d(?:[\d\s().,/-]*\d)?")
_THREE = re.compile(r"\d{3}")
_COUNTED = re.compile(r"(?i)\s*(?:-\s*)?(?:(?:day|week|month|hour|minute)s?\b|percent\b|%)")
_DIGIT_WORD = r"(?:zero|oh|o|one|two|three|four|five|six|seven|eight|nine|double|triple)\b"
_SPELLED = {
    least: re.compile(rf"(?i)\b{_DIGIT_WORD}(?:[\s,-]+{_DIGIT_WORD}){{{least - 1},}}")
    for least in (3, 5)
}
_CODE = re.compile(r"(?i)\b(?=[a-z-]*\d)(?=[\d-]*[a-z])[a-z\d]+(?:-[a-z\d]+)*\b")
_NO_CODE = re.compile(
    r"""(?ix)\d+(?:st|nd|rd|th|s|x)|\d{1,2}(?:am|pm|a|p)|\d{1,3}k
    |\d{1,3}-(?:day|week|month|year|hour|minute)s?"""
)
_NUMBER_WORD = "|".join(sorted(NUMBER_WORDS | MONTHS.keys() | words_of("oh o double triple")))
_MONEY = r"(?:dollars?|bucks?|pounds?|quid|euros?|cents?|pence)\b"
_AMOUNT = re.compile(rf"(?i)[\s,]*\b(?:(?:\d+|{_NUMBER_WORD})[\s-]+){{1,5}}{_MONEY}")
# What goes on behind the cue: digits, number words, months and single letters, and what is between,
# up to an amount.
_GOES_ON = re.compile(
    rf"""(?ix)(?:(?:[\s,/-]|\.(?=\d)|\b(?:and|of|the|dash|hyphen|slash|point|[b-hj-np-z])\b)*
    (?!(?:(?:\d+|{_NUMBER_WORD})[\s-]+){{1,5}}{_MONEY})
    (?:[a-z]?\d[a-z\d]*\b|\b(?:{_NUMBER_WORD})(?:-(?:{_NUMBER_WORD}))*\b))+"""
)
_CLAUSE = re.compile(
    r"(?i)(?:(?!\s(?:and|but|so|or|because)\s(?:i|you|we|can|could|please|my|it)\b)"
    r"(?:[^,;?!.\n]|\.(?=\w)))+"
)
_CALLED = re.compile(
    r"(?i)(?:\s+(?!(?:and|but|so|or|not|on|in|from|with|at|to|for|the|a|an|this|that|what|who|i|i'm"
    r"|you|we|it|is|was|here|speaking|calling|by|still|spelled|right|correct|changed|now)\b)"
    r"[^\W\d_][\w'\u0300-\u036f-]*){1,3}"
)


def identifiers_in(reading: Reading, text: str, today: date | None) -> Iterator[Masked]:
    """What tells who somebody is, and days on which nobody pays any more."""
    for signal in reading.all("gives_identifier"):
        if signal.kind == "name":
            yield from _called(text, signal)
        else:
            mask = ADDRESS if signal.kind == "address" else NUMBER
            yield signal.start, _end_of(text, signal), mask
    for one in reading.dates:
        if one.day is not None and (today is None or abs((one.day - today).days) > _NEAR):
            yield one.start, one.end, NUMBER


def _called(text: str, signal: Signal) -> Iterator[Masked]:
    """The words behind "my name is": there they are a name, however common they are."""
    if found := _CALLED.match(text, signal.end):
        start = found.start() + len(found[0]) - len(found[0].lstrip())
        yield start, found.end(), NAME


def _end_of(text: str, signal: Signal) -> int:
    """Where the identifier ends: numbers go on as long as there are any, words to the clause's.

    An amount that is said next is none of it.
    """
    way = _CLAUSE if signal.kind == "other" else _GOES_ON
    found = way.match(text, signal.end)
    end = found.end() if found else signal.end
    amount = _AMOUNT.search(text, signal.start)
    return min(end, amount.start()) if amount else end


def numbers_in(
    text: str, known: frozenset[str], sense: tuple[Span, ...], *, every: bool
) -> Iterator[Masked]:
    """Long numbers, in digits or words; `every` short one and code too, but for what makes sense.

    `known` are the digits that may stay, `sense` where amounts, rhythms and days are.
    """
    if every:
        yield from _codes(text, sense)
    for match in _DIGITS.finditer(text):
        if (
            _is_long(text, match, every=every)
            and not _inside(match.span(), sense)
            and not known.issuperset(runs(match[0]))
        ):
            yield (*match.span(), NUMBER)
    for match in _SPELLED[3 if every else 5].finditer(text):
        if not _inside(match.span(), sense):
            yield (*match.span(), NUMBER)


def _is_long(text: str, match: re.Match[str], *, every: bool) -> bool:
    if sum(letter.isdigit() for letter in match[0]) >= _SHORTEST:
        return True
    run = _THREE.search(match[0]) is not None
    return every and run and _COUNTED.match(text, match.end()) is None


def _codes(text: str, sense: tuple[Span, ...]) -> Iterator[Masked]:
    """Letters with digits, "A4-77B", which are no day, time or part of an amount."""
    for match in _CODE.finditer(text):
        apart = all(match.end() <= start or end <= match.start() for start, end in sense)
        if apart and not _NO_CODE.fullmatch(lowered(match[0])):
            yield (*match.span(), NUMBER)


def meant(reading: Reading, today: date | None) -> tuple[Span, ...]:
    """Where the turn speaks of amounts, of rhythms, and of days that tell of nobody's birth."""
    days = [
        (one.start, one.end)
        for one in reading.dates
        if one.day is not None and today is not None and abs((one.day - today).days) <= _NEAR
    ]
    money = [(one.start, one.end) for one in reading.money]
    rhythms = [(one.start, one.end) for one in reading.schedules]
    return (*money, *rhythms, *days)


def runs(text: str) -> Iterator[str]:
    """The digits that stand together in a text."""
    return (match[0] for match in re.finditer(r"\d+", text))


def _inside(span: Span, spans: Iterable[Span]) -> bool:
    return any(start <= span[0] and span[1] <= end for start, end in spans)
