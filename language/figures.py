"""Number words and digits as figures: "two fifty" is 250, "a grand" 1000, "1.2k" 1200."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from text_to_num import find_numbers

from language.names import words_of

_UNITS = words_of("zero one two three four five six seven eight nine")
_TEENS = words_of("ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen")
_TENS = words_of("twenty thirty forty fourty fifty sixty seventy eighty ninety")
_SCALES = words_of("hundred thousand")
_ORDINALS = words_of(
    """first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth
    fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth thirtieth"""
)
NUMBER_WORDS = _UNITS | _TEENS | _TENS | _SCALES | _ORDINALS | {"grand"}

# Words a figure may begin with.
_OPENINGS = (NUMBER_WORDS - {"grand"}) | {"a", "half", "couple", "few"}
_DIGIT_SIGNS = frozenset("0123456789.")
_THOUSANDS = frozenset({"k", "grand", "thousand", "thou"})
_DIGITS = re.compile(r"\d+(?:,\d{3})*(?:\.\d+)?|\.\d+")
_ORDINAL_DIGITS = re.compile(r"(\d{1,2})(?:st|nd|rd|th)")
_PAYMENT = ("payment", "instal", "check", "cheque")


@dataclass(frozen=True, slots=True)
class Figure:
    """A number and the words it was said with: `first` up to, not including, `end`.

    `parts` keeps what "four eighty-eight" was put together from, for whoever knows better (a date).
    An `opaque` figure is a run of digits that counts nothing: a card, a telephone number; one that
    was said with "grand" can be nothing but money.
    """

    value: Decimal
    first: int
    end: int
    ordinal: bool = False
    spelled: bool = False
    opaque: bool = False
    grand: bool = False
    parts: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class _Piece:
    """One word as text2num's `Token` protocol wants it."""

    word: str
    joins: bool

    def text(self) -> str:
        return self.word

    def nt_separated(self, previous: object) -> bool:  # noqa: ARG002 - part of the protocol
        return False

    def not_a_number_part(self) -> bool:
        return not self.joins


def find_figures(words: Sequence[str]) -> tuple[Figure, ...]:
    """Every figure among a turn's words, in order."""
    figures: list[Figure] = []
    done = 0
    for at, word in enumerate(words):
        if at < done or not (word in _OPENINGS or word[0] in _DIGIT_SIGNS):
            continue
        found = _at(words, at)
        if found:
            figures.extend(found)
            done = found[-1].end
    return _cards(figures, words) if len(figures) > 1 else tuple(figures)


def _at(words: Sequence[str], at: int) -> list[Figure]:
    word = words[at]
    if word[0] in _DIGIT_SIGNS:
        return _digits(words, at)
    if word in NUMBER_WORDS:
        return _spelled(words, at, at)
    return _round_hundreds(words, at) if at + 1 < len(words) else []


def _digits(words: Sequence[str], at: int) -> list[Figure]:
    word = words[at]
    ordinal = _ORDINAL_DIGITS.fullmatch(word)
    if ordinal:
        return [Figure(Decimal(ordinal[1]), at, at + 1, ordinal=True)]
    if not _DIGITS.fullmatch(word):
        return []
    figure = Figure(
        Decimal(word.replace(",", "")), at, at + 1, opaque=word.isdigit() and len(word) >= 7
    )
    return [_scaled(figure, words)]


def _scaled(figure: Figure, words: Sequence[str]) -> Figure:
    """The figure with "k", "hundred" or "and a half grand" after it."""
    value, end = figure.value, figure.end
    if tuple(words[end : end + 3]) == ("and", "a", "half"):
        value, end = value + Decimal("0.5"), end + 3
    scale = words[end] if end < len(words) else ""
    if scale in _THOUSANDS:
        value, end = value * 1000, end + 1
    elif scale == "hundred":
        value, end = value * 100, end + 1
    if end == figure.end or figure.ordinal:
        return figure
    return Figure(value, figure.first, end, spelled=figure.spelled, grand=scale == "grand")


def _round_hundreds(words: Sequence[str], at: int) -> list[Figure]:
    """`a hundred and fifty`, `half a grand`, `a couple of hundred`; "a few hundred" is opaque."""
    lead = at + (words[at] == "a" and words[at + 1] in {"couple", "few"})
    head = words[lead]
    scale = lead + 1
    if head in {"couple", "few", "half"} and scale < len(words):
        scale += words[scale] in {"of", "a"}
    if scale >= len(words) or words[scale] not in _SCALES | {"grand", "k", "thou"}:
        return []
    if head == "a":
        return _spelled(words, at, scale)
    unit = Decimal(100 if words[scale] == "hundred" else 1000)
    value = unit * {"couple": Decimal(2), "half": Decimal("0.5")}.get(head, Decimal(0))
    few, grand = head == "few", words[scale] == "grand"
    return [Figure(value, at, scale + 1, spelled=True, opaque=few, grand=grand)]


def _spelled(words: Sequence[str], first: int, start: int) -> list[Figure]:
    """The figures of one run of number words, `start` being the first of them."""
    end = start + 1
    while end < len(words) and _goes_on(words, end):
        end += 1
    pieces = [_piece(words, at) for at in range(start, end)]
    found = [
        Figure(
            Decimal(str(number.value)),
            start + number.start,
            start + number.end,
            ordinal=number.is_ordinal,
            spelled=True,
            grand="grand" in words[start + number.start : start + number.end],
            parts=(int(number.value),),
        )
        for number in find_numbers(pieces, "en", 0.0)
    ]
    if not found:
        return []
    if found[0].first == start and first < start:
        head = found[0]
        found[0] = replace(head, first=first)
    return [_scaled(figure, words) for figure in _composed(found, words)]


def _goes_on(words: Sequence[str], at: int) -> bool:
    word = words[at]
    if words[at - 1] == "grand" and words[at + 1 : at + 2] != ["hundred"]:
        return False  # "two grand twice" is two numbers, "two grand five hundred" one
    if word in NUMBER_WORDS:
        return True
    if at + 1 >= len(words) or words[at + 1] not in NUMBER_WORDS:
        return False
    if word == "and":
        return words[at - 1] in _SCALES or words[at - 1] == "grand"
    return word in {"-", "oh", "o"} or (word == "point" and words[at + 1] in _UNITS)


def _piece(words: Sequence[str], at: int) -> _Piece:
    word = words[at]
    if word == "grand":
        return _Piece("thousand", True)
    second = word == "second" and words[at - 1] in {"one", "a"} and at > 0
    return _Piece(word, not second)


def _composed(found: Sequence[Figure], words: Sequence[str]) -> list[Figure]:
    """Neighbours put together as people say them: 2, 50 is 250; 1, 86, 40 is 186.40."""
    if len(found) >= 3 and all(f.value < 10 and not f.ordinal for f in found):
        return [Figure(Decimal(0), found[0].first, found[-1].end, spelled=True, opaque=True)]
    done: list[Figure] = []
    for figure in found:
        joined = _joined(done[-1], figure, words) if done else None
        if joined is None:
            done.append(figure)
        else:
            done[-1] = joined
    return done


def _joined(left: Figure, right: Figure, words: Sequence[str]) -> Figure | None:
    between = words[left.end : right.first]
    small = 10 <= right.value < 100 or ("oh" in between or "o" in between)
    if left.ordinal or right.ordinal or not small or set(between) - {"-", "oh", "o"}:
        return None
    if _counts_payments(left, right, words) or right.value - left.value == 10:
        return None
    if left.value < 100:
        value = left.value * 100 + right.value
    elif left.value == left.value.to_integral_value():
        value = left.value + right.value / 100
    else:
        return None
    even = left.value == right.value >= 20
    parts = left.parts + right.parts
    return Figure(value, left.first, right.end, spelled=True, opaque=even, parts=parts)


def _counts_payments(left: Figure, right: Figure, words: Sequence[str]) -> bool:
    """`two fifty dollar payments` are two of fifty."""
    after = words[right.end : right.end + 3]
    named = [word for word in after if word not in {"-", "dollar", "buck", "pound", "quid"}]
    return (
        left.value <= 24
        and bool(named)
        and len(after) > len(named)
        and named[0].startswith(_PAYMENT)
    )


def _cards(figures: Sequence[Figure], words: Sequence[str]) -> tuple[Figure, ...]:
    """Groups of digits side by side are one number that counts nothing."""
    done: list[Figure] = []
    for figure in figures:
        before = done[-1] if done else None
        if before and _same_card(before, figure, words):
            done[-1] = Figure(Decimal(0), before.first, figure.end, opaque=True)
        else:
            done.append(figure)
    return tuple(done)


def _same_card(left: Figure, right: Figure, words: Sequence[str]) -> bool:
    between = words[left.end : right.first]
    if left.ordinal or right.ordinal or left.spelled or right.spelled:
        return False
    if list(between) not in ([], ["-"]):
        return False
    if left.opaque:
        return True
    digits = [len(words[figure.end - 1].replace(",", "")) for figure in (left, right)]
    if between:
        return min(digits) >= 3 and sum(digits) >= 7
    return min(digits) >= 3 or max(digits) == 1
